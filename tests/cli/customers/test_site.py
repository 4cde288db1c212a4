"""vendors site and vendors feed: what was published, as files."""

import csv
import io
import json
from pathlib import Path

import feedparser
import jsonschema
from python_calamine import CalamineWorkbook

from tests.running import vendors
from vendor_registry.changes.cells import written
from vendor_registry.intake.columns import COLUMNS
from vendor_registry.model.policy.terms import ALWAYS_PUBLIC, USUALLY_PUBLIC
from vendor_registry.use_cases.files.load import load

LAST = ("--as-of", "2030-01-01")


def change(starter: Path) -> None:
    sheet = starter / "data" / "vendors.csv"
    text = sheet.read_text(encoding="utf-8")
    assert "DE (Frankfurt)" in text
    sheet.write_text(text.replace("DE (Frankfurt)", "DE (Frankfurt); US"), encoding="utf-8", newline="")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_without_a_revision_both_say_to_publish_first_and_write_nothing(starter: Path) -> None:
    for command in (("feed", "-o", "feed.atom"), ("site", "-o", "public")):
        ran = vendors(*command)
        assert (ran.status, ran.out) == (2, "")
        assert "run `vendors publish` first" in ran.err
    assert sorted(path.name for path in starter.iterdir()) == ["data"]


def test_a_feed_has_an_entry_for_each_revision_that_changed_the_list(starter: Path) -> None:
    vendors("publish")
    change(starter)
    vendors("publish", "--yes")
    assert vendors("feed", "-o", "feed.json").out == "feed.json\n"
    assert len(json.loads((starter / "feed.json").read_bytes())["items"]) == 2
    read = feedparser.parse(vendors("feed", "--lang", "de", "--base-url", "https://acme.example/sp").stdout)
    assert [one.title[:9] for one in read.entries] == ["Fassung 2", "Fassung 1"]
    assert read.entries[0].link == "https://acme.example/sp/revisions/2/"
    assert vendors("feed", "--base-url", "javascript:alert(1)").status == 2


def test_the_site_is_of_the_revision_and_never_of_the_draft(starter: Path) -> None:
    vendors("publish")
    change(starter)
    assert vendors("site", "-o", "public", "--no-annexes", *LAST).status == 0
    listed = json.loads((starter / "public" / "subprocessors.json").read_bytes())["sub_processors"]
    assert {one["region"] for one in listed if "Frankfurt" in one["region"]} == {"DE (Frankfurt)"}


def test_the_same_list_gives_the_same_bytes_and_a_stale_copy_is_told(starter: Path) -> None:
    vendors("publish")
    vendors("site", "-o", "public", "--no-annexes", *LAST)
    first = contents(starter / "public")
    assert vendors("site", "-o", "public", "--no-annexes", "--check", *LAST).status == 0
    (starter / "public" / "feed.atom").unlink()
    ran = vendors("site", "-o", "public", "--no-annexes", "--check", *LAST)
    assert (ran.status, ran.out) == (1, "public/feed.atom: out of date or missing\n")
    vendors("site", "-o", "public", "--no-annexes", *LAST)
    assert contents(starter / "public") == first
    change(starter)
    vendors("publish", "--yes")
    assert vendors("site", "-o", "public", "--no-annexes", "--check", *LAST).status == 1


