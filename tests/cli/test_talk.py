"""What is said on stderr is read, not obeyed."""

import pytest

from vendor_registry.cli.talk import talk


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A sentence.", "A sentence."),
        ("One line\n    and its hint", "One line\n    and its hint"),
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("a\n  ::error::b", "a\n  \\x3a:error::b"),
        ("##[error]x", "\\x23#[error]x"),
    ],
)
def test_lines_stay_and_commands_do_not(capsys: pytest.CaptureFixture[str], text: str, told: str) -> None:
    talk(text)
    assert capsys.readouterr() == ("", f"{told}\n")
