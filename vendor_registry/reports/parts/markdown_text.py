"""Text of strangers inside Markdown: it is read, never obeyed."""

import re

from vendor_registry.model.text.visible import visible

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$]|(?<=:)//|(?<=www)\.|[&<>]|(?<!\w)@(?=\w)|#(?=\d)")


def markdown_text(text: str) -> str:
    """The text on one line, with no markup, HTML, link, mention or issue number of its own."""
    return _SPECIAL.sub(_escaped, visible(text))


def _escaped(found: re.Match[str]) -> str:
    special = found[0]
    if special in "@#":  # a backslash does not stop a forge from calling people or linking numbers
        return f"{special}&#8203;"
    if special == "//":
        return r"\//"
    return _ENTITIES.get(special) or f"\\{special}"
