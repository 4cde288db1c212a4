"""The pictures that are tables, in Chromium: they follow the day and the filter, and each cell can be asked."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import follow
from tests.drawing.page import office
from tests.drawing.page.chromium import Faults, opened
from tests.drawing.page.test_access import violations

CLOUD = "European Economic Area · EU data region"


def shown(browser: Browser, folder: Path, view: str, width: int = 1280) -> tuple[Page, Faults]:
    page = opened(browser, office.page(folder, view=view), width=width)
    faults = Faults()
    faults.watch(page)
    return page, faults


def counted(page: Page) -> int:
    """The flows of all cells of the table that is shown."""
    words = page.locator(".sheet:visible td button").all_inner_texts()
    return sum(int(one.split()[0]) for one in words)


def test_the_matrix_follows_the_day_and_the_filter(browser: Browser, tmp_path: Path) -> None:
    page, faults = shown(browser, tmp_path, "summary")
    assert counted(page) == 8, "Yew Brain comes in 2027 and is not counted yet"
    expect(page.locator("#camera")).to_be_hidden()
    page.locator("#fit").evaluate("one => one.click()")
    follow(page, "day=2027-01-15")
    expect(page.locator("#day-name")).to_have_text("2027-01-15")
    assert counted(page) == 8, "Box Files went, Yew Brain came"
    expect(page.locator(".sheet:visible")).not_to_contain_text("Switzerland")
    follow(page, "of-product=sms")
    assert counted(page) == 4
    follow(page, "of-product=sms&of-role=joint-controller")
    expect(page.locator(".sheet:visible")).to_contain_text("No flow is in force that the filter leaves.")
    assert faults == []
    page.close()


def test_a_cell_of_the_matrix_names_its_flows_and_keeps_the_focus(browser: Browser, tmp_path: Path) -> None:
    page, faults = shown(browser, tmp_path, "summary")
    page.get_by_role("button", name=f"from {CLOUD} to USA").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#details h2").first).to_have_text("2 flows drawn together")
    expect(page.locator(".sheet td.lit")).to_have_count(1)
    expect(page.locator("#table-count")).to_have_text("8 flows, 2 lit")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile(f"from {CLOUD} to USA"))
    expect(page).to_have_url(re.compile("box="))
    address = page.url
    page.keyboard.press("Escape")
    expect(page.locator(".sheet td.lit")).to_have_count(0)
    page.goto(address)
    page.reload()
    expect(page.locator(".sheet td.lit")).to_have_count(1)
    assert faults == []
    page.close()


def test_shares_are_counted_anew_for_another_day_and_a_vendor_can_be_picked(browser: Browser, tmp_path: Path) -> None:
    page, faults = shown(browser, tmp_path, "concentration")
    rows = page.locator(".sheet:visible tbody th")
    assert set(rows.all_inner_texts()) == {"Oak Cloud", "Elm Desk", "Ash Metrics", "Fir Pay", "Box Files"}
    follow(page, "day=2027-01-15")
    expect(page.locator("#day-name")).to_have_text("2027-01-15")
    assert set(rows.all_inner_texts()) == {"Oak Cloud", "Elm Desk", "Ash Metrics", "Fir Pay", "Yew Brain"}
    page.get_by_role("button", name="Elm Desk", exact=True).click()
    expect(page.locator("#details h2").first).to_have_text("Elm Desk")
    assert faults == []
    page.close()


@pytest.mark.parametrize("view", ["summary", "concentration"])
def test_axe_finds_nothing_in_a_table_and_it_scrolls_in_itself(browser: Browser, tmp_path: Path, view: str) -> None:
    page, _ = shown(browser, tmp_path, view, width=390)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_two_fingers_zoom_and_one_moves(browser: Browser, file: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#fit").click()
    fingers = context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[int, int]) -> None:
        told = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    camera = page.locator("figure:visible .camera")
    touch("touchStart", (150, 400), (250, 400))
    for step in range(6):
        touch("touchMove", (150 - 10 * step, 400), (250 + 10 * step, 400))
    touch("touchEnd")
    expect(page.locator("#zoom")).to_have_text("200 %")
    before = camera.get_attribute("transform") or ""
    touch("touchStart", (200, 400))
    for step in range(6):
        touch("touchMove", (200 - 10 * step, 400))
    touch("touchEnd")
    expect(camera).not_to_have_attribute("transform", before)
    expect(page.locator("#zoom")).to_have_text("200 %")
    context.close()
