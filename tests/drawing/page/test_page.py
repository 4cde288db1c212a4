"""What people do on the page, done in Chromium."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.drawing.page import office
from tests.drawing.page.chromium import opened


def expect_in_address(page: Page, said: str) -> None:
    expect(page).to_have_url(re.compile(f"[#&]{re.escape(said)}(&|$)"))


def test_a_finding_lights_its_chain_hop_by_hop_with_its_cells(page: Page) -> None:
    page.locator("#findings .row", has_text="By way of Elm Desk").click()
    hops = page.locator("#details .hop")
    expect(hops.locator(".number")).to_have_text(["1", "2"])
    expect(hops.nth(1)).to_contain_text("vendors.csv:4 [data] cut here settles it")
    expect(page.locator(".line.lit")).to_have_count(2)
    expect(page.locator(".hops text")).to_have_text(["1", "2"])
    expect(page.locator(".box.lit")).to_have_count(3)
    expect(page.locator(".box.dim:not(.gone)")).to_have_count(5)
    expect_in_address(page, "finding=V1")


def test_a_party_shows_its_neighbours_and_its_entry_in_the_annex(page: Page) -> None:
    page.locator(".box", has_text="Elm Desk").click()
    details = page.locator("#details")
    expect(details.locator("h2").first).to_have_text("Elm Desk")
    expect(details).to_contain_text("In the annex")
    expect(details).to_contain_text("Receives from (1)")
    expect(details).to_contain_text("Hands data to (1)")
    expect(page.locator(".box.lit")).to_have_count(3)
    details.get_by_role("button", name="Whose data gets to it").click()
    expect_in_address(page, "reach=up")
    expect_in_address(page, "party=elm")
    expect(page.locator(".box.lit")).to_have_count(3)


def test_filters_count_and_keep_table_and_picture_in_step(page: Page) -> None:
    page.get_by_role("tab", name="Filter").click()
    row = page.locator(".value", has_text="Acme SMS")
    expect(row.locator(".count [aria-hidden]")).to_have_text("4")
    expect(row.locator(".count .quiet")).to_have_text("4 flows")
    row.get_by_role("checkbox").check()
    expect(page.locator(".line:not(.dim):not(.gone)")).to_have_count(4)
    page.locator("#table summary").click()
    expect(page.locator("#rows tr")).to_have_count(4)
    expect(page.locator("#table-count")).to_have_text("4 of 8 flows")
    expect_in_address(page, "of-product=sms")
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator("#rows tr")).to_have_count(8)


def test_the_table_picks_what_the_picture_lights(page: Page) -> None:
    page.locator("#table summary").click()
    page.get_by_role("button", name="Flow 4 from Mail platform (EU) to Elm Desk").click()
    expect(page.locator(".line.lit")).to_have_count(1)
    expect(page.locator(".line.lit")).to_have_id("region-e4")
    expect(page.locator("#rows tr.lit")).to_have_count(1)
    expect(page.locator("#details")).to_contain_text("Ground on 2026-11-23")


def test_another_day_shows_who_is_there_and_what_the_law_says_then(page: Page) -> None:
    fir = page.locator(".line", has_text="to Fir Pay")
    expect(fir).to_have_attribute("data-ground", "certificate")
    expect(page.locator(".box", has_text="Yew Brain")).to_be_hidden()
    page.locator("#day").focus()
    page.keyboard.press("End")
    expect(page.locator("#day-name")).to_have_text("2027-04-01")
    expect(fir).to_have_attribute("data-ground", "not-covered")
    expect(fir).to_have_attribute("data-mark", "broken")
    expect(page.locator(".box", has_text="Yew Brain")).to_be_visible()
    expect(page.locator(".box", has_text="Box Files")).to_be_hidden()
    expect(page.locator("#day-why")).to_contain_text("none for US")
    expect(page.locator("#findings")).to_contain_text("does not carry it on 2027-04-01")
    page.get_by_role("button", name="Back to 2026-11-23").click()
    expect(fir).to_have_attribute("data-ground", "certificate")


def test_search_finds_by_name_and_purpose(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("metrics of the")
    expect(page.get_by_role("option")).to_have_text("Ash Metrics ash")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2").first).to_have_text("Ash Metrics")


def test_the_keyboard_walks_along_the_flows(page: Page) -> None:
    page.locator(".box", has_text="Mail platform").get_by_role("button").focus()
    page.keyboard.press("ArrowRight")
    focused = page.locator(".box:has(:focus)")
    expect(focused).to_contain_text("Oak Cloud")
    page.keyboard.press("ArrowDown")
    expect(focused).to_contain_text("Elm Desk")
    expect(page.locator("#said")).to_have_text("Elm Desk, 2 of 2 from Mail platform (EU)")
    page.keyboard.press("ArrowRight")
    expect(focused).to_contain_text("Ash Metrics")
    page.keyboard.press("ArrowLeft")
    expect(focused).to_contain_text("Elm Desk")
    page.keyboard.press("Enter")
    expect(page.locator("#details h2").first).to_have_text("Elm Desk")
    page.keyboard.press("Escape")
    expect(page.locator(".box.lit")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Single letters and signs act at once").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    table = page.locator("#table")
    assert table.get_attribute("open") is None, "who speaks to the computer can switch letters off"
    page.evaluate("document.getElementById('letters').checked = true")


def test_wheel_and_keys_zoom_and_fit_brings_all_back(page: Page) -> None:
    camera = page.locator("figure:not([hidden]) .camera")
    page.locator("#stage").hover()
    page.mouse.wheel(0, -500)
    expect(camera).not_to_have_attribute("transform", re.compile(re.escape("scale(1.0000)")))
    page.get_by_role("button", name="Fit").click()
    expect(camera).to_have_attribute("transform", "translate(0.00 0.00) scale(1.0000)")
    page.keyboard.press("+")
    expect(page.locator("#zoom")).to_have_text("125 %")
    before = camera.get_attribute("transform") or ""
    page.locator("#stage").hover()
    page.mouse.down()
    page.mouse.move(300, 300, steps=4)
    page.mouse.up()
    expect(camera).not_to_have_attribute("transform", before)
    page.get_by_role("button", name="Fit").click()
    page.locator("#stage").focus()
    page.keyboard.press("ArrowRight")
    expect(camera).to_have_attribute("transform", re.compile(r"translate\(-"))


def test_the_address_brings_back_what_was_seen(page: Page) -> None:
    page.get_by_role("tab", name="Filter").click()
    page.locator(".value", has_text="Acme SMS").get_by_role("checkbox").check()
    page.keyboard.press("]")
    expect_in_address(page, "day=2027-01-01")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#day-name")).to_have_text("2027-01-01")
    expect(page.locator(".value", has_text="Acme SMS").get_by_role("checkbox")).to_be_checked()
    page.goto(f"{address.partition('#')[0]}#party=nobody&day=1999-01-01&of-zone=%&page=none")
    expect(page.locator("#day-name")).to_contain_text("2026-11-23")


def test_the_page_prints_the_picture_the_whole_table_the_findings_and_a_small_legend(page: Page) -> None:
    page.emulate_media(media="print", reduced_motion="reduce")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#rows tr")).to_have_count(8)
    expect(page.locator(".tools")).to_be_hidden()
    expect(page.locator("#stage svg").first).to_be_visible()
    expect(page.locator("#findings .row").first).to_be_visible()
    assert page.evaluate("document.querySelector('#legend svg').getBoundingClientRect().width") < 320
    page.emulate_media(media="screen")


def test_before_and_after_of_two_states(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, office.difference(tmp_path))
    new, old = page.locator(".box", has_text="+ New Desk"), page.locator(".box", has_text="− Box Files")
    expect(new).to_be_visible()
    expect(old).to_be_visible()
    page.get_by_role("button", name="old.csv", exact=True).click()
    expect(new).to_be_hidden()
    page.get_by_role("button", name="vendors.csv", exact=True).click()
    expect(new).to_be_visible()
    expect(old).to_be_hidden()
    expect_in_address(page, "side=after")
    expect(page.locator("#days")).to_be_hidden()
    page.close()
