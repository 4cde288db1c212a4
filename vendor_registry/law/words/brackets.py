"""The days and the reference that stand beside a mechanism: "SCC M3 (2021-10-01)", "DPF (2023-09-01 to 2026-09-01)"."""

import re
from datetime import date
from typing import NamedTuple

from vendor_registry.model.text.month_names import named_months_in_iso

_DAY = r"(?:\d{4}-\d{1,2}-\d{1,2}|\b\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\b)"  # 2021-10-01, 01.10.2021
YEARS = range(1900, 2200)  # outside, it is a slip of the pen
_FROM = r"from|since|(?:signed|executed)(?: on)?|as of|as from|dated|ab|seit|vom|von|depuis|à partir du|du|desde|del|de"
_TO = r"to|until|till|through|expires|expiring|bis|bis zum|jusqu['’]au|au|hasta|al|a|-|–|—|/|\.\."
_SPAN = re.compile(
    rf"(?:\b(?:{_FROM})\s+)?(?P<first>{_DAY})(?:\s*(?:{_TO})\s*(?P<last>{_DAY}))?"
    rf"|\b(?:valid |gültig |válido )?(?:{_TO})\s+(?P<only>{_DAY})",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?<=[(,])\s*(?:ref|reference|approval|Az|Aktenzeichen|référence|referencia)\b\.?:?\s*(?P<it>[^();,]+)",
    re.IGNORECASE,
)
_LIKE_A_DAY = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[./]\d{1,2}[./]\d{1,2}\b|\b\d{1,2}\.? [A-Za-zäéûç]{3,10} \d{4}\b"
)


class Beside(NamedTuple):
    """What stands beside the words of a mechanism, and the words without it."""

    words: str
    signed: date | None = None
    until: date | None = None
    reference: str = ""
    wrong: str = ""  # why the days cannot be read; "" where they can


def read_beside(piece: str) -> Beside:
    """Take days and reference out of one entry of a mechanism cell."""
    piece = named_months_in_iso(piece)
    spans = list(_SPAN.finditer(piece))
    without = _SPAN.sub(" ", piece)
    other = _LIKE_A_DAY.search(without)
    if other:
        return Beside(words=without, wrong=f'"{other[0]}" is not a day as we read it; write it as in 2026-01-31')
    if len(spans) > 1:
        return Beside(words=without, wrong="more than one period stands beside it; write one entry for each")
    named = _REFERENCE.search(without)
    words = without.replace(named[0], " ") if named else without
    return _dated(words, spans[0] if spans else None, named["it"].strip() if named else "")


def _dated(words: str, span: re.Match[str] | None, reference: str) -> Beside:
    if span is None:
        return Beside(words=words, reference=reference)
    try:
        days = [_day(written) if written else None for written in (span["first"], span["last"] or span["only"])]
    except ValueError as wrong:
        return Beside(words=words, wrong=str(wrong))
    signed, until = days
    if signed and until and until < signed:
        return Beside(words=words, wrong=f"it ends on {until}, before it begins on {signed}")
    return Beside(words=words, signed=signed, until=until, reference=reference)


def _day(written: str) -> date:
    """A day as in ISO 8601, or with points and its day first, as German law writes it."""
    if "." in written:
        day, month, year = (int(part) for part in written.split("."))
    else:
        year, month, day = (int(part) for part in written.split("-"))
    if year not in YEARS:
        raise ValueError(f'"{written}" is too far away to be meant; years run from {YEARS[0]} to {YEARS[-1]}')
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f'"{written}" is not a day of the calendar; write it as in 2026-01-31') from None
