"""What people do on the page, done in Chromium."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.drawing.page import office
from tests.drawing.page.chromium import opened


def lit(page: Page, of: str = ".line") -> set[str]:
    """The ids of what is lit."""
    return {one.get_attribute("id") or "" for one in page.locator(f"{of}.lit").all()}


def test_a_finding_lights_its_chain_hop_by_hop_with_its_cells(page: Page) -> None:
    page.locator("#findings .row", has_text="By way of Elm Desk").click()
    hops = page.locator("#details .hop")
    assert [one.split("\n")[0] for one in hops.all_inner_texts()] == ["1", "2"]
    assert "vendors.csv:4 [data] cut here settles it" in hops.nth(1).inner_text()
    assert len(lit(page)) == 2
    assert page.locator(".hops text").all_text_contents() == ["1", "2"]
    assert page.locator(".box.lit").count() == 3
    assert page.locator(".box.dim:not(.gone)").count() == 5
    assert "finding=V1" in page.url


def test_a_party_shows_its_neighbours_and_its_entry_in_the_annex(page: Page) -> None:
    page.locator(".box", has_text="Elm Desk").click()
    details = page.locator("#details")
    expect(details.locator("h2").first).to_have_text("Elm Desk")
    expect(details).to_contain_text("In the annex")
    expect(details).to_contain_text("Receives from (1)")
    expect(details).to_contain_text("Hands data to (1)")
    assert page.locator(".box.lit").count() == 3
    details.get_by_role("button", name="Whose data gets to it").click()
    assert page.locator(".box.lit").count() == 3
    assert "party=elm" in page.url
    assert "reach=up" in page.url


def test_filters_count_and_keep_table_and_picture_in_step(page: Page) -> None:
    page.get_by_role("tab", name="Filter").click()
    row = page.locator(".value", has_text="Acme SMS")
    count = int(row.locator(".count").inner_text().split()[0])
    row.get_by_role("checkbox").check()
    assert page.locator(".line:not(.dim):not(.gone)").count() == count == 4
    page.locator("#table summary").click()
    assert page.locator("#rows tr").count() == count
    expect(page.locator("#table-count")).to_have_text("4 of 8 flows")
    assert "of-product=sms" in page.url
    page.get_by_role("button", name="Clear all filters").click()
    assert page.locator("#rows tr").count() == 8


def test_the_table_picks_what_the_picture_lights(page: Page) -> None:
    page.locator("#table summary").click()
    page.get_by_role("button", name="Flow 4 from Mail platform (EU) to Elm Desk").click()
    assert lit(page) == {"region-e4"}
    expect(page.locator("#rows tr.lit")).to_have_count(1)
    expect(page.locator("#details")).to_contain_text("Ground on 2026-11-23")


def test_another_day_shows_who_is_there_and_what_the_law_says_then(page: Page) -> None:
    fir = page.locator(".line", has_text="to Fir Pay")
    assert fir.get_attribute("data-ground") == "certificate"
    expect(page.locator(".box", has_text="Yew Brain")).to_be_hidden()
    page.locator("#day").focus()
    page.keyboard.press("End")
    expect(page.locator("#day-name")).to_have_text("2027-04-01")
    assert (fir.get_attribute("data-ground"), fir.get_attribute("data-mark")) == ("not-covered", "broken")
    expect(page.locator(".box", has_text="Yew Brain")).to_be_visible()
    expect(page.locator(".box", has_text="Box Files")).to_be_hidden()
    expect(page.locator("#day-why")).to_contain_text("none for US")
    expect(page.locator("#findings")).to_contain_text("does not carry it on 2027-04-01")
    page.get_by_role("button", name="Back to 2026-11-23").click()
    assert fir.get_attribute("data-ground") == "certificate"


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
    assert lit(page, ".box") == set()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Single letters and signs act at once").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    assert not page.locator("#table").get_attribute("open"), "who speaks to the computer can switch letters off"
    page.evaluate("document.getElementById('letters').checked = true")


def test_wheel_and_keys_zoom_and_fit_brings_all_back(page: Page) -> None:
    camera = page.locator("figure:not([hidden]) .camera")
    page.locator("#stage").hover()
    page.mouse.wheel(0, -500)
    assert "scale(1.0000)" not in (camera.get_attribute("transform") or "")
    page.get_by_role("button", name="Fit").click()
    assert camera.get_attribute("transform") == "translate(0.00 0.00) scale(1.0000)"
    page.keyboard.press("+")
    expect(page.locator("#zoom")).to_have_text("125 %")
    before = camera.get_attribute("transform")
    page.locator("#stage").hover()
    page.mouse.down()
    page.mouse.move(300, 300, steps=4)
    page.mouse.up()
    assert camera.get_attribute("transform") != before
    page.get_by_role("button", name="Fit").click()
    page.locator("#stage").focus()
    page.keyboard.press("ArrowRight")
    assert (camera.get_attribute("transform") or "").startswith("translate(-")


def test_the_address_brings_back_what_was_seen(page: Page) -> None:
    page.get_by_role("tab", name="Filter").click()
    page.locator(".value", has_text="Acme SMS").get_by_role("checkbox").check()
    page.keyboard.press("]")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#day-name")).to_have_text("2027-01-01")
    expect(page.locator(".value", has_text="Acme SMS").get_by_role("checkbox")).to_be_checked()
    page.goto(f"{address.partition('#')[0]}#party=nobody&day=1999-01-01&of-zone=%&page=none")
    expect(page.locator("#day-name")).to_contain_text("2026-11-23")


def test_the_page_prints_the_picture_and_the_whole_table(page: Page) -> None:
    page.emulate_media(media="print", reduced_motion="reduce")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#rows tr").count() == 8
    expect(page.locator(".tools")).to_be_hidden()
    expect(page.locator("#stage svg").first).to_be_visible()
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
    assert page.url.endswith("#side=after")
    expect(page.locator("#days")).to_be_hidden()
    page.close()
