"""From sheets to a registry: what do the cells mean, and do the rows fit together? All faults at once."""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import MISSING, fields
from itertools import islice
from operator import le

from vendor_registry.intake.columns import BY_HEADER, language_of
from vendor_registry.intake.rows import consistency
from vendor_registry.intake.rows.draft import Draft, draft, unknown_headers
from vendor_registry.intake.rows.inheritance import Lenders, inherit
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.columnar import from_columns
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.registry import Lent, Registry
from vendor_registry.model.text.column import Column
from vendor_registry.model.text.origin import Fault, RefusedError
from vendor_registry.model.text.sheet import Sheet

BLANK = {one.name: one.default for one in fields(Engagement) if one.default is not MISSING}


def understand(sheets: tuple[Sheet, ...], policy: Policy) -> Registry:
    """The engagements that the sheets declare; raises RefusedError with all faults of all rows, sorted by place."""
    registry, faults = examine(sheets, policy)
    if faults:
        raise RefusedError(faults)
    return registry


def examine(
    sheets: tuple[Sheet, ...], policy: Policy, elsewhere: Collection[str] | None = ()
) -> tuple[Registry, tuple[Fault, ...]]:
    """As `understand`, but faults are told instead of raised; the registry is empty where there are any.

    `elsewhere` are texts of rows that were left out: one of them may be a key that others name. None where nobody
    knows which rows are missing; then what rows say of each other is not judged.
    """
    rows, unread = draft(sheets, policy)
    taken = inherit(rows)
    faults = (
        *unread,
        *(() if elsewhere is None else consistency.seats(rows, elsewhere)),
        *consistency.keys(rows, policy.systems),
        *(() if elsewhere is None else consistency.references(rows, policy.systems, elsewhere)),
        *consistency.dates(rows),
    )
    engagements = () if faults else _engagements(rows)
    remarks = (*(remark for sheet in sheets for remark in sheet.remarks), *rows.remarks)
    inherited = {} if faults else _by_key(rows.values["key"], taken)
    torn = {} if faults else _torn(rows, taken, engagements)
    columns = unknown_headers(sheets)
    return Registry(engagements, sheets, columns, inherited, remarks, torn), faults


def _by_key(keys: Sequence[str], taken: Lenders) -> dict[str, dict[str, str]]:
    """Who lends to whom by the keys of the rows instead of their numbers; of several the newest."""
    return {
        header: {keys[row]: keys[source] for row, (source, *_) in sorted(rows.items(), key=lambda pair: keys[pair[0]])}
        for header, rows in taken.items()
    }


def _torn(rows: Draft, taken: Lenders, engagements: Sequence[Engagement]) -> dict[str, dict[str, tuple[Lent, ...]]]:
    """The rows to which several lend that do not say the same."""
    several = {header: {row: sources for row, sources in lent.items() if sources[1:]} for header, lent in taken.items()}
    if not any(several.values()):
        return {}
    keys, by_key = rows.values["key"], {one.key: one for one in engagements}
    return {
        header: {
            keys[row]: tuple(Lent(keys[one], by_key[keys[one]].period, rows.values[header][one]) for one in sources)
            for row, sources in lent.items()
        }
        for header, lent in several.items()
    }


def _engagements(rows: Draft) -> Sequence[Engagement]:
    """One for each row, sorted by key, made of its cells when it is asked for."""
    count = len(rows.lines)
    if not count:
        return ()
    columns = {header: _filled(header, rows.values[header]) for header in BY_HEADER}
    columns["translations"] = _translations(rows)
    columns["file"], columns["line"] = rows.files, Column(rows.lines, range(count))
    return from_columns(Engagement, _by_key_order(columns))


def _by_key_order(columns: dict[str, Column]) -> dict[str, Column]:
    keys = list(columns["key"])
    if all(map(le, keys, islice(keys, 1, None))):  # as in most large sheets
        return columns
    order = array("i", sorted(range(len(keys)), key=keys.__getitem__))
    return {name: column.at(order) for name, column in columns.items()}


def _filled(header: str, column: Column) -> Column:
    """The values of a column, blank cells as the field's default."""
    blank = BLANK.get(header)
    if blank is None or None not in column.cells:
        return column
    return Column([blank if cell is None else cell for cell in column.cells], column.number)


def _translations(rows: Draft) -> Column:
    """For every row what it says in other languages, by header."""
    translated = {header: texts for header, texts in rows.values.items() if language_of(header)}
    if not translated:
        return Column.alike((), len(rows.lines))
    by_row = [[(header, text) for text in texts] for header, texts in sorted(translated.items())]
    return Column.of(tuple((header, text) for header, text in row if text) for row in zip(*by_row, strict=True))
