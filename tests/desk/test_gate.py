"""Attacks from outside: other sites, other names of this address, bodies without end, paths that lead elsewhere."""

import asyncio
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.desk.running import SHEET, Desk, opened
from tests.small import POLICY
from vendor_registry.desk.web.rendering import MENU

PLACE = {"line": 3, "column": "region"}
SAVE = {"text": "AT", "do": "save"}


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1:9999", "localhost.evil.example:8000", "127.0.0.1:8000@evil.example", ""]
)
def test_a_name_that_was_made_to_lead_here_gets_nothing(at_desk: Desk, host: str) -> None:
    """DNS rebinding: the cookie would come along, the Host header tells."""
    answer = at_desk.client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Sample Cloud" not in answer.text


def test_localhost_and_the_address_are_names_of_ours(at_desk: Desk) -> None:
    for host in ("127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000"):
        assert at_desk.client.get("/static/desk.css", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9000"},
        {"origin": "https://127.0.0.1:8000"},
        {"origin": "http://127.0.0.1:8000.evil.example"},
        {"origin": "http://evil.example/127.0.0.1:8000"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_not_carried_out_even_with_the_token(at_desk: Desk, headers: dict[str, str]) -> None:
    form = at_desk.fields("/cell", "/cell", **PLACE)
    answer = at_desk.client.post("/cell", data=form | SAVE, headers=headers)
    assert answer.status_code == 403
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET


@pytest.mark.parametrize("token", [None, "", "guess"])
def test_a_form_without_the_token_of_the_session_is_not_carried_out(at_desk: Desk, token: str | None) -> None:
    form = at_desk.fields("/cell", "/cell", **PLACE) | SAVE
    form.pop("csrf")
    form |= {} if token is None else {"csrf": token}
    assert at_desk.client.post("/cell", data=form).status_code == 403
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET


def test_the_token_of_another_session_is_none(at_desk: Desk) -> None:
    form = at_desk.fields("/cell", "/cell", **PLACE) | SAVE
    theirs = at_desk.other().fields("/cell", "/cell", **PLACE)["csrf"]
    assert theirs != form["csrf"]
    assert at_desk.client.post("/cell", data=form | {"csrf": theirs}).status_code == 403


def test_a_form_of_another_kind_is_not_read(at_desk: Desk) -> None:
    """A page elsewhere can send text/plain without asking anybody."""
    for kind in ("text/plain", "application/json", ""):
        answer = at_desk.client.post("/cell", content=b"csrf=x", headers={"content-type": kind})
        assert answer.status_code == 415


def test_what_is_too_large_is_refused_by_what_it_says_and_by_what_comes(at_desk: Desk) -> None:
    assert at_desk.client.post("/cell", content=b"x" * 1_000_001).status_code == 413
    pieces = (b"x" * 100_000 for _ in range(11))
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert at_desk.client.post("/cell", content=pieces, headers=kind).status_code == 413
    assert at_desk.client.post("/cell", content=b"x", headers={"content-length": "-1"}).status_code == 413
    many = "&".join(f"f{number}=" for number in range(500))
    assert at_desk.client.post("/cell", content=many.encode(), headers=kind).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py",
        "/static/..%2f..%2fsettings.py",
        "/static/%2e%2e/settings.py",
        "/static/desk.css/../../app.py",
        "/static//etc/passwd",
        "/static/%00",
        "/static/....//settings.py",
        "/vendors.csv",
        "/../vendors.csv",
    ],
)
def test_no_path_leads_to_a_file(at_desk: Desk, path: str) -> None:
    answer = at_desk.client.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_every_answer_carries_the_headers(at_desk: Desk) -> None:
    for path in ("/", "/cell?line=3&column=region", "/nowhere", "/static/desk.js", "/api/v1/nowhere"):
        answer = at_desk.client.get(path)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "server" not in answer.headers
        if not path.startswith("/static"):
            assert answer.headers["cache-control"] == "no-store"


def test_pages_hold_no_script_and_no_style_of_their_own(at_desk: Desk) -> None:
    for path in ("/", "/cell?line=3&column=region"):
        page = at_desk.get(path)
        assert page.count("<script") == 1
        assert " style=" not in page
        assert "onclick" not in page


def test_what_a_sheet_says_is_text(tmp_path: Path) -> None:
    hostile = SHEET.replace("Sample Cloud", '"<img src=x onerror=alert(1)>{{7*7}}"')
    page = opened(tmp_path, hostile).enter().get("/")
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;{{7*7}}" in page


def test_behind_a_proxy_every_address_has_its_path(tmp_path: Path) -> None:
    desk = opened(tmp_path, root_path="/desk", names=("register.acme.example",)).enter()
    for path in ("/desk/", "/"):
        page = desk.client.get(path, headers={"host": "register.acme.example"}).text
        assert 'href="/desk/findings"' in page
        assert 'href="/findings"' not in page


