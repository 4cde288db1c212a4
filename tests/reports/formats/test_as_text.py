"""The report as a person reads it."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.reports import sample
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.text.origin import Cell
from vendor_registry.reports.formats.as_text import as_text
from vendor_registry.reports.parts.telling import Telling


def test_the_whole_report_reads_so(snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.txt", as_text(sample.report()))


def test_a_stranger_s_text_cannot_steer_the_terminal() -> None:
    text = as_text(sample.report())
    assert "\x1b" not in text
    assert "‮" not in text
    assert r"Evil \x1b[31m\u202eCorp" in text


def test_colour_only_adds_marks() -> None:
    plain, coloured = as_text(sample.report()), as_text(sample.report(), Telling(colour=True))
    assert "\x1b[31;1mBROKEN" in coloured
    stripped = coloured
    for code in ("\x1b[31;1m", "\x1b[33m", "\x1b[36m", "\x1b[32m", "\x1b[0m"):
        stripped = stripped.replace(code, "")
    assert stripped == plain


@pytest.mark.parametrize("columns", [1, 40, 60, 80])
def test_on_a_narrow_terminal_lines_are_broken_between_words_and_the_cell_of_a_hop_stands_below(columns: int) -> None:
    long = replace(sample.BROKEN, message="content of eu reaches lake in us. " * 5)
    lines = as_text(sample.report(long, sample.WAIVED), Telling(width=columns)).splitlines()
    room = max(columns, 40)
    assert [line for line in lines if len(line) > room and "data/" not in line and "<-" not in line] == []
    assert ["at data/vendors.csv:4 [data]  <- cut here" in line for line in lines].count(True) == (room < 78)
    assert " ".join(" ".join(lines).split()).count(" ".join(long.message.split())) == 1


def test_a_terminal_that_is_wide_enough_gets_what_a_file_gets() -> None:
    for columns in (110, 400):
        assert as_text(sample.report(), Telling(width=columns)) == as_text(sample.report())


def test_in_a_rule_what_is_open_and_worst_comes_first() -> None:
    gap = replace(sample.BROKEN, verdict=Verdict.GAP, cell=Cell("data/vendors.csv", 2, "region"))
    waived = replace(sample.BROKEN, waived_by="data/waivers.csv:2", cell=Cell("data/vendors.csv", 1, "region"))
    told = [line for line in as_text(sample.report(waived, gap, sample.BROKEN)).splitlines() if "[region]  " in line]
    assert [line.split()[2:] for line in told] == [["broken"], ["gap"], ["broken", "waived", "(data/waivers.csv:2)"]]


def test_a_rule_with_only_waived_findings_is_kept_but_they_are_shown() -> None:
    text = as_text(sample.report(sample.WAIVED))
    assert "KEPT    complete" in text
    assert "waived (data/waivers.csv:2, until 2027-01-31)" in text
    assert "3 rules, 3 kept: 1 waived." in text


def test_the_chain_is_aligned_and_says_where_a_cut_helps() -> None:
    text = as_text(sample.report(sample.TWO_WAYS))
    assert (
        "    path   platform-eu  (data region eu)\n"
        "           -> lake  data that is not named  data/vendors.csv:7 [data]  <- cut here\n"
    ) in text
    assert (
        "    also   platform-eu  (data region eu)\n"
        "           -> desk  content  SCC M3  data/vendors.csv:3 [data]\n"
        "           -> lake  content          data/vendors.csv:4 [data]  <- cut here"
    ) in text
    assert "routes 2 that share no flow; smallest cut: platform-eu -> lake, desk -> lake" in text


def test_a_chain_of_one_flow_that_is_the_only_route_is_not_told_twice() -> None:
    alone = replace(
        sample.BROKEN, witness=sample.BROKEN.witness[:1], on_every_route=(sample.FIRST,), cut=(sample.FIRST,)
    )
    assert "routes" not in as_text(sample.report(alone))
    assert "routes all take" in as_text(sample.report(sample.BROKEN))


def test_law_is_told_once_a_rule_and_where_each_is_told_at_its_finding() -> None:
    """Two rows lack a cell for one reason; then one of them for another."""
    same = [sample.GAP, replace(sample.GAP, cell=replace(sample.GAP.cell, line=3))]
    assert as_text(sample.report(*same)).count("\n  law    GDPR Art. 28(3)") == 1
    different = [same[0], replace(same[1], law=("GDPR Art. 30",))]
    assert "\n  law    GDPR Art. 28(3); GDPR Art. 30\n" in as_text(sample.report(*different))
    apart = as_text(sample.report(*different), Telling(each=True))
    assert "\n    law    GDPR Art. 28(3)\n" in apart
    assert "\n    law    GDPR Art. 30\n" in apart


def test_other_cells_are_named() -> None:
    text = as_text(sample.report(sample.WARNING))
    assert "see    data/vendors.csv:3 [notified], data/vendors.csv:4 [notified]" in text
    own_row = replace(sample.GAP, related=(replace(sample.GAP.cell, column="data"), sample.WAIVED.cell))
    assert "see    [data], data/vendors.csv:9 [data]\n" in as_text(sample.report(own_row))


def test_a_known_finding_is_shown_without_colour() -> None:
    text = as_text(sample.report(sample.KNOWN), Telling(colour=True))
    assert "data/vendors.csv:12 [contact]  gap  known (baseline known.json)\n" in text


@pytest.mark.parametrize("text", sample.HOSTILE_TEXTS)
def test_strange_text_is_no_command_to_a_build_server_that_reads_the_log(text: str) -> None:
    written = as_text(sample.report_saying(text))
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())
    assert "##[" not in written
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in written.replace("\n", ""))
