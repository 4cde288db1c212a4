"""Pages in a real browser: Chromium as the machine has it, and axe, which tells what keeps people out."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

WIDTHS = (1280, 390)  # a desk and a telephone, in pixels of CSS
_QUIET = ("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """The Chromium of the machine, which asks nothing of the network; the test is skipped where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium), so no page is opened in a browser")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=[*_QUIET, "--no-first-run"])
        yield browser
        browser.close()


def complaints(page: Page) -> list[str]:
    """What axe finds wrong with a page as it stands: the rule, and the elements that break it."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {', '.join(str(node['target']) for node in one['nodes'])}" for one in found]
