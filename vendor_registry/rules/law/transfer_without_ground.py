"""No transfer into a third country without a ground that holds on the day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.case.seats import Unstated, blank_seats, unstated_seats
from vendor_registry.law.question import NOTHING
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.findings.transfer import Doubt, Transfer, TransferVerdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.offers import offered
from vendor_registry.rules.shared.transfers_by_row import Judged, categories, chain, judged, laws, places

_TOLD_OTHERWISE = {"nothing-claimed", "binding-unknown", "stale-law"}  # by the rule itself, and by `vendors law`


_MENDS = {  # of several rows, by verdict and by whether the cell is blank
    (Verdict.GAP, True): "Write in mechanism what carries it; --each gives an example for each row.",
    (Verdict.BROKEN, False): "Agree on a mechanism that holds, or keep the data out of these countries.",
}
_ANY_FACT = "State the fact that decides, in mechanism or in region."
_WHERE = {  # by the column that does not name the country
    "region": "Write in region where it processes the data: there it may not be a transfer at all.",
    "country": "Write in country where it is established: there it may not be a transfer at all.",
    "access_from": "Write in access_from from which countries it reaches in: there it may not be a transfer at all.",
}
_FACTS = {  # by what is open
    Doubt.CERTIFICATE: "Write in mechanism the days of the certificate, such as DPF (2024-05-01 to 2025-04-30).",
    Doubt.CLAIM: "Write in mechanism which instrument is meant, and the day signed, such as SCC M3 (2024-05-01).",
    Doubt.AGREEMENT: "Write in mechanism the day signed, and the reference of the approval where it needs one.",
}
_ARTICLE_3 = {"eu": "GDPR Art. 3", "uk": "UK GDPR Art. 3", "ch": "FADP Art. 3"}


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each row whose worst answer is no, or nobody can say."""
    found = judged(case)
    restricted = [one for one in found.told if one.verdict is not TransferVerdict.NOT_RESTRICTED]
    return RULE.outcome(
        spec,
        (finding for one in restricted for finding in _findings(case, one)),
        f"{counted(len(restricted), 'row')} with data for a third country, of {found.looked_at}",
    )


def _findings(case: Case, group: Judged) -> Iterator[Finding]:
    if group.verdict not in (TransferVerdict.NOT_COVERED, TransferVerdict.UNKNOWN):
        return
    worst = group.worst
    unstated = unstated_seats(case, worst) if all(_only_binding_open(one) for one in worst) else ()
    if unstated:
        yield _of_unknown_binding(case, group, unstated)
        return
    blank = not any(one.flow.claims for one in worst)
    proved = group.verdict is TransferVerdict.NOT_COVERED and not blank
    nowhere = _column_without_country(worst)
    who, what, why = group.who, _what(case, worst), _why(case, group, worst)
    mend = _mend(case, group.verdict, worst, blank, nowhere)
    deciding = tuple(_open_regions(case, worst))
    seats = tuple(seat.cell for seat in blank_seats(case, _doubtful(worst))) if deciding else ()
    yield Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN if proved else Verdict.GAP,
        cell=group.cell("mechanism" if blank else nowhere or "mechanism"),
        message=f"{who} receives {what}; {why}.",
        mend=mend,
        law=tuple(dict.fromkeys(one.answer.citation for one in worst if one.answer.citation)),
        data=categories(worst),
        source=worst[0].flow.source,
        sink=worst[0].flow.target,
        witness=chain(case, worst[0].flow),
        related=deciding,
        shared=Shared(
            f"Data goes to a third country; {_state(case, group.verdict, worst)}.",
            _MENDS.get((Verdict.BROKEN if proved else Verdict.GAP, blank), mend),
            _who(group, worst),
            (*_law_in_doubt(worst), *_reasons(worst)),
        ),
        settled_by=((group.cell("mechanism"),), *([(*seats, *deciding)] if deciding else [])),
    )


def _only_binding_open(transfer: Transfer) -> bool:
    return set(transfer.answer.settles) == {Doubt.BINDING} and transfer.answer.has("binding-unknown")


def _column_without_country(worst: tuple[Transfer, ...]) -> str:
    """The column that does not name the country, where no other place of the row is as bad; the place first."""
    return "" if any(one.importer_country for one in worst) else _first_column(worst)


def _first_column(worst: Iterable[Transfer]) -> str:
    return min((one.via for one in worst), key=list(_WHERE).index)


def _of_unknown_binding(case: Case, group: Judged, seats: tuple[Unstated, ...]) -> Finding:
    """Nobody can say whether any law asks for a ground: the gap is where the seat of the sender can be written."""
    worst = group.worst
    names, what = listed(seat.name for seat in seats), _what(case, worst)
    where = f"where {names} {'is' if len(seats) == 1 else 'are'} established"
    why = f"{where} is not stated, so nobody can say whether the law of {laws(worst)} asks for a ground"
    mend = f"Write {where}{_or_name_the_operator(seats)}."
    cells = tuple(seat.cell for seat in seats)
    return Finding(
        rule=RULE.id,
        verdict=Verdict.GAP,
        cell=cells[0],
        message=f"{group.who} receives {what}; {why}.",
        mend=mend,
        law=tuple(dict.fromkeys(_ARTICLE_3[one.regime] for one in worst)),
        data=categories(worst),
        source=worst[0].flow.source,
        sink=worst[0].flow.target,
        witness=chain(case, worst[0].flow),
        related=(*cells[1:], group.cell("mechanism")),
        shared=Shared(
            f"{where[0].upper()}{where[1:]} is not stated, so nobody can say which law asks for a ground.",
            f"Write {where}.",
            _who(group, worst),
        ),
        settled_by=((group.cell("mechanism"),), (*cells, *_open_regions(case, worst))),
    )


