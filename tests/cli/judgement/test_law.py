"""vendors law: the tables, shown."""

import pytest
from typer.testing import CliRunner, Result

from vendor_registry.cli.judgement import law as command
from vendor_registry.model.text.origin import UsageError


def _run(*options: str) -> Result:
    return CliRunner().invoke(command.app, options, catch_exceptions=False)


def test_without_more_words_the_tables_are_listed() -> None:
    """As `vendors law list`, with the day of the last check."""
    assert _run().stdout == _run("list").stdout
    assert "Last checked on 2026-10-09" in _run().stdout


def test_a_table_and_a_row_are_shown_on_a_day() -> None:
    """--as-of says which rows are in force."""
    assert "in force  eu BR" in _run("list", "adequacy", "--as-of", "2026-01-26").stdout
    assert "not yet   eu BR" in _run("list", "adequacy", "--as-of", "2026-01-25").stdout
    assert "in force on 2026-01-26" in _run("show", "2026/179", "--as-of", "2026-01-26").stdout


def test_the_history_of_a_country_is_printed() -> None:
    """vendors law timeline US"""
    assert "2023-07-10  eu  begins  adequacy: (EU) 2023/1795" in _run("timeline", "US").stdout


def test_tables_that_are_too_old_for_the_day_are_told_on_stderr() -> None:
    """180 days after the last check; the result is printed all the same."""
    result = _run("list", "--as-of", "2027-04-08")
    assert result.stderr.startswith("The tables were last checked on 2026-10-09")
    assert "adequacy" in result.stdout
    assert _run("list", "--as-of", "2027-04-07").stderr == ""


@pytest.mark.parametrize("options", [("list", "laws"), ("show", "foo"), ("timeline", "Atlantis")])
def test_what_is_in_no_table_is_refused(options: tuple[str, ...]) -> None:
    """`vendors` makes exit 2 of it."""
    with pytest.raises(UsageError):
        _run(*options)
