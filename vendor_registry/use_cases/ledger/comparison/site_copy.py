"""A saved copy of the public page held against the register."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.changes.change import Change
from vendor_registry.changes.difference import Difference
from vendor_registry.changes.findings import Comparison
from vendor_registry.changes.state import State
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.intake.lists.own_list import own_rows
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.site import edition, saved
from vendor_registry.site.as_json import FILE
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.comparison.difference import state
from vendor_registry.use_cases.ledger.comparison.earlier import called

_ANY_DAY = datetime.min.replace(tzinfo=UTC)  # of an edition that is not published, only compared
_NOTHING = Comparison((), (), (), ())


def against_copy(copy: str, wanted: str, archive: Archive, as_of: date) -> tuple[Difference, Case]:
    """What a saved copy says otherwise than the page of a state would on a day; and that state, as everybody sees it.

    `copy` is a folder, its `subprocessors.json`, or a page saved as HTML, whichever language it is in. `wanted` is a
    revision, a commit or a file; "": the sheet. Raises UsageError for what is none of these, and RefusedError where a
    sheet has faults.
    """
    wanted = wanted or str(archive.repository.sheet)
    path = _file(copy)
    now = edition.public(state(wanted, archive, as_of))
    raw = read_bytes(path, str(path))
    found = _of_list(raw, path, now) if path.suffix.lower() == ".json" else _of_page(raw, path, now)
    return Difference(
        before=State(copy), after=called(wanted), day=as_of, changes=found, reached=(), transfers=(), findings=_NOTHING
    ), now


def _file(copy: str) -> Path:
    if copy.startswith(("http:", "https:")):
        raise UsageError(f'"{copy}" is an address, and nothing is fetched: save the page, and name the file.')
    if not Path(copy).is_dir():
        return Path(copy)
    for name in (FILE, "index.html"):
        if (path := Path(copy, name)).is_file():
            return path
    raise UsageError(f'"{copy}" holds neither {FILE} nor index.html: name the folder that `vendors site` wrote.')


def _of_list(raw: bytes, path: Path, now: Case) -> tuple[Change, ...]:
    """Cell by cell: the list for programs holds them as the sheet does."""
    rows = [one.cells for one in own_rows(raw)]
    if not rows:
        raise _strange(path)
    header = tuple(dict.fromkeys(name for row in rows for name in row))
    lines = (Row(_line(raw, row["key"]), tuple(row.get(name, "") for name in header)) for row in rows)
    then = understand((Sheet(str(path), header, tuple(lines)),), now.policy)
    return edition.differing(Case(then, now.policy, now.as_of), now)


def _of_page(raw: bytes, path: Path, now: Case) -> tuple[Change, ...]:
    """Vendor by vendor and text by text, in the language of the page."""
    page = saved.saved(raw.decode("utf-8-sig", "replace"))
    if page is None:
        raise _strange(path)
    names = Names(now.policy, phrases(page.language.partition("-")[0]))
    today = edition.Edition(number=0, published_at=_ANY_DAY, digest="", case=now)
    return saved.differing(page, str(path), today, names)


def _line(raw: bytes, key: str) -> int:
    """The line of a row of the list, counted from 1; 0 where it is not written as we write it."""
    at = raw.find(f'"key": {json.dumps(key)}'.encode())
    return raw.count(b"\n", 0, at) + 1 if at >= 0 else 0


def _strange(path: Path) -> UsageError:
    return UsageError(
        f'"{path}" is no copy of what `vendors site` wrote; `vendors reconcile {path}` holds any other list against '
        "the register."
    )
