"""vendors users: who may use the desk, and that the sheet of users keeps no password."""

import io
from pathlib import Path

import pytest

from tests.running import vendors

PASSWORD = "correct horse battery"


def add(monkeypatch: pytest.MonkeyPatch, *words: str, password: str = PASSWORD) -> tuple[int, str]:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    ran = vendors("users", "add", *words, "--password-stdin", "--by", "root")
    return ran.status, ran.out + ran.err


def test_a_user_is_added_listed_and_removed(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert vendors("users", "list").out == "Nobody yet.\n"
    assert add(monkeypatch, "Ada  Lee", "--role", "publish") == (0, "Ada Lee may publish.\n")
    assert add(monkeypatch, "Grace") == (0, "Grace may read.\n")
    assert vendors("users", "list").out == "publish  Ada Lee\nread     Grace\n"
    status, told = add(monkeypatch, "ada lee")
    assert (status, "already" in told) == (2, True)
    assert vendors("users", "remove", "Grace").out == "Grace may use the desk no longer.\n"
    assert vendors("users", "remove", "Grace").status == 2
    assert PASSWORD.encode() not in (starter / ".vendors" / "registry.db").read_bytes()


@pytest.mark.parametrize(
    ("words", "password", "told"),
    [
        (("Ada", "--role", "admin"), PASSWORD, '"admin" is no role'),
        ((" ",), PASSWORD, "Write a name"),
        (("A\x1b[31m",), PASSWORD, "Write a name"),
        (("Ada",), "too short", "12 to 256 characters"),
    ],
)
def test_what_is_no_user_is_told(
    starter: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], password: str, told: str
) -> None:
    status, said = add(monkeypatch, *words, password=password)
    assert status == 2
    assert told in said
    assert password not in said


def test_where_nobody_can_be_asked_the_password_is_handed_in(starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    ran = vendors("users", "add", "Ada")
    assert (ran.status, "--password-stdin" in ran.err) == (2, True)
