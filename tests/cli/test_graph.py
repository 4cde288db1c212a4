"""vendors graph: arguments in, a file or a text out, talk on stderr."""

import json
from pathlib import Path

import pytest

from tests.cli.program import SHEET, Program, Ran
from tests.small import POLICY
from vendor_registry.drawing.formats import FORMATS


@pytest.fixture
def vendors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    data = tmp_path / "data"
    data.mkdir()
    (data / "vendors.csv").write_text(SHEET, encoding="utf-8")
    (data / "policy.toml").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Program("graph", tmp_path, monkeypatch, capsys)


def test_without_options_an_svg_of_the_regions_is_written_to_diagrams_and_named(vendors: Program) -> None:
    assert vendors() == Ran(0, "diagrams/region.svg\n", "")
    assert b"Data flows by place of processing" in (vendors.folder / "diagrams/region.svg").read_bytes()
    assert vendors.files() == ["diagrams/region.svg"]


@pytest.mark.parametrize(
    ("arguments", "name", "beginning"),
    [
        (("--view", "product", "--format", "mermaid"), "diagrams/product.mermaid", b"flowchart TB"),
        (("--format", "png"), "diagrams/region.png", b"\x89PNG"),
        (("-o", "flows.PDF"), "flows.PDF", b"%PDF"),
        (("-o", "flows.dot", "--product", "mail"), "flows.dot", b"digraph"),
        (("-o", "flows"), "flows", b"<?xml"),
        (("--format", "json", "-o", "flows.txt"), "flows.txt", b"{"),
        (("--engine", "wasm", "--format", "svg"), "diagrams/region.svg", b"<?xml"),
    ],
)
def test_view_and_format_name_the_file(
    vendors: Program, arguments: tuple[str, ...], name: str, beginning: bytes
) -> None:
    assert vendors(*arguments).out == f"{name}\n"
    assert (vendors.folder / name).read_bytes().startswith(beginning)
    assert vendors.files() == [name]


def test_a_dash_prints_a_text_format_and_nothing_else_on_stdout(vendors: Program) -> None:
    ran = vendors("--format", "json", "-o", "-")
    assert json.loads(ran.out)["as_of"] == "2026-11-23"
    assert vendors.files() == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("-o", "-", "--format", "png"),
            "png is not for the terminal; name a file with -o, or choose --format svg or dot or mermaid or json.",
        ),
        (
            ("-o", "flows.xls"),
            f'No format has the suffix ".xls"; choose one with --format: {", ".join(FORMATS)}.',
        ),
        (("--format", "gif"), f'"gif" is no format here; choose one of {", ".join(FORMATS)}.'),
        (("--view", "map"), '"map" is no view; choose one of region, product.'),
        (("--product", "male"), '"male" is no product of the policy; did you mean "mail"? It has mail.'),
        (("--engine", "neato"), '"neato" is not an engine; the engines are auto, wasm, dot.'),
    ],
)
def test_what_cannot_be_carried_out_is_refused_and_nothing_is_written(
    vendors: Program, arguments: tuple[str, ...], message: str
) -> None:
    assert vendors(*arguments) == Ran(2, "", f"{message}\n")
    assert vendors.files() == []


def test_faults_of_the_sheet_stop_the_command_before_it_writes(vendors: Program) -> None:
    (vendors.folder / "data" / "vendors.csv").write_text(SHEET.replace(",DE,sub", ",Germny,sub"), encoding="utf-8")
    ran = vendors()
    assert ran.status == 2
    assert "data/vendors.csv:2 [country]" in ran.err
    assert vendors.files() == []


def test_findings_are_counted_and_stop_nothing(vendors: Program) -> None:
    (vendors.folder / "data" / "vendors.csv").write_text(SHEET.replace(",Ada,", ",,"), encoding="utf-8")
    ran = vendors()
    assert (ran.status, ran.out) == (0, "diagrams/region.svg\n")
    assert ran.err == "1 finding concerns this diagram; run vendors check.\n"


def test_the_same_sheet_in_another_folder_gives_the_same_bytes(vendors: Program, tmp_path: Path) -> None:
    vendors()
    first = (vendors.folder / "diagrams/region.svg").read_bytes()
    vendors("--sheet", str(tmp_path / "data/vendors.csv"), "--policy", str(tmp_path / "data/policy.toml"))
    assert (vendors.folder / "diagrams/region.svg").read_bytes() == first
