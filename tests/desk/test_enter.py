"""Coming in: once by the printed address; with a name and a password where others can reach the desk."""

import re
from pathlib import Path

import pytest

from tests.desk.running import SHEET, Desk, hidden, opened
from vendor_registry.desk.security.attempts import ADDRESS, PAIR, WINDOW, Attempts
from vendor_registry.desk.security.passwords import hashed, matches
from vendor_registry.desk.security.sessions import Sessions
from vendor_registry.model.desk.user import Role
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store.activity import activities
from vendor_registry.use_cases.desk.users import add, remove

PASSWORD = "correct horse battery"
PLACE = {"line": 3, "column": "region"}


@pytest.fixture(scope="module")
def known() -> str:
    return hashed(PASSWORD)


def with_users(folder: Path, known: str) -> Desk:
    desk = opened(folder, users=True)
    for role in Role:
        add(desk.url, role.value.title(), role, known, "root", desk.office.settings.clock())
    return desk


def sign_in(desk: Desk, name: str, password: str = PASSWORD, wanted: str = "/") -> int:
    answer = desk.client.post(
        "/login", data={"name": name, "password": password, "next": wanted}, follow_redirects=False
    )
    return answer.status_code


def test_without_the_address_nobody_comes_in(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    for path in ("/", "/cell?line=3&column=region"):
        answer = desk.client.get(path)
        assert answer.status_code == 401, path
        assert "Sample Cloud" not in answer.text
    assert desk.client.get("/enter?token=guess").status_code == 401
    assert desk.client.post("/cell", data={"do": "save"}).status_code == 401


def test_the_address_works_once(tmp_path: Path) -> None:
    desk = opened(tmp_path).enter()
    assert desk.client.get("/enter", params={"token": desk.office.token.secret}).status_code == 200
    desk.client.cookies.clear()
    answer = desk.client.get("/enter", params={"token": desk.office.token.secret})
    assert answer.status_code == 401
    assert "works once" in answer.text


def test_who_only_looks_at_the_address_does_not_use_it_up(tmp_path: Path) -> None:
    """As programs do that check whether an address is there."""
    desk = opened(tmp_path)
    assert desk.client.head("/enter", params={"token": desk.office.token.secret}).status_code == 405
    assert desk.enter().get("/")


def test_the_cookie_is_for_this_site_alone(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    answer = desk.client.get("/enter", params={"token": desk.office.token.secret}, follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert desk.office.token.secret not in cookie
    assert "token" not in answer.headers["location"]


def test_over_tls_the_cookie_never_goes_without(tmp_path: Path, known: str) -> None:
    desk = with_users(tmp_path, known)
    desk.client.base_url = desk.client.base_url.copy_with(scheme="https")
    answer = desk.client.post("/login", data={"name": "Read", "password": PASSWORD}, follow_redirects=False)
    assert answer.headers["set-cookie"].startswith("__Host-vendors-8000=")
    assert "Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]


def test_who_signs_out_is_out_everywhere(at_desk: Desk) -> None:
    cookies = dict(at_desk.client.cookies)
    form = hidden(at_desk.get("/"), "/leave")
    assert at_desk.client.post("/leave", data=form).status_code == 200
    at_desk.client.cookies.update(cookies)
    assert at_desk.client.get("/").status_code == 401


def test_with_users_the_printed_token_lets_nobody_in(tmp_path: Path, known: str) -> None:
    desk = with_users(tmp_path, known)
    answer = desk.client.get("/enter", params={"token": desk.office.token.secret})
    assert answer.url.path == "/login"
    assert desk.client.get("/").url.path == "/login"


def test_name_and_password_let_in_and_are_kept_in_the_trail_without_the_password(tmp_path: Path, known: str) -> None:
    desk = with_users(tmp_path, known)
    assert sign_in(desk, "Edit") == 303
    assert "Edit" in desk.get("/")
    assert activities(desk.url)[0].what == "signed in"
    assert PASSWORD not in repr(activities(desk.url))
    assert desk.logged == []


def test_a_wrong_name_and_a_wrong_password_are_told_alike(tmp_path: Path, known: str) -> None:
    desk = with_users(tmp_path, known)
    answers = [
        desk.client.post("/login", data={"name": name, "password": "wrong password here"})
        for name in ("Edit", "Nobody")
    ]
    assert {one.status_code for one in answers} == {401}
    said = {re.sub("Edit|Nobody", "", one.text) for one in answers}
    assert len(said) == 1


def test_guessing_is_slow(tmp_path: Path, known: str) -> None:
    """The sixth try for a name is refused, even with the right password; and it says for how long."""
    desk = with_users(tmp_path, known)
    assert [sign_in(desk, "Edit", "a wrong password") for _ in range(PAIR)] == [401] * PAIR
    answer = desk.client.post("/login", data={"name": "Edit", "password": PASSWORD})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= WINDOW + 1
    assert sign_in(desk, "eDIT") == 429
    assert sign_in(desk, "Read") == 303


def test_an_address_that_tries_many_names_is_stopped_and_time_passes() -> None:
    attempts = Attempts()
    for number in range(ADDRESS):
        assert attempts.wait(f"name{number}", "10.0.0.1", 0.0) == 0
        attempts.failed(f"name{number}", "10.0.0.1", 0.0)
    assert attempts.wait("other", "10.0.0.1", 1.0) == WINDOW
    assert attempts.wait("other", "10.0.0.2", 1.0) == 0
    assert attempts.wait("other", "10.0.0.1", WINDOW) == 0


def test_signing_in_never_leads_elsewhere(tmp_path: Path, known: str) -> None:
    desk = with_users(tmp_path, known)
    for wanted in ("//evil.example", "https://evil.example", "/\\evil.example", "/\n/evil", "evil"):
        desk.client.cookies.clear()
        form = {"name": "Read", "password": PASSWORD, "next": wanted}
        answer = desk.client.post("/login", data=form, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_each_role_may_what_it_may(tmp_path: Path, known: str) -> None:
    desk = with_users(tmp_path, known)
    for name, cell in (("Read", 403), ("Edit", 200), ("Publish", 200)):
        desk.client.cookies.clear()
        assert sign_in(desk, name) == 303
        page = desk.get("/cell", **PLACE)
        assert ("Save into the sheet" in page) is (cell == 200)
        form = hidden(page, "/leave") | {"do": "preview", "text": "AT", "line": "3", "column": "region"}
        assert desk.client.post("/cell", data=form).status_code == cell
    assert desk.sheet.read_text(encoding="utf-8") == SHEET


def test_who_is_removed_is_out(tmp_path: Path, known: str) -> None:
    desk = with_users(tmp_path, known)
    assert sign_in(desk, "Edit") == 303
    assert desk.get("/")
    remove(desk.url, "Edit", "root", desk.office.settings.clock())
    desk.office._users = None  # five seconds later
    assert desk.client.get("/").url.path == "/login"


def test_a_session_that_nobody_uses_ends() -> None:
    times = iter([0.0, 10.0, 3_000.0, 7_000.0])
    sessions = Sessions(3_600, lambda: next(times))
    secret, session = sessions.begin("Ada", Role.READ)
    assert sessions.of(secret) is session
    assert sessions.of(secret) is session
    assert sessions.of(secret) is None


def test_passwords_are_hashed_with_argon2id_and_are_long(known: str) -> None:
    assert known.startswith("$argon2id$")
    assert matches(PASSWORD, known)
    assert not matches("correct horse batterx", known)
    assert not matches("nobody has this password", "")
    assert not matches(PASSWORD, "$argon2id$broken")
    with pytest.raises(UsageError):
        hashed("too short")


def test_who_writes_while_the_session_ends_gets_the_text_back(tmp_path: Path, known: str) -> None:
    desk = with_users(tmp_path, known)
    sign_in(desk, "Edit")
    form = desk.fields("/cell", "/cell", **PLACE)
    desk.office.sessions._open.clear()
    answer = desk.client.post("/cell", data=form | {"text": "A <b>\nlong text", "do": "save"})
    assert answer.status_code == 401
    assert "Your session has ended" in answer.text
    assert "A &lt;b&gt;\nlong text</textarea>" in answer.text
    assert 'href="/login?next=%2Fcell%3Fline%3D3%26column%3Dregion"' in answer.text
    assert form["csrf"] not in answer.text
    assert desk.sheet.read_text(encoding="utf-8") == SHEET
    assert desk.client.post("/login", data={"name": "x", "password": "secret words here"}).status_code == 401
    assert "secret words" not in desk.client.post("/leave", data={"password": "secret words here"}).text
