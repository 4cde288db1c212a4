"""The tables of the law, shown: what is in them, what is not certain, and how old they are."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.intake.words.places import country
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.law.catalogue import dated_tables, find, in_force, title
from vendor_registry.law.tables import timeline as history
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import Dated
from vendor_registry.model.text.origin import UsageError
from vendor_registry.reports.parts.wrapping import wrapped
from vendor_registry.use_cases.judgement.transfer.question import told

UNVERIFIED = "UNVERIFIED (from knowledge, not yet checked against a source)"


def stale(as_of: date) -> str:
    """A warning where the tables are too old for a day; "" where they are not."""
    checked = tables().checked
    if not checked.stale(as_of):
        return ""
    return (
        f"The tables were last checked on {checked.last_checked}, more than {checked.stale_after_days} days before "
        f"{as_of}: look at newer decisions in the Official Journal before you rely on them."
    )


def listed() -> str:
    """The tables with the number of their rows, how many are unverified, and the day of the last check."""
    lines = [
        f"{name.ljust(20)}{len(rows):4} rows, {sum(row.unverified for row in rows):3} unverified"
        for name, rows in dated_tables().items()
    ]
    checked = tables().checked
    return "\n".join([*lines, f"Last checked on {checked.last_checked}: {checked.text}."]) + "\n"


def table(name: str, as_of: date) -> str:
    """The rows of one table, one line each; raises UsageError for a table that is none."""
    known = dated_tables()
    name = name if name in known else name.casefold()
    if name not in known:
        hint = did_you_mean(nearest(name, known), f"choose one of {', '.join(known)}.")
        raise UsageError(f'"{name}" is no table of the law; {hint}')
    return "".join(f"{_line(row, as_of)}\n" for row in known[name])


def shown(wanted: str, as_of: date) -> str:
    """Every field of the rows that a ground, an id or a country means; raises UsageError where none does."""
    rows = find(wanted) or find(_code(wanted)) or find(wanted.casefold())
    if not rows:
        text = f'"{wanted}" is in no table of the law'
        raise UsageError(f"{text}; ask as in decision:2023/1795, mechanism:scc_2021_914_m3, scc or US.")
    return "\n".join("\n".join(_page(row, as_of)) for row in rows) + "\n"


def _code(written: str) -> str:
    """The code of a country, however it is written; "" for what is none."""
    try:
        return country(written)
    except UnclearError:
        return ""


def timeline(written: str) -> str:
    """The history of a country, one line for each day on which something began or ended."""
    try:
        code = country(written)
    except UnclearError as unclear:
        raise UsageError("\n".join(told(unclear))) from unclear
    events = history.timeline(code)
    if not events:
        return f"The tables hold nothing on {code}: a third country without a decision.\n"
    return "".join(f"{_event(event)}\n" for event in events)


def _event(event: history.Event) -> str:
    day = "before all" if event.day == date.min else event.day.isoformat()
    mark = "  UNVERIFIED" if event.unverified else ""
    return f"{day}  {event.regime.ljust(2)}  {event.text}{mark}"


def _line(row: Dated, as_of: date) -> str:
    period = f"{row.valid_from or '...'} to {row.valid_to or '...'}".ljust(24)
    mark = "  UNVERIFIED" if row.unverified else ""
    return f"{period}  {in_force(row, as_of).ljust(8)}  {title(row)}{mark}"


def _page(row: Dated, as_of: date) -> Iterator[str]:
    yield title(row) + (f"  {UNVERIFIED}" if row.unverified else "")
    yield f"    {in_force(row, as_of)} on {as_of}"
    for field in fields(row):
        value = getattr(row, field.name)
        text = "; ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
        if value not in (None, "", False) and text:
            yield from (line.replace("       ", "", 1) for line in wrapped("", f"{field.name}: {text}"))
