"""vendors diff: two states of the register, whichever they are."""

import csv
import json
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from tests.running import DAY, Ran, vendors
from vendor_registry.cli.options import today


def edit(folder: Path, old: str, new: str) -> None:
    sheet = folder / "data" / "vendors.csv"
    written = sheet.read_text(encoding="utf-8")
    assert old in written
    sheet.write_text(written.replace(old, new, 1), encoding="utf-8", newline="")


def diff(*arguments: str) -> Ran:
    return vendors("diff", "--as-of", DAY, *arguments)


def kinds(*arguments: str) -> list[tuple[str, str]]:
    told = json.loads(diff("--format", "json", *arguments).out)
    return [(one["kind"], one["column"]) for one in told["changes"]]


@pytest.fixture
def published(starter: Path) -> Path:
    """Revision 1 as begun, revision 2 in Frankfurt and the United States, and a sheet in which that is blank."""
    vendors("publish")
    edit(starter, "DE (Frankfurt)", "DE (Frankfurt); US")
    vendors("publish", "--yes")
    edit(starter, "DE (Frankfurt); US", "")
    return starter


def test_by_default_the_sheet_is_held_against_the_newest_revision(published: Path) -> None:
    ran = diff()
    assert (ran.status, ran.err) == (0, "")
    assert "Before            revision 2\nAfter             data/vendors.csv\n" in ran.out
    assert kinds() == [("blanked", "region")]


def test_two_revisions_are_held_against_each_other_whatever_the_sheet_says(published: Path) -> None:
    (published / "data" / "vendors.csv").unlink()
    assert kinds("1", "2") == [("place-widened", "region")]
    assert kinds("2", "1") == [("place-narrowed", "region")]
    assert kinds("1", "1") == []


def test_a_cell_of_a_revision_is_said_to_be_there(published: Path) -> None:
    told = json.loads(diff("1", "2", "--format", "json").out)
    assert told["changes"][0]["cell"]["file"] == "data/vendors.csv in revision 2"


def test_a_file_is_held_against_the_sheet(published: Path) -> None:
    shutil.copy("data/vendors.csv", "before.csv")
    assert kinds("before.csv") == []


def test_a_commit_is_held_against_the_sheet_even_if_it_looks_like_a_number(published: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for words in (["init", "-q"], ["add", "data"], ["commit", "-q", "-m", "Start"], ["tag", "1"]):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *words], cwd=published, check=True
        )
    edit(published, ",customers,", ",,")
    assert [column for _, column in kinds("git:1")] == ["data_subjects"]
    assert ("blanked", "data_subjects") in kinds("1")
    assert diff("git:2").err.startswith('"2" is no file, no number of a published revision')


def test_where_nothing_was_published_one_is_told_what_to_do(starter: Path) -> None:
    ran = diff()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "Nothing has been published yet: name what to compare with, a commit or a file.\n"
    assert not (starter / ".vendors").exists()


@pytest.mark.parametrize(("name", "beginning"), [("c.docx", b"PK"), ("c.html", b"<!DOCTYPE"), ("c.md", b"# Changes")])
def test_the_difference_is_a_document_in_the_format_of_the_file(published: Path, name: str, beginning: bytes) -> None:
    assert diff("-o", name).out == f"{name}\n"
    assert (published / name).read_bytes().startswith(beginning)


def test_a_sheet_is_never_overwritten(published: Path) -> None:
    before = (published / "data" / "vendors.csv").read_bytes()
    assert diff("1", "2", "--format", "json", "-o", "data/vendors.csv").status == 2
    assert (published / "data" / "vendors.csv").read_bytes() == before


def test_a_document_in_german(published: Path) -> None:
    assert "nicht mehr angegeben" in diff("--lang", "de").out


def test_what_is_announced_is_judged_on_the_day_it_begins_unless_a_day_is_given(starter: Path) -> None:
    """A cloud in the United States for customers of the EU region, from a day that is still to come."""
    vendors("publish")
    coming = str(today() + timedelta(days=90))
    before = (starter / "data" / "vendors.csv").read_text(encoding="utf-8").splitlines()
    host = next(line for line in before if line.startswith("host-eu,"))
    late = host.replace("host-eu,", "late,").replace("DE (Frankfurt)", "US").replace("2024-03-01", coming)
    (starter / "data" / "vendors.csv").write_text("\n".join([*before, late, ""]), encoding="utf-8")

    then = json.loads(vendors("diff", "--format", "json").out)
    now = json.loads(vendors("diff", "--format", "json", "--as-of", str(today())).out)

    assert then["as_of"] == coming
    assert "regions-apart" in {one["rule"] for one in then["consequences"]["findings"]["new"]}
    assert "regions-apart" not in {one["rule"] for one in now["consequences"]["findings"]["new"]}
    assert "regions-apart, broken" in vendors("publish", "--yes").err


def test_findings_that_differ_in_the_vendor_only_are_told_as_one(starter: Path) -> None:
    """Two rows lose the day on which customers were told."""
    sheet = starter / "data" / "vendors.csv"
    before = starter / "before.csv"
    before.write_bytes(sheet.read_bytes())
    header, *rows = csv.reader(sheet.read_text(encoding="utf-8").splitlines())
    at = header.index("notified")
    with sheet.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *([*row[:at], "", *row[at + 1 :]] for row in rows)])
    told = vendors("diff", "before.csv", "--format", "markdown").out
    gaps = [line for line in told.splitlines() if line.startswith("| **dates-in-order**")]
    assert len(gaps) == 1, told
    assert gaps[0].count("notified") >= 2
