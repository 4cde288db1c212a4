"""JSON as text that steers neither terminal nor log, whatever the values say."""

import json
import re
from typing import Any

from vendor_registry.model.text.visible import steers

_UNUSUAL = re.compile(r"#(?=#\[)|[^\n -~]")


def json_text(value: dict[str, Any]) -> str:
    """The object as indented JSON; what `visible` would write out is a \\u escape here, so it reads back as it was."""
    return _UNUSUAL.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if character == "#":
        return "\\u0023"
    return json.dumps(character)[1:-1] if steers(character) else character
