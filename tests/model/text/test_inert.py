"""What a spreadsheet would run gets an apostrophe, and nothing else does."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vendor_registry
from vendor_registry.model.text.inert import inert


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("before", ["", " ", "\t", "\r", "\n", "\N{NO-BREAK SPACE}", "\N{IDEOGRAPHIC SPACE}"])
def test_a_formula_is_marked_as_text_whatever_stands_before_it(before: str, start: str) -> None:
    assert inert(f"{before}{start}HYPERLINK(1)") == f"'{before}{start}HYPERLINK(1)"


@pytest.mark.parametrize("text", ["=1", "＝1", "＋1", "＠1", "@1", "-1-1", "+1+cmd"])
def test_only_a_plain_number_with_its_sign_is_one(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["\tA1", "\rA1", "\n", "\t"])
def test_a_tab_or_line_break_at_the_start_is_marked(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "-12", "+5.5", "-1.000,50", "-1e9", "a=b", "'=done", " a ", "2026-01-31"])
def test_everything_else_stays(text: str) -> None:
    assert inert(text) == text


@given(st.text())
def test_twice_is_once(text: str) -> None:
    assert inert(inert(text)) == inert(text)
    assert inert(text).removeprefix("'") in {text, text.removeprefix("'")}


def test_whoever_writes_csv_sends_cells_through_here() -> None:
    package = Path(vendor_registry.__file__).parent
    writers = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"writer", "DictWriter", "to_csv"}
    }
    own = {"intake/fair_copy/as_csv.py"}  # writes the user's own sheet anew, and changes nothing of what it says
    assert own < writers
    for name in sorted(writers - own):
        assert "import inert" in (package / name).read_text("utf-8"), name
