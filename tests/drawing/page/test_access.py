"""The page under axe (WCAG 2.2 AA), wide and narrow, light and dark; and what a screen reader is told."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import follow
from tests.drawing.page.chromium import opened

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"label-content-name-mismatch": {"enabled": True}},  # WCAG 2.5.3; not among the usual ones of axe yet
}
SEEN = (
    "",
    "finding=V1&panel=details",
    "of-product=sms&panel=filters",
    "day=2027-04-01&panel=legend",
)


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(
    ("width", "dark", "seen"), [(1280, False, SEEN), (1280, True, SEEN[1:2]), (390, False, SEEN[1:2])]
)
def test_axe_finds_nothing(browser: Browser, file: Path, width: int, dark: bool, seen: tuple[str, ...]) -> None:
    page = opened(browser, file, width=width, dark=dark)
    for hash_ in seen:
        follow(page, hash_)
        page.locator("#table").evaluate("one => { one.open = true }")
        expect(page.locator("#rows tr")).not_to_have_count(0)
        assert violations(page) == [], hash_
    page.close()


def test_axe_would_find_a_button_without_a_name(browser: Browser, file: Path) -> None:
    page = opened(browser, file)
    page.evaluate("document.querySelector('.box [role=button]').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('.box [role=button]').replaceChildren()")
    assert any("name" in one for one in violations(page))
    page.close()


def test_no_page_scrolls_sideways_on_a_telephone(browser: Browser, file: Path) -> None:
    page = opened(browser, file, width=390, height=844, hash_="finding=V1&panel=details")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_a_box_is_an_item_that_owns_the_list_of_its_flows(page: Page) -> None:
    elm = page.locator(".box", has_text="Elm Desk")
    assert elm.get_attribute("role") == "listitem"
    assert "Elm Desk" in (elm.get_by_role("button").get_attribute("aria-label") or "")
    flows = elm.locator("[role=list]")
    assert flows.get_attribute("aria-label") == "Flows from Elm Desk"
    [owned] = (flows.get_attribute("aria-owns") or "").split()
    line = page.locator(f"[id='{owned}']")
    assert line.get_attribute("role") == "listitem"
    assert "Elm Desk to Ash Metrics" in (line.locator("title").text_content() or "")
