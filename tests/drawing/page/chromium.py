"""Chromium, driven by Playwright; tests that need it say so and skip where it is not installed."""

from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from tests.browser import PATIENCE


class Faults(list[str]):
    """What a page complains of, and what it tries to load."""

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("console", self._said)
        page.on("request", self._asked)
        page.on("dialog", self._stopped)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith("file:"):
            self.append(request.url)

    def _stopped(self, dialog: Dialog) -> None:
        self.append(dialog.message)
        dialog.dismiss()


def opened(
    browser: Browser, file: Path, *, hash_: str = "", width: int = 1280, height: int = 800, dark: bool = False
) -> Page:
    """The page at the end of all its movements."""
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page.set_default_timeout(PATIENCE)
    page.goto(file.as_uri() + (f"#{hash_}" if hash_ else ""))
    page.wait_for_selector("#tabs [aria-selected=true]")
    return page
