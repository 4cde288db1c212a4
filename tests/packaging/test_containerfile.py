"""The container: what it is built from is held to rules; it is built where there is an engine to do so."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "Containerfile").read_text("utf-8")
LET_IN = {line[1:] for line in (ROOT / ".containerignore").read_text("utf-8").splitlines() if line.startswith("!")}


class Instruction(NamedTuple):
    """`COPY a b`."""

    word: str
    rest: str


def instructions(text: str) -> list[Instruction]:
    joined = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    return [Instruction(*line.split(None, 1)) for line in joined.splitlines() if line.strip()]


def complaints(text: str) -> list[str]:
    """What is wrong with it, in the order of the file."""
    found = instructions(text)
    bases = [one.rest.split()[0] for one in found if one.word == "FROM"]
    told = [
        f"{one}: no exact version" for one in bases if not re.fullmatch(r"[\w./-]+:\d+\.\d+[\w.-]*(@sha256:\w+)?", one)
    ]
    told += [f"{one.rest}: COPY says what it takes" for one in found if one.word == "ADD"]
    for one in found:
        if one.word == "RUN":
            pips = re.findall(r"pip install ([^&]+)", one.rest)
            told += [
                f"{pip.strip()}: nothing checks it"
                for pip in pips
                if "--require-hashes" not in pip and "--no-deps" not in pip
            ]
            told += [
                f"{one.rest}: fetches from elsewhere" for tool in ("curl", "wget", "git clone") if tool in one.rest
            ]
    users = [
        one.rest for one in found[max(n for n, one in enumerate(found) if one.word == "FROM") :] if one.word == "USER"
    ]
    if not users or not users[-1].isdecimal() or users[-1] == "0":
        told.append("it runs as root")
    told += [
        f"{one.rest}: a shell stands between"
        for one in found
        if one.word in ("ENTRYPOINT", "CMD") and not _is_list(one.rest)
    ]
    return told


def _is_list(text: str) -> bool:
    try:
        return isinstance(json.loads(text), list)
    except ValueError:
        return False


def test_the_file_keeps_the_rules() -> None:
    assert complaints(TEXT) == []


@pytest.mark.parametrize(
    ("line", "other", "told"),
    [
        ("FROM docker.io/library/python:3.13-slim-bookworm\n", "FROM python\n", "python: no exact version"),
        ("USER 10001", "USER root", "it runs as root"),
        ("USER 10001\n", "", "it runs as root"),
        ("--require-hashes -r requirements/build.txt", "hatchling", "hatchling: nothing checks it"),
        ('ENTRYPOINT ["vendors"]', "ENTRYPOINT vendors", "vendors: a shell stands between"),
        (
            "COPY requirements requirements",
            "ADD https://a.example/a a",
            "https://a.example/a a: COPY says what it takes",
        ),
    ],
)
def test_a_rule_that_is_not_kept_is_told(line: str, other: str, told: str) -> None:
    assert line in TEXT
    assert told in complaints(TEXT.replace(line, other))


def test_what_is_copied_is_there_and_let_in() -> None:
    taken = [one.rest.split()[:-1] for one in instructions(TEXT) if one.word == "COPY" and "--from" not in one.rest]
    names = {name for names in taken for name in names}
    assert names == LET_IN
    assert [name for name in names if not (ROOT / name).exists()] == []


@pytest.mark.skipif("TRY_DIST" not in os.environ, reason="`make dist` tries it: it fetches its base and every library")
def test_the_image_is_built_and_runs() -> None:
    engine = next((one for one in ("podman", "docker") if shutil.which(one) and _answers(one)), None)
    if engine is None:
        pytest.skip("no container engine answers here (podman, docker)")
    base = instructions(TEXT)[0].rest.split()[0]
    if subprocess.run([engine, "pull", "-q", base], capture_output=True, check=False).returncode:
        pytest.skip(f"{base} cannot be fetched here")
    subprocess.run([engine, "build", "-q", "-t", "vendors-tried", "-f", "Containerfile", "."], cwd=ROOT, check=True)
    ran = subprocess.run(
        [engine, "run", "--rm", "--network=none", "vendors-tried", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.startswith("vendors ")


def _answers(engine: str) -> bool:
    return subprocess.run([engine, "info"], capture_output=True, check=False, timeout=30).returncode == 0
