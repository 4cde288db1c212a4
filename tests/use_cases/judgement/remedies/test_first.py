"""The cells with which to begin."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.make import DAY
from tests.use_cases.judgement.remedies.registers import Register, promised
from vendor_registry.model.findings.remedy import Remedy
from vendor_registry.use_cases.judgement.remedies.first import MOST, first
from vendor_registry.use_cases.judgement.remedies.sheet_cells import SheetCells

BOTH = {"platform": ("eu", "DE"), "platform-us": ("us", "US")}


def told(register: Register) -> list[tuple[str, str, str, int]]:
    """Each remedy as (key of the row, column, supposed, settles)."""
    return [(*register.place(one.cell), one.supposed, one.settles) for one in register.remedies()]


def test_a_register_without_findings_has_nothing_to_begin_with() -> None:
    assert Register(({"key": "host"},)).remedies() == ()


def test_the_one_row_that_others_contradict_comes_first() -> None:
    """
    key | vendor | legal_name
    a   | Acme   | Old Ltd
    b   | Acme   | New Ltd
    c   | Acme   | New Ltd
    d   | Acme   | New Ltd
    """
    rows = tuple({"key": key, "vendor": "Acme", "legal_name": "New Ltd"} for key in "bcd")
    assert told(Register(({"key": "a", "vendor": "Acme", "legal_name": "Old Ltd"}, *rows)))[0] == (
        ("a", "legal_name", "New Ltd", 3)
    )


def test_a_cell_of_the_policy_can_come_first_with_those_that_settle_nothing_without_it() -> None:
    """Nobody says where the company sits, and the one system of the company serves both data regions."""
    rows = tuple({"key": f"v{n}", "country": "US", "region": "US", "zone": "us"} for n in range(4))
    register = Register(rows, systems={"account": ("*", "")}, company="", apart=False)
    (company, account, *_) = register.remedies()
    assert [register.place(one.cell)[1] for one in (company, account)] == ["company.country", "systems.account.zone"]
    assert (company.supposed, account.supposed) == ("US", "us")
    assert (company.together, account.together) == ((account.cell,), (company.cell,))
    assert company.settles == account.settles == 4


def test_the_day_since_which_customers_are_told_comes_before_the_cells_of_many_rows() -> None:
    """Rows that began long ago, and a list that never said when customers were told."""
    rows = tuple({"key": f"v{n}", "since": "2021-03-01", "notified": ""} for n in range(3))
    (first_of_all, *_) = told(Register(rows))
    assert first_of_all == ("", "notice.since", str(DAY), 3)


@pytest.mark.parametrize(("zone", "place"), [("eu", "EEA"), ("us", "US")])
def test_a_system_is_supposed_to_run_in_the_data_region_that_it_serves(zone: str, place: str) -> None:
    """Where it runs is blank, so the rule that keeps the data regions apart cannot be judged."""
    there = {"eu": ("us", "US"), "us": ("eu", "DE")}[zone]
    rows = ({"key": "here", "zone": zone, "region": "US" if zone == "us" else "DE", "mechanism": "SCC"},)
    register = Register(rows, systems={"platform": (zone, ""), "other": there}, company="US")
    assert ("", "systems.platform.region", place, 1) in told(register)


def test_what_is_written_is_to_be_changed_in_fact_and_not_written_over() -> None:
    """Content of the EU goes to the United States: nobody is told to write another place than the true one."""
    rows = ({"key": "far", "zone": "eu", "country": "US", "region": "US", "mechanism": "SCC M3 (2022-01-01)"},)
    register = Register(rows, systems=BOTH)
    remedies = {register.place(one.cell)[1]: one.write for one in register.remedies()}
    assert remedies["region"] == "Have it process the data elsewhere, and write where."


def test_of_equals_what_is_broken_comes_before_what_is_blank() -> None:
    """
    key | region | contact
    a   | DE     |          a gap, first by its key
    z   | US     | filled   content of the EU in the United States: broken
    """
    rows = (
        {"key": "a", "contact": ""},
        {"key": "z", "zone": "eu", "country": "US", "region": "US", "mechanism": "SCC M3 (2022-01-01)"},
    )
    assert next(key for key, *_ in told(Register(rows, systems=BOTH))) == "z"


def test_what_is_replaced_by_another_finding_is_not_counted() -> None:
    """Clauses would carry the transfer, but then an assessment is missing: one finding goes, one comes."""
    register = Register(({"key": "far", "country": "MX", "region": "MX", "data": "contact"},), apart=False)
    case, report = register.judged()
    assert [one.rule for one in report.findings] == ["transfer-without-ground"]
    assert first(case, report, report).first == ()


def test_waived_and_known_findings_and_those_left_out_do_not_count() -> None:
    rows = ({"key": "a", "contact": ""}, {"key": "b", "region": ""})
    case, report = Register(rows).judged()
    known = [
        replace(one, findings=tuple(replace(f, known_in="known.json") for f in one.findings)) for one in report.outcomes
    ]
    assert first(case, report, replace(report, outcomes=tuple(known))).first == ()
    others = tuple(one for one in report.outcomes if one.rule != "complete")
    assert all(one.cell.column != "contact" for one in first(case, report, replace(report, outcomes=others)).first)


def test_what_could_not_stand_in_the_cell_is_no_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day of the start that lies behind the end would be refused; here, a place that is none."""
    monkeypatch.setattr(SheetCells, "text", lambda cells, cell: "nowhere")
    assert Register(({"key": "a", "region": ""},)).remedies() == ()


