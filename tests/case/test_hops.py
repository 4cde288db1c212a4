"""Onward transfers down a chain: what carries a further hop follows from the tool of the hop before (GDPR Art. 44)."""

from random import Random
from typing import Any

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.procedure.onward import judge_onward
from vendor_registry.law.question import Question
from vendor_registry.law.words.claims import understand
from vendor_registry.model.findings.transfer import Answer, TransferVerdict
from vendor_registry.model.register.engagement import DeIdentified, Engagement, Role


def row(key: str, country: str, mechanism: str = "", **changes: Any) -> Engagement:
    return make.engagement(key, mechanism=understand(mechanism)[0], **{"country": country, "region": country} | changes)


def answers(case: Case, regime: str = "eu") -> dict[tuple[str, str], Answer]:
    """By exporter and importer, under one regime."""
    return {(one.flow.source, one.flow.target): one.answer for one in transfers(case) if one.regime == regime}


def short(answer: Answer) -> str:
    return f"{answer.verdict} {answer.basis}"


CONTRACT = "covered_with_warning onward-contract"


@pytest.mark.parametrize(
    ("first", "country", "second", "expected"),
    [
        # SCC Module Three, Clauses 8.8 and 9: adequate, safeguards, or bound by the clauses; nothing less
        ("SCC M3 (2022-01-01)", "US", "", "not_covered none"),
        ("SCC M3 (2022-01-01)", "US", "DPA signed", "not_covered none"),
        ("SCC M3 (2022-01-01)", "US", "SCC M2 (2022-06-01)", "not_covered none"),
        ("SCC M3 (2022-01-01)", "US", "SCC M3 (2022-06-01)", "covered scc"),
        ("SCC M3 (2022-01-01)", "US", "BCR-P", "covered bcr"),
        # Data Privacy Framework, Accountability for Onward Transfer: a contract, and no less
        ("DPF (2023-09-01)", "US", "", "not_covered none"),
        ("DPF (2023-09-01)", "US", "none", "not_covered none"),
        ("DPF (2023-09-01)", "US", "Data encryption", "not_covered none"),
        ("DPF (2023-09-01)", "US", "DPA signed", CONTRACT),
        ("DPF (2023-09-01)", "US", "SCC M2 (2024-01-01)", CONTRACT),
        ("DPF (2023-09-01)", "US", "SCC M3 (2024-01-01)", "covered scc"),
        # an adequate country: its own rules, which are not in the tables
        ("", "JP", "", "unknown none"),
        ("", "JP", "DPA signed", "unknown none"),
        ("", "JP", "SCC M3 (2024-01-01)", "covered scc"),
        # ... or which are: regime uk is asked as well
        ("", "GB", "IDTA", "covered onward-own-law"),
        ("", "GB", "", "covered onward-own-law"),
    ],
)
def test_the_second_hop_is_judged_by_the_tool_of_the_first(
    first: str, country: str, second: str, expected: str
) -> None:
    """
    key | engaged_by | country | mechanism
    a   |            | country | first
    b   | a          | IN      | second
    """
    case = make.case(row("a", country, first), row("b", "IN", second, engaged_by=("a",)))
    assert short(answers(case)["a", "b"]) == expected


def test_a_controllers_processor_hands_on_under_module_two() -> None:
    """
    key | engaged_by | role          | country | mechanism
    a   |            | processor     | US      | SCC M2 (2022-01-01)
    b   | a          | sub-processor | IN      | SCC M3 (2022-06-01)
    """
    first = row("a", "US", "SCC M2 (2022-01-01)", role=Role.PROCESSOR)
    found = answers(make.case(first, row("b", "IN", "SCC M3 (2022-06-01)", engaged_by=("a",))))["a", "b"]
    assert short(found) == "covered scc"
    assert found.steps[0].startswith(
        "Onward: the transfer before it rests on mechanism:scc_2021_914_m2 (Clauses 8.8 and 9"
    )
    assert any(note.code == "onward" and note.text.endswith("[unverified]") for note in found.notes)
    assert short(answers(make.case(first, row("b", "IN", "", engaged_by=("a",))))["a", "b"]) == "not_covered none"


def test_the_law_of_the_country_that_is_adequate_is_asked_as_well() -> None:
    """From the UK to India without anything: the law of the Union leaves it to the UK's, which says no."""
    case = make.case(row("a", "GB"), row("b", "IN", engaged_by=("a",)))
    assert short(answers(case, "uk")["a", "b"]) == "not_covered none"
    covered = make.case(row("a", "GB"), row("b", "IN", "IDTA", engaged_by=("a",)))
    assert short(answers(covered, "uk")["a", "b"]) == "covered scc"


