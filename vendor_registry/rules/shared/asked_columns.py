"""Columns that a rule asks to be filled: ours by their names, extra ones of the sheet as `column:NAME`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, NamedTuple, get_args

from vendor_registry.case.case import Case
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.place import Region
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.unsaid import unsaid

Blankable = Literal[
    "legal_name", "address", "contact", "parent", "parent_country", "data_subjects", "data", "region",
    "access_from", "mechanism", "measures", "tia", "since", "until", "notified", "reviewed", "notice_days",
    "certifications", "lei", "retention", "dpa_url", "subprocessors_url", "source", "notes",
]  # fmt: skip
OURS = get_args(Blankable)
EXTRA = "column:"


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column of which a rule asks that its cells say something."""

    name: str
    extra: bool = False  # whether it is one of the company's own

    def __str__(self) -> str:
        return f"{EXTRA}{self.name}" if self.extra else self.name


class Readable(NamedTuple):
    """An asked column as the sheets have it."""

    header: str
    blank: Callable[[Engagement], bool]


def parse(written: str) -> AskedColumn:
    """A column as a rule names it; raises UsageError for one that is neither ours nor said to be extra."""
    name = " ".join(written.removeprefix(EXTRA).split())
    if name in OURS or (written.startswith(EXTRA) and name):
        return AskedColumn(name, extra=name not in OURS)
    if written.startswith(EXTRA):
        raise UsageError('Write the title of the column behind the colon: "column:Owner".')
    close = get_close_matches(written, OURS, 1)
    meant = f"did you mean {close[0]}? " if close else ""
    raise UsageError(f'{meant}Write one of {", ".join(OURS)}, or "column:{written}" for a column of your own.')


def read(case: Case, asked: AskedColumn) -> Readable | str:
    """The column of the sheets that is asked for; where no sheet has it, the reason, with what was probably meant."""
    if not asked.extra:
        return Readable(asked.name, lambda one: _says_nothing(getattr(one, asked.name)))
    extras = case.registry.extras
    folded = {_folded(header): header for header in sorted(extras, reverse=True)}
    header = asked.name if asked.name in extras else folded.get(_folded(asked.name), "")
    if not header:
        return f'no sheet has the column "{asked.name}"{_meant(case, asked.name, folded)}'
    cells = extras[header]
    return Readable(header, lambda one: _blank_text(cells.get((one.file, one.line), "")))


def _meant(case: Case, name: str, folded: Mapping[str, str]) -> str:
    ours = {
        _folded(title): header
        for sheet in case.registry.sheets
        for title, header in zip(sheet.titles, sheet.header, strict=False)
        if title != header
    }
    if _folded(name) in ours:
        return f"; that title is read as our column {ours[_folded(name)]}."
    close = get_close_matches(_folded(name), folded, 1)
    return f'; did you mean "{folded[close[0]]}"?' if close else "."


def _folded(title: str) -> str:
    return " ".join(title.casefold().replace("_", " ").split())


def _says_nothing(value: object) -> bool:
    return value.unknown if isinstance(value, Region) else not value


def _blank_text(text: str) -> bool:
    """Whether a cell is blank, holds invisible marks only, or says that there is nothing to say."""
    return not any(sign.isprintable() and not sign.isspace() for sign in text) or unsaid(text.strip())
