"""The registry as a table, for people and for spreadsheets (the door to pandas)."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas

from vendor_registry.case.case import Case
from vendor_registry.intake.columns import COLUMNS, language_of
from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.formats.as_csv import BOM
from vendor_registry.use_cases.selection.only import Keys

_WIDEST = 40  # letters of a value in a table of counts
_BLANK = "(blank)"  # how a blank is counted
_BETWEEN = "; "
_SEVERAL = tuple(column.header for column in COLUMNS if "; between" in column.accepted)  # whose cells are lists


def table(case: Case, only: Keys = None, columns: Sequence[str] = ()) -> pandas.DataFrame:
    """The engagements in force as a DataFrame, one row each, indexed by key; lists are joined with "; ".

    `columns`: these, in this order; none: every column of the manual, translated purposes, and what the sheet has
    besides. Raises UsageError for a column that is none of them.
    """
    shown = [one for one in case.running if only is None or one.key in only]
    known = every_column(case)
    for column in columns:
        check_known(column, known)
    wanted = [column for column in columns or known if column != "key"]
    rows = {one.key: [_cell(case, one, column) for column in wanted] for one in shown}
    frame = pandas.DataFrame.from_dict(rows, orient="index", columns=wanted).rename_axis("key")
    frame.attrs["several"] = tuple(column for column in wanted if column in _SEVERAL)
    return frame


def every_column(case: Case) -> tuple[str, ...]:
    """The headers of the manual, of translated ones, and of the extra columns of the sheet."""
    translated = sorted({header for one in case.registry.engagements for header, _ in one.translations})
    ours = [column.header for column in COLUMNS]
    return (*ours, *translated, *case.registry.extras)


def check_known(column: str, known: Sequence[str]) -> None:
    """Raises UsageError, with what was probably meant, for a column that is not known."""
    if column not in known:
        close = nearest(column, known)
        hint = f'did you mean "{close}"?' if close else "`vendors columns` lists them."
        raise UsageError(f'There is no column "{visible(column)}"; {hint}')


def _cell(case: Case, one: Engagement, column: str) -> str:
    """A cell as the sheet would have it, in our codes."""
    if column in case.registry.extras:
        return case.registry.extras[column].get((one.file, one.line), "")
    if language_of(column):
        return dict(one.translations).get(column, "")
    return _text(getattr(one, column))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return _BETWEEN.join(one.written if isinstance(one, Claim) else str(one) for one in value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def as_csv(frame: pandas.DataFrame) -> str:
    """CSV that a spreadsheet opens without running anything."""
    texts = frame.reset_index().map(_harmless).rename(columns=_harmless)
    return BOM + str(texts.to_csv(index=False, lineterminator="\r\n"))


def _harmless(text: str) -> str:
    """On one line, and nothing that a spreadsheet would run: a header of the sheet's own is as free as a cell."""
    return inert(visible(text))


def as_json(frame: pandas.DataFrame) -> str:
    """A JSON list with one object a row."""
    return json.dumps(frame.reset_index().to_dict("records"), ensure_ascii=False, indent=2) + "\n"


def counts(frame: pandas.DataFrame, by: list[str]) -> str:
    """How many engagements there are per value of one or two columns, as a text table; blanks count as blank.

    A cell with several entries counts for each of them, so that the lines may add up to more than there are. Raises
    UsageError for a column that there is not, for one named twice, and for more than two.
    """
    if len(set(by)) < len(by) or len(by) > 2:
        raise UsageError("--count-by takes one column or two, and not the same twice.")
    named = frame.reset_index()
    for column in by:
        check_known(column, list(named.columns))
    if frame.empty:
        return "No engagement is in force.\n"
    several = [column for column in by if column in frame.attrs["several"]]
    shown = _by_entry(named[list(by)], several).map(lambda value: _cut(visible(str(value))))
    single = pandas.Series("engagements", shown.index, name="")
    columns = shown[by[1]] if len(by) == 2 else single
    table = pandas.crosstab(shown[by[0]], columns, margins=len(by) == 2, margins_name="all").to_string()
    return "".join(f"{line.rstrip()}\n" for line in table.splitlines())


def _by_entry(cells: pandas.DataFrame, several: list[str]) -> pandas.DataFrame:
    """A line for each entry of a list, and a word for a blank."""
    for column in several:
        entries = cells[column].map(lambda text: list(dict.fromkeys(text.split(_BETWEEN))))
        cells = cells.assign(**{column: entries}).explode(column)
    return cells.replace("", _BLANK).reset_index(drop=True)


def _cut(text: str) -> str:
    """A value that stands at the beginning of a line: not too long, and no command to a build server."""
    shown = text.replace("::", r"\x3a:", 1) if text.startswith("::") else text
    return shown if len(shown) <= _WIDEST else f"{shown[: _WIDEST - 1]}…"