@pytest.mark.parametrize("keys", [("a", "b", "c"), ("c", "b", "a"), ("b", "c", "a")])
@pytest.mark.parametrize(
    ("mechanisms", "country", "expected"),
    [
        # the contract that binds to the Principles asks for a contract again
        (("DPF (2023-09-01)", "DPA signed", "DPA signed"), "US", [CONTRACT, CONTRACT]),
        (("DPF (2023-09-01)", "DPA signed", ""), "US", [CONTRACT, "not_covered none"]),
        # the clauses ask for more than a contract
        (("DPF (2023-09-01)", "SCC M3 (2024-01-01)", "DPA signed"), "US", ["covered scc", "not_covered none"]),
        (("SCC M3 (2022-01-01)", "SCC M3 (2022-01-01)", "SCC M3 (2022-01-01)"), "US", ["covered scc", "covered scc"]),
        # what the rules of an adequate country ask of the hop after the next is not in the tables
        (("", "IDTA", ""), "GB", ["covered onward-own-law", "unknown none"]),
        # a hop without a ground gives no tool
        (("DPF (2023-09-01)", "", "DPA signed"), "US", ["not_covered none", "not_covered none"]),
    ],
)
def test_a_chain_is_judged_hop_by_hop_whatever_its_keys(
    keys: tuple[str, str, str], mechanisms: tuple[str, str, str], country: str, expected: list[str]
) -> None:
    """Three hands: in the country, in India, in the Philippines."""
    first, second, third = keys
    case = make.case(
        row(first, country, mechanisms[0]),
        row(second, "IN", mechanisms[1], engaged_by=(first,)),
        row(third, "PH", mechanisms[2], engaged_by=(second,)),
    )
    found = answers(case)
    assert [short(found[first, second]), short(found[second, third])] == expected


@pytest.mark.parametrize(
    ("first", "told"), [("SCC M2 (2022-01-01)", "rests on nothing"), ("DPF", "may rest on nothing")]
)
def test_where_the_earlier_hop_is_open_the_further_one_is_judged_by_itself(first: str, told: str) -> None:
    """The wrong module, and a certificate without its first day."""
    for second, expected in (("DPA signed", "not_covered none"), ("SCC M3 (2022-01-01)", "covered scc")):
        found = answers(make.case(row("a", "US", first), row("b", "IN", second, engaged_by=("a",))))["a", "b"]
        assert short(found) == expected
        assert [told in note.text for note in found.notes if note.code == "earlier-hop-open"] == [True]


def test_of_several_earlier_hops_the_worst_answer_counts() -> None:
    """
    key | engaged_by | country | mechanism
    a   |            | US      | DPF (2023-09-01)
    b   |            | JP      |
    c   | a; b       | IN      | SCC M3 (2024-01-01), then DPA signed
    d   | c          | PH      | DPA signed
    """
    first, other = row("a", "US", "DPF (2023-09-01)"), row("b", "JP")
    last = row("d", "PH", "DPA signed", engaged_by=("c",))
    clauses = make.case(first, other, row("c", "IN", "SCC M3 (2024-01-01)", engaged_by=("a", "b")), last)
    assert [short(answers(clauses)[one, "c"]) for one in ("a", "b")] == ["covered scc", "covered scc"]
    assert short(answers(clauses)["c", "d"]) == "not_covered none"
    contract = make.case(first, other, row("c", "IN", "DPA signed", engaged_by=("a", "b")), last)
    assert [short(answers(contract)[one, "c"]) for one in ("a", "b")] == [CONTRACT, "unknown none"]
    assert short(answers(contract)["c", "d"]) == "not_covered none"  # by a it were covered, by b it stands alone
    assert short(answers(make.case(first, row("c", "IN", "DPA signed", engaged_by=("a",)), last))["c", "d"]) == CONTRACT


@pytest.mark.parametrize(
    ("data", "expected"), [("content", CONTRACT), ("content.body", CONTRACT), ("contact", "not_covered none")]
)
def test_only_a_hop_that_brought_the_data_gives_a_tool(data: str, expected: str) -> None:
    """
    key | engaged_by | country | mechanism        | data
    a   |            | US      | DPF (2023-09-01) | content
    b   | a          | IN      | DPA signed       | content, what lies under it, and what never came that way
    """
    case = make.case(
        row("a", "US", "DPF (2023-09-01)", data=("content",)),
        row("b", "IN", "DPA signed", data=(data,), engaged_by=("a",)),
    )
    assert short(answers(case)["a", "b"]) == expected


