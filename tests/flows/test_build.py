"""From rows and policy to nodes and flows."""

import random
from datetime import date

from tests import make
from tests.rules.random_cases import random_case
from vendor_registry.case.case import Case
from vendor_registry.flows.build import FlowGraph, build, sources_of
from vendor_registry.model.policy.policy import OwnFlow
from vendor_registry.model.register.flow import NodeKind
from vendor_registry.model.register.registry import Registry


def arrows(graph: FlowGraph) -> list[tuple[str, str, str]]:
    return [(flow.source, flow.target, flow.key) for flow in graph.flows]


def test_a_row_gets_its_data_from_whom_it_says_else_from_those_who_engage_it_else_from_our_systems() -> None:
    """
    key | zone | receives_from | engaged_by
    a   | eu   |               |
    b   | *    |               |
    c   | eu   |               | a
    d   | eu   | b             | a
    """
    case = make.case(
        make.engagement("a"),
        make.engagement("b", zone="*"),
        make.engagement("c", engaged_by=("a",)),
        make.engagement("d", engaged_by=("a",), receives_from=("b",)),
    )
    found = {key: sources_of(case.registry.by_key[key], case.policy.systems) for key in "abcd"}
    assert found == {"a": ("platform-eu",), "b": ("platform-eu", "platform-us"), "c": ("a",), "d": ("b",)}
    rows = [arrow[:2] for arrow in arrows(case.graph) if not arrow[0].startswith("subject:")]
    assert sorted(rows) == sorted((source, key) for key, sources in found.items() for source in sources)


def test_a_key_written_twice_is_one_flow() -> None:
    case = make.case(make.engagement("a", receives_from=("platform-eu", "platform-eu")))
    assert [arrow for arrow in arrows(case.graph) if arrow[1] == "a"] == [("platform-eu", "a", "a")]


def test_another_product_or_zone_is_another_system() -> None:
    case = make.case(make.engagement("a", products=("other",)), make.engagement("b", zone="us"))
    assert [arrow[:2] for arrow in arrows(case.graph) if arrow[1] in "ab"] == [("platform-us", "b")]


def test_flows_come_by_source_target_and_row_key_whatever_the_order_of_the_rows() -> None:
    for seed in range(300):
        case = random_case(seed)
        rows = list(case.running)
        random.Random(seed).shuffle(rows)
        assert arrows(case.graph) == sorted(arrows(case.graph))
        assert build(rows, case.policy, case.as_of) == case.graph
        assert list(case.graph.nodes) == sorted(case.graph.nodes)


def test_what_is_not_in_force_does_not_exist_but_is_known() -> None:
    """
    key  | since      | until      | on 2026-11-23
    past |            | 2026-11-22 | no
    now  | 2026-11-23 | 2026-11-23 | yes
    next | 2026-11-24 |            | no
    """
    flow = OwnFlow(source="platform-eu", target="platform-us", since=date(2026, 11, 24))
    case = make.case(
        make.engagement("past", until=date(2026, 11, 22)),
        make.engagement("now", since=make.DAY, until=make.DAY),
        make.engagement("next", since=date(2026, 11, 24), engaged_by=("now",)),
        flows=(flow,),
    )
    assert {node.key for node in case.graph.nodes.values() if node.kind is NodeKind.ENGAGEMENT} == {"now"}
    assert arrows(case.dormant) == [
        ("now", "next", "next"),
        ("platform-eu", "past", "past"),
        ("platform-eu", "platform-us", "flow.1"),
    ]


def test_what_a_row_that_is_not_in_force_would_hand_on_is_not_handed_on() -> None:
    rows = (make.engagement("a", until=date(2026, 11, 22)), make.engagement("b", engaged_by=("a",)))
    case = Case(Registry(rows), make.policy(), make.DAY)
    assert [arrow for arrow in arrows(case.graph) if "b" in arrow] == []