def _or_name_the_operator(seats: tuple[Unstated, ...]) -> str:
    systems = [key for seat in seats for key in seat.systems]
    return f", or name in operator of {listed(systems)} the entity that runs it" if systems else ""


def _open_regions(case: Case, worst: tuple[Transfer, ...]) -> Iterator[Cell]:
    """The cells that say which data region a sender serves, if they decide whether the law binds it.

    One that serves every data region may hold the data of each, wherever it runs.
    """
    for key in _doubtful(worst):
        if key in case.policy.systems and case.graph.nodes[key].zone == ALL:
            yield replace(case.graph.nodes[key].cell, column=f"systems.{key}.zone")


def _doubtful(worst: tuple[Transfer, ...]) -> dict[str, None]:
    return dict.fromkeys(one.flow.source for one in worst if one.answer.has("binding-unknown"))


def _who(group: Judged, worst: tuple[Transfer, ...]) -> str:
    """`Stripe (US, ?)`: what is not stated is a question mark, as in the list of vendors."""
    countries = sorted({one.importer_country for one in worst}, key=lambda code: (code == "", code))
    return f"{group.who} ({', '.join(code or '?' for code in countries)})"


def _what(case: Case, worst: tuple[Transfer, ...]) -> str:
    """`contact from Support desk, in US (seat)`: where the recipient has it."""
    sources = listed(dict.fromkeys(case.graph.nodes[one.flow.source].name for one in worst))
    return f"{listed(categories(worst)) or 'data that is not named'} from {sources}, in {places(worst)}"


def _why(case: Case, group: Judged, worst: tuple[Transfer, ...]) -> str:
    """Which law asks for a ground, what the cell says of one, and what the law makes of that."""
    asks = next(_law_in_doubt(worst), f"the law of {laws(worst)} asks for a ground")
    return "; ".join((f"{asks}, and {_state(case, group.verdict, worst)}", *_reasons(worst)))


def _law_in_doubt(worst: tuple[Transfer, ...]) -> Iterator[str]:
    if any(one.answer.has(code) for one in worst for code in ("binding-unknown", "territory-unsettled")):
        yield f"whether the law of {laws(worst)} applies and asks for a ground is not certain"


def _state(case: Case, verdict: TransferVerdict, worst: tuple[Transfer, ...]) -> str:
    """What the cell says, and what the law makes of it."""
    claims = worst[0].flow.claims
    if not claims:
        return "mechanism is blank"
    said = ", ".join(f'"{claim.written}"' for claim in claims)
    if all(claim.instrument == NOTHING for claim in claims):
        return f"mechanism says {said}"
    if verdict is TransferVerdict.NOT_COVERED:
        return f"{said} does not carry it on {case.as_of}"
    return f"whether {said} carries it on {case.as_of} is open"


def _reasons(worst: tuple[Transfer, ...]) -> Iterator[str]:
    """What the law floor says against it; that a place is blank stands in the sentence already."""
    stated = [one for one in worst if one.importer_country] or worst
    told = (note.text for one in stated for note in one.answer.notes if note.code not in _TOLD_OTHERWISE)
    yield from (text.rstrip(".") for text in dict.fromkeys(told))


def _mend(case: Case, verdict: TransferVerdict, worst: tuple[Transfer, ...], blank: bool, nowhere: str) -> str:
    where = f" Write {nowhere} first: it may not be a transfer at all." if nowhere else ""
    known_first = sorted(worst, key=lambda one: one.importer_country == "")
    example = "; ".join(dict.fromkeys(words for one in known_first for words in offered(case, one)))
    such = f', for example "{example}"' if example else ""
    if blank:
        return f"Write in mechanism what carries it{such}.{where}"
    if verdict is TransferVerdict.UNKNOWN:
        return _fact(worst)
    countries = ", ".join(sorted({one.importer_country or "places not stated" for one in worst}))
    return f"Agree on a mechanism that holds{such}, or keep the data out of {countries}.{where}"


def _fact(worst: tuple[Transfer, ...]) -> str:
    """Which fact decides, and where it is written; in short where doubts differ, or no cell answers them."""
    kinds = {code for one in worst for code in one.answer.settles} - {Doubt.BINDING}
    if kinds == {Doubt.COUNTRY}:
        return _WHERE[_first_column(one for one in worst if Doubt.COUNTRY in one.answer.settles)]
    return _FACTS.get(Doubt(kinds.pop()), _ANY_FACT) if len(kinds) == 1 else _ANY_FACT


RULE = Rule(
    id="transfer-without-ground",
    title="No transfer without a ground that holds on the day",
    law=("GDPR Art. 44 to 49", "UK GDPR Art. 44 to 49", "FADP Art. 16 and 17"),
    check=check,
    of_law=True,
)
