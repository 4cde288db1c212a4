"""What carries an engagement's transfers on the day, in the words of a document, as parts of a cell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from vendor_registry.documents.document import Cell, Run, Style, line
from vendor_registry.documents.parts.acts import clauses_on_onward_transfers, reference
from vendor_registry.documents.parts.names import Names
from vendor_registry.law.question import NOTHING
from vendor_registry.model.findings.transfer import OWN_RIGHT, Transfer, TransferVerdict, Way
from vendor_registry.model.register.claim import Claim, ClaimKind
from vendor_registry.model.register.engagement import Engagement

_WITHIN_THE_EEA = "intra_eea"  # an instrument that a sheet may claim
_BY_THEMSELVES = {"same-entity": "same_entity", "uk-transition": "uk_transition", "uk-bridge": "uk_bridge"}

_ASSUMED = ("set-assumed", "module-assumed")  # notes on what the words of the sheet leave open
_WHY_OPEN: Mapping[tuple[Way, ...], str] = {
    (Way.HOME,): "unknown_home",
    (Way.ESTABLISHMENT,): "unknown_territory",
    (Way.PLACE,): "unknown_territory",
}


def claimed(engagement: Engagement, transfers: Sequence[Transfer], names: Names) -> Cell:
    """The mechanisms in the words of the sheet. Where it has none, or says that there is no transfer, that is told
    only where one takes place: elsewhere `grounds` says so."""
    needed, phrases = any(one.answer.restricted for one in transfers), names.phrases
    unsaid = {NOTHING} if needed else {NOTHING, _WITHIN_THE_EEA}
    claims = [one for one in engagement.mechanism if one.kind is not ClaimKind.MEASURE and one.instrument not in unsaid]
    if not claims and not needed:
        return ()
    if claims:
        text = Run(names.phrases.series(written(claim, names) for claim in claims))
    elif engagement.mechanism:
        text = Run(phrases.say("ground.none"))
    else:
        text = Run(phrases.say("document.missing"), Style.MISSING)
    return ((Run(phrases.label(phrases.say("ground.mechanism")), Style.LABEL), text),)


def written(claim: Claim, names: Names) -> str:
    """A mechanism in the words of the sheet, its days as the language writes them."""
    text, days = claim.written, [day for day in (claim.signed, claim.until) if day]
    if len(days) == 2:
        text = re.sub(rf"{days[0]}\W+(?:\w+\W+)?{days[1]}", f"{days[0]} – {days[1]}", text)
    for day in days:
        text = text.replace(str(day), names.short_day(day))
    return names.quoted(text)


def grounds(transfers: Sequence[Transfer] | None, names: Names) -> Cell:
    """What the law finds to carry the transfers of one engagement: the worst answer of each country and regime.

    That nothing is transferred is said only where every answer proves it, and why. None: no flow leads to the
    engagement, so that nobody can say; no transfers: no law on transfers binds the sender, as far as is known.
    """
    say = names.phrases.say
    if not transfers:
        return (line(say("ground.no_flow" if transfers is None else "ground.unbound")),)
    several = len({transfer.regime for transfer in transfers if transfer.answer.restricted}) > 1
    sure = _told([one for one in transfers if one.sure and one.answer.restricted], names, several)
    unsure = [one for one in transfers if not one.sure]
    lines = [*sure, *_open(unsure, sure, names, several)]
    return tuple(
        line(names.phrases.opening(text)) for text in lines or sorted({_why_none(one, names) for one in transfers})
    )


def _open(unsure: Sequence[Transfer], sure: Sequence[str], names: Names, several: bool) -> Iterator[str]:
    """That it is not established whether the law binds; and what is agreed for the case that it does."""
    if unsure:
        reasons = {_WHY_OPEN.get(one.ways, "unknown_seat") for one in unsure}
        reason = reasons.pop() if len(reasons) == 1 else "unknown_seat"
        yield names.phrases.say(f"ground.{'unknown_rest' if sure and reason == 'unknown_seat' else reason}")
    agreed = [one for one in unsure if one.answer.restricted and one.answer.claim]
    for text in _told([one for one in agreed if one.answer.verdict is not TransferVerdict.UNKNOWN], names, several):
        if text not in sure:
            yield names.phrases.say("ground.if_transfer", ground=text)


def measures(engagement: Engagement, names: Names) -> Cell:
    """The supplementary measures (EDPB Recommendations 01/2020), where there are any, whichever cell has them."""
    label = Run(names.phrases.label(names.phrases.say("ground.measures")), Style.LABEL)
    beside = (names.quoted(claim.written) for claim in engagement.mechanism if claim.kind is ClaimKind.MEASURE)
    told = names.phrases.series(filter(None, (names.said(engagement, "measures"), *beside)))
    return ((label, Run(told)),) if told else ()


def _why_none(transfer: Transfer, names: Names) -> str:
    """Why an answer shows that nothing is transferred: one legal entity, or inside the area of the law that binds."""
    special = _BY_THEMSELVES.get(transfer.answer.basis)
    return names.phrases.say(f"ground.{special or f'inside_{transfer.regime}'}")


def _told(restricted: Sequence[Transfer], names: Names, several: bool) -> list[str]:
    """The worst answer of each country and regime, each once."""
    worst: dict[tuple[str, str], int] = {}
    for transfer in restricted:
        where = (transfer.importer_country, transfer.regime)
        worst[where] = max(worst.get(where, 0), transfer.answer.verdict.rank)
    counting = [one for one in restricted if one.answer.verdict.rank == worst[one.importer_country, one.regime]]
    return sorted({_text(transfer, names, several) for transfer in counting})


def _text(transfer: Transfer, names: Names, several: bool) -> str:
    say, ground = names.phrases.say, ground_of(transfer, names)
    if not transfer.importer_country:
        return ground
    country = names.country(transfer.importer_country)
    if _onward(transfer):
        within = transfer.importer_country == transfer.exporter_country
        country = say("ground.onward_within" if within else "ground.onward_to", country=country)
    if several:
        return say("ground.of_regime", country=country, regime=say(f"ground.{transfer.regime}"), ground=ground)
    return say("ground.of_country", country=country, ground=ground)


def _onward(transfer: Transfer) -> bool:
    """Whether a recipient outside hands on what an earlier transfer brought, and is bound by that transfer only."""
    return transfer.answer.earlier != "" and OWN_RIGHT.isdisjoint(transfer.ways)


def ground_of(transfer: Transfer, names: Names) -> str:
    """What carries one transfer, or that nothing does, or what is not known."""
    say, answer = names.phrases.say, transfer.answer
    match answer.verdict:
        case TransferVerdict.NOT_COVERED:
            clauses = clauses_on_onward_transfers(answer.earlier, names) if _onward(transfer) else ""
            text = "ground.not_covered" if transfer.flow.claims else "ground.not_stated"  # a blank cell is no denial
            return say(f"{text}_clauses", clauses=clauses) if clauses else say(text)
        case TransferVerdict.UNKNOWN:
            return say("ground.unknown", settles=names.phrases.series(_settling(answer.settles, names)))
        case _:
            text = reference(answer, transfer.regime, names)
            if any(map(answer.has, _ASSUMED)):
                text = say("ground.assumed", ground=text)
            return _with_earlier(text, transfer, names) if _onward(transfer) else text


def _with_earlier(ground: str, transfer: Transfer, names: Names) -> str:
    """The clauses of the transfer that brought the data bind who hands it on (2021/914, Clauses 8.8 and 9)."""
    clauses = clauses_on_onward_transfers(transfer.answer.earlier, names)
    return names.phrases.say("ground.onward", ground=ground, clauses=clauses) if clauses else ground


def _settling(codes: Iterable[str], names: Names) -> Iterator[str]:
    """Each in words; in German a capital follows the colon before the first, and no semicolon before the others."""
    for number, code in enumerate(codes):
        text = names.phrases.say(f"settles.{code}")
        yield f"{text[:1].lower()}{text[1:]}" if number else text
