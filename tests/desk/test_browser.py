"""The five stories in a real browser, with and without script, wide and narrow, light and dark, and under axe."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, Page, expect

from tests.browser import running_chromium
from tests.cli.desk.test_serve import serving
from tests.desk.running import SHEET
from tests.desk.test_stories import CUSTOMERS, NEW
from tests.small import POLICY
from vendor_registry.desk.web.rendering import MENU

FAULTY = SHEET.replace("Ada,DE,sub-processor", "Ada,Gremany,sub-processor")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_chromium() as running:
        yield running


@dataclass
class At:
    """A desk in a process of its own, and a page on which somebody came in."""

    folder: Path
    page: Page
    base: str
    said: list[str]

    @property
    def sheet(self) -> Path:
        return self.folder / "data" / "vendors.csv"

    def go(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page

    def follow(self, name: str) -> Page:
        self.page.get_by_label("Pages").get_by_role("link", name=name, exact=True).click()
        return self.page


@pytest.fixture
def at(browser: Browser, tmp_path: Path) -> Iterator[At]:
    data = tmp_path / "data"
    data.mkdir()
    for name, text in (("vendors.csv", FAULTY), ("policy.toml", POLICY), ("customers.csv", CUSTOMERS)):
        (data / name).write_text(text, encoding="utf-8")
    with serving(tmp_path) as (address, _):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address)
        yield At(tmp_path, page, address.partition("/enter")[0], said)
        page.context.close()


def test_the_five_stories(at: At, tmp_path: Path) -> None:
    """A fault mended, a finding settled, a row added and published with its notice, an objection decided, and the annex
    of one customer downloaded in French."""
    page = at.page
    page.get_by_role("link", name="host, country").first.click()
    page.get_by_label("What it says").fill("Germany")
    page.get_by_text("1 fault settled").wait_for()  # while it is written, before any button
    page.get_by_role("button", name="Save into the sheet").click()
    page.get_by_text("Saved.").wait_for()

    at.follow("Register")
    page.locator(".first").get_by_role("link", name="post, region").click()
    page.get_by_label("What it says").fill("Austria")
    page.get_by_role("button", name="See what it settles").click()
    page.get_by_role("heading", name="What it settles").wait_for()
    page.get_by_role("button", name="Save into the sheet").click()
    page.get_by_text("Saved.").wait_for()
    mended = SHEET.replace("Ada,DE", "Ada,Germany").replace('content,,"a', 'content,Austria,"a')
    assert at.sheet.read_text(encoding="utf-8") == mended

    at.follow("Changes").get_by_role("button", name="Publish").click()
    page.get_by_text("Published as revision 1").wait_for()
    at.follow("Register").get_by_role("link", name="Add a row").click()
    for column, said in zip(SHEET.splitlines()[0].split(","), next(csv.reader([NEW])), strict=True):
        page.locator(f"[name='cell.{column}']").fill(said)
    page.get_by_text("settled").wait_for()  # while it is written
    page.get_by_role("button", name="Save into the sheet").click()
    page.get_by_text("has the row now").wait_for()
    assert at.sheet.read_text(encoding="utf-8") == mended + NEW
    at.follow("Changes").get_by_label("Why").fill("Care Desk for support")
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("Published as revision 2").wait_for()
    at.follow("Notices").get_by_label("How").fill("e-mail")
    page.get_by_role("button", name="Record").click()
    page.get_by_text("2 notices recorded").wait_for()

    at.follow("Objections").get_by_label("What the customer says").fill("No support from there")
    page.get_by_label("To the vendor").select_option("Care Desk")
    page.get_by_role("button", name="Record the objection").click()
    page.get_by_label("Outcome of objection 1").select_option("upheld")
    page.get_by_role("button", name="Decide").click()
    page.get_by_text("upheld on").wait_for()

    at.follow("Annexes").get_by_label("For the customer").select_option("acme")
    page.get_by_label("Language").select_option("fr")
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download").click()
    waited.value.save_as(tmp_path / "annexe.docx")
    assert waited.value.suggested_filename == "annex.acme.fr.docx"
    made = Document(str(tmp_path / "annexe.docx"))
    said = "\n".join(cell.text for table in made.tables for row in table.rows for cell in row.cells)
    assert "Sample GmbH" in said
    assert "Care Ltd" not in said  # acme goes without it
    assert at.said == []


def test_every_page_is_accessible_and_fits_wide_and_narrow_light_and_dark(at: At) -> None:
    at.sheet.write_text(SHEET, encoding="utf-8")
    for width, scheme in ((1280, "light"), (390, "dark")):
        at.page.set_viewport_size({"width": width, "height": 900})
        at.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        further = ("/row?line=3", "/row/new", "/policy?line=9", "/customers/row?line=2", "/waivers/row", "/nowhere")
        for path in (*MENU, "/cell?line=3&column=region", *further):
            page = at.go(path)
            found = Axe().run(page).response["violations"] if width > 390 or path in ("/", "/notices") else []
            assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], (path, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_without_script_a_cell_is_mended_as_well(at: At, browser: Browser) -> None:
    at.sheet.write_text(SHEET, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False, storage_state=at.page.context.storage_state())
    page = context.new_page()
    page.goto(f"{at.base}/cell?line=3&column=region")
    page.get_by_label("What it says").fill("AT")
    page.get_by_role("button", name="See what it settles").click()
    expect(page.locator("#preview")).to_contain_text("settled")
    page.get_by_role("button", name="Save into the sheet").click()
    expect(page.locator("main")).to_contain_text("Saved.")
    assert at.sheet.read_text(encoding="utf-8") == SHEET.replace('content,,"a', 'content,AT,"a')
    context.close()


def test_another_site_cannot_use_the_session(at: At, tmp_path: Path) -> None:
    """A form of another origin that posts itself: the cookie stays away, and the desk refuses."""
    at.sheet.write_text(SHEET, encoding="utf-8")
    evil = tmp_path / "evil.html"
    evil.write_text(
        f'<form id="f" method="post" action="{at.base}/cell"><input name="do" value="save">'
        '<input name="text" value="X"><input name="line" value="3"><input name="column" value="region"></form>'
        "<script>f.submit()</script>"
    )
    with at.page.expect_navigation(url=f"{at.base}/cell"):
        at.page.goto(evil.as_uri())
    expect(at.page.locator("body")).to_contain_text("another site")
    assert at.sheet.read_text(encoding="utf-8") == SHEET
