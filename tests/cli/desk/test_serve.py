"""vendors serve: a desk in a process of its own, on a socket of this machine."""

import io
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from tests.running import vendors


@contextmanager
def serving(folder: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A desk on a free port, and the address that it printed; it is stopped as by Ctrl-C."""
    command = [sys.executable, "-m", "vendor_registry", "serve", "--port", "0", *words]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process
    finally:
        process.terminate()
        process.wait(30)


def test_the_printed_address_opens_the_register_and_leaves_no_trace(starter: Path) -> None:
    with serving(starter) as (address, process):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/enter\?token=[\w-]{43}", address)
        with httpx2.Client(follow_redirects=True) as browser:
            page = browser.get(address)
            assert page.status_code == 200
            assert "The sheet" in page.text
            assert browser.get(page.url).status_code == 200
        assert httpx2.get(address).status_code == 401
        process.terminate()
        _, told = process.communicate(timeout=30)
    token = address.rpartition("=")[2]
    assert token not in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--host", "10.1.2.3"), "nobody is there to sign in yet"),
        (("--name", "register.acme.example"), "nobody is there to sign in yet"),
        (("--host", "0.0.0.0"), "say by which name people reach it"),
        (("--root-path", "desk"), "is no path"),
    ],
)
def test_what_is_not_safe_is_not_started(starter: Path, words: tuple[str, ...], told: str) -> None:
    ran = vendors("serve", "--port", "0", *words)
    assert ran.status == 2
    assert told in ran.err


def test_a_port_that_is_taken_is_told(starter: Path) -> None:
    with serving(starter) as (address, _):
        port = address.partition("//")[2].partition("/")[0].rpartition(":")[2]
        ran = vendors("serve", "--port", port)
        assert ran.status == 2
        assert "Try another --port" in ran.err


def test_behind_a_proxy_people_sign_in_at_the_address_of_the_proxy(
    starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery\n"))
    assert vendors("users", "add", "Ada", "--password-stdin").status == 0
    names = {"host": "register.acme.example", "x-forwarded-proto": "https"}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    inside = f"http://127.0.0.1:{port}"
    words = ("--name", names["host"], "--root-path", "/desk", "--port", str(port))
    with serving(starter, *words) as (address, _):
        assert address == "https://register.acme.example/desk/"
        answer = httpx2.get(f"{inside}/desk/", headers=names)
        assert answer.headers["location"] == "/desk/login?next=%2F"
        form = {"name": "Ada", "password": "correct horse battery", "next": "/"}
        signed = httpx2.post(f"{inside}/login", data=form, headers=names)
        assert signed.headers["location"] == "/desk/"
        assert "Secure" in signed.headers["set-cookie"]
        assert httpx2.get(f"{inside}/", headers={"host": "evil.example"}).status_code == 421
