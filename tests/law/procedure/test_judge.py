"""What is true of every answer, and the order in which the law looks at things."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.law.asking import forget, question
from tests.law.test_situations import SITUATIONS, ask
from vendor_registry.law.procedure.checks import MODULE_OF_PAIR
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.question import Certificate, Question
from vendor_registry.law.tables import read as reading
from vendor_registry.law.tables.read import tables
from vendor_registry.model.findings.transfer import Answer, TransferVerdict
from vendor_registry.model.register.claim import Claim

EXPORTERS = {"eu": ("DE", "NO", "GB", "GI", "RE"), "uk": ("GB",), "ch": ("CH",)}
IMPORTERS = ("US", "GB", "GI", "IN", "JP", "KR", "CA", "BR", "FR", "IS", "CH", "IL", "NC", "AX", "MC", "EPO", "")
ROLES = ("controller", "joint-controller", "recipient", "processor", "sub-processor")
INSTRUMENTS = sorted(
    {row.id for row in tables().mechanisms if "_m" not in row.id} | {"scc", "bcr", "art49", "scc_2021_914"}
)
FIRST, LAST = date(1999, 1, 1), date(2033, 1, 1)

days = st.dates(FIRST, LAST)
claims = st.builds(
    Claim,
    written=st.just("a claim"),
    instrument=st.sampled_from(INSTRUMENTS),
    module=st.none(),
    signed=st.none() | days,
    reference=st.sampled_from(["", "A-1"]),
)


@st.composite
def questions(draw: st.DrawFn, day: date | None = None) -> Question:
    regime = draw(st.sampled_from(sorted(EXPORTERS)))
    return Question(
        regime=regime,
        exporter_country=draw(st.sampled_from(EXPORTERS[regime])),
        exporter_role=draw(st.sampled_from(ROLES)),
        importer_country=draw(st.sampled_from(IMPORTERS)),
        importer_role=draw(st.sampled_from(ROLES)),
        day=day or draw(days),
        claims=tuple(draw(st.lists(claims, max_size=3))),
        pipeda=draw(st.sampled_from([None, True, False])),
        importer_public=draw(st.sampled_from([None, True, False])),
        importer_under_gdpr=draw(st.sampled_from([None, True, False])),
        bound=draw(st.booleans()),
    )


def on(asked: Question, day: date) -> Question:
    return Question(**{name: getattr(asked, name) for name in Question.__slots__} | {"day": day})


def with_claims(asked: Question, *more: Claim, first: bool = False) -> Question:
    together = (*more, *asked.claims) if first else (*asked.claims, *more)
    return Question(**{name: getattr(asked, name) for name in Question.__slots__} | {"claims": together})


def boundaries(asked: Question) -> list[date]:
    """Every day on which something begins to be so: in the tables, and in the claims."""
    found = set()
    for rows in (tables().membership, tables().adequacy, tables().mechanisms, tables().articles):
        for row in rows:
            found |= {row.valid_from, row.valid_to and row.valid_to + timedelta(1)}
    for mechanism in tables().mechanisms:
        ends = (mechanism.new_contracts_until, mechanism.unclear_until)
        found |= {mechanism.first_approval, *(end and end + timedelta(1) for end in ends)}
    for claim in asked.claims:
        found |= {claim.signed, claim.until and claim.until + timedelta(1)}
    return sorted(day for day in found if day)


def essence(answer: Answer) -> tuple[object, ...]:
    return answer.verdict, answer.basis, answer.ground, answer.citation, answer.fallbacks


@settings(max_examples=150, deadline=None)
@given(questions(), st.data())
def test_between_two_dates_of_the_law_nothing_changes(asked: Question, data: st.DataObject) -> None:
    """Any two days with no boundary between them have the same answer."""
    known = boundaries(asked)
    begins = max((day for day in known if day <= asked.day), default=FIRST)
    ends = min((day for day in known if day > asked.day), default=LAST) - timedelta(1)
    other = data.draw(st.dates(begins, max(begins, ends)))
    assert essence(judge(on(asked, other))) == essence(judge(asked))


@settings(max_examples=200, deadline=None)
@given(questions(), st.booleans())
def test_a_stronger_claim_never_worsens_the_answer(asked: Question, first: bool) -> None:
    """The right module of the set in force, an approved code, the IDTA, a certificate, wherever it stands."""
    strong = (
        Claim(written="SCC", instrument="scc_2021_914", module=MODULE_OF_PAIR[asked.pair], signed=asked.day),
        Claim(written="approved code", instrument="code_of_conduct", reference="A-1", signed=asked.day),
        Claim(written="IDTA", instrument="uk_idta", signed=asked.day),
        Claim(written="certified", instrument="swiss_us_dpf", signed=asked.day),
    )
    before = judge(asked)
    for claim in strong:
        assert judge(with_claims(asked, claim, first=first)).verdict.rank <= before.verdict.rank


@settings(max_examples=200, deadline=None)
@given(questions(), claims)
def test_one_claim_more_at_the_end_never_worsens_the_answer(asked: Question, claim: Claim) -> None:
    """Fallbacks only help."""
    assert judge(with_claims(asked, claim)).verdict.rank <= judge(asked).verdict.rank


@settings(max_examples=200, deadline=None)
@given(questions())
def test_every_answer_cites_a_row_that_exists(asked: Question) -> None:
    """A positive answer has a ground in the tables and a citation; the others have no ground."""
    answer = judge(asked)
    law = tables()
    grounds = {row.ground for rows in (law.membership, law.adequacy, law.mechanisms) for row in rows}
    if answer.basis == "none":
        assert answer.ground == ""
        assert answer.verdict in {TransferVerdict.UNKNOWN, TransferVerdict.NOT_COVERED}
    else:
        assert answer.ground in grounds
        assert answer.citation


@settings(max_examples=100, deadline=None)
@given(questions(), st.sampled_from(["mechanism:scc", "mechanism:bcr", "mechanism:adequacy", "decision:2021/1772"]))
def test_taking_a_ground_away_never_improves_the_answer(asked: Question, away: str) -> None:
    """What-if."""
    assert judge(asked, without=frozenset({away})).verdict.rank >= judge(asked).verdict.rank


def test_the_order_of_the_tables_rows_is_irrelevant(monkeypatch: pytest.MonkeyPatch) -> None:
    """All situations, with every table shuffled."""
    expected = [judge(ask(situation)).verdict for situation in SITUATIONS]
    sound, order = reading.read_records, tables().adequacy

    def shuffled(name: str) -> list[dict[str, str]]:
        records = sound(name)
        Random(7).shuffle(records)
        return records

    monkeypatch.setattr(reading, "read_records", shuffled)
    forget()
    try:
        assert tables().adequacy != order
        assert [judge(ask(situation)).verdict for situation in SITUATIONS] == expected
    finally:
        monkeypatch.undo()
        forget()
    assert tables().adequacy == order


def test_adequacy_comes_before_clauses_and_clauses_before_exceptions() -> None:
    """Art. 46 applies in the absence of Art. 45, Art. 49 in the absence of both."""
    answer = judge(question("explicit consent; SCC M2 (2022-01-01); DPF (2023-09-01)", importer_country="US"))
    assert answer.basis == "adequacy"
    assert [claim.written for claim in answer.fallbacks] == ["SCC M2 (2022-01-01)", "explicit consent"]


def test_of_several_clauses_the_first_that_holds_is_the_ground() -> None:
    """Ordered claims."""
    answer = judge(question("SCC M3; BCR-C (2020-01-01); SCC M2 (2022-01-01)"))
    assert (answer.ground, answer.claim and answer.claim.written) == ("mechanism:bcr_c", "BCR-C (2020-01-01)")
    assert [claim.written for claim in answer.fallbacks] == ["SCC M2 (2022-01-01)"]


def test_a_ground_that_holds_outweighs_a_fact_that_is_not_known() -> None:
    """Canada: whether PIPEDA applies is not known, and the clauses carry it anyway."""
    assert judge(question("SCC M2 (2022-01-01)", importer_country="CA")).basis == "scc"


def test_the_last_day_of_a_ground_is_told_where_it_is_fixed() -> None:
    """The decision on the UK, a certificate, a contract, the old clauses; nothing for a decision without an end."""
    assert judge(question(importer_country="GB", day=date(2026, 1, 1))).until == date(2031, 12, 27)
    assert judge(question("DPF (2023-09-01 to 2024-08-31)", importer_country="US")).until == date(2024, 8, 31)
    assert judge(question("SCC M2 (2022-01-01 to 2025-01-01)")).until == date(2025, 1, 1)
    assert judge(question("SCC 2010/87 (2015-01-01)", day=date(2022, 6, 1))).until == date(2022, 12, 27)
    assert judge(question(importer_country="CH")).until is None


def test_an_end_that_nobody_foresaw_is_not_told_in_advance() -> None:
    """Privacy Shield was declared invalid; on the day before, it had no last day."""
    answer = judge(question("Privacy Shield (2019-01-01)", importer_country="US", day=date(2020, 7, 15)))
    assert (answer.basis, answer.until) == ("adequacy", None)


def test_the_free_movement_of_data_ends_only_where_nothing_follows() -> None:
    """The Directive was followed by the GDPR; the membership of the UK by something else."""
    assert judge(question(importer_country="FR", day=date(2018, 5, 24))).until is None
    assert judge(question(importer_country="GB", day=date(2018, 5, 24))).until == date(2020, 1, 31)


def test_certificates_that_are_stated_count_instead_of_those_that_claims_name() -> None:
    """A register was asked: the importer is, or is not, on the list."""
    held = Certificate(programme="dpf", valid_from=date(2023, 9, 1), valid_to=None)
    assert judge(question("", importer_country="US", certificates=(held,))).basis == "adequacy"
    assert judge(question("DPF (2023-09-01)", importer_country="US", certificates=())).verdict == "not_covered"


def test_the_regime_may_bind_an_exporter_wherever_it_is() -> None:
    """Art. 3(2), or data that came from there: the same procedure."""
    asked = {"exporter_country": "US", "exporter_role": "processor", "importer_role": "sub-processor"}
    assert judge(question("SCC M3 (2022-01-01)", **asked)).verdict == "unknown"
    assert judge(question("SCC M3 (2022-01-01)", **asked, bound=True)).basis == "scc"
    assert judge(question("", **asked, bound=True)).verdict == "not_covered"
    assert judge(question("", **asked | {"importer_country": "FR"}, bound=True)).basis == "intra-EEA"


def test_what_is_handed_to_the_person_it_is_about_is_no_transfer() -> None:
    """EDPB Guidelines 05/2021: the importer is another controller or processor."""
    answer = judge(question(importer_role="data-subject"))
    assert (answer.verdict, answer.basis) == ("not_restricted", "data-subject")


def test_unverified_rows_are_marked_in_the_explanation() -> None:
    """Facts from knowledge are shown as such."""
    steps = judge(question("SCC 2002/16 (2005-01-01)", day=date(2006, 1, 1))).steps
    assert any("[unverified]" in step for step in steps)
    assert not any("[unverified]" in step for step in judge(question("SCC M2 (2022-01-01)")).steps)
