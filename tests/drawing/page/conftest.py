"""One browser and one page for all tests of a worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import running_chromium
from tests.drawing.page import office
from tests.drawing.page.chromium import Faults, opened

AS_AT_THE_BEGINNING = """() => {
  history.replaceState(null, "", location.pathname);
  dispatchEvent(new Event("hashchange"));
  document.getElementById("fit").click();
  document.getElementById("table").open = false;
  document.getElementById("help").close();
  document.activeElement?.blur();
}"""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with running_chromium() as running:
        yield running


@pytest.fixture(scope="package")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office.page(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="package")
def shown(browser: Browser, file: Path) -> Iterator[tuple[Page, Faults]]:
    page = opened(browser, file)
    faults = Faults()
    faults.watch(page)
    yield page, faults
    page.close()


@pytest.fixture
def page(shown: tuple[Page, Faults]) -> Iterator[Page]:
    """The page of the office at 1280 pixels, as at the beginning; it has no fault and asks for nothing."""
    page, faults = shown
    page.evaluate(AS_AT_THE_BEGINNING)
    yield page
    assert faults == []