def test_a_circle_ends() -> None:
    """
    key | receives_from  | country | mechanism
    a   | platform-eu; b | US      | DPF (2023-09-01)
    b   | a; c           | IN      | DPA signed
    c   | b              | PH      | DPA signed
    """
    case = make.case(
        row("a", "US", "DPF (2023-09-01)", receives_from=("platform-eu", "b")),
        row("b", "IN", "DPA signed", receives_from=("a", "c")),
        row("c", "PH", "DPA signed", receives_from=("b",)),
    )
    found = answers(case)
    assert short(found["a", "b"]) == short(found["b", "c"]) == short(found["c", "b"]) == CONTRACT
    assert short(found["b", "a"]) == "covered adequacy"


def test_a_circle_that_nothing_enters_ends_as_well() -> None:
    """Two who only hand each other what nothing says they got."""
    case = make.case(
        row("a", "US", "SCC M3 (2022-01-01)", receives_from=("b",)), row("b", "IN", "DPA signed", receives_from=("a",))
    )
    assert len(transfers(case)) == 2


def test_what_became_anonymous_on_the_way_brings_no_tool() -> None:
    """Recital 26: no personal data came by that hop."""
    first = row("a", "US", "DPF (2023-09-01)", de_identified=DeIdentified.ANONYMISED)
    assert ("a", "b") not in answers(make.case(first))
    case = make.case(first, row("b", "IN", "DPA signed", engaged_by=("a",)))
    assert short(answers(case)["a", "b"]) == "not_covered none"


def test_without_the_decision_the_contract_carries_nothing() -> None:
    """What-if: what rested on the Data Privacy Framework falls with it, hop after hop."""
    case = make.case(row("a", "US", "DPF (2023-09-01)"), row("b", "IN", "DPA signed", engaged_by=("a",)))
    away = Case(case.registry, case.policy, case.as_of, without=frozenset({"decision:2023/1795"}))
    assert short(answers(case)["a", "b"]) == CONTRACT
    assert short(answers(away)["a", "b"]) == "not_covered none"


MECHANISMS = ("", "DPF (2023-09-01)", "SCC M3 (2022-01-01)", "DPA signed", "SCC M2 (2022-01-01)", "BCR-P")


@pytest.mark.parametrize("seed", range(12))
def test_no_chain_is_judged_otherwise_than_hop_by_hop_from_the_start(seed: int) -> None:
    """Against a slow recursion over all ways back to our systems; every row gets its data from two earlier ones."""
    dice = Random(seed)
    keys = dice.sample("abcdefghijklmnop", 12)
    rows = []
    for place, key in enumerate(keys):
        earlier = tuple(sorted(dice.sample(keys[:place], min(place, 2))))
        data = dice.choice((("contact",), ("content",), ("contact", "content")))
        country = dice.choice(("US", "JP", "IN", "DE", "CH"))
        rows.append(row(key, country, dice.choice(MECHANISMS), engaged_by=earlier, data=data))
    case = make.case(*rows)
    by_key = {one.key: one for one in rows}

    def slow(source: str, target: str) -> Answer:
        importer = by_key[target]
        exporter = by_key.get(source)
        asked = Question(
            regime="eu",
            exporter_country=exporter.country if exporter else "DE",
            exporter_role="sub-processor" if exporter else "processor",
            importer_country=importer.country,
            importer_role="sub-processor",
            day=case.as_of,
            claims=importer.mechanism,
            bound=exporter is not None and exporter.country != "DE",
        )
        hops = [] if exporter is None or not asked.bound else _before(source, set(importer.data or ()))
        found = [judge_onward(asked, one) for one in hops] or [judge(asked)]
        return max(found, key=lambda one: one.verdict.rank)

    def _before(key: str, data: set[str]) -> list[Answer]:
        sources = by_key[key].engaged_by or ("platform-eu",)
        came = [slow(source, key) for source in sources if data & set(by_key[key].data or ())]
        return [one for one in came if one.verdict is not TransferVerdict.NOT_RESTRICTED]

    for (source, target), answer in answers(case).items():
        assert answer.verdict == slow(source, target).verdict, (source, target)