def test_there_are_never_more_than_seven() -> None:
    rows = tuple({"key": f"v{n}", "vendor": f"V{n}", "legal_name": f"V{n} Ltd", "contact": ""} for n in range(12))
    remedies = Register(rows).remedies()
    assert len(remedies) == MOST
    assert {one.settles for one in remedies} == {1}
    assert {one.supposed for one in remedies} == {""}


@pytest.mark.parametrize("limit", ["_WORK", "_LARGEST"])
def test_a_register_too_large_to_be_judged_again_is_told_nothing(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vendor_registry.use_cases.judgement.remedies.first._WORK", 0)
    register = Register(({"key": "a", "contact": ""}, {"key": "b", "contact": ""}))
    if limit == "_LARGEST":
        monkeypatch.setattr("vendor_registry.use_cases.judgement.remedies.first._LARGEST", 0)
    assert len(register.remedies()) == (limit == "_WORK")


def row(number: int) -> st.SearchStrategy[dict[str, str]]:
    def blank_or(*texts: str) -> st.SearchStrategy[str]:
        return st.sampled_from(("", *texts))

    return st.fixed_dictionaries(
        {
            "key": st.just(f"v{number}"),
            "contact": blank_or("Ada", "Ada"),
            "country": st.sampled_from(("DE", "US", "MX")),
            "zone": st.sampled_from(("eu", "us", "*")),
            "engaged_by": blank_or(f"v{number - 1}") if number else st.just(""),
            "data": blank_or("content", "contact", "content; contact"),
            "region": blank_or("DE", "US", "EEA"),
            "mechanism": blank_or("SCC", "DPF (2026-01-01); SCC M3 (2026-01-01)", "Privacy Shield"),
        }
    )


@st.composite
def registers(draw: Any) -> Register:
    rows = tuple(draw(row(number)) for number in range(draw(st.integers(1, 5))))
    zones, places = st.sampled_from(("eu", "us", "*")), st.sampled_from(("", "DE", "US"))
    systems = {key: (draw(zones), draw(places)) for key in ("platform", "account")}
    return Register(rows, systems, draw(st.sampled_from(("", "DE", "US"))))


@settings(max_examples=25, deadline=None)
@given(register=registers())
def test_what_is_promised_is_what_judging_again_yields(register: Register) -> None:
    """The cells are written as a person would write them, and everything is read and judged anew."""
    before, remedies = register.findings(), register.remedies()
    for one in remedies:
        after = register.filled(promised(register, remedies, one)).findings()
        assert one.settles > 0
        assert before - after >= one.settles, one


def known_by(register: Register, remedies: tuple[Remedy, ...]) -> list[tuple[object, ...]]:
    return [
        (
            register.place(one.cell),
            one.write,
            one.supposed,
            one.settles,
            [register.place(cell) for cell in one.together],
        )
        for one in remedies
    ]


@settings(max_examples=15, deadline=None)
@given(register=registers(), data=st.data())
def test_the_order_of_rows_changes_nothing(register: Register, data: st.DataObject) -> None:
    shuffled = replace(register, rows=tuple(data.draw(st.permutations(register.rows))))
    assert known_by(shuffled, shuffled.remedies()) == known_by(register, register.remedies())
