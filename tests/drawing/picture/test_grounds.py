"""The line style of a flow is the worst of what the law says of it."""

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.picture.grounds import Ground, GroundKind, grounds
from vendor_registry.drawing.picture.words import english
from vendor_registry.model.findings.transfer import TransferVerdict
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.flow import flow_key

CASE = make.case(make.engagement("oak", **acme.LAPSED), make.engagement("elm"))
FLOW = next(flow for flow in CASE.graph.flows if flow.key == "oak")


def ground(*judged: tuple[TransferVerdict, str]) -> Ground:
    transfers = [
        acme.transfer(FLOW, verdict, Claim(claimed, claimed) if claimed else None) for verdict, claimed in judged
    ]
    return grounds([FLOW], transfers, english())[flow_key(FLOW)]


@pytest.mark.parametrize(
    ("instrument", "kind"),
    [
        ("", GroundKind.ADEQUACY),
        ("dpf", GroundKind.CERTIFICATE),
        ("uk_extension", GroundKind.CERTIFICATE),
        ("certification", GroundKind.CERTIFICATE),
        ("scc_2021_914", GroundKind.CLAUSES),
        ("ch_scc_2021_914_m3", GroundKind.CLAUSES),
        ("uk_idta", GroundKind.CLAUSES),
        ("bcr_p", GroundKind.BINDING_RULES),
        ("art49_1_a", GroundKind.DEROGATION),
        ("ch_art17", GroundKind.DEROGATION),
    ],
)
def test_a_covered_transfer_has_the_kind_of_its_instrument(instrument: str, kind: GroundKind) -> None:
    assert ground((TransferVerdict.COVERED, instrument)).kind is kind
    assert ground((TransferVerdict.COVERED_WITH_WARNING, instrument)).kind is kind


def test_a_flow_without_a_restricted_transfer_needs_no_ground() -> None:
    assert ground() == Ground(GroundKind.NONE_NEEDED, "no transfer")
    assert ground((TransferVerdict.NOT_RESTRICTED, "")).kind is GroundKind.NONE_NEEDED


def test_of_several_transfers_the_least_safe_counts() -> None:
    covered, unknown = (TransferVerdict.COVERED, "dpf"), (TransferVerdict.UNKNOWN, "")
    assert ground(covered, unknown).kind is GroundKind.UNKNOWN
    assert ground(covered, unknown, (TransferVerdict.NOT_COVERED, "")).kind is GroundKind.NOT_COVERED
    assert ground(covered, (TransferVerdict.COVERED, "scc_2021_914")).kind is GroundKind.CLAUSES


def test_the_words_name_the_country_and_what_carries_the_transfer() -> None:
    assert ground((TransferVerdict.COVERED, "SCC M3")).text == "SCC M3 (US)"
    assert ground((TransferVerdict.COVERED, "")).text == "2000/518/EC (US)"
    assert ground((TransferVerdict.NOT_COVERED, "")).text == "none for US"
    assert ground((TransferVerdict.UNKNOWN, "")).text == "not known for US"


def test_a_blank_mechanism_leaves_it_open_whether_there_is_a_ground() -> None:
    """The rule answers with a gap, so the line must not look broken."""
    blank = next(flow for flow in CASE.graph.flows if flow.key == "elm")
    found = grounds([blank], [acme.transfer(blank, TransferVerdict.NOT_COVERED, country="IN")], english())
    assert found[flow_key(blank)] == Ground(GroundKind.UNKNOWN, "not known for IN")


def test_every_kind_has_a_label() -> None:
    assert len({kind.label(english()) for kind in GroundKind}) == len(GroundKind)
