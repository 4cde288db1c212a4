"""Word templates that lawyers changed: opened with care, and what is wrong told in words (docs/word_template.md)."""

import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from importlib.resources import files
from io import BytesIO
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import XMLSyntaxError

from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.visible import visible

PARTS = {  # of the blocks, by the names that the delivered template gives them
    "block": {"kind", "text", "line", "name", "fields", "columns", "rows", "side"},
    "field": {"label", "value"},
    "column": {"title"},
    "row": {"cells"},
    "cell": set[str](),
}
_LARGEST = 20_000_000  # bytes, unpacked: with a letterhead's pictures
_LACKING = re.compile(r"'(?:[\w ]+ object|[\w.]+)' has no attribute '([^']+)'|'([^']+)' is undefined")


def delivered() -> bytes:
    """The template that comes with the program."""
    return files("vendor_registry.documents").joinpath("templates", "document.docx").read_bytes()


def environment() -> ImmutableSandboxedEnvironment:
    """A sandbox, since a template changed by others may call things; strict, so that a misspelt name stops; escaping,
    since without it the text after a "&" or "<" would be lost in silence."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def opened(template: bytes, names: Collection[str]) -> Any:
    """The template, all of whose names outside of blocks are among those there are.

    Raises UsageError for a file that is no Word document or has macros, and for every misspelt name at once.
    """
    _look(template)
    with in_words(names):
        try:
            word = DocxTemplate(BytesIO(template))
            asked = word.get_undeclared_template_variables(environment())
        except (zipfile.BadZipFile, KeyError, ValueError, PackageNotFoundError, XMLSyntaxError) as error:
            raise UsageError("The template is no Word document (.docx) that can be read.") from error
    wrong = sorted(name for name in asked if name not in names)
    if wrong:
        raise UsageError("\n".join(_unknown(name, names) for name in wrong))
    return DocxTemplate(BytesIO(template))


@contextmanager
def in_words(names: Collection[str]) -> Iterator[None]:
    """What goes wrong in a template as a sentence that says what to mend; raises UsageError."""
    try:
        yield
    except UndefinedError as error:
        found = _LACKING.search(str(error))
        everything = {*names, *PARTS, *(name for parts in PARTS.values() for name in parts)}
        name = next((group for group in found.groups() if group), "") if found else ""
        raise UsageError(_unknown(name, everything) if name else f"The template asks for too much: {error}.") from error
    except TemplateSyntaxError as error:
        what = visible(error.message or "")
        raise UsageError(f"The template cannot be understood: {what}. Compare its braces with a fresh one.") from error
    except SecurityError as error:
        raise UsageError(f"The template asks for what none may have: {visible(str(error))}.") from error
    except (TypeError, ArithmeticError, LookupError, ValueError) as error:
        raise UsageError(f"The template asks for what cannot be done: {visible(str(error))}.") from error


def _unknown(name: str, names: Collection[str]) -> str:
    near = get_close_matches(name, sorted(names), 1)
    hint = f'did you mean "{near[0]}"?' if near else f"there is {', '.join(sorted(names))}."
    return f'The template has a field "{visible(name)}", which there is not; {hint}'


def _look(template: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(template)) as file:
            parts: Mapping[str, int] = {one.filename: one.file_size for one in file.infolist()}
    except zipfile.BadZipFile as error:
        raise UsageError("The template is no Word document (.docx) that can be read.") from error
    if sum(parts.values()) > _LARGEST:
        raise UsageError(f"The template is larger than {_LARGEST // 1_000_000} MB; make its pictures smaller.")
    if any("vbaproject" in name.casefold() for name in parts):
        raise UsageError("The template has macros; save it as a document without them (.docx).")
