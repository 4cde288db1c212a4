"""A page of `vendors graph --format html` in Chromium: processor time of its main thread, in milliseconds.

`python benchmarks/page.py PAGE`: until it can be used, then for each thing that people do, with the next frame.
"""

import sys
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

ACTS = {
    "pick a box": "document.querySelector('.box:not(.gone)').dispatchEvent(new MouseEvent('click', {bubbles: true}))",
    "pick nothing": "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))",
    "show findings": "document.getElementById('tab-findings').click()",
    "pick a finding": "document.querySelector('#findings .row').click()",
    "the day before": "document.dispatchEvent(new KeyboardEvent('keydown', {key: '['}))",
    "show filters": "document.getElementById('tab-filters').click()",
    "filter": "document.querySelector('#filters input').click()",
    "zoom": "document.getElementById('near').click()",
    "show the table": "document.getElementById('table').open = true",
}
FRAME = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


def spent(session: CDPSession) -> float:
    """Milliseconds of the main thread so far."""
    values = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(values["TaskDuration"])


def measure(page: Page, session: CDPSession, file: Path) -> None:
    before = spent(session)
    page.goto(file.resolve().as_uri())
    page.wait_for_selector("#tabs [aria-selected=true]")
    page.evaluate(FRAME)
    print(f"{'until it can be used':20} {spent(session) - before:6.0f}")
    for name, act in ACTS.items():
        before = spent(session)
        page.evaluate(f"() => {{ {act}; return {FRAME} }}")
        print(f"{name:20} {spent(session) - before:6.0f}")


if __name__ == "__main__":
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--disable-gpu"])
        page = browser.new_page(viewport={"width": 1600, "height": 900})
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        measure(page, session, Path(sys.argv[1]))
        browser.close()
