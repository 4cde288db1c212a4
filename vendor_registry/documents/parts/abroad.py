"""Where data goes outside, country by country, as records of processing say it (GDPR Art. 30(1)(e), (2)(c))."""

from collections.abc import Collection, Iterator, Sequence

from vendor_registry.documents.document import Cell, Line, Style, line
from vendor_registry.documents.parts.contract import Contract
from vendor_registry.documents.parts.grounds import ground_of
from vendor_registry.documents.parts.received import by_importer
from vendor_registry.law.tables.zones import REGIMES
from vendor_registry.model.findings.transfer import Transfer, TransferVerdict
from vendor_registry.model.register.engagement import Engagement

_EXCEPTION = "derogation"  # Art. 49: the safeguards of its second subparagraph are to be documented
_OF_THE_RECORD = "eu"  # the law that asks for the record, whether or not it is certain that it binds the sender
_Received = tuple[Engagement, Transfer]


def abroad(contract: Contract, rows: Sequence[Engagement], senders: Collection[str] | None = None) -> Cell:
    """Each third country with what carries the transfers there, and to whom; for Art. 49, that its safeguards are to
    be documented. `senders`: keys of those whose transfers count; None: everybody's.

    Other law than that of the record is told where it binds the sender for certain; where it may, that it may.
    """
    received, say = by_importer(contract.case), contract.say
    ours = [(row, one) for row in rows for one in received.get(row.key, ()) if one.answer.restricted]
    found = [(row, one) for row, one in ours if senders is None or one.flow.source in senders]
    told = [(row, one) for row, one in found if one.sure or one.regime == _OF_THE_RECORD]
    perhaps = {one.regime for _, one in found} - {one.regime for _, one in told}
    lines = list(_countries(contract, told))
    if perhaps:
        laws = contract.names.phrases.series(say(f"ground.{one}") for one in REGIMES if one in perhaps)
        lines.append(line(say("records.other_law", laws=laws)))
    return tuple(lines) or (line(say("records.nowhere")),)


def _countries(contract: Contract, told: Sequence[_Received]) -> Iterator[Line]:
    several = len({one.regime for _, one in told}) > 1
    by_country: dict[str, dict[str, list[str]]] = {}
    for row, one in told:
        code = one.importer_country
        country = contract.names.country(code) if code else contract.say("transfers.unknown_country")
        ground = _ground(contract, one, several)
        by_country.setdefault(country, {}).setdefault(ground, []).append(row.vendor)
    unknown, order = contract.say("transfers.unknown_country"), contract.names.phrases.order
    for country, grounds in sorted(by_country.items(), key=lambda one: (one[0] == unknown, order(one[0]))):
        yield line(contract.names.phrases.label(country).strip(), Style.STRONG)
        for ground, vendors in sorted(grounds.items()):
            named = contract.names.phrases.series(sorted(vendors, key=contract.names.phrases.order))
            yield line(contract.say("records.transfer", ground=ground, vendors=named))


def _ground(contract: Contract, one: Transfer, several: bool) -> str:
    """What carries it, under which law where that is not plain, and with the doubt whether that law binds."""
    phrases = contract.names.phrases
    say, ground, law = contract.say, ground_of(one, contract.names), contract.say(f"ground.{one.regime}")
    if one.answer.basis == _EXCEPTION:
        ground = say("records.documented", ground=ground)
    if not one.sure and one.answer.verdict is not TransferVerdict.UNKNOWN:
        return phrases.label(phrases.opening(say("transfers.perhaps", law=law))) + ground
    return phrases.label(phrases.opening(law)) + ground if several else phrases.opening(ground)
