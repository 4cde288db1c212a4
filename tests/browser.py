"""Pages in a real browser: Chromium as the machine has it, and axe, which tells what keeps people out.

A page answers when it gets to it, not when the test asks: what is seen after an act is said with `expect(...)`, which
waits until it is so; a count or a text that is only read, and an address that is only set, may be those of before."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

WIDTHS = (1280, 390)  # a desk and a telephone, in pixels of CSS
PATIENCE = 20_000  # milliseconds until what has not come is taken for missing; a machine with much to do is slow
_QUIET = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """The Chromium of the machine, which asks nothing of the network; the test is skipped where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium), so no page is opened in a browser")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=[*_QUIET, "--no-first-run"])
        yield browser
        browser.close()


def follow(page: Page, hash_: str) -> None:
    """Goes to a part of the page that stands open; back when its script has answered to the new address."""
    page.evaluate(
        """([hash, patience]) => new Promise((done, failed) => {
          if (new URL(`#${hash}`, location).hash === location.hash) { done(); return; }
          addEventListener("hashchange", () => done(), { once: true });
          setTimeout(() => failed(new Error(`no answer to #${hash}`)), patience);
          location.hash = hash;
        })""",
        [hash_, PATIENCE],
    )


def complaints(page: Page) -> list[str]:
    """What axe finds wrong with a page as it stands: the rule, and the elements that break it."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {', '.join(str(node['target']) for node in one['nodes'])}" for one in found]
