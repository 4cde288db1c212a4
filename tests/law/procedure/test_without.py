"""What-if: what falls when a ground is taken away, and what carries the transfer instead."""

import pytest

from tests.law.asking import question
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.procedure.without import taken_away


@pytest.mark.parametrize(
    ("key", "fallen"),
    [
        ("decision:2023/1795", {"decision:(EU) 2023/1795"}),
        ("decision:(EU) 2023/1795", {"decision:(EU) 2023/1795"}),
        ("decision:SI 2023/1028", {"decision:SI 2023/1028"}),
        ("mechanism:dpf", {"decision:(EU) 2023/1795", "mechanism:dpf"}),
        (
            "decision:2021/1772",  # what amends an act falls with it
            {
                "decision:(EU) 2021/1772",
                "decision:(EU) 2021/1772 as amended by (EU) 2025/1226",
                "decision:(EU) 2021/1772 as amended by (EU) 2025/2574",
            },
        ),
        ("decision:2025/2574", {"decision:(EU) 2021/1772 as amended by (EU) 2025/2574"}),
        ("mechanism:scc_2021_914_m3", {"mechanism:scc_2021_914_m3", "mechanism:ch_scc_2021_914_m3"}),
        ("mechanism:bcr", {"mechanism:bcr_c", "mechanism:bcr_p"}),
        ("decision:2023/17", set()),
        ("decision:", set()),
        ("mechanism:", set()),
        ("vendor:acme", set()),
    ],
)
def test_a_key_takes_away_what_it_names(key: str, fallen: set[str]) -> None:
    """By number of the act, by id, by the beginning of the id, by basis."""
    assert set(taken_away(key)) == fallen


def test_every_set_of_clauses_falls_together() -> None:
    """`mechanism:scc` is every set, IDTA and Addendum too."""
    fallen = set(taken_away("mechanism:scc"))
    assert {
        "mechanism:scc_2010_87",
        "mechanism:scc_2021_914_m1",
        "mechanism:uk_idta",
        "mechanism:uk_addendum",
    } <= fallen


def test_the_fallback_carries_the_transfer_when_the_decision_falls() -> None:
    """The Data Privacy Framework without its decision."""
    asked = question("DPF (2023-09-01); SCC M2 (2022-01-01)", importer_country="US")
    assert judge(asked).ground == "decision:(EU) 2023/1795"
    assert judge(asked, without=frozenset({"decision:2023/1795"})).ground == "mechanism:scc_2021_914_m2"
    assert judge(asked, without=frozenset({"decision:2023/1795", "mechanism:scc"})).verdict == "not_covered"


def test_the_addendum_falls_with_the_clauses_beneath_it() -> None:
    """UK Addendum on SCC 2021/914."""
    asked = question("SCC M2; UK Addendum (2022-04-01)", regime="uk", exporter_country="GB")
    assert judge(asked).ground == "mechanism:uk_addendum"
    assert judge(asked, without=frozenset({"mechanism:scc_2021_914"})).verdict == "not_covered"


def test_the_explanation_says_what_was_taken_away() -> None:
    """So that nobody takes a what-if for the law."""
    steps = judge(question(importer_country="JP"), without=frozenset({"decision:2019/419"})).steps
    assert any("taken away in this what-if" in step for step in steps)
