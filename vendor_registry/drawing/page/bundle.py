"""The style sheet and the script of the page, each as one text, with the hash by which the page allows it to run.

The script is written as modules, which tests import one by one; here their imports and exports fall away and they
follow one another in one module, so that the file needs nothing but itself.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from vendor_registry.drawing.page.colours import colours

MODULES = (
    "words",
    "dom",
    "facts",
    "filters",
    "hash",
    "camera",
    "panels",
    "sheet",
    "stage",
    "table",
    "keys",
    "search",
    "meaning",
    "frame",
    "hands",
    "main",
)
"""Each after those that it imports."""

_IMPORT = re.compile(r"^import .+;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


@cache
def script() -> str:
    """All modules as one."""
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", read(f"{name}.mjs"))) for name in MODULES)


@cache
def style() -> str:
    return colours() + read("page.css")


def read(name: str) -> str:
    """A file of this room."""
    return files("vendor_registry.drawing.page").joinpath(name).read_text("utf-8")


def hashed(text: str) -> str:
    """As a Content-Security-Policy names it (CSP Level 3, section 2.3.1)."""
    return b64encode(sha256(text.encode()).digest()).decode()
