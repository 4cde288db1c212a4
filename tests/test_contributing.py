"""CONTRIBUTING.md is true: what its recipes name is there, and the tests they name can be run."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "vendor_registry"
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = TEXT.partition("## Where do I add ...")[2].partition("\n## ")[0]
NAMES = re.compile(r"`([^`\n]+)`")
HOUSE = TEXT.partition("```\nvendor_registry/\n")[2].partition("```")[0]
COMMAND = re.compile(r"^(?:\.venv/bin/)?pytest (\S+)(?: -k (\w+))?$")


def untrue(text: str) -> Iterator[str]:
    """What a text names in backticks and is not there: files, folders, tests, targets of make."""
    for name in NAMES.findall(text):
        if command := COMMAND.match(name):
            yield from _untrue_test(*command.groups())
        elif name.startswith("make ") and f"\n{name[5:]}:" not in (ROOT / "Makefile").read_text(encoding="utf-8"):
            yield f"the Makefile has no target {name[5:]}"
        elif re.fullmatch(r"[\w./<>-]+(/|\.(py|md|csv|toml))", name) and not _files(name):
            yield f"there is no {name}"


def _files(name: str) -> list[Path]:
    """The files or folders a name may mean; `<...>` stands for any, and a bare file for one in some folder."""
    pattern = re.sub(r"<\w+>", "*", name.rstrip("/"))
    places = [found for start in (ROOT, PACKAGE) for found in start.glob(pattern)]
    return places or ([] if "/" in name else list(PACKAGE.rglob(pattern)))


def _untrue_test(name: str, word: str | None) -> Iterator[str]:
    path = ROOT / name
    tests = [path] if path.is_file() else [*path.rglob("test_*.py")]
    found = [test for file in tests for test in re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)]
    if not any((word or "") in test for test in found):
        yield f"pytest {name} -k {word} finds no test" if word else f"pytest {name} finds no test"


def test_every_file_test_and_target_that_a_recipe_names_is_there() -> None:
    assert [*untrue(RECIPES)] == []


def test_there_are_recipes_and_each_names_the_test_that_tells() -> None:
    questions = re.findall(r"^\*\*\.\.\. (.*?)\?\*\*", RECIPES, re.MULTILINE)
    assert questions == [
        "an output format",
        "a rule",
        "an adequacy decision",
        "a language",
        "a column of the sheet",
        "a question to the page (`vendors graph --format html`)",
    ]
    assert re.findall(r"tests/test_additions\.py -k (\w+)", RECIPES) == [
        "format", "rule", "decision", "language", "column",
    ]  # fmt: skip


def test_what_is_not_there_is_told() -> None:
    """Files, folders, tests and targets that are there stand between those that are not."""
    text = (
        "`rules/nobody.py` `tests/<floor>/nobody_<name>.py` `nowhere/` `nobody.toml` `make nothing` `catalogue.py` "
        "`make check` `pytest tests/test_additions.py -k nothing` `pytest tests/nowhere.py` "
        "`.venv/bin/pytest tests/law` `as_<name>.py` `rules/pages/<rule>.md` `write(picture, engine) -> bytes`"
    )
    assert [*untrue(text)] == [
        "there is no rules/nobody.py",
        "there is no tests/<floor>/nobody_<name>.py",
        "there is no nowhere/",
        "there is no nobody.toml",
        "the Makefile has no target nothing",
        "pytest tests/test_additions.py -k nothing finds no test",
        "pytest tests/nowhere.py finds no test",
    ]


def drawn(house: str) -> set[str]:
    """The folders of a drawn house, floors and the rooms inside, one step deeper for each: `law`, `law/tables`."""
    found, above = set[str](), list[str]()
    for indent, name in re.findall(r"^((?: {4}){1,3})(\w+)/ ", house, re.MULTILINE):
        above[len(indent) // 4 - 1 :] = [name]
        found.add("/".join(above))
    return found


def test_the_house_has_the_floors_and_rooms_that_are_drawn() -> None:
    """Every package, and every folder of data that has a line of its own; a folder not drawn is a room not found."""
    packages = {path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.glob("*/**/__init__.py")}
    assert packages <= drawn(HOUSE)
    assert all((PACKAGE / folder).is_dir() for folder in drawn(HOUSE))


def test_a_floor_of_the_drawing_gives_its_rooms_their_name() -> None:
    house = "    law/   pure\n        tables/   rows\n            old/   rows\n    flows/   graph\n"
    assert drawn(house) == {"law", "law/tables", "law/tables/old", "flows"}
