"""A proof that is wrong in any part must not be shown."""

from dataclasses import replace
from typing import Any

import pytest

from tests.flows.graphs import Arrow, reach_of
from vendor_registry.flows.network import Barred
from vendor_registry.flows.proofs.find import prove
from vendor_registry.flows.proofs.proof import Proof
from vendor_registry.flows.proofs.replay import verify
from vendor_registry.flows.reach import Reach
from vendor_registry.model.findings.finding import Hop
from vendor_registry.model.text.origin import FailureError

C = ("content",)
ARROWS: list[Arrow] = [("s", "a", C), ("a", "b", C), ("b", "z", C), ("s", "c", None), ("c", "z", ("contact",))]


def right() -> tuple[Reach, Proof]:
    reach = reach_of(ARROWS, s="eu")
    [proof] = prove(reach, "z", C, ("eu",))
    return reach, proof


def test_a_right_proof_passes() -> None:
    verify(*right())


def hop(source: str, target: str) -> Hop:
    [flow] = [flow for flow in right()[0].network.graph.flows if (flow.source, flow.target) == (source, target)]
    return Hop(flow, C)


def flows(*pairs: tuple[str, str]) -> tuple[Any, ...]:
    return tuple(hop(*pair).flow for pair in pairs)


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        ({"witness": (hop("s", "a"), hop("b", "z"))}, "does not travel all of it"),  # not end to end
        ({"witness": (hop("a", "b"), hop("b", "z"))}, "does not travel all of it"),  # starts nowhere
        ({"witness": (hop("s", "a"), hop("a", "b"))}, "does not travel all of it"),  # ends short of the sink
        ({"witness": (hop("s", "c"), hop("c", "z"))}, "does not travel all of it"),  # carries something else
        ({"witness": ()}, "does not travel all of it"),
        ({"homes": ("us",)}, "does not travel all of it"),
        ({"covered": ("contact",)}, "does not travel all of it"),
        ({"disjoint": (flows(("s", "c"), ("c", "z")),)}, "a route is none"),
        ({"disjoint": 2 * (flows(("s", "a"), ("a", "b"), ("b", "z")),)}, "two routes share a flow"),
        ({"more": ((hop("s", "a"), hop("a", "b"), hop("b", "z")),)}, "two routes share a flow"),
        ({"on_every_route": flows(("c", "z"))}, "not on every route"),
        ({"cut": ()}, "leaves a route open"),
        ({"cut": flows(("c", "z"))}, "leaves a route open"),
        ({"cut": flows(("a", "b"), ("b", "z"))}, "a flow too many"),
        ({"cut": flows(("b", "z"), ("c", "z"))}, "a flow too many"),
    ],
)
def test_a_proof_with_a_part_that_does_not_hold_is_a_failure(change: dict[str, Any], doubt: str) -> None:
    reach, proof = right()
    with pytest.raises(FailureError, match=doubt):
        verify(reach, replace(proof, **change))


def test_a_chain_over_a_blank_is_not_sure() -> None:
    reach = reach_of([("s", "a", None), ("s", "b", C), ("a", "z", None)], s="eu")
    [proof] = prove(reach, "z", C, ("eu",))
    assert not proof.sure
    with pytest.raises(FailureError, match="does not travel all of it"):
        verify(reach, replace(proof, sure=True))


def test_what_is_barred_is_no_route() -> None:
    reach, proof = right()
    with pytest.raises(FailureError, match="does not travel all of it"):
        verify(reach.barring([Barred("a", "b", C)]), proof)


def test_what_starts_at_a_third_party_still_starts_there_when_its_flow_is_set_aside() -> None:
    """b got content from nowhere and hands it to c; a waiver for that flow leaves it with b."""
    reach = reach_of([("s", "b", ("contact",)), ("b", "c", C)], s="eu").barring([Barred("b", "c", C)])
    assert reach.undeclared == ()
    [proof] = prove(reach, "b", C, ("eu",))
    assert (proof.source, proof.witness) == ("b", ())
    assert prove(reach, "c", C, ("eu",)) == ()
