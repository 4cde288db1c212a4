"""The sheet of waivers: `data/waivers.csv`, read like the sheet of engagements, all faults at once."""

from collections.abc import Iterator
from pathlib import Path

from vendor_registry.intake import kinds
from vendor_registry.intake.rows.side_sheet import Column, SideRow, SideSheet, Source, side_rows
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.text.origin import Fault


def _as_written(text: str, _: Policy) -> str:
    return text


COLUMNS = (
    Column("rule", "id of the rule that is waived", _as_written),
    Column("from", "key of who hands over; blank where a row is waived, not a flow", _as_written, "", field="source"),
    Column("to", "key of who receives, or of the row", _as_written, field="target"),
    Column("data", "categories; blank: all of them", kinds.DATA.reader, ()),
    Column("reason", "why the finding is borne for now", kinds.TEXT.reader),
    Column("approved_by", "who decided", kinds.TEXT.reader),
    Column("granted", "first day", kinds.DAY.reader),
    Column("expires", "last day", kinds.DAY.reader),
)
SHEET = SideSheet(one="waiver", title="a sheet of waivers", columns=COLUMNS, days=("granted", "expires"))


def read_waivers(path: Path, policy: Policy, name: str = "", draft: bytes | None = None) -> tuple[Waiver, ...]:
    """The waivers of a file in the order of its lines; raises RefusedError with all faults.

    `draft` is what it is to say: read in its stead. A sheet with a header and no rows is a sheet without waivers.
    """
    found = side_rows(Source(path, name, draft), policy, SHEET, _in_order)
    return tuple(Waiver(**entry.values, file=entry.file, line=entry.line) for entry in found)


def _in_order(entry: SideRow) -> Iterator[Fault]:
    granted, expires = entry.values.get("granted"), entry.values.get("expires")
    if granted and expires and expires < granted:
        message = f'"{expires}" is before the first day, "{granted}" in granted'
        yield Fault(entry.cell("expires"), message, "Correct one of the two.")
