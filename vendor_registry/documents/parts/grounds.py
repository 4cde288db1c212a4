"""What carries an engagement's transfers on the day, in the words of a document, as parts of a cell."""

from collections.abc import Sequence
from functools import cache

from vendor_registry.documents.document import Cell, Run, Style, line
from vendor_registry.documents.parts.names import Names, join
from vendor_registry.law.question import NOTHING
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import Mechanism
from vendor_registry.model.claim import ClaimKind
from vendor_registry.model.engagement import Engagement
from vendor_registry.model.transfer import Answer, Transfer, TransferVerdict

_WITHIN_THE_EEA, _ADEQUACY = "intra_eea", "adequacy"  # instruments that a sheet may claim
_AMENDED = " as amended by "  # how the table of decisions names one with its last change


def claimed(engagement: Engagement, transfers: Sequence[Transfer], names: Names) -> Cell:
    """The mechanisms in the words of the sheet. Where it has none, or says that there is no transfer, that is told
    only where one takes place: elsewhere `grounds` says so."""
    needed, phrases = any(map(_restricted, transfers)), names.phrases
    unsaid = {NOTHING} if needed else {NOTHING, _WITHIN_THE_EEA}
    claims = [one for one in engagement.mechanism if one.kind is not ClaimKind.MEASURE and one.instrument not in unsaid]
    if not claims and not needed:
        return ()
    if claims:
        text = Run(join(claim.written for claim in claims))
    elif engagement.mechanism:
        text = Run(phrases.say("ground.none"))
    else:
        text = Run(phrases.say("document.missing"), Style.MISSING)
    return ((Run(f"{phrases.say('ground.mechanism')}: ", Style.LABEL), text),)


def grounds(transfers: Sequence[Transfer] | None, names: Names) -> Cell:
    """What the law finds to carry the transfers of one engagement: the worst answer of each country and regime.

    What is no transfer is said once, and only where nothing else is. No transfers: no law on transfers binds the
    exporter. None: no flow leads to the engagement, so that nobody can say.
    """
    if not transfers:
        return (line(names.phrases.say("ground.unknown" if transfers is None else "ground.unbound")),)
    restricted = [transfer for transfer in transfers if _restricted(transfer)]
    if not restricted:
        return (line(names.phrases.say("ground.no_transfer")),)
    several = len({transfer.regime for transfer in restricted}) > 1
    worst: dict[tuple[str, str], int] = {}
    for transfer in restricted:
        where = (transfer.importer_country, transfer.regime)
        worst[where] = max(worst.get(where, 0), transfer.answer.verdict.rank)
    counting = [one for one in restricted if one.answer.verdict.rank == worst[one.importer_country, one.regime]]
    return tuple(line(text) for text in sorted({_text(transfer, names, several) for transfer in counting}))


def measures(engagement: Engagement, names: Names) -> Cell:
    """The supplementary measures (EDPB Recommendations 01/2020), where there are any, whichever cell has them."""
    label = Run(f"{names.phrases.say('ground.measures')}: ", Style.LABEL)
    beside = (claim.written for claim in engagement.mechanism if claim.kind is ClaimKind.MEASURE)
    told = join((*engagement.measures, *beside))
    return ((label, Run(told)),) if told else ()


def _restricted(transfer: Transfer) -> bool:
    return transfer.answer.verdict is not TransferVerdict.NOT_RESTRICTED


def _text(transfer: Transfer, names: Names, several_regimes: bool) -> str:
    phrases, code = names.phrases, transfer.importer_country
    country = names.country(code) if code else phrases.say("ground.unknown_country")
    ground = _ground(transfer, names)
    if several_regimes:
        return phrases.say(
            "ground.of_regime", country=country, regime=phrases.say(f"ground.{transfer.regime}"), ground=ground
        )
    return phrases.say("ground.of_country", country=country, ground=ground)


def _ground(transfer: Transfer, names: Names) -> str:
    match transfer.answer.verdict:
        case TransferVerdict.NOT_COVERED:
            return names.phrases.say("ground.not_covered")
        case TransferVerdict.UNKNOWN:
            return names.phrases.say("ground.unknown")
        case _:
            return _reference(transfer.answer, transfer.regime, names)


def _reference(answer: Answer, regime: str, names: Names) -> str:
    """The act that decided: a decision by its number, an instrument by its name."""
    kind, _, reference = answer.ground.partition(":")
    if kind == "decision":
        return _decision(reference, answer, regime, names)
    mechanism = _mechanisms().get((reference, regime))
    return _mechanism_name(mechanism, names.phrases.language) if mechanism else answer.citation or answer.basis


def _decision(reference: str, answer: Answer, regime: str, names: Names) -> str:
    """A decision on adequacy, and the certificate that it asks of the importer, where one is claimed."""
    phrases = names.phrases
    decision, amended, amendment = reference.partition(_AMENDED)
    if amended:
        decision = phrases.say("ground.amended", decision=decision, amendment=amendment)
    text = phrases.say(f"ground.adequacy_{regime}", decision=decision)
    certificate = _mechanisms().get((answer.claim.instrument, regime)) if answer.claim else None
    if certificate is None or certificate.id == _ADEQUACY:
        return text
    return phrases.say("ground.certificate", ground=text, certificate=_mechanism_name(certificate, phrases.language))


@cache
def _mechanisms() -> dict[tuple[str, str], Mechanism]:
    return {(mechanism.id, mechanism.regime): mechanism for mechanism in tables().mechanisms}


def _mechanism_name(mechanism: Mechanism, language: str) -> str:
    """The name in the table of the law; English where the table has no other."""
    names = {"de": mechanism.name_de, "fr": mechanism.name_fr, "es": mechanism.name_es}
    return names.get(language) or mechanism.name_en
