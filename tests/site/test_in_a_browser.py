"""The public page as people open it, from a folder: Chromium looks, and axe."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import WIDTHS, complaints
from tests.make import case, engagement
from tests.site.published import SECOND, editions, names
from vendor_registry.intake.logo import read_logo
from vendor_registry.model.policy.logo import Logo
from vendor_registry.model.policy.policy import Named
from vendor_registry.model.policy.terms import LIGHT, SiteTerms
from vendor_registry.site.edition import Edition, public
from vendor_registry.site.page import Address, Pages
from vendor_registry.site.style import look

SHIFT = """new Promise(done => { let sum = 0;
new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
.observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 100); })"""
PLAIN = SiteTerms()


def expect_shown(page: Page, number: int) -> None:
    """So many entries are seen, once the page has answered to its new address."""
    expect(page.locator("li[data-zone]:visible")).to_have_count(number)


def expect_seen(page: Page, vendor: str) -> None:
    expect(page.locator(f"h3:has-text('{vendor}')")).to_be_visible()


def page_of(folder: Path, found: tuple[Edition, ...], terms: SiteTerms = PLAIN, logo: Logo | None = None) -> str:
    """The address of the page of some editions, written into a folder."""
    tongues = [names(found[0], code) for code in ("en", "de")]
    site = Pages(
        found, tongues, Address(base="", languages=("en", "de")), {"en": (), "de": ()}, look(found, terms, logo)
    )
    for name, content in site.written():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return (folder / "index.html").as_uri()


def opened(chromium: Browser, url: str, width: int, scheme: Literal["light", "dark"] = "light") -> Page:
    """The page in a window of a width, for somebody who prefers a light or a dark one."""
    page = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.goto(url)
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_keeps_people_out_and_nothing_moves(tmp_path: Path, chromium: Browser, width: int) -> None:
    """At a desk by day, on a telephone at night."""
    url = page_of(tmp_path, editions())
    page = opened(chromium, url, width, "dark" if width == min(WIDTHS) else "light")
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(SHIFT) == 0
    page.goto(url.replace("index.html", "revisions/2/index.html"))
    assert complaints(page) == []


def test_axe_would_say_so(tmp_path: Path, chromium: Browser) -> None:
    """A grey text on white, and a picture that says nothing to the blind."""
    poor = tmp_path / "poor.html"
    poor.write_text('<html lang="en"><title>x</title><main><h1 style="color:#ccc">Pale</h1><img src=""></main>')
    found = {one.split(":")[0] for one in complaints(opened(chromium, poor.as_uri(), 390))}
    assert {"color-contrast", "image-alt"} <= found


def test_a_page_asks_for_nothing_and_a_link_narrows_the_list(tmp_path: Path, chromium: Browser) -> None:
    rows = (engagement("cloud", region="DE"), engagement("crm", vendor="CRM", region="US", condition=("ai",)))
    found = public(case(*rows, conditions={"ai": Named(key="ai", name={"": "AI features are on"})}))
    one = Edition(number=1, published_at=SECOND, digest="aa", case=found, first=True)
    url = page_of(tmp_path, (one,))
    asked: list[str] = []
    said: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(url)
    expect_shown(page, 2)
    assert (asked, said) == ([url], [])
    page.click("text=United States")
    expect_shown(page, 1)
    expect(page).to_have_url(f"{url}#place-US")
    page.click("text=Show all")
    expect_shown(page, 2)
    for anchor, vendor in (("place-DE", "Cloud"), ("condition-ai", "CRM"), ("no-condition", "Cloud")):
        page.goto(f"{url}#{anchor}")
        expect_shown(page, 1)
        expect_seen(page, vendor)
    expect(page.locator("#condition-ai")).to_have_text("only if AI features are on")


def test_links_that_were_followed_hold_together_and_stand_in_the_address(tmp_path: Path, chromium: Browser) -> None:
    """Both places of a kind, or what one engagement has of two kinds: Mail is in the US, but not with data of the EU.
    Following a link again takes it back."""
    rows = (
        engagement("cloud", region="DE"),
        engagement("crm", vendor="CRM", region="US"),
        engagement("mail", region="FR"),
        engagement("mail-us", vendor="Mail", legal_name="Mail GmbH", region="US", zone="us"),
    )
    url = page_of(
        tmp_path, (Edition(number=1, published_at=SECOND, digest="aa", case=public(case(*rows)), first=True),)
    )
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(url)
    page.click("#place-US")
    expect_shown(page, 2)
    page.click("#zone-eu")
    expect(page).to_have_url(f"{url}#zone-eu&place-US")
    expect_shown(page, 1)
    expect_seen(page, "CRM")
    expect(page.locator(".filters output")).to_have_text("1 / 3")
    expect(page.locator("#place-US")).to_have_attribute("aria-current", "true")
    page.click("#place-DE")
    expect(page).to_have_url(f"{url}#zone-eu&place-DE&place-US")
    page.click("#zone-eu")
    expect_shown(page, 3)
    expect(page).to_have_url(f"{url}#place-DE&place-US")
    page.go_back()
    expect_shown(page, 2)
    other = chromium.new_page()
    other.goto(f"{url}#zone-us&place-US")
    expect_shown(other, 1)
    expect_seen(other, "Mail")
    other.goto(f"{url}#%&=/<script>&nothing")
    expect_shown(other, 3)
    assert said == []
    plain = chromium.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{url}#place-DE")
    expect_shown(plain, 1)


def test_colours_and_logo_of_a_company_are_shown_from_a_folder(tmp_path: Path, chromium: Browser) -> None:
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><path d="M0 0h80v20H0z" fill="#070"/></svg>'
    (tmp_path / "logo.svg").write_bytes(drawn)
    terms = SiteTerms(light={**LIGHT, "accent": "#00600a"})
    url = page_of(tmp_path, editions(), terms, read_logo(tmp_path / "logo.svg"))
    page = opened(chromium, url, 390)
    assert page.evaluate("getComputedStyle(document.querySelector('main a')).color") == "rgb(0, 96, 10)"
    shown = page.evaluate("(({naturalWidth, width, height}) => [naturalWidth > 0, width, height])(document.images[0])")
    assert shown == [True, 192, 48]
    assert (complaints(page), page.evaluate(SHIFT)) == ([], 0)
