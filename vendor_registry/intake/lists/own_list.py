"""A list that `vendors site` published: its cells are written as in the sheet, so nothing has to be understood."""

import json
from collections.abc import Mapping

from vendor_registry.intake.columns import column
from vendor_registry.intake.lists.rows.candidate import Candidate
from vendor_registry.intake.words.characters import CONTROL
from vendor_registry.model.policy.terms import ALWAYS_PUBLIC

FORMAT, VERSION = "vendor-registry/sub-processors", 1
ROWS = "sub_processors"


def own_rows(raw: bytes) -> list[Candidate]:
    """The rows of such a list; none where it is another, which is for others to read."""
    if FORMAT.encode() not in raw:
        return []
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return []
    if not isinstance(found, dict) or found.get("format") != FORMAT or found.get("version") != VERSION:
        return []
    rows = found.get(ROWS)
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        return []  # of a list that is ours only in part, nothing is taken as it stands
    return [_candidate(one, number) for number, one in enumerate(rows, 1)]


def _is_row(one: object) -> bool:
    texts = isinstance(one, dict) and all(isinstance(text, str) and not CONTROL.search(text) for text in one.values())
    return isinstance(one, dict) and texts and all(one.get(name) for name in ALWAYS_PUBLIC)


def _candidate(one: Mapping[str, str], number: int) -> Candidate:
    cells = {header: text for header, text in one.items() if column(header)}
    return Candidate(f"{ROWS}[{number}]", cells, {"vendor": 1.0})
