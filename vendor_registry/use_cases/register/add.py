"""A row to paste for a well-known vendor: what is known of it, in the columns of the sheet that is there."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vendor_registry.intake.catalogue.vendors import ALSO, Fact, facts_of, known, probable_vendor
from vendor_registry.intake.columns import COLUMNS
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import look
from vendor_registry.intake.words.keys import free_key, slug
from vendor_registry.intake.words.suggestions import did_you_mean, fold
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Added:
    """The row as text, and what is known: the facts it is made of, and the choices that it leaves blank."""

    text: str
    facts: tuple[Fact, ...]


def row_to_paste(name: str, sheet: Path, policy: Policy | None) -> Added:
    """The row of a vendor for this sheet; with a header where there is none. Raises UsageError for an unknown name."""
    facts = _facts(name)
    columns = policy.sheet.columns if policy else {}
    there = look(sheet, str(sheet), expected=engagements(columns)).sheet if sheet.is_file() else None
    header = there.header if there and there.header else tuple(column.header for column in COLUMNS)
    cells = _cells(facts, there)
    lines = [[cells.get(column, "") for column in header]]
    if there is None:
        lines.insert(0, list(header))
    return Added(_as_text(lines, there), tuple(fact for fact in facts if fact.column != ALSO))


def known_cells(name: str, there: Sheet) -> dict[str, str]:
    """What is known of a vendor, by column, with a key that no row of the sheet has. Raises UsageError as above."""
    return _cells(_facts(name), there)


def _facts(name: str) -> tuple[Fact, ...]:
    facts = facts_of(name)
    if not facts:
        all_known = f"It knows {len(known())}: {', '.join(known())}."
        by_hand = f"write its row by hand, vendors columns explains each cell. {all_known}"
        meant = probable_vendor(name)
        hint = did_you_mean(meant, all_known) if meant else by_hand
        raise UsageError(f'"{name}" is not in the catalogue; {hint}')
    return facts


def _cells(facts: Sequence[Fact], there: Sheet | None) -> dict[str, str]:
    """What is known for certain; of several places on offer, `region` is for the customer to fill."""
    told = [fact for fact in facts if fact.column != ALSO and not fact.is_choice]
    sources = dict.fromkeys(f"{fact.source} (seen {fact.seen})" for fact in told)
    vendor = facts[0].vendor
    return {
        "key": free_key(slug(fold(vendor)), _keys(there)),
        "vendor": vendor,
        **{fact.column: fact.value for fact in told},
        "source": "; ".join(sources),
    }


def _keys(there: Sheet | None) -> set[str]:
    if there is None or "key" not in there.header:
        return set()
    at = there.header.index("key")
    return {row.values[at].strip() for row in there.rows}


def _as_text(lines: Sequence[Sequence[str]], there: Sheet | None) -> str:
    """Delimited as the sheet is; for a workbook with tabs, which spreadsheets paste into cells."""
    out = io.StringIO()
    delimiter = "," if there is None else there.delimiter or "\t"
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(
        [[inert(cell) for cell in line] for line in lines]
    )
    return out.getvalue()
