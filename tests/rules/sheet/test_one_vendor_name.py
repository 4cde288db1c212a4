"""One company stands under one vendor name."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.rules.shared.company_names import company_name, spellings
from vendor_registry.rules.sheet.one_vendor_name import RULE, check

SPEC = RuleSpec(id=RULE.id, type=RULE.id)


def found(*named: tuple[str, str, str]) -> Sequence[Finding]:
    """The findings of rows a, b, c ... with a vendor, a legal name and a country."""
    rows = [
        make.engagement("abcdefgh"[number], vendor=vendor, legal_name=legal_name, country=country, line=number + 2)
        for number, (vendor, legal_name, country) in enumerate(named)
    ]
    return check(make.case(*rows), SPEC).findings


def test_three_spellings_of_one_vendor_are_told() -> None:
    """
    line | key | vendor       | legal_name | country
    2    | a   | Google, Inc  | Google LLC | US
    3    | b   | Google Inc.  | Google LLC | US
    4    | c   | google, inc  | Google LLC | US
    5    | d   | Google, Inc  | Google LLC | US
    """
    told = found(
        *((vendor, "Google LLC", "US") for vendor in ("Google, Inc", "Google Inc.", "google, inc", "Google, Inc"))
    )
    assert [(str(one.cell), one.verdict) for one in told] == [
        ("vendors.csv:3 [vendor]", Verdict.WARNING),
        ("vendors.csv:4 [vendor]", Verdict.WARNING),
    ]
    assert told[0].message == 'Google Inc. and Google, Inc seem to be one company: legal_name is "Google LLC".'
    assert [str(cell) for cell in told[0].related] == [
        "vendors.csv:3 [legal_name]",
        "vendors.csv:2 [vendor]",
        "vendors.csv:2 [legal_name]",
    ]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("Acme Ltd", "GB"), ("ACME LIMITED.", "GB"), True),
        (("Acme Ltd", "GB"), ("Acme Ltd", "IE"), True),  # one company has one seat
        (("Acme LLC", "US"), ("Acme, Inc.", "US"), True),
        (("Acme", "US"), ("Acme GmbH", "DE"), True),  # no form, no other company
        (("Acme GmbH", "DE"), ("Acme, Inc.", "US"), False),  # two of one group
        (("Acme EMEA Ltd", "IE"), ("Acme Ltd", "IE"), False),
        (("", "DE"), ("", "DE"), False),
        (("Müller GmbH", "DE"), ("Mueller GmbH", "DE"), True),
        (("Müller GmbH", "DE"), ("MULLER G.m.b.H.", "DE"), True),
        (("Muller GmbH", "DE"), ("Mueller GmbH", "DE"), False),  # as far as anybody can see
        (("Weiß & Söhne KG", "DE"), ("Weiss & Soehne KG", "DE"), True),
        (("Ørsted A/S", "DK"), ("Oersted A/S", "DK"), True),
        (("Ørsted A/S", "DK"), ("Orsted A/S", "DK"), True),
        (("Århus Data ApS", "DK"), ("Aarhus Data ApS", "DK"), True),
        (("Łódź Soft sp. z o.o.", "PL"), ("Lodz Soft sp. z o.o.", "PL"), True),
        (("Crédit Œuvre SA", "FR"), ("Credit Oeuvre SA", "FR"), True),
        (("M\u00fcller GmbH", "DE"), ("Mu\u0308ller GmbH", "DE"), True),  # one letter, or a letter and its mark
        (("Müller Gesellschaft mit beschränkter Haftung", "DE"), ("Mueller GmbH", "DE"), True),
        (("Müller Gesellschaft mit beschraenkter Haftung", "AT"), ("Müller GmbH", "DE"), True),
        (("Bauer GmbH", "DE"), ("Baur GmbH", "DE"), False),
    ],
)
def test_what_counts_as_the_same(one: tuple[str, str], other: tuple[str, str], told: bool) -> None:
    assert len(found(("A", *one), ("B", *other))) == told
    assert len(found(("A", *other), ("B", *one))) == told


def test_a_name_with_a_letter_of_its_own_may_be_either_spelling() -> None:
    """Of three vendors the third may be each of the first two, which are not each other; it is told once."""
    told = found(("A", "Muller GmbH", "DE"), ("B", "Mueller GmbH", "DE"), ("C", "Müller GmbH", "DE"))
    assert [(one.sink, one.related[1].line) for one in told] == [("c", 2)]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ABCD"),
            st.sampled_from(["Öko Ltd", "Oko GmbH", "Oeko", "OKO LIMITED", "Öko GmbH", "Other"]),
            st.sampled_from(["DE", "US"]),
        ),
        max_size=8,
    )
)
def test_one_pass_finds_what_comparing_each_with_each_finds(named: list[tuple[str, str, str]]) -> None:
    """The vendors that are told of another are those of which some row may be the same company as an earlier one."""

    def alike(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
        forms = {company_name(one[1]).form, company_name(other[1]).form} - {""}
        spelt = {*spellings(one[1])} & {*spellings(other[1])}
        return one[0] != other[0] and bool(spelt) and (len(forms) < 2 or one[2] == other[2])

    told = {(named[finding.cell.line - 2][0], named[finding.related[1].line - 2][0]) for finding in found(*named)}
    assert all(
        any(alike(one, other) for one in named for other in named if (one[0], other[0]) == pair) for pair in told
    )
    firsts = [one for number, one in enumerate(named) if all(one[0] != other[0] for other in named[:number])]
    for number, one in enumerate(firsts):
        if any(alike(one, other) for other in firsts[:number]):
            assert any(one[0] in pair for pair in told)


def test_one_vendor_with_several_rows_and_names_is_for_another_rule() -> None:
    assert found(("Acme", "Acme Ltd", "GB"), ("Acme", "ACME LIMITED", "GB")) == ()


@pytest.mark.parametrize(("day", "told"), [(date(2025, 6, 30), 0), (date(2025, 7, 1), 1)])
def test_a_name_that_changes_on_a_day_is_one_name_on_each(day: date, told: int) -> None:
    """Old runs to 30 June 2025; new from 1 July, beside a third that has one name more."""
    rows = (
        make.engagement("old", vendor="Old", legal_name="Acme Ltd", until=date(2025, 6, 30)),
        make.engagement("new", vendor="New", legal_name="Acme Ltd", since=date(2025, 7, 1), line=3),
        make.engagement("third", vendor="Third", legal_name="Acme Limited", since=date(2025, 7, 1), line=4),
    )
    assert len(check(make.case(*rows, as_of=day), SPEC).findings) == told


@given(
    st.permutations([("A", "Acme Ltd", "GB"), ("B", "ACME", "GB"), ("C", "Acme Inc", "US"), ("D", "acme gmbh", "DE")])
)
def test_every_name_that_is_told_names_one_that_is_the_same(named: list[tuple[str, str, str]]) -> None:
    """Whatever the keys: B has no form, so it may be each of the others."""
    assert 1 <= len(found(*named)) <= 3