def test_annexes_can_be_downloaded_in_each_language_asked_for(starter: Path) -> None:
    vendors("publish")
    assert vendors("site", "-o", "public", "--lang", "de", *LAST).status == 0
    found = contents(starter / "public")
    for kind, first in (("docx", b"PK"), ("pdf", b"%PDF-"), ("xlsx", b"PK")):
        assert found[f"annex/sub-processors.de.{kind}"].startswith(first)
        assert f'href="annex/sub-processors.de.{kind}"'.encode() in found["index.html"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(found["annex/sub-processors.de.xlsx"]))
    cells = "\n".join(str(row) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    assert {
        one["vendor"] for one in json.loads(found["subprocessors.json"])["sub_processors"] if one["vendor"] not in cells
    } == set()
    assert b'<html lang="de-DE">' in found["index.html"]


def test_the_list_for_programs_fits_its_schema_and_is_read_back_without_loss(starter: Path) -> None:
    vendors("publish")
    vendors("site", "-o", "public", "--no-annexes", *LAST)
    listed = json.loads((starter / "public" / "subprocessors.json").read_bytes())
    jsonschema.validate(listed, json.loads((starter / "public" / "subprocessors.schema.json").read_bytes()))
    ran = vendors("import", "public/subprocessors.json", "-o", "back.csv")
    assert ran.status == 0, ran.err
    compared = vendors("reconcile", "public/subprocessors.json", "--format", "json", *LAST)
    [told] = json.loads(compared.out)["lists"]
    assert {what for what, count in told["counts"].items() if count} == {"listed", "registered", "same", "extra"}
    assert {one["vendor"] for one in told["extra"]} == {"Helpful Desk", "Prompt Pay"}  # in other roles, not on the list
    policy = starter / "data" / "policy.toml"
    before, after = (load(path, policy).registry for path in (starter / "data" / "vendors.csv", starter / "back.csv"))
    assert {one.key for one in after.engagements} == {one["key"] for one in listed["sub_processors"]} != set()
    shown = {*ALWAYS_PUBLIC, *USUALLY_PUBLIC}
    for one in after.engagements:
        there = before.by_key[one.key]
        for column in COLUMNS:
            meant = written(there, column.header) if column.header in shown else ""
            assert written(one, column.header) == meant, column.header
        assert one.translations == there.translations


def test_columns_that_the_policy_does_not_name_are_nowhere(starter: Path) -> None:
    policy = starter / "data" / "policy.toml"
    policy.write_text(policy.read_text("utf-8") + '\n[site]\ncolumns = ["legal_name"]\n', encoding="utf-8")
    vendors("publish")
    vendors("site", "-o", "public", "--no-annexes", *LAST)
    assert b"Frankfurt" not in b"".join(contents(starter / "public").values())
    policy.write_text(policy.read_text("utf-8").replace('"legal_name"]', '"legl_name"]'), encoding="utf-8")
    ran = vendors("site", "-o", "public", *LAST)
    assert ran.status == 2
    assert "did you mean" in ran.err


def test_contacts_and_notes_stay_inside(starter: Path) -> None:
    with (starter / "data" / "vendors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    header = list(dict.fromkeys([*rows[0], "contact", "notes", "source"]))
    for row in rows:
        row.update(contact="Secret Person", notes="secret note", source="secret source")
    with (starter / "data" / "vendors.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header)
        writer.writeheader()
        writer.writerows(rows)
    assert vendors("publish").status == 0
    vendors("site", "-o", "public", "--no-annexes", *LAST)
    assert b"ecret" not in b"".join(contents(starter / "public").values())


def test_the_policy_gives_the_page_its_colours_and_its_logo(starter: Path) -> None:
    policy = starter / "data" / "policy.toml"
    plain = policy.read_text("utf-8")
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    (starter / "data" / "logo.svg").write_text(drawn)
    policy.write_text(f'{plain}\n[site]\nlogo = "logo.svg"\n[site.light]\naccent = "#00600a"\n', encoding="utf-8")
    vendors("publish")
    assert vendors("site", "-o", "public", "--no-annexes", *LAST).status == 0
    found = contents(starter / "public")
    assert b"--accent:#00600a" in found["index.html"]
    assert (
        b'<img class="logo" src="../../../logo.svg" width="9" height="9" alt="">' in found["fr/revisions/1/index.html"]
    )
    assert found["logo.svg"] == drawn.encode()
    assert b"img-src 'self'" in found["_headers"]
    (starter / "data" / "logo.svg").write_text(drawn.replace("<path", "<script/><path"))
    ran = vendors("site", "-o", "again", "--no-annexes", *LAST)
    assert (ran.status, (starter / "again").exists()) == (2, False)
    assert 'data/logo.svg:1 "script" may not stand in a logo' in ran.err


def test_colours_that_cannot_be_read_are_faults_of_the_policy(starter: Path) -> None:
    policy = starter / "data" / "policy.toml"
    lines = ('accent = "#ffcc00"', 'page = "white"', 'acent = "#000"')
    told = ("cannot be read on page (#ffffff): their contrast is 1.5:1", '"white" is not a colour', "did you mean")
    plain = policy.read_text("utf-8")
    for line, sentence in zip(lines, told, strict=True):
        policy.write_text(f"{plain}\n[site.light]\n{line}\n", encoding="utf-8")
        ran = vendors("check")
        assert ran.status == 2
        assert sentence in ran.err
