"""vendors graph: arguments in, a file or a text out, talk on stderr."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.program import SHEET, Program, Ran
from tests.small import POLICY
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.drawing.views.catalogue import VIEWS
from vendor_registry.model.text.origin import FailureError


@pytest.fixture
def vendors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    data = tmp_path / "data"
    data.mkdir()
    (data / "vendors.csv").write_text(SHEET, encoding="utf-8")
    (data / "policy.toml").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Program("graph", tmp_path, monkeypatch, capsys)


def test_without_options_an_svg_of_the_summary_is_written_to_diagrams_and_named(vendors: Program) -> None:
    assert vendors() == Ran(0, "diagrams/summary.svg\n", "")
    assert b"Summary: what crosses which border" in (vendors.folder / "diagrams/summary.svg").read_bytes()
    assert vendors.files() == ["diagrams/summary.svg"]


@pytest.mark.parametrize(
    ("arguments", "name", "beginning"),
    [
        (("--view", "product", "--format", "mermaid"), "diagrams/product.mermaid", b"flowchart TB"),
        (("--format", "png"), "diagrams/summary.png", b"\x89PNG"),
        (("-o", "flows.PDF"), "flows.PDF", b"%PDF"),
        (("-o", "flows.dot", "--product", "mail"), "flows.dot", b"digraph"),
        (("-o", "flows"), "flows", b"<?xml"),
        (("--format", "json", "-o", "flows.data"), "flows.data", b"{"),
        (("--engine", "wasm", "--format", "svg"), "diagrams/summary.svg", b"<?xml"),
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
            "png is not for the terminal; name a file with -o, or choose --format svg or dot or "
            "mermaid or d2 or drawio or json or csv or md or txt or html.",
        ),
        (
            ("-o", "flows.xls"),
            f'No format has the suffix ".xls"; choose one with --format: {", ".join(FORMATS)}.',
        ),
        (("--format", "gif"), f'"gif" is no format here; choose one of {", ".join(FORMATS)}.'),
        (("--view", "map"), f'"map" is no view; choose one of {", ".join(VIEWS)}.'),
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
    assert (ran.status, ran.out) == (0, "diagrams/summary.svg\n")
    assert ran.err == "1 finding concerns this diagram; run vendors check.\n"


def test_the_same_sheet_in_another_folder_gives_the_same_bytes(vendors: Program, tmp_path: Path) -> None:
    vendors()
    first = (vendors.folder / "diagrams/summary.svg").read_bytes()
    vendors("--sheet", str(tmp_path / "data/vendors.csv"), "--policy", str(tmp_path / "data/policy.toml"))
    assert (vendors.folder / "diagrams/summary.svg").read_bytes() == first


def test_a_view_about_one_thing_is_told_which(vendors: Program) -> None:
    assert vendors("--view", "vendor", "host", "-o", "oak.svg").out == "oak.svg\n"
    assert b"One vendor: Sample Cloud" in (vendors.folder / "oak.svg").read_bytes()
    assert vendors("--view", "vendor") == Ran(
        2, "", "The view vendor is about one KEY: vendors graph --view vendor KEY\n"
    )
    assert vendors("oak").err == 'The view summary is about everything; "oak" has no meaning here.\n'


def test_stats_tell_what_was_reached_and_strict_fails_where_it_is_too_little(vendors: Program) -> None:
    ran = vendors("--view", "region", "--stats", "--strict")
    assert ran.status == 0
    assert "labels 17.2 px on a screen of 1920 x 1080" in ran.err
    rows = "".join(SHEET.splitlines(keepends=True)[1].replace("host", f"v{number}", 1) for number in range(80))
    (vendors.folder / "data" / "vendors.csv").write_text(SHEET.splitlines(keepends=True)[0] + rows, encoding="utf-8")
    ran = vendors("--view", "region", "--full", "--strict")
    assert (ran.status, ran.out) == (1, "diagrams/region.svg\n")
    assert ran.err.endswith("Over the budget of what can be read: region.\n")


def test_a_layout_that_fails_leaves_the_dot_and_says_so(vendors: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise FailureError("The bundled Graphviz took more than 30 seconds and was stopped.")

    monkeypatch.setattr("vendor_registry.drawing.layout.choice.render", fail)
    ran = vendors("-o", "flows.svg")
    assert (ran.status, ran.out) == (70, "flows.dot\n")
    assert "was stopped. The diagram was written as DOT instead. To draw less, leave --full out" in ran.err
    assert (vendors.folder / "flows.dot").read_text().startswith("digraph")
    for form in ("pdf", "png", "drawio", "json", "html"):
        (vendors.folder / "flows.dot").unlink()
        assert vendors("-o", f"flows.{form}", "--full").status == 70, form
        assert (vendors.folder / "flows.dot").is_file(), form
    for form in ("dot", "mermaid", "d2", "csv", "md", "txt"):
        ran = vendors("-o", f"flows.{form}", "--stats", "--strict")
        assert (ran.status, ran.out) == (1, f"flows.{form}\n"), "it needs no layout, but nobody can say how it reads"
        assert "summary-2: not measured, since it cannot be laid out. The bundled Graphviz took more" in ran.err
        assert ran.err.endswith("Over the budget of what can be read: summary-2.\n")


def test_one_page_of_several_and_what_is_out_of_reach(vendors: Program) -> None:
    assert vendors("--page", "2", "-o", "two.svg").status == 0
    assert b"Summary: overview" in (vendors.folder / "two.svg").read_bytes()
    assert vendors("--page", "3").err == "There is no page 3; the view summary has 2 pages.\n"
    assert vendors("--target", "a5").err == ('"a5" is nothing to fit a page to; choose one of screen, a3, a4.\n')
    assert vendors("--highlight", "V9").err == ('"V9" is no sign of a finding; there is none with a chain of flows.\n')


def test_a_set_is_written_with_an_index_and_checked_on_its_own_day(vendors: Program) -> None:
    made = vendors("--all", "-o", "review")
    assert made.status == 0
    assert {"review/index.html", "review/set.json", "review/summary.svg", "review/flows.csv"} <= set(made.out.split())
    index = (vendors.folder / "review/index.html").read_text(encoding="utf-8")
    assert "Chains of engagement: No vendor in force" in index, "what has nothing to draw is told"
    assert "<script" not in index
    assert 'href="interactive.html"' in index
    asked = (vendors.folder / "review/interactive.html").read_text(encoding="utf-8")
    assert asked.count("<figure") >= 6, "every page of every view"
    told = vendors("--check", "review", "--as-of", "2030-01-01")
    assert told == Ran(0, "review is as the register says on 2026-11-23.\n", "")


def test_a_diagram_speaks_the_language_that_is_asked_for(vendors: Program) -> None:
    assert vendors("--lang", "DE", "-o", "bild.md").status == 0
    assert "# Zusammenfassung" in (vendors.folder / "bild.md").read_text("utf-8")
    told = vendors("--lang", "tlh")
    assert (told.status, told.err) == (
        2,
        'There is no wording for the language "tlh"; choose one of de, en, es, fr.\n',
    )


def test_a_set_remembers_its_language(vendors: Program) -> None:
    assert vendors("--all", "--lang", "es", "-o", "review").status == 0
    assert '<html lang="es">' in (vendors.folder / "review/index.html").read_text("utf-8")
    assert json.loads((vendors.folder / "review/set.json").read_text("utf-8"))["options"]["language"] == "es"
    assert vendors("--check", "review").status == 0


def test_a_set_is_checked_with_the_options_it_was_drawn_with(vendors: Program) -> None:
    vendors("--all", "-o", "review", "--full", "--view", "region", "--target", "a4", "--theme", "dark")
    assert vendors("--check", "review") == Ran(0, "review is as the register says on 2026-11-23.\n", "")
    assert vendors("--all", "--page", "1").err == "A set of diagrams has every page; leave --page out.\n"
    assert vendors("--all", "-o", "-").err == "A set of diagrams is many files; name a folder with -o.\n"
    assert not (vendors.folder / "-").exists()


def test_a_set_that_is_stale_is_told_file_by_file(vendors: Program) -> None:
    vendors("--all", "-o", "review")
    (vendors.folder / "review/region.svg").write_text("old")
    (vendors.folder / "review/product.svg").unlink()
    ran = vendors("--check", "review")
    assert (ran.status, ran.out) == (1, "review/product.svg is missing.\nreview/region.svg is stale.\n")
    assert ran.err == "Draw them anew: vendors graph --all --as-of 2026-11-23 -o review\n"
    (vendors.folder / "data" / "vendors.csv").write_text(SHEET.replace("Sample Cloud", "Other Cloud"), encoding="utf-8")
    assert "review/flows.csv is stale." in vendors("--check", "review").out
    assert vendors("--check", "elsewhere").err.startswith('"elsewhere" holds no set of diagrams')
    told = vendors.folder / "review/set.json"
    told.write_text(told.read_text(encoding="utf-8").replace('"files"', '"fi"'), encoding="utf-8")
    ran = vendors("--check", "review")
    assert (ran.status, ran.err.startswith('"review" holds no set of diagrams')) == (2, True)


def test_two_states_are_drawn_in_one_picture(vendors: Program) -> None:
    (vendors.folder / "old.csv").write_text(SHEET.replace("Sample Cloud", "Old Cloud"), encoding="utf-8")
    ran = vendors("--view", "diff", "old.csv..", "--format", "txt", "-o", "-")
    assert ran.status == 0
    assert "What changes: old.csv to vendors.csv" in ran.out
    assert "~ Sample Cloud [third party, for eu]" in ran.out
    assert vendors("--view", "diff", "old.csv").err.startswith('"old.csv" names no two states; write BEFORE..AFTER')


def test_a_change_that_is_announced_is_drawn_as_of_the_day_on_which_it_counts(vendors: Program) -> None:
    """Without a day; with one, as it stands on that day, on which nothing that is drawn has changed yet."""
    sheet = vendors.folder / "data" / "vendors.csv"
    (vendors.folder / "old.csv").write_text(SHEET, encoding="utf-8")
    header, row = SHEET.splitlines()
    late = row.replace("host,Sample Cloud,Sample GmbH", "late,Late Cloud,Late GmbH")
    sheet.write_text(f"{header},since\n{row},\n{late},2099-03-01\n", encoding="utf-8")
    drawn = replace(vendors, day="")("--view", "diff", "old.csv..", "--format", "txt", "-o", "-")
    assert drawn.status == 0
    assert "+ Late Cloud" in drawn.out
    assert "2099-03-01" in drawn.out
    today = vendors("--view", "diff", "old.csv..", "--format", "txt", "-o", "-")
    assert (today.status, today.err.startswith("Nothing that is drawn differs")) == (2, True)
