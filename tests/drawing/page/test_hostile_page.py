"""Names that try to run, in Chromium: nothing runs, nothing is loaded, the names are shown."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser import follow
from tests.drawing.page import office
from tests.drawing.page.chromium import Faults, opened

NAMES = (
    "</script><script>hurt()</script>",
    "<img src=x onerror=hurt()>",
    '"><svg onload=hurt()>',
    "</title></svg><iframe srcdoc='<script>hurt()</script>'>",
    "javascript:hurt()",
    "a\u2028b\u2029c",
    "\u202egnp.exe",
    "{{constructor.constructor('hurt()')()}}",
    "${hurt()}`",
    "<!--<script>",
    "]]><style>*{display:none}</style>",
)


def test_nothing_that_stands_in_a_cell_runs(browser: Browser, tmp_path: Path) -> None:
    quoted = [name.replace('"', '""') for name in NAMES]
    rows = tuple(
        f'v{number},"{name}",US,sub-processor,support,"{name}",mail,eu,,customers,content,US,SCC M3 (2021-10-01),,,'
        for number, name in enumerate(quoted)
    )
    policy = office.POLICY.replace("Mail platform (EU)", "</script><script>hurt()</script>")
    file = office.page(tmp_path, rows=rows, policy=policy)
    faults = Faults()
    page = opened(browser, file)
    faults.watch(page)
    for hash_ in (
        "finding=V1&panel=details",
        "party=v1&panel=details",
        "panel=filters",
        "party=<script>hurt()</script>",
    ):
        follow(page, hash_)
        page.locator("#table").evaluate("one => { one.open = true }")
        expect(page.locator("#rows tr")).to_have_count(len(NAMES) + 2)  # and what customers give two systems
        page.locator("#search").fill("hurt")
        expect(page.get_by_role("option")).to_have_count(8)
        assert page.evaluate("typeof hurt") == "undefined"
        assert page.locator("script").count() == 2
        assert page.locator("img, iframe, style + style, [onerror], [onload]").count() == 0
    page.close()
    assert faults == []


def test_a_script_that_got_in_would_not_run(browser: Browser, file: Path) -> None:
    """The policy of the page holds, should an escape ever fail."""
    page = opened(browser, file)
    page.evaluate(
        "document.body.append(document.createRange().createContextualFragment('<script>window.hurt=1</script>'))"
    )
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hurt=1\">')")
    page.wait_for_timeout(100)
    assert page.evaluate("window.hurt") is None
    page.close()
