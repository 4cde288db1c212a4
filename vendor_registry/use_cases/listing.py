"""The registry as a table, for people and for spreadsheets (the door to pandas)."""

import pandas

from vendor_registry.case.case import Case
from vendor_registry.model.origin import UsageError

_COUNTED = ("vendor", "role", "service", "zone", "country", "affiliate")


def table(case: Case) -> pandas.DataFrame:
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
            "affiliate": one.affiliate,
            "since": one.since.isoformat() if one.since else "",
            "until": one.until.isoformat() if one.until else "",
        }
        for one in case.running
    ]
    columns = ["key", "vendor", "role", "service", "products", "zone", "country", "region", "data"]
    columns += ["mechanism", "engaged_by", "affiliate", "since", "until"]
    return pandas.DataFrame(rows, columns=columns).set_index("key")


def as_csv(frame: pandas.DataFrame) -> str:
    """CSV that a spreadsheet opens without running anything: texts that look like formulas get an apostrophe."""
    return str(frame.map(_inert).rename(index=_inert).to_csv(lineterminator="\n"))


def as_json(frame: pandas.DataFrame) -> str:
    """A JSON list with one object a row."""
    return frame.reset_index().to_json(orient="records", force_ascii=False, indent=2) + "\n"


def counts(frame: pandas.DataFrame, by: list[str]) -> str:
    """How many engagements there are per value of one or two columns, as a text table with totals."""
    unknown = [column for column in by if column not in _COUNTED]
    if unknown or len(by) > 2:
        raise UsageError(f"Count by one or two of {', '.join(_COUNTED)}.")
    if frame.empty:
        return "No engagement is in force.\n"
    rows, columns = frame[by[0]], frame[by[1]] if len(by) == 2 else pandas.Series("engagements", frame.index, name="")
    return str(pandas.crosstab(rows, columns, margins=len(by) == 2, margins_name="all")) + "\n"


def _inert(value: object) -> object:
    """OWASP CSV injection: a leading = + - @ tab or return makes a formula of a text."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
