"""The tables of the law, shown."""

from datetime import date

import pytest

from vendor_registry.law.catalogue import dated_tables
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.judgement.law import listed, shown, stale, table, timeline

DAY = date(2026, 11, 23)


def test_the_tables_are_listed_with_what_is_unverified_in_them() -> None:
    """And with the day of the last check."""
    text = listed()
    assert all(name in text for name in dated_tables())
    assert "unverified" in text
    assert "Last checked on 2026-10-09" in text


def test_a_table_is_listed_row_by_row() -> None:
    """Period, state on the day, title, and whether it is verified."""
    lines = table("adequacy", DAY).splitlines()
    assert len(lines) == len(dated_tables()["adequacy"])
    assert "2023-07-10 to ...         in force  eu US  (EU) 2023/1795: organisations on the Data Privacy" in "\n".join(
        lines
    )
    [hungary] = [line for line in lines if "2000/519/EC" in line]
    assert hungary.startswith("2000-07-26 to 2004-04-30  ended")
    assert hungary.endswith("UNVERIFIED")
    assert all(table(name, DAY) for name in dated_tables())


@pytest.mark.parametrize("name", ["2023/1795", "decision:2023/1795", "decision:(EU) 2023/1795"])
def test_a_row_is_shown_with_every_field(name: str) -> None:
    """As people may name it."""
    text = shown(name, DAY)
    assert "in force on 2026-11-23" in text
    assert "celex: 32023D1795" in text
    assert "source: Implementing Decision (EU) 2023/1795" in text


def test_unverified_facts_are_shown_as_unverified() -> None:
    """Not hidden: SCC 2002/16 is from knowledge."""
    assert "UNVERIFIED (from knowledge, not yet checked against a source)" in shown("scc_2002_16", DAY)
    assert "UNVERIFIED" not in shown("decision:2023/1795", DAY)


def test_a_country_is_shown_with_all_its_rows() -> None:
    """Memberships, decisions and statutes."""
    text = shown("GB", date(2021, 3, 1))
    assert "EU_BRIDGE GB" in text
    assert "not yet on 2021-03-01" in text
    assert "Investigatory Powers Act 2016" in text


@pytest.mark.parametrize(("written", "name"), [("DPF", "dpf"), ("SCC", "scc"), ("Germany", "DE"), ("UK", "GB")])
def test_what_is_asked_for_may_be_written_as_people_write_it(written: str, name: str) -> None:
    """In capitals, or by the name of a country, as `law timeline` takes it."""
    assert shown(written, DAY) == shown(name, DAY)
    assert table("Adequacy", DAY) == table("adequacy", DAY)


@pytest.mark.parametrize("name", ["XX", "", "decision:1999/1", "foo"])
def test_what_is_in_no_table_is_refused(name: str) -> None:
    """With how to ask."""
    with pytest.raises(UsageError, match="is in no table of the law; ask as in decision:2023/1795"):
        shown(name, DAY)


def test_a_table_that_is_none_is_refused() -> None:
    """With a suggestion."""
    with pytest.raises(UsageError, match="did you mean mechanisms"):
        table("mechanism", DAY)


def test_the_history_of_a_country_is_printed() -> None:
    """One line for each day on which something began or ended."""
    text = timeline("United States")
    assert "2023-07-10  eu  begins  adequacy: (EU) 2023/1795" in text
    assert "2020-07-16  eu  ended   adequacy: (EU) 2016/1250" in text
    assert timeline("IN") == "The tables hold nothing on IN: a third country without a decision.\n"
    assert timeline("AW").startswith("before all      begins  OUTSIDE")
    with pytest.raises(UsageError, match="is not a country"):
        timeline("Atlantis")


def test_tables_that_were_not_checked_for_long_are_told() -> None:
    """After 180 days."""
    assert stale(date(2027, 4, 7)) == ""
    assert "last checked on 2026-10-09" in stale(date(2027, 4, 8))
