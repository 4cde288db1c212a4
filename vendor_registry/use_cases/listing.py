"""The registry as a table, for people and for spreadsheets (the door to pandas)."""

import json

import pandas

from vendor_registry.case.case import Case
from vendor_registry.model.inert import inert
from vendor_registry.model.origin import UsageError
from vendor_registry.model.visible import visible
from vendor_registry.reports.as_csv import BOM
from vendor_registry.use_cases.only import Keys

_COUNTED = ("vendor", "role", "service", "zone", "country", "affiliate")
_WIDEST = 40  # letters of a value in a table of counts


def table(case: Case, only: Keys = None) -> pandas.DataFrame:
    """The engagements in force as a DataFrame, one row each, indexed by key; lists are joined with "; "."""
    rows = [
        {
            "key": one.key,
            "vendor": one.vendor,
            "role": str(one.role),
            "service": one.service,
            "products": "; ".join(one.products),
            "zone": one.zone,
            "country": one.country,
            "region": str(one.region),
            "data": "" if one.data is None else "; ".join(one.data),
            "mechanism": "; ".join(claim.written for claim in one.mechanism),
            "engaged_by": "; ".join(one.engaged_by),
            "affiliate": "yes" if one.affiliate else "no",
            "since": one.since.isoformat() if one.since else "",
            "until": one.until.isoformat() if one.until else "",
        }
        for one in case.running
        if only is None or one.key in only
    ]
    columns = ["key", "vendor", "role", "service", "products", "zone", "country", "region", "data"]
    columns += ["mechanism", "engaged_by", "affiliate", "since", "until"]
    return pandas.DataFrame(rows, columns=columns).set_index("key")


def as_csv(frame: pandas.DataFrame) -> str:
    """CSV that a spreadsheet opens without running anything."""
    texts = frame.reset_index().map(lambda value: inert(visible(str(value))))
    return BOM + str(texts.to_csv(index=False, lineterminator="\r\n"))


def as_json(frame: pandas.DataFrame) -> str:
    """A JSON list with one object a row."""
    return json.dumps(frame.reset_index().to_dict("records"), ensure_ascii=False, indent=2) + "\n"


def counts(frame: pandas.DataFrame, by: list[str]) -> str:
    """How many engagements there are per value of one or two columns, as a text table with totals.

    Raises UsageError for a column that is not counted by, for one named twice, and for more than two.
    """
    unknown = next((column for column in by if column not in _COUNTED), "")
    if unknown or len(set(by)) < len(by) or len(by) > 2:
        wrong = f'"{unknown}" is not counted by' if unknown else "Too many columns, or one of them twice"
        raise UsageError(f"{wrong}; count by one or two of {', '.join(_COUNTED)}.")
    if frame.empty:
        return "No engagement is in force.\n"
    shown = frame[list(by)].map(lambda value: _cut(visible(str(value))))
    rows, columns = shown[by[0]], shown[by[1]] if len(by) == 2 else pandas.Series("engagements", frame.index, name="")
    table = pandas.crosstab(rows, columns, margins=len(by) == 2, margins_name="all").to_string()
    return "".join(f"{line.rstrip()}\n" for line in table.splitlines())


def _cut(text: str) -> str:
    """A value that stands at the beginning of a line: not too long, and no command to a build server."""
    shown = text.replace("::", r"\x3a:", 1) if text.startswith("::") else text
    return shown if len(shown) <= _WIDEST else f"{shown[: _WIDEST - 1]}…"
