"""vendors diff --site: a saved copy of the public page, held against the register."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.running import vendors

DAY = ("--as-of", "2030-01-01")


@pytest.fixture
def site(starter: Path) -> Path:
    """A folder that `vendors site` wrote of the starter's register, in two languages."""
    vendors("publish")
    assert vendors("site", "-o", "public", "--no-annexes", "--lang", "en", "--lang", "de", *DAY).status == 0
    return starter / "public"


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def told(copy: str | Path, *words: str) -> list[tuple[Any, ...]]:
    ran = vendors("diff", "--site", str(copy), *words, *DAY, "--format", "json")
    assert ran.status == 0, ran.err
    return [(one["kind"], one["column"], one["before"], one["after"]) for one in json.loads(ran.out)["changes"]]


def test_a_copy_of_the_page_as_it_would_be_today_says_the_same(site: Path, chromium: Browser) -> None:
    """The list for programs, pages as they were written, and one that a browser saved while it was narrowed."""
    page = chromium.new_page()
    page.goto((site / "de" / "index.html").as_uri() + "#zone-eu")
    (site / "saved.htm").write_text(page.content(), "utf-8")
    assert "Both say the same." in vendors("diff", "--site", "public", *DAY).out
    for name in ("index.html", "de/revisions/1/index.html", "saved.htm"):
        assert told(site / name) == [], name


def test_what_the_page_says_otherwise_is_told_cell_by_cell_or_text_by_text(site: Path) -> None:
    replaced(Path("data/vendors.csv"), "DE (Frankfurt)", "DE (Berlin)")
    assert told(site) == [("place-changed", "region", "DE (Frankfurt)", "DE (Berlin)")]
    before = "EU data region: Germany (Frankfurt) / US data region: United States (Virginia)"
    after = before.replace("Frankfurt", "Berlin")
    assert told(site / "index.html") == [("details", "Place of processing", before, after)]
    assert told(site, "1") == told(site / "index.html", "1") == []
    assert "Germany (Frankfurt)" in vendors("diff", "--site", "public/index.html", *DAY).out
    name = json.loads((site / "subprocessors.json").read_bytes())["sub_processors"][0]["vendor"]
    replaced(site / "index.html", f">{name}<", ">Somebody Else<")
    assert sorted(told(site / "index.html", "1")) == [("added", "", "", ""), ("removed", "", "", "")]


def test_what_is_no_copy_is_refused_with_the_command_that_reads_it(starter: Path) -> None:
    (starter / "other.html").write_text('<html lang="en"><ul><li>Acme</li></ul></html>')
    (starter / "other.json").write_text("[]")
    for copy in ("other.html", "other.json", "data", "https://acme.example/", "nowhere.html"):
        ran = vendors("diff", "--site", copy, *DAY)
        assert (ran.status, ran.out) == (2, ""), copy
    assert "`vendors reconcile other.html`" in vendors("diff", "--site", "other.html", *DAY).err
    assert vendors("diff", "--site", "public", "1", "2").status == 2
