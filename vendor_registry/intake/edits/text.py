"""What no cell is filled with: formulas, and characters that nobody types."""

import re

from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.origin import UsageError

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def refuse_text(text: str) -> None:
    """Raises UsageError where a spreadsheet would run a text, or no file could hold it."""
    if inert(text) != text:
        raise UsageError(f'A spreadsheet would run "{text[:40]}" as a formula; begin the cell with a letter.')
    if found := _CONTROL.search(text):
        raise UsageError(f"The text holds the control character U+{ord(found[0]):04X}; type it anew without it.")
