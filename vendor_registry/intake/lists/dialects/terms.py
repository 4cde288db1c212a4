"""Terms with what is said of them on the lines below, each behind a colon, as several kinds of Markdown have them."""

import re
from collections.abc import Sequence

from vendor_registry.intake.lists.dialects.html_table import shown

_SAID = re.compile(r"[:~]\s+(?P<words>\S.*)")
_NO_TERM = re.compile(r"\s|[#>|:~<-]|$|\d+[.)] ")


def with_terms(lines: Sequence[str]) -> list[str]:
    """The lines of a page, each list of terms as one line of HTML and blank ones."""
    found: list[str] = []
    while len(found) < len(lines):
        at = len(found)
        parts: list[str] = []
        end = at
        while (after := _end_of_term(lines, end)) > end:
            parts.append(f'<dt data-place="{end + 1}">{shown(lines[end])}</dt>')
            parts += [_said(lines[number], number) for number in range(end + 1, after) if lines[number].strip()]
            end = after
        found += [f"<dl>{''.join(parts)}</dl>", *[""] * (end - at - 1)] if parts else [lines[at]]
    return found


def _said(line: str, number: int) -> str:
    said = _SAID.fullmatch(line)
    return f'<dd data-place="{number + 1}">{shown(said["words"])}</dd>' if said else ""


def _end_of_term(lines: Sequence[str], at: int) -> int:
    """The line behind a term, what is said of it and the blank lines below; its own where none begins there."""
    if at >= len(lines) or _NO_TERM.match(lines[at]) or not _SAID.fullmatch("".join(lines[at + 1 : at + 2])):
        return at
    end = at + 1
    while end < len(lines) and (_SAID.fullmatch(lines[end]) or not lines[end].strip()):
        end += 1
    return end
