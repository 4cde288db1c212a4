"""Where the entries of a TOML file stand."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from vendor_registry.intake.policy.toml_lines import Lines, Steps

FILE = '''\
# a comment with = and [brackets]
languages = ["en", # "de]"
  "fr"]

[company]
name = "a = b # c"
"quoted key" = 1
text = """
[not-a-table]
x = 1 \\""" still
"""
literal = \'\'\'
y = [
\'\'\'
[ systems . "platform.eu" ] # spaces
name = { en = "x", de = "}" }
data = [
  "a", # "b
  "b",
]
zone = "eu"
a.b.c = 3
[[rules]]
id = "one"
[[rules]]
  id = 'two'
  [rules.more]
  deep = true
  [[rules.parts]]
  part = 1
  [[rules.parts]]
  part = 2
[empty]
'''


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        (("languages",), 2),
        (("company",), 5),
        (("company", "name"), 6),
        (("company", "quoted key"), 7),
        (("company", "text"), 8),
        (("company", "literal"), 12),
        (("systems",), 15),
        (("systems", "platform.eu"), 15),
        (("systems", "platform.eu", "name"), 16),
        (("systems", "platform.eu", "data"), 17),
        (("systems", "platform.eu", "zone"), 21),
        (("systems", "platform.eu", "a", "b", "c"), 22),
        (("rules", 0), 23),
        (("rules", 0, "id"), 24),
        (("rules", 1), 25),
        (("rules", 1, "id"), 26),
        (("rules", 1, "more", "deep"), 28),
        (("rules", 1, "parts", 0, "part"), 30),
        (("rules", 1, "parts", 1), 31),
        (("rules", 1, "parts", 1, "part"), 32),
        (("empty",), 33),
    ],
)
def test_every_entry_has_its_line(steps: Steps, line: int) -> None:
    """Tables, arrays of tables, dotted and quoted keys, long texts and lists, comments that look like all of them."""
    assert Lines(FILE).line(steps) == line
    assert Lines(FILE.replace("\n", "\r\n")).line(steps) == line


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        (("systems", "platform.eu", "name", "de"), 16),
        (("systems", "platform.eu", "data", 1), 17),
        (("systems", "platform.eu", "region"), 15),
        (("systems", "other"), 15),
        (("company", "x", "y"), 5),
        (("nothing",), 0),
        ((), 0),
    ],
)
def test_what_has_no_line_has_that_of_what_is_around_it(steps: Steps, line: int) -> None:
    """Inside inline tables and lists, and entries that are missing; 0 is the whole file."""
    assert Lines(FILE).line(steps) == line


def test_the_example_is_toml() -> None:
    """So that the tests above say something."""
    assert len(tomllib.loads(FILE)["rules"][1]["parts"]) == 2


def _leaves(value: object, steps: Steps) -> Iterator[Steps]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, (*steps, name))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value):
            yield from _leaves(inner, (*steps, number))
    else:
        yield steps


def test_in_a_real_policy_every_name_stands_on_the_line_that_is_told() -> None:
    """The policy that comes with the project; each line begins with the name, or holds it in an inline table."""
    text = (Path(__file__).parents[3] / "data" / "policy.toml").read_text(encoding="utf-8")
    lines, split = Lines(text), text.split("\n")
    leaves = list(_leaves(tomllib.loads(text), ()))
    assert len(leaves) > 100
    for steps in leaves:
        assert f"{steps[-1]} =" in split[lines.line(steps) - 1]
    assert len({lines.line(steps) for steps in leaves}) > len(leaves) / 3
