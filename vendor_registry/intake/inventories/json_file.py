"""JSON as programs write it: read whole, and each value known by its pointer (RFC 6901)."""

import json
from collections.abc import Iterator
from typing import Any

from vendor_registry.intake.lists.formats.text import refused

_DEEP = "Hand in the file as the program wrote it."


def json_of(raw: bytes, file: str) -> Any:
    """The value of a file; raises RefusedError for what is no JSON that can be read."""
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise refused(file, 0, "this is not JSON in UTF-8", _DEEP) from None
    except json.JSONDecodeError as wrong:
        raise refused(file, wrong.lineno, "this is not JSON", f"{wrong.msg} in column {wrong.colno}.") from None
    except (RecursionError, ValueError):
        raise refused(file, 0, "this is not JSON that can be read", _DEEP) from None


def entries(value: Any, pointer: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The objects of a list, each with its pointer; nothing where it is no list."""
    for number, one in enumerate(value if isinstance(value, list) else ()):
        if isinstance(one, dict):
            yield one, f"{pointer}/{number}"


def inside(value: Any, *keys: str) -> Any:
    """What stands below keys; None where anything on the way is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def texts(value: Any) -> tuple[str, ...]:
    """A text, or the texts of a list."""
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str) and one.strip())


def escaped(key: str) -> str:
    """A key as a part of a pointer."""
    return key.replace("~", "~0").replace("/", "~1")
