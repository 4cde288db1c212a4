"""One story from an empty folder to a changed and published registry.

How it begins is told to the program that is installed, how it goes on in this process: starting takes longer than most
commands.
"""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from xml.etree import ElementTree

import docx
import pypdf
import pytest

from tests.drawing import mermaid, png
from tests.running import DAY, INSTALLED, Ran, apart, vendors
from tests.small import WHOLE_VIEWS as VIEWS
from vendor_registry.documents.formats.catalogue import FORMATS as DOCUMENTS
from vendor_registry.drawing.formats.catalogue import FORMATS as PICTURES
from vendor_registry.intake.columns import COLUMNS
from vendor_registry.rules.catalogue import RULES
from vendor_registry.use_cases.api import load
from vendor_registry.use_cases.register.init import init

VENDOR, COMPANY = "Sample Cloud", "Example GmbH"  # of the starter


@dataclass(frozen=True)
class Office:
    """A folder in which somebody works with the program."""

    folder: Path
    installed: bool = False

    def run(self, command: str, *arguments: str) -> Ran:
        if self.installed:
            return apart(command, *arguments, cwd=self.folder)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            return vendors(command, *arguments)

    def __call__(self, command: str, *arguments: str) -> Ran:
        """Run a command that has to succeed."""
        ran = self.run(command, *arguments)
        assert ran.status == 0, ran
        return ran

    def on_the_day(self, command: str, *arguments: str) -> Ran:
        return self(command, "--as-of", DAY, *arguments)

    def in_every_format(self, command: str, formats: Iterable[str], *arguments: str) -> Iterator[tuple[str, Ran]]:
        """By the program that is installed in the first format, in this process in the others."""
        for number, name in enumerate(formats):
            yield name, replace(self, installed=not number).on_the_day(command, *arguments, "--format", name)

    @property
    def sheet(self) -> Path:
        return self.folder / "data" / "vendors.csv"

    def edit(self, old: str, new: str) -> None:
        written = self.sheet.read_text(encoding="utf-8")
        assert written.count(old) == 1
        self.sheet.write_text(written.replace(old, new), encoding="utf-8", newline="")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office that has just begun: `vendors init`."""
    assert Path(INSTALLED).exists(), "make install puts the program beside the interpreter"
    begun = Office(tmp_path, installed=True)
    ran = begun("init", "acme")
    assert ran.out.splitlines() == ["acme/data/vendors.csv", "acme/data/policy.toml"]
    assert ran.err == "Now edit both; `vendors columns` explains the sheet, `vendors check` judges it.\n"
    return Office(tmp_path / "acme")


def test_a_new_office_is_sound_and_can_be_looked_at(office: Office) -> None:
    """init > check > list > show > rules > columns > transfer > law > doctor, by the program that is installed"""
    office = replace(office, installed=True)
    checked = office.on_the_day("check")
    assert "Looked at 4 engagements, 7 flows and 2 transfers of data/vendors.csv as of 2026-11-23." in checked.out
    assert checked.err == ""
    report = json.loads(office.on_the_day("check", "--format", "json").out)
    assert report["as_of"] == DAY
    assert {rule["verdict"] for rule in report["rules"]} <= {"kept", "warning"}

    listed = office.on_the_day("list").out.splitlines()
    assert [line.split()[0] for line in listed[1:-1]] == ["desk", "host-eu", "host-us", "pay"]
    assert listed[-1] == "4 engagements of 3 vendors in force on 2026-11-23."

    shown = office.on_the_day("show", "desk").out
    assert "gets      from back-office: account; support" in shown
    assert "US (region): covered, adequacy, Implementing Decision (EU) 2023/1795" in shown

    rules = office("rules").out
    assert all(rule.id in rules for rule in RULES)
    assert "regions-apart" in rules
    columns = office("columns").out.splitlines()
    assert [line.split()[0] for line in columns if line[:1].strip()] == [column.header for column in COLUMNS]

    answer = office.on_the_day("transfer", "--from", "DE", "--to", "JP").out
    assert "2019/419" in answer
    assert re.search("not.covered", office.on_the_day("transfer", "--from", "DE", "--to", "US").out)
    assert "2023/1795" in office("law", "show", "decision:2023/1795", "--as-of", DAY).out
    doctor = office("doctor").out
    assert "ok      documents, PDF" in doctor
    assert "BROKEN" not in doctor
    assert sorted(path.name for path in office.folder.iterdir()) == ["data"], "looking leaves nothing behind"


def test_the_annex_says_the_same_in_every_format(office: Office) -> None:
    """annex as DOCX, PDF, HTML and Markdown, read back by a reader of each"""
    for name, ran in office.in_every_format("annex", DOCUMENTS):
        assert ran.out == f"annex{DOCUMENTS[name].suffix}\n"
        assert ran.err.startswith(
            "Sub-processors: 1; engaged by them: 0; not listed: 2 (--with excluded names them).\n"
        )
    word = docx.Document(str(office.folder / "annex.docx"))
    cells = "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    pages = "\n".join(page.extract_text() for page in pypdf.PdfReader(office.folder / "annex.pdf").pages)
    page = (office.folder / "annex.html").read_text(encoding="utf-8")
    text = (office.folder / "annex.md").read_text(encoding="utf-8")
    for written in (cells, pages, page, text):
        assert VENDOR in written
        assert COMPANY in written
        assert "Helpful Desk" not in written, "customers read of nobody who is not listed"
    working = office.on_the_day("annex", "--with", "excluded", "--format", "md", "-o", "-").out
    assert "| **Helpful Desk** | Customer support | we are the controller of this data |" in working
    assert office.on_the_day("annex", "--lang", "de", "--format", "md", "-o", "-").out.startswith(
        "# Liste der Unterauftragsverarbeiter\n"
    )


def test_the_diagrams_show_the_same_flows_in_every_format_and_view(office: Office) -> None:
    """graph as SVG, PNG, PDF, DOT, Mermaid and JSON, the first view, read back by a reader of each"""
    for view in VIEWS[:1]:
        for name, ran in office.in_every_format("graph", PICTURES, "--view", view):
            assert ran.out == f"diagrams/{view}{PICTURES[name].suffix}\n"
        drawn = office.folder / "diagrams"
        [picture] = json.loads((drawn / f"{view}.json").read_text(encoding="utf-8"))["pages"]
        chart = mermaid.read((drawn / f"{view}.mermaid").read_text(encoding="utf-8"))
        svg = ElementTree.parse(drawn / f"{view}.svg").getroot()
        shown = "".join(svg.itertext())
        pages = "\n".join(page.extract_text() for page in pypdf.PdfReader(drawn / f"{view}.pdf").pages)
        assert len(chart.boxes) == len(picture["nodes"]) == 8
        assert len(chart.edges) == len(picture["edges"]) == 7
        assert svg.tag.endswith("svg")
        for vendor in (VENDOR, "Helpful Desk", "Prompt Pay"):
            assert vendor in shown
            assert vendor in pages
            assert vendor in (drawn / f"{view}.dot").read_text(encoding="utf-8")
        assert png.read((drawn / f"{view}.png").read_bytes())[0] > 800


def test_a_changed_row_is_judged_published_and_remembered(office: Office) -> None:
    """publish > edit > check > publish > log"""
    assert office("publish", "--note", "The beginning", "--by", "Bob").out == "Published revision 1: 4 rows.\n"
    assert office("publish").out == "Nothing has changed since the newest revision; nothing stored.\n"

    office.edit("DE (Frankfurt)", "US (Ohio)")
    checked = office.run("check", "--as-of", DAY)
    assert checked.status == 1
    assert "data/vendors.csv:2 [region]  broken" in checked.out
    assert "content that belongs in eu reaches Sample Cloud (host-eu)" in checked.out
    assert office.on_the_day("annex").err.endswith("\n2 findings concern this annex; run vendors check.\n")
    assert office("publish", "--note", "Moved to Ohio", "--yes", "--by", "Ada").out == "Published revision 2: 4 rows.\n"

    newest, oldest = office("log").out.splitlines()
    assert newest.split()[0] == "2"
    assert newest.endswith("4 rows  Moved to Ohio; by Ada")
    assert oldest.endswith("4 rows  The beginning; by Bob")
    with sqlite3.connect(office.folder / ".vendors" / "registry.db") as store:
        kept = store.execute("SELECT revision, region FROM engagement WHERE key = 'host-eu' ORDER BY revision")
        assert kept.fetchall() == [(1, "DE (Frankfurt)"), (2, "US (Ohio)")]


def test_customers_are_told_of_a_change_and_it_is_kept_who_was_told(office: Office) -> None:
    """publish > edit > publish > notice --all > notice record > edit > diff customer:acme"""
    customers = "key,name,zone,language,notice_address\nacme,Acme,eu,de,legal@acme.example\nbolt,Bolt,us,,\n"
    (office.folder / "data" / "customers.csv").write_text(customers, encoding="utf-8")
    office("publish")
    office.edit("DE (Frankfurt)", "DE (Frankfurt); IE")
    office("publish", "--yes")
    written = office("notice", "--as-of", DAY, "--all", "--format", "eml", "-o", "notices")
    assert written.out == "notices/acme.eml\n"
    assert written.err == "1 customer to be told: 1 written, 0 there already and the same.\n"
    message = message_from_bytes((office.folder / "notices" / "acme.eml").read_bytes(), policy=policy.SMTP)
    assert message["To"] == "legal@acme.example"
    body = message.get_body(("plain",))
    assert body is not None
    assert "Deutschland (Frankfurt); Irland" in body.get_content()
    kept = office("notice", "record", "--all", "--channel", "e-mail", "--sent", DAY, "--file", "notices", "--by", "Ada")
    assert kept.out.startswith("1  2026-11-23  acme  e-mail  revisions 1 to 2\n   Sample Cloud: in effect ")
    assert office.on_the_day("diff", "customer:acme").out.count("Both say the same.") == 1
    office.edit("DE (Frankfurt); IE", "DE (Frankfurt); IE; FR")
    assert "DE (Frankfurt); IE; FR" in office.on_the_day("diff", "customer:acme").out


def test_what_goes_out_is_held_against_the_register(office: Office) -> None:
    """A list of hosts with a stranger among them > reconcile > a row is added > the stranger is known"""
    (office.folder / "hosts.txt").write_text("api.cloud.example\nwidget.zendesk.com\n", encoding="utf-8")
    found = office.run("reconcile", "hosts.txt", "--as-of", DAY)
    assert (found.status, found.err) == (1, "")
    assert "Zendesk" in found.out.split("missing", 1)[1]
    office.edit("desk,Helpful Desk,", "desk,Zendesk,")
    known = office.run("reconcile", "hosts.txt", "--as-of", DAY)
    assert "0 missing" in known.out


def test_a_slip_in_the_sheet_stops_everything_until_it_is_mended(office: Office) -> None:
    office.edit(",NL,,", ",Nehterlands,,")
    for command in ("check", "annex", "graph", "list", "show pay", "publish", "rules"):
        ran = office.run(*command.split())
        assert (ran.status, ran.stdout) == (2, b""), command
        assert ran.err.startswith('data/vendors.csv:5 [country] "Nehterlands" is not a country\n'), command
        assert ran.err.endswith("1 fault; nothing was written.\n"), command
    assert sorted(path.name for path in office.folder.iterdir()) == ["data"]
    office.edit(",Nehterlands,,", ",Netherlands,,")
    office.on_the_day("check")


@pytest.mark.parametrize("start", [date(year, 1, 1) for year in range(2026, 2031)], ids=str)
def test_the_starter_is_sound_in_every_week_of_years(start: date, tmp_path: Path) -> None:
    """Whoever begins in 2029 shall not be met by findings of ours; warnings of the law are honest, and fail nothing.

    What ends or falls due stays so: no finding is gone within a week by itself.
    """
    sheet, policy = init(tmp_path)
    register = load(sheet, policy)
    for week in range(53):
        day = start + timedelta(weeks=week)
        findings = register.check(day).findings
        assert [str(one.cell) for one in findings if str(one.verdict) != "warning"] == [], day


def test_the_starter_uses_the_columns_as_they_are_documented(tmp_path: Path) -> None:
    sheet, _ = init(tmp_path)
    [header, *rows] = csv.reader(io.StringIO(sheet.read_text(encoding="utf-8")))
    known = {column.header for column in COLUMNS} | {"purpose_de"}
    assert set(header) <= known
    assert all(len(row) == len(header) for row in rows)
