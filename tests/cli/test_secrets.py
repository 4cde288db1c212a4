"""The address of a store may stand anywhere in a request, by a slip: its password is never repeated."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import uvicorn
from typer.main import get_command

from tests.running import vendors
from vendor_registry.cli import main

ADDRESSES = ("postgresql://me:hush@h/db", "postgresql://me:a@hush@h/db", "postgresql://h/db?password=hush")


def commands(group: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*words, name))
        else:
            yield (*words, name), command


COMMANDS = dict(commands(cast(Any, get_command(main.app))))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_repeats_the_password_of_an_address(
    starter: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_: None)  # a desk that begins would not end by itself
    options = [
        option.opts[0] for option in COMMANDS[command].params if option.opts[0].startswith("-") and not option.is_flag
    ]
    for number, before in enumerate([(), ("--",), ("--nonsense",), *((option,) for option in options)]):
        ran = vendors(*command, *before, ADDRESSES[number % len(ADDRESSES)])
        assert "hush" not in ran.out + ran.err, before


@pytest.mark.parametrize("address", ADDRESSES)
def test_neither_does_the_program_itself(starter: Path, address: str) -> None:
    for words in (
        (address,),
        ("--debug", "check", "--fail-on", address),
        ("publish", f"--database={address}", address),
    ):
        ran = vendors(*words)
        assert ran.status == 2
        assert "hush" not in ran.out + ran.err
