"""Every engagement of a kind has what we ask for: a paper, a review, a ground for its transfers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.reviews import last_done, newest_review
from vendor_registry.case.selectors import Selector
from vendor_registry.law.periods.months import months_after
from vendor_registry.model.findings.finding import Finding, Outcome, Shared
from vendor_registry.model.findings.transfer import Transfer, TransferVerdict
from vendor_registry.model.ledger.review import Review
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import VENDOR_LEVEL, Engagement
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.accepted_grounds import accepted, resting_badly
from vendor_registry.rules.shared.asked_columns import AskedColumn, Readable, read
from vendor_registry.rules.shared.policy_rules import chosen, looks_at_nothing, parameters, verdict
from vendor_registry.rules.shared.reviews import REVIEWS, lacking


@dataclass(frozen=True, kw_only=True, slots=True)
class Require:
    """What is asked for; whatever is left out is not."""

    where: Selector | None = None  # of which engagements; left out: all
    filled: tuple[AskedColumn, ...] = ()  # columns that say something
    mechanism: tuple[str, ...] = ()  # what their transfers may rest on: words of the column, or "adequacy"
    reviewed_months: int = 0  # at most so long ago; 0: not asked
    tia_months: int = 0


class Lack(NamedTuple):
    """Something an engagement does not have."""

    column: str
    said: tuple[str, str]  # what is so, before and behind the name of the vendor
    many: str  # the same of several vendors
    mend: str
    sure: bool = True  # False: the cell is blank, so nobody knows
    law: tuple[str, ...] = ()
    fact: str = ""  # what is so of this row alone
    shared_mend: str = ""  # where the mend of one row is not that of all


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each thing an engagement lacks; what belongs to a vendor is asked for once."""
    wanted = parameters(spec, Require)
    about = chosen(case, spec, "where", wanted.where)
    badly = resting_badly(case, accepted(wanted.mechanism)) if wanted.mechanism else {}
    told: set[tuple[str, str]] = set()
    columns = [read(case, asked) for asked in wanted.filled]
    findings = [*about.findings, *(looks_at_nothing(spec, why, "filled") for why in columns if isinstance(why, str))]
    readable = [column for column in columns if isinstance(column, Readable)]
    sure = set(about.sure)
    for one in (case.registry.by_key[key] for key in about.all):
        for lack in _lacks(case, wanted, readable, one, badly.get(one.key)):
            if (one.vendor, lack.column) not in told:
                findings.append(_finding(spec, one, lack, one.key in sure))
            if lack.column in VENDOR_LEVEL:
                told.add((one.vendor, lack.column))
    return RULE.outcome(spec, findings, counted(len(about.all), "engagement"))


def _lacks(
    case: Case, wanted: Require, readable: list[Readable], one: Engagement, badly: Transfer | None
) -> Iterator[Lack]:
    yield from (_blank(column.header) for column in readable if column.blank(one))
    for column, months in (("reviewed", wanted.reviewed_months), ("tia", wanted.tia_months)):
        yield from _old(case, one, column, months) if months else ()
    if badly:
        yield _resting(badly, wanted.mechanism)


def _blank(column: str) -> Lack:
    if column in REVIEWS:
        return _not_done(column, None)
    said, many = ("The row of ", f" leaves {column} blank"), f"The rows of these vendors leave {column} blank"
    return Lack(column, said, many, f"Fill in {column}.", sure=False)


def _not_done(column: str, failed: Review | None) -> Lack:
    said, many, fact = lacking(column, failed)
    return Lack(column, said, many, f"Do it, and write the day into {column}.", fact=fact)


def _old(case: Case, one: Engagement, column: str, months: int) -> Iterator[Lack]:
    done = last_done(case, one, column)
    if done is None:
        yield _not_done(column, newest_review(case, one, column))
    elif months_after(done, months) < case.as_of:
        said = f"The last {REVIEWS[column]} ", f" is older than {months} months"
        many = f"{said[0]}these vendors{said[1]}"
        mend = f"Do it again, and write the day into {column}."
        yield Lack(column, said, many, mend, fact=f"it is of {done}, and was due again by {months_after(done, months)}")


def _resting(transfer: Transfer, mechanism: tuple[str, ...]) -> Lack:
    answer = transfer.answer
    country = transfer.importer_country or "a country that is not known"
    on = (answer.claim.written if answer.claim else answer.basis) if answer.ground else "nothing"
    asked = listed(mechanism, "or")
    return Lack(
        column="mechanism",
        said=("A transfer to ", f" does not rest on {asked}, which is asked for"),
        many=f"Transfers to these vendors do not rest on {asked}, which is asked for",
        mend=f"Agree on {asked} and write it into mechanism, or correct {transfer.via}.",
        shared_mend=f"Agree on {asked} and write it into mechanism, or correct the places.",
        fact=f"from {transfer.flow.source} to {country} it rests on {on}",
        sure=answer.verdict is not TransferVerdict.UNKNOWN,
        law=(answer.citation,) if answer.citation else (),
    )


def _finding(spec: RuleSpec, one: Engagement, lack: Lack, sure: bool) -> Finding:
    who, (before, behind) = f"{one.vendor} ({one.key})", lack.said
    fact = f": {lack.fact}" if lack.fact else ""
    return Finding(
        rule=spec.id,
        verdict=verdict(spec, sure=sure and lack.sure),
        cell=one.cell(lack.column),
        message=f"{before}{who}{behind}{fact}.",
        mend=lack.mend,
        law=(*RULE.law, *lack.law),
        sink=one.key,
        shared=Shared(f"{lack.many}.", lack.shared_mend or lack.mend, f"{who}{fact}"),
        settled_by=((one.cell(lack.column),),),
    )


RULE = Rule(
    id="require",
    title="Every engagement of a kind has what we ask for",
    law=("GDPR Art. 28(1) and (3)", "GDPR Art. 5(2)"),
    check=check,
    parameters=Require,
)
