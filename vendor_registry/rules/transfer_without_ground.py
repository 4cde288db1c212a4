"""No transfer into a third country without a ground that holds on the day."""

from collections.abc import Iterator

from vendor_registry.case.case import Case
from vendor_registry.model.finding import Finding, Outcome, Verdict
from vendor_registry.model.origin import Cell
from vendor_registry.model.policy import RuleSpec
from vendor_registry.model.transfer import Transfer, TransferVerdict
from vendor_registry.rules.judged import Judged, categories, chain, judged, laws, places
from vendor_registry.rules.rule import Rule

_TELLING = {  # why a claim does not carry, in the words of the law floor
    "wrong-module",
    "mechanism-not-yet",
    "mechanism-ended",
    "mechanism-dead",
    "not-a-mechanism",
    "measure-not-mechanism",
    "deciding-fact-unknown",
    "binding-unknown",
}


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each row whose worst answer is no, or nobody can say."""
    found = judged(case)
    restricted = [one for one in found if one.verdict is not TransferVerdict.NOT_RESTRICTED]
    return Outcome(
        rule=RULE.id,
        type=RULE.id,
        statement=RULE.title,
        findings=tuple(finding for one in restricted for finding in _findings(case, one)),
        examined=f"{len(restricted)} rows that send data into a third country, of {len(found)}",
    )


def _findings(case: Case, group: Judged) -> Iterator[Finding]:
    if group.verdict not in (TransferVerdict.NOT_COVERED, TransferVerdict.UNKNOWN):
        return
    worst = group.worst
    blank = not any(one.flow.claims for one in worst)
    proved = group.verdict is TransferVerdict.NOT_COVERED and not blank
    place_blank = all(one.importer_country == "" for one in worst)
    yield Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN if proved else Verdict.GAP,
        cell=group.cell("region" if place_blank and not blank else "mechanism"),
        message=_message(case, group, blank),
        mend=_mend(group, blank, place_blank),
        law=tuple(dict.fromkeys(one.answer.citation for one in worst if one.answer.citation)),
        data=categories(worst),
        source=worst[0].flow.source,
        sink=worst[0].flow.target,
        witness=chain(case, worst[0].flow),
        related=tuple(_blank_homes(case, worst)),
    )


def _blank_homes(case: Case, worst: tuple[Transfer, ...]) -> Iterator[Cell]:
    """The cells that say where the exporter is, if they decide whether the law binds it."""
    for key in dict.fromkeys(one.flow.source for one in worst if one.answer.has("binding-unknown")):
        yield case.graph.nodes[key].cell


def _message(case: Case, group: Judged, blank: bool) -> str:
    worst = group.worst
    sources = ", ".join(dict.fromkeys(case.graph.nodes[one.flow.source].name for one in worst))
    what = ", ".join(categories(worst)) or "data nobody has named"
    claimed = ", ".join(f'"{claim.written}"' for claim in worst[0].flow.claims)
    reason = "no mechanism is stated" if blank else f"{claimed} does not carry it on {case.as_of}"
    return (
        f"{group.who} gets {what} from {sources} in {places(worst)}, and under the law of {laws(worst)} {reason}"
        + "".join(f"; {text}" for text in _reasons(worst))
        + "."
    )


def _reasons(worst: tuple[Transfer, ...]) -> Iterator[str]:
    """What the law floor says against it; that a place is blank stands in the sentence already."""
    stated = [one for one in worst if one.importer_country] or worst
    told = (note.text for one in stated for note in one.answer.notes if note.code in _TELLING)
    yield from (text.rstrip(".") for text in dict.fromkeys(told))


def _mend(group: Judged, blank: bool, place_blank: bool) -> str:
    where = " Write region first: it may not be a transfer at all." if place_blank else ""
    if blank:
        return f"Write in mechanism what carries it, e.g. DPF (2023-09-01); SCC M2 (2021-10-01).{where}"
    if group.verdict is TransferVerdict.UNKNOWN:
        return f"State the fact that decides, in mechanism or in region.{where}"
    return f"Agree on a mechanism that holds, or keep the data out of {places(group.worst)}.{where}"


RULE = Rule(
    id="transfer-without-ground",
    title="No transfer without a ground that holds on the day",
    law=("GDPR Art. 44 to 49", "UK GDPR Art. 44 to 49", "FADP Art. 16 and 17"),
    check=check,
)
