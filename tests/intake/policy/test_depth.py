"""A policy however deep is a fault with its line, and never more than a person could have meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from vendor_registry.intake.policy.toml_file import Book
from vendor_registry.model.text.origin import RefusedError

CASES = Path(__file__).parents[4] / "shared" / "cases"


def fault(folder: Path, text: str) -> tuple[int, str]:
    path = folder / "policy.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        Book(path, "policy.toml")
    [one] = refused.value.faults
    return one.cell.line, one.message


def nest(depth: int, opening: str, inner: str, closing: str) -> str:
    return opening * depth + inner + closing * depth


@pytest.mark.parametrize("depth", [65, 1_000, 100_000])
@pytest.mark.parametrize(
    "shape",
    [
        lambda n: f"[{'.'.join('a' * n)}]",
        lambda n: f"[[{'.'.join('a' * n)}]]",
        lambda n: f"{'.'.join('a' * n)} = 1",
        lambda n: f"x = {{ {' . '.join('a' * n)} = 1 }}",
        lambda n: f"x = {nest(n, '[', '1', ']')}",
        lambda n: f"x = {nest(n, '{a = ', '1', '}')}",
        lambda n: f"x = {nest(n, '[{a = ', '1', '}]')}",
        lambda n: f"x = {'[' * n}",
    ],
)
def test_too_deep_is_a_fault_with_its_line(tmp_path: Path, shape: Callable[[int], str], depth: int) -> None:
    text = f'languages = ["en"]\n\n{shape(depth)}\n'
    assert fault(tmp_path, text) == (3, "too many entries are inside each other")


def test_short_nests_of_long_names_add_up(tmp_path: Path) -> None:
    """Nine inline tables inside each other, each behind eight names."""
    names = ".".join("abcdefgh")
    assert fault(tmp_path, f"\nx = {nest(9, '{' + names + ' = ', '1', '}')}\n") == (
        2,
        "too many entries are inside each other",
    )


def test_what_only_looks_deep_is_read(tmp_path: Path) -> None:
    """Brackets and dots in texts and comments, many numbers, many tables, a name of 100,000 letters."""
    text = f'x = "{"[" * 999}"\ny = """\n{"{" * 999}"""  # {"a." * 999}\nz = [{"1.5, " * 999}]\n'
    text += "".join(f"[t{number}.a.b]\n" for number in range(99)) + f"{'n' * 100_000} = {nest(60, '[', '1', ']')}\n"
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    assert len(Book(path, "policy.toml").root.value) == 102


def test_a_policy_a_thousand_tables_deep() -> None:
    path = CASES / "bad_toml_31_182.toml"
    if not path.exists():
        pytest.skip("the collection of cases is not here")
    with pytest.raises(RefusedError, match="inside each other") as refused:
        Book(path, path.name)
    assert [one.cell.line for one in refused.value.faults] == [
        next(n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if line.startswith("[a.a.a"))
    ]
