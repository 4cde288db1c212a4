"""On what a flow rests: the line styles of the picture, from the answers of the law."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.findings.transfer import Transfer, TransferVerdict
from vendor_registry.model.register.flow import Flow, FlowKey, flow_key


class GroundKind(StrEnum):
    """Kinds of ground (GDPR Chapter V), the safest first; each has a line style of its own."""

    NONE_NEEDED = "none-needed"  # the flow is no transfer
    ADEQUACY = "adequacy"  # Art. 45
    CERTIFICATE = "certificate"  # Art. 45 with a certificate of the importer (DPF), Art. 46(2)(e), (f)
    BINDING_RULES = "binding-rules"  # Art. 46(2)(b), 47
    CLAUSES = "clauses"  # Art. 46(2)(c), (d), 46(3)(a)
    DEROGATION = "derogation"  # Art. 49
    UNKNOWN = "unknown"
    NOT_COVERED = "not-covered"

    @property
    def rank(self) -> int:
        """0 for the safest; of several the highest counts."""
        return list(GroundKind).index(self)

    def label(self, words: Words) -> str:
        return words.say(f"ground.{self}")

    def short(self, words: Words) -> str:
        """In two words, where there is little room."""
        return words.say(f"ground_short.{self}")


_BY_INSTRUMENT = (  # prefixes of the ids of instruments, looked at in this order
    (("dpf", "uk_extension", "swiss_", "privacy_shield", "safe_harbour"), GroundKind.CERTIFICATE),
    (("certification", "code_of_conduct", "public_", "admin_"), GroundKind.CERTIFICATE),
    (("bcr",), GroundKind.BINDING_RULES),
    (("art49", "ch_art17"), GroundKind.DEROGATION),
    (("adequacy",), GroundKind.ADEQUACY),
    (("",), GroundKind.CLAUSES),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What carries one flow: the kind for its line, the words for its row."""

    kind: GroundKind
    text: str


def grounds(flows: Iterable[Flow], transfers: Sequence[Transfer], words: Words) -> Mapping[FlowKey, Ground]:
    """The ground of each flow. Of several transfers by one flow the least safe counts."""
    by_flow: dict[FlowKey, list[Transfer]] = {}
    for transfer in transfers:
        by_flow.setdefault(flow_key(transfer.flow), []).append(transfer)
    return {key: _worst(by_flow.get(key, []), words) for key in map(flow_key, flows)}


def _worst(transfers: list[Transfer], words: Words) -> Ground:
    judged = [(_kind(transfer), transfer) for transfer in transfers]
    restricted = [(kind, transfer) for kind, transfer in judged if kind is not GroundKind.NONE_NEEDED]
    if not restricted:
        return Ground(GroundKind.NONE_NEEDED, words.say("ground.none"))
    worst = max((kind for kind, _ in restricted), key=lambda kind: kind.rank)
    texts = {_words(kind, transfer, words) for kind, transfer in restricted if kind is worst}
    return Ground(worst, words.series(sorted(texts)))


def _kind(transfer: Transfer) -> GroundKind:
    """What the line shows. A blank mechanism leaves it open whether there is a ground: a gap, and nothing broken."""
    answer = transfer.answer
    match answer.verdict:
        case TransferVerdict.NOT_RESTRICTED:
            return GroundKind.NONE_NEEDED
        case TransferVerdict.UNKNOWN:
            return GroundKind.UNKNOWN
        case TransferVerdict.NOT_COVERED:
            return GroundKind.NOT_COVERED if transfer.flow.claims else GroundKind.UNKNOWN
        case TransferVerdict.COVERED | TransferVerdict.COVERED_WITH_WARNING:
            return _kind_of_instrument(answer.claim.instrument) if answer.claim else GroundKind.ADEQUACY


def _kind_of_instrument(instrument: str) -> GroundKind:
    return next(kind for prefixes, kind in _BY_INSTRUMENT if instrument.startswith(prefixes))


def _words(kind: GroundKind, transfer: Transfer, words: Words) -> str:
    """The claim as the sheet has it or the act as the tables of the law cite it, and the country by its code."""
    country = transfer.importer_country or words.say("ground.unknown_country")
    if kind is GroundKind.NOT_COVERED:
        return words.say("ground.none_for", country=country)
    if kind is GroundKind.UNKNOWN:
        return words.say("ground.unknown_for", country=country)
    answer = transfer.answer
    ground = answer.claim.written if answer.claim else answer.citation or answer.basis
    return words.say("ground.with_country", ground=ground, country=country)
