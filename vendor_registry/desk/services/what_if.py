"""What if: a vendor gone, a decision annulled, another day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from vendor_registry.case.case import Case
from vendor_registry.desk.services.days import day_of
from vendor_registry.desk.web.visit import Visit
from vendor_registry.law.catalogue import dated_tables
from vendor_registry.model.findings.report import Report
from vendor_registry.use_cases.desk.preview import Preview, compared
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.ledger.comparison.without import without

_MOST = 150  # choices that a list offers: a register may have ten thousand


@dataclass(frozen=True, kw_only=True, slots=True)
class Supposed:
    """What would be otherwise."""

    day: date
    gone: Sequence[str]
    report: Report | None  # of what is taken away
    other_day: Preview | None  # of another day, beside today


async def suppose(visit: Visit, gone: Sequence[str], day: str) -> Supposed:
    """Judge the register without some things, or as of another day. Raises UsageError for what names nothing."""
    now, case = await visit.standing(), await visit.case()
    wanted = [one.strip() for one in gone if one.strip()]
    as_of = day_of(day, now.as_of)
    then = replace(case, as_of=as_of)
    report = await visit.register.judge(without, then, wanted) if wanted else None
    other = await visit.register.judge(_on, then, now.report) if as_of != now.as_of else None
    return Supposed(day=as_of, gone=wanted, report=report, other_day=other)


def _on(case: Case, today: Report | None) -> Preview:
    return compared(today, check(case))


def choices(case: Case, like: str = "") -> list[tuple[str, str]]:
    """What can be taken away, with its name: vendors in force, decisions, mechanisms; of more than fit into a list only
    those that a text is part of, the law first."""
    wanted = like.partition(":")[2].casefold().strip() or like.casefold().strip()
    found = [*_law(), *_vendors(case)]
    if wanted:
        found = [one for one in found if any(wanted in text.casefold() for text in one)]
    return found[:_MOST]


def _vendors(case: Case) -> Iterator[tuple[str, str]]:
    vendors = {one.vendor: one.key for one in reversed(case.running)}
    for name, key in sorted(vendors.items(), key=lambda pair: pair[0].casefold()):
        yield f"vendor:{key}", name


@cache
def _law() -> tuple[tuple[str, str], ...]:
    law = dated_tables()
    found: list[tuple[str, str]] = []
    for table in ("adequacy", "mechanisms"):
        known: dict[str, str] = {}
        for row in law[table]:
            ground = str(getattr(row, "ground", "") or f"mechanism:{getattr(row, 'id', '')}")
            known.setdefault(ground, str(getattr(row, "title", "") or getattr(row, "name_en", "")))
        found += sorted(known.items())
    return tuple(found)
