"""What a number format of Excel makes of a number: a day, or a number with zeros in front (ECMA-376 18.8.30)."""

import re
from datetime import date, datetime, timedelta

BUILT_IN_DAYS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
NO_PLACEHOLDER = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
PADDED = re.compile(r'(?:0|\\.|"[^"]*"|[- ])+')
PIECES = re.compile(r'(0)|\\(.)|"([^"]*)"|([- ])')
LAST_DAY = 2_958_465  # 9999-12-31: what Excel shows as #####
EXACT = 1e21  # up to here a cell shows the digits of a whole number
LEAP_DAY = 60  # Excel counts a 29 February 1900, which there was not


def is_day(number: int, code: str) -> bool:
    """Whether a format shows days, by its number or its code."""
    if not code:
        return number in BUILT_IN_DAYS
    bare = NO_PLACEHOLDER.sub("", code.split(";")[0]).lower()
    return "general" not in bare and any(letter in bare for letter in "ydms")


def is_padded(code: str) -> bool:
    """Whether a format puts zeros in front, as those of post codes do."""
    return code.count("0") > 1 and bool(PADDED.fullmatch(code))


def as_day(value: float, first_day: date) -> str:
    """The day, and the time where there is one, that a number stands for; the number itself where it is none."""
    days = int(value // 1)
    if not 0 < value <= LAST_DAY + 1:
        return as_number(value)
    if first_day.year < 1900 and days < LEAP_DAY:
        days += 1
    moment = datetime.combine(first_day, datetime.min.time()) + timedelta(days=days, seconds=round(value % 1 * 86_400))
    if int(value) == 0:
        return str(moment.time())
    return str(moment if moment.time() != datetime.min.time() else moment.date())


def as_number(value: float) -> str:
    """A number as a person would have typed it: 90 rather than 90.0, and 1000000000000000 rather than 1e+15."""
    return str(int(value)) if value.is_integer() and abs(value) < EXACT else str(value)


def padded(value: float, code: str) -> str:
    """A whole number in a format of zeros, from its last digit on: 1067 as 01067."""
    pieces = [match.groups() for match in PIECES.finditer(code)]
    digits = str(int(value)).zfill(sum(bool(zero) for zero, *_ in pieces))
    spare = len(digits) - sum(bool(zero) for zero, *_ in pieces)
    found: list[str] = []
    for zero, *texts in pieces:
        if zero:
            found.append(digits[: spare + 1])
            digits, spare = digits[spare + 1 :], 0
        else:
            found.append(next(filter(None, texts), ""))
    return "".join(found)
