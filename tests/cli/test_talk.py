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
        ('no file "postgresql://u:secret@h/db"', 'no file "postgresql://***@h/db"'),
        ("(postgresql://u:se@cr:et@h:5432/db)", "(postgresql://***@h:5432/db)"),
        ("postgresql+psycopg:/u:a secret@h/db: gone", "postgresql+psycopg:/***@h/db: gone"),
        ("postgresql://h:5432/db?password=secret&user=u", "postgresql://h:5432/db?***"),
        ("mysql://u:secret", "mysql://u:***"),
        ("host=h password=secret dbname=d", "host=h password=*** dbname=d"),
        ("https://u:secret@h/x", "https://***@h/x"),
        ("the store at sqlite:///.vendors/registry.db: gone", "the store at sqlite:///.vendors/registry.db: gone"),
        ("see https://h/@team?page=1, or write to a@b.example", "see https://h/@team?page=1, or write to a@b.example"),
    ],
)
def test_lines_stay_and_commands_do_not(capsys: pytest.CaptureFixture[str], text: str, told: str) -> None:
    talk(text)
    assert capsys.readouterr() == ("", f"{told}\n")
