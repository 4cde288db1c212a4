"""The sheet of waivers: `data/waivers.csv`, read like the sheet of engagements, all faults at once."""

from collections.abc import Iterator
from pathlib import Path

from vendor_registry.intake.rows.side_sheet import Column, Entry, SideSheet, entries
from vendor_registry.intake.words import cells, dates, declared
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.text.origin import Fault

COLUMNS = (
    Column("rule", "rule", "id of the rule that is waived", lambda text, _: text),
    Column(
        "from", "source", "key of who hands over; blank where a row is waived, not a flow", lambda text, _: text, ""
    ),
    Column("to", "target", "key of who receives, or of the row", lambda text, _: text),
    Column("data", "data", "categories; blank: all of them", lambda text, policy: _data(text, policy), ()),
    Column("reason", "reason", "why the finding is borne for now", lambda text, _: cells.text(text)),
    Column("approved_by", "approved_by", "who decided", lambda text, _: cells.text(text)),
    Column("granted", "granted", "first day", lambda text, _: dates.day(text)),
    Column("expires", "expires", "last day", lambda text, _: dates.day(text)),
)
SHEET = SideSheet(one="waiver", title="a sheet of waivers", columns=COLUMNS, days=("granted", "expires"))


def read_waivers(path: Path, policy: Policy, name: str = "") -> tuple[Waiver, ...]:
    """The waivers of a file in the order of its lines; raises RefusedError with all faults.

    A sheet with a header and no rows is a sheet without waivers.
    """
    found = entries(path, policy, SHEET, name, _in_order)
    return tuple(Waiver(**entry.values, file=entry.file, line=entry.line) for entry in found)


def _in_order(entry: Entry) -> Iterator[Fault]:
    granted, expires = entry.values.get("granted"), entry.values.get("expires")
    if granted and expires and expires < granted:
        message = f'"{expires}" is before the first day, "{granted}" in granted'
        yield Fault(entry.cell("expires"), message, "Correct one of the two.")


def _data(text: str, policy: Policy) -> tuple[str, ...]:
    return tuple(sorted(declared.DATA.words(text, policy.data)))
