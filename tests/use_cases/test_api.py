"""The public Python API, as its documentation says."""

from datetime import date
from pathlib import Path

import networkx
import pandas
import pytest

import vendor_registry
from vendor_registry.flows import as_networkx
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.text.origin import RefusedError
from vendor_registry.use_cases.api import Register, check, draw, graph, load, table
from vendor_registry.use_cases.register.init import init

DAY = date(2026, 11, 23)
NO_FUNCTION = "annex"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    sheet, policy = init(tmp_path)
    return load(sheet, policy)


def test_the_package_offers_its_functions_and_nothing_else() -> None:
    offered = {"Register": Register, "check": check, "draw": draw, "graph": graph, "load": load, "table": table}
    assert {name: getattr(vendor_registry, name) for name in offered} == offered
    assert sorted(vars(vendor_registry)["__all__"]) == sorted(offered)
    assert dir(vendor_registry) == sorted(offered), "what a notebook offers behind the dot"
    with pytest.raises(AttributeError, match="has no attribute 'annex'"):
        getattr(vendor_registry, NO_FUNCTION)


def test_paths_may_be_texts_and_default_to_the_usual_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet, policy = init(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert load() == load(Path("data/vendors.csv"), Path("data/policy.toml"))
    assert load(str(sheet), str(policy)).registry.engagements[0].key == "desk"


def test_the_graph_is_a_networkx_graph_with_the_documented_attributes(register: Register) -> None:
    drawn = graph(register, DAY)
    assert isinstance(drawn, networkx.MultiDiGraph)
    assert (drawn.number_of_nodes(), drawn.number_of_edges()) == (8, 7)
    documented = as_networkx.as_networkx.__doc__ or ""
    for _, attributes in [*drawn.nodes(data=True), *((None, data) for _, _, data in drawn.edges(data=True))]:
        assert attributes
        assert all(name in documented for name in attributes), attributes
    assert list(networkx.descendants(drawn, "app-eu")) == ["host-eu"]


def test_the_graph_depends_on_the_day(register: Register) -> None:
    """The desk begins on 2024-06-01."""
    assert "desk" not in graph(register, date(2024, 5, 31))
    assert "desk" in graph(register, date(2024, 6, 1))


def test_a_check_has_outcomes_and_findings_of_the_day(register: Register) -> None:
    report = check(register, DAY)
    assert report == register.check(DAY)
    assert report.as_of == DAY
    assert {one.verdict for one in report.findings} == {Verdict.WARNING}
    early = check(register, date(2024, 3, 1))
    assert Verdict.BROKEN in {one.verdict for one in early.findings}, "days of reviews still to come"


def test_the_table_is_a_data_frame_of_the_day(register: Register) -> None:
    frame = table(register, DAY)
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.index) == ["desk", "host-eu", "host-us", "pay"]
    assert list(table(register, date(2024, 5, 31)).index) == ["host-eu", "host-us", "pay"]


def test_all_faults_are_in_the_error_sorted_by_place(tmp_path: Path) -> None:
    sheet, policy = init(tmp_path)
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace(",NL,", ",Nethrlands,").replace(",processor,support", ",procesor,support"))
    with pytest.raises(RefusedError) as refused:
        load(sheet, policy)
    assert [(fault.cell.line, fault.cell.column) for fault in refused.value.faults] == [(4, "role"), (5, "country")]
    assert "did you mean NL (Netherlands)?" in refused.value.faults[1].hint
