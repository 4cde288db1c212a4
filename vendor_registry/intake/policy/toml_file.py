"""A TOML file in hand: its entries, and every fault found in it so far, each with its line."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from vendor_registry.intake.policy.toml_lines import DEEPEST, Lines, Steps, too_deep
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.limits import POLICY_BYTES
from vendor_registry.intake.words.characters import control_in
from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.model.text.origin import Cell, Fault, RefusedError
from vendor_registry.model.text.visible import visible

AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class Book:
    """One TOML file, and the list in which its readers write what they do not understand."""

    def __init__(self, path: Path, name: str, draft: bytes | None = None) -> None:
        """Read the file, or what it is to say; raises RefusedError where it is no TOML at all."""
        text = _text(read_bytes(path, name, POLICY_BYTES) if draft is None else draft, name)
        values = _parse(text, name)
        self.file = name
        self.lines = Lines(text)
        if deep := _deep(values):
            raise _nested(name, self.lines.line(deep))
        self.faults: list[Fault] = []
        self.root = TomlEntry(values, (), self)
        for steps, control in _controls(values, ()):
            TomlEntry(None, steps, self).say(f"this entry holds a control character ({control})", "Delete it.")


class TomlEntry(NamedTuple):
    """One value of the file, and the steps that lead to it."""

    value: Any
    steps: Steps
    book: Book

    @property
    def cell(self) -> Cell:
        """Its place: file, line, dotted path. Tables of an array count from 1."""
        path = ".".join(str(step + 1) if isinstance(step, int) else visible(step) for step in self.steps)
        return Cell(self.book.file, self.book.lines.line(self.steps), path)

    def inside(self, step: str | int) -> "TomlEntry":
        """An entry of this table or array; with the value None where there is none."""
        there = isinstance(step, int) or (isinstance(self.value, dict) and step in self.value)
        return TomlEntry(self.value[step] if there else None, (*self.steps, step), self.book)

    def holding(self, value: object) -> "TomlEntry":
        """The same place with another value: one word of a list."""
        return TomlEntry(value, self.steps, self.book)

    def say(self, message: str, hint: str) -> None:
        """Write down a fault of this entry."""
        self.book.faults.append(Fault(self.cell, message, hint))

    def say_unclear(self, unclear: UnclearError) -> None:
        """Write down what a reader of cells complains about."""
        for message, hint in unclear.complaints:
            self.say(message, hint)


def _text(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        fault = Fault(Cell(name, line), "this line is not UTF-8, as TOML has to be", "Save the file as UTF-8.")
        raise RefusedError((fault,)) from None


def _nested(name: str, line: int) -> RefusedError:
    hint = f"At most {DEEPEST} may be inside each other; the policy needs no more than five."
    return RefusedError((Fault(Cell(name, line), "too many entries are inside each other", hint),))


def _deep(values: object) -> Steps:
    """The steps to an entry that is too deep, () where none is: inline tables behind long dotted names add up."""
    waiting: list[tuple[object, Steps]] = [(values, ())]
    while waiting:
        value, steps = waiting.pop()
        if len(steps) > DEEPEST:
            return steps
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting.extend((entry, (*steps, step)) for step, entry in inside)
    return ()


def _parse(text: str, name: str) -> dict[str, Any]:
    if line := too_deep(text):
        raise _nested(name, line)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        at = AT.search(str(wrong))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1 if at else 0
        fault = Fault(Cell(name, line), "this is not TOML", f"{AT.sub('', str(wrong))}.")
    except ValueError:  # int() refuses them before tomllib can
        fault = Fault(Cell(name, 0), "this is not TOML", "There is a number with too many digits.")
    raise RefusedError((fault,))


def _controls(value: object, steps: Steps) -> Iterator[tuple[Steps, str]]:
    """Every control character in names and texts: TOML lets them in as escapes, documents do not."""
    if isinstance(value, str) and (control := control_in(value)):
        yield steps, control
    elif isinstance(value, dict):
        for name, entry in value.items():
            if control := control_in(name):
                yield steps, control
            yield from _controls(entry, (*steps, name))
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _controls(entry, (*steps, number))
