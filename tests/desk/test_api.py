"""The API: the same use cases as JSON, for programs; refusals as RFC 9457 has them."""

from pathlib import Path
from typing import Any

import pytest

from tests.desk.running import SHEET, Desk, opened
from tests.desk.test_stories import CUSTOMERS, NEW
from vendor_registry.desk.api.catalogue import OPERATIONS

API = "/api/v1"


@pytest.fixture
def program(tmp_path: Path) -> Desk:
    """A program that signed in with the token of the printed address, and has no cookie."""
    (tmp_path / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    desk = opened(tmp_path)
    answer = desk.client.post(f"{API}/session", json={"token": desk.office.token.secret})
    assert answer.status_code == 201
    desk.client.headers["authorization"] = f"Bearer {answer.json()['token']}"
    return desk


def ask(desk: Desk, method: str, path: str, status: int = 200, **sent: Any) -> Any:
    answer = desk.client.request(method, API + path, **sent)
    assert answer.status_code == status, answer.text
    return answer.json()


def problem(desk: Desk, method: str, path: str, status: int, **sent: Any) -> dict[str, Any]:
    answer = desk.client.request(method, API + path, **sent)
    assert answer.headers["content-type"] == "application/problem+json"
    said: dict[str, Any] = answer.json()
    assert (answer.status_code, said["status"]) == (status, status), said
    return said


def row(desk: Desk, number: int = 1) -> dict[str, Any]:
    found = ask(desk, "GET", "/register")
    one = found["rows"][number]
    return {"version": found["version"], "line": one["line"], "key": one["key"], "row": one["row"]}


def test_a_cell_is_previewed_saved_and_never_written_over_what_was_not_seen(program: Desk) -> None:
    seen = row(program) | {"column": "region", "text": "AT"}
    found = ask(program, "POST", "/cells/preview", json={name: seen[name] for name in ("line", "column", "text")})
    assert found["settled"][0]["verdict"] == "gap"
    assert program.sheet.read_text(encoding="utf-8") == SHEET
    ask(program, "PUT", "/cells", json=seen)
    assert program.sheet.read_text(encoding="utf-8") == SHEET.replace('content,,"a', 'content,AT,"a')
    told = problem(program, "PUT", "/cells", 409, json=seen | {"text": "DE"})
    assert (told["yours"], told["now"]) == ("DE", "AT")
    ask(program, "PUT", "/cells", json=seen | {"text": "DE", "version": told["version"], "row": told["row"]})


def test_from_publication_to_decision(program: Desk) -> None:
    found = ask(program, "GET", "/changes")
    publish = {"version": found["version"], "base": 0, "note": "first"}
    assert ask(program, "POST", "/revisions", 201, json=publish)["revision"]["number"] == 1
    program.sheet.write_text(SHEET + NEW, encoding="utf-8")
    problem(program, "POST", "/revisions", 409, json=publish)
    found = ask(program, "GET", "/changes")
    assert found["difference"]
    ask(program, "POST", "/revisions", 201, json={"version": found["version"], "base": 1})
    assert [one["number"] for one in ask(program, "GET", "/revisions")] == [2, 1]
    ask(program, "POST", "/notices", 201, json={"channel": "e-mail"})
    objection = {"customer": "acme", "vendor": "Care Desk", "reason": "Too far"}
    ask(program, "POST", "/objections", 201, json=objection)
    problem(program, "POST", "/objections/9/decision", 422, json={"outcome": "upheld"})
    ask(program, "POST", "/objections/1/decision", json={"outcome": "upheld"})
    deeds = [one["deed"] for one in ask(program, "GET", "/trail")]
    assert deeds == ["decided", "recorded", "recorded", "published", "published"]
    assert ask(program, "GET", "/deadlines", params={"to": "2027-12-31"})


def test_files_and_uploads(program: Desk) -> None:
    annex = program.client.get(f"{API}/annexes", params={"customer": "acme", "format": "text"})
    assert "Sample GmbH" in annex.text
    assert program.client.get(f"{API}/diagrams", params={"format": "mermaid"}).status_code == 200
    kind = {"content-type": "application/octet-stream"}
    made = ask(program, "POST", "/proposals", 201, content=(SHEET + NEW).encode(), headers=kind)
    found = ask(program, "GET", f"/proposals/{made['id']}")
    assert found["added"][0]["key"] == "care"
    ask(program, "POST", f"/proposals/{made['id']}/decision", json={"decision": "take", "version": found["version"]})
    assert program.sheet.read_text(encoding="utf-8") == SHEET + NEW.rstrip("\n") + "\n"
    problem(program, "GET", f"/proposals/{made['id']}", 404)


def test_a_cookie_needs_the_token_of_the_session_a_bearer_needs_none(at_desk: Desk) -> None:
    seen = row(at_desk) | {"column": "region", "text": "AT"}
    problem(at_desk, "PUT", "/cells", 403, json=seen)
    csrf = at_desk.fields("/cell", "/cell", line=3, column="region")["csrf"]
    ask(at_desk, "PUT", "/cells", json=seen, headers={"x-csrf-token": csrf})


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"content": b"{"}, 400),
        ({"content": b"\xff"}, 400),
        ({"content": b"[" * 100_000}, 400),
        ({"content": b"[]"}, 422),
        ({"content": b"{}"}, 422),
        ({"content": b'{"line": true, "column": "key", "text": ""}'}, 422),
        ({"content": b'{"line": 2, "column": "key", "text": "\\ud800"}'}, 422),
        ({"content": b'{"line": 2, "column": "key", "text": "", "more": 1}'}, 422),
        ({"content": b'{"line": 99, "column": "key", "text": ""}'}, 404),
        ({"content": b"{}", "headers": {"content-type": "text/plain"}}, 415),
    ],
)
def test_a_body_that_is_none_is_a_problem(program: Desk, sent: dict[str, Any], status: int) -> None:
    headers = {"content-type": "application/json"} | sent.pop("headers", {})
    problem(program, "POST", "/cells/preview", status, headers=headers, **sent)


def test_strangers_and_roles(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    for one in OPERATIONS:
        if one.needs is not None:
            path = one.path.removeprefix(API).replace("{id}", "x").replace("{number}", "1")
            problem(desk, one.method, path, 401)
    problem(desk, "POST", "/session", 401, json={"token": "guess"})
    problem(desk, "GET", "/nowhere", 404)
    problem(desk, "PATCH", "/session", 405)


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-02-30", "20261231", "2026-12-31T00:00", "٢٠٢٦-12-31"])
def test_a_day_is_a_day_or_left_out(at_desk: Desk, day: str) -> None:
    for path, name in (("/api/v1/what-if", "day"), ("/api/v1/deadlines", "from"), ("/api/v1/deadlines", "to")):
        assert at_desk.client.get(path, params={name: day}).status_code == 422
        assert at_desk.client.get(path, params={name: "2026-12-31"}).status_code == 200
