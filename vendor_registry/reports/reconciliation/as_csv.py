"""Lists held against the register, for spreadsheets: one line a difference."""

import csv
import io
from collections.abc import Iterator, Sequence

from vendor_registry.model.ledger.reconciliation import Reconciliation
from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.formats.as_csv import BOM

_HEADER = (
    *("list", "kind", "outcome", "vendor", "listed", "registered", "place"),
    *("file", "line", "column", "note"),
)


def as_csv(found: Sequence[Reconciliation]) -> str:
    """Nothing but the header where nothing differs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEADER)
    writer.writerows([inert(visible(text)) for text in row] for row in _rows(found))
    return BOM + out.getvalue()


def _rows(found: Sequence[Reconciliation]) -> Iterator[tuple[str, ...]]:
    for one in found:
        for item in one.items:
            file, line, column = (item.cell.file, item.cell.line, item.cell.column) if item.cell else ("", 0, "")
            said = (item.vendor, item.listed, item.registered, item.place)
            yield (one.file, one.kind, str(item.outcome), *said, file, str(line or ""), column, item.note)