def test_a_failure_of_ours_tells_nothing_of_the_inside(tmp_path: Path) -> None:
    """The clock is broken: nobody expected that."""
    desk = opened(tmp_path).enter()
    desk.office.settings = None  # type: ignore[assignment]
    answer = desk.client.get("/")
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert "Traceback" in desk.logged[0]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/diagrams", {"only": "(" * 20_000}),
        ("/diagrams", {"only": "not " * 8_000 + "zone:eu"}),
        ("/", {"page": "9" * 30, "words": "\x00\ud7ff" * 100, "only": "\u202e"}),
        ("/findings", {"page": "-1", "rule": "x" * 5_000}),
        ("/what-if", {"without": ["vendor:\x00", "decision:" + "9" * 3_000]}),
        ("/annex/file", {"lang": "../../../etc/passwd", "zone": "\n", "customer": "%2e%2e"}),
        ("/notices/letter", {"customer": "../x", "format": "docx"}),
        ("/proposals/..%2f..%2fetc", {}),
    ],
)
def test_what_nobody_would_ask_is_refused_and_never_a_failure(at_desk: Desk, path: str, query: dict[str, Any]) -> None:
    answer = at_desk.client.get(path, params=query)
    assert answer.status_code in (200, 404, 422), answer.text
    assert at_desk.logged == []


def test_a_large_form_is_no_upload_because_of_where_it_is_sent(tmp_path: Path) -> None:
    """Nobody has signed in; what is said of its kind decides how much is read."""
    client = opened(tmp_path).client
    for path in ("/proposals", "/api/v1/proposals"):
        for kind in ("application/x-www-form-urlencoded", "application/json", ""):
            answer = client.post(path, content=b"a=" + b"x" * 1_000_001, headers={"content-type": kind})
            assert answer.status_code == 413


def test_a_body_that_comes_too_slowly_is_not_waited_for(tmp_path: Path) -> None:
    desk = opened(tmp_path, body_seconds=0.05, users=True)

    async def ask() -> list[int]:
        """As a server would: the first piece comes, and never another."""
        waiting, told = [{"type": "http.request", "body": b"name=x", "more_body": True}], list[int]()

        async def receive() -> dict[str, Any]:
            if waiting:
                return waiting.pop()
            await asyncio.sleep(60)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            told.extend([message["status"]] if "status" in message else [])

        heads = [(b"host", b"127.0.0.1:8000"), (b"content-type", b"application/x-www-form-urlencoded")]
        scope = {"type": "http", "method": "POST", "path": "/login", "query_string": b"", "headers": heads}
        await desk.client.app(scope | {"scheme": "http", "client": ("127.0.0.1", 1)}, receive, send)
        return told

    assert asyncio.run(ask()) == [408]


MEAN = "\"><img src=x onerror=alert(1)>'{{7*7}}</textarea></script><script>alert(2)</script>"


def test_what_anybody_wrote_anywhere_is_text_on_every_page(tmp_path: Path) -> None:
    """In cells, the policy, customers, the names of uploads, notes of revisions, reasons, addresses and the trail."""
    quoted = '"' + MEAN.replace('"', '""') + '"'
    sheet = SHEET.replace("Sample Cloud", quoted).replace("Servers", quoted).replace(",DE,x\n", f",DE,{quoted}\n")
    policy = POLICY.replace('"Mail"', f"'''{MEAN}'''").replace('"Hosting"', f"'''{MEAN}'''")
    (tmp_path / "customers.csv").write_text(f"key,name,products,zone\nacme,{quoted},mail,eu\n", encoding="utf-8")
    desk = opened(tmp_path, sheet, policy, owner=MEAN).enter()
    for path, fields in (("/changes", {"note": MEAN}), ("/cell", {"text": MEAN, "do": "save"})):
        asked = {"line": 3, "column": "contact"} if path == "/cell" else {}
        form = desk.fields(path, path, **asked)
        assert desk.client.post(path, data=form | fields).status_code == 200
    form = desk.fields("/proposals", "/proposals")
    changed = sheet.replace("Ring 1", quoted[1:-1])
    upload = desk.client.post("/proposals", data=form, files={"file": (MEAN, changed.encode())})
    assert upload.status_code == 200
    asked_too = ["/cell?line=2&column=vendor", f"/cell?line=3&column=region&text={quote(MEAN)}", "/row?line=2"]
    asked_too += ["/row/new?like=2", f"/row/new?known={quote(MEAN)}", "/policy?line=10", f"/?words={quote(MEAN)}"]
    asked_too += [f"{path}?done={quote(MEAN)}" for path in ("/", "/changes", "/proposals", "/policy")]
    asked_too += [f"/what-if?without={quote(MEAN)}", f"/diagrams?of={quote(MEAN)}", f"/{quote(MEAN, safe='')}"]
    for path in (*MENU, upload.url.path, *asked_too):
        page = desk.client.get(path).text
        assert not re.findall(r"<img src=x|<script>|alert\(1\)&gt;&#39;49", page), path
        assert page.count("<script") <= 1
    assert desk.logged == []
