"""A table of transfer questions."""

import csv
import io
from datetime import date

import pytest

from vendor_registry.model.text.origin import RefusedError
from vendor_registry.use_cases.judgement.transfer.batch import answer_table
from vendor_registry.use_cases.judgement.transfer.question import Words, answers, ask

HEADER = (
    "case_id,regime,exporter_country,exporter_role,importer_country,importer_role,date,"
    "mechanism_claimed,mechanism_from,importer_dpf_from,importer_dpf_to,importer_pipeda"
)


def answered(*lines: str, header: str = HEADER) -> list[dict[str, str]]:
    text = answer_table("\n".join([header, *lines]).encode(), "cases.csv").text
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_columns_come_back_with_the_answer_behind_them() -> None:
    """The same columns, and four more; columns of the user's own are kept."""
    [row] = answered(
        "a-1,mine,eu,DE,controller,GB,processor,2025-12-19,none,,,,", header=HEADER.replace("case_id", "case_id,own")
    )
    assert list(row)[:2] == ["case_id", "own"]
    assert list(row)[-4:] == ["verdict", "basis", "citation", "notes"]
    assert (row["case_id"], row["own"], row["date"]) == ("a-1", "mine", "2025-12-19")
    assert "2025/2574" in row["citation"]


def test_a_note_is_told_with_its_code() -> None:
    """For people and for filters."""
    [row] = answered("1,eu,DE,processor,IN,sub-processor,2024-03-01,scc_2021_914_m2,2022-01-01,,,")
    assert row["notes"].startswith('wrong-module: "scc_2021_914_m2"')
    assert "Module Three" in row["notes"]


def test_a_programme_claimed_without_a_certificate_is_told() -> None:
    """The deciding column is blank, so no certificate is stated."""
    [row] = answered("1,eu,DE,controller,US,processor,2024-03-01,dpf,,,,")
    assert row["notes"].startswith("certificate-missing: no certificate of the importer is stated")


BARE = "regime,exporter_country,exporter_role,importer_country,importer_role,date,mechanism_claimed"


@pytest.mark.parametrize("day", ["2023-07-09", "2023-07-10", "2023-10-12", "2024-09-15", "2026-11-23"])
@pytest.mark.parametrize(
    "mechanism",
    ["DPF", "DPF (2023-09-01)", "DPF; SCC M2 (2021-10-01)", "UK Extension", "Swiss-US DPF", "adequacy", "none", ""],
)
@pytest.mark.parametrize(("regime", "exporter"), [("eu", "DE"), ("uk", "GB"), ("ch", "CH")])
def test_a_table_without_certificates_is_answered_as_one_question_is(
    day: str, mechanism: str, regime: str, exporter: str
) -> None:
    """A table without the columns of certificates does not say that there is none."""
    [row] = answered(f"{regime},{exporter},controller,US,processor,{day},{mechanism}", header=BARE)
    words = Words(
        exporter=exporter,
        importer="US",
        exporter_role="controller",
        importer_role="processor",
        mechanism=mechanism,
        regime=regime,
    )
    [(_, answer)] = answers(ask(words, date.fromisoformat(day)))
    assert (row["verdict"], row["basis"], row["citation"]) == (answer.verdict, answer.basis, answer.citation)


def test_the_day_of_signature_is_no_certificate() -> None:
    """One day for all claims is that of the clauses; from when the importer is certified is still not stated."""
    [row] = answered("eu,DE,controller,US,processor,2024-03-01,DPF,2023-09-01", header=f"{BARE},mechanism_from")
    assert row["verdict"] == "unknown"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the table is empty"),
        (HEADER.replace("importer_role", "importer_rolle"), "[importer_rolle] this column is not known"),
        (HEADER.replace("importer_role", "importer_rolle"), "did you mean importer_role?"),
        (HEADER.replace("mechanism_claimed", "mechanism_claimd"), "did you mean mechanism_claimed?"),
        (HEADER.replace("importer_dpf_from", "importer_dpf_form"), "did you mean importer_dpf_from?"),
        (HEADER.replace("mechanism_claimed,", ""), "[mechanism_claimed] this column is missing"),
        (HEADER.replace("case_id", "regime"), "this column stands twice in the header"),
        (f'{HEADER}\n"1,eu', "the table cannot be split into cells"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(text: str, told: str) -> None:
    """Nothing is answered."""
    with pytest.raises(RefusedError) as refusal:
        answer_table(text.encode(), "cases.csv")
    assert told in str(refusal.value)


def test_only_what_decides_is_required() -> None:
    """A table without certificates; semicolons and a byte order mark as Excel writes them."""
    asked = "regime;exporter_country;exporter_role;importer_country;importer_role;date;mechanism_claimed"
    table = answer_table(f"\ufeff{asked}\r\neu;DE;controller;JP;processor;2024-03-01;\r\n".encode(), "cases.csv")
    header, row, *_ = table.text.split("\n")
    assert header == f"{asked};verdict;basis;citation;notes"
    assert row.startswith("eu;DE;controller;JP;processor;2024-03-01;;covered;adequacy;")


def test_a_column_of_the_users_own_may_resemble_one_that_is_there() -> None:
    """Only what may stand for a column that is not there is a slip of the pen."""
    own = HEADER.replace("case_id", "case_id,importer_name,notes")
    [row] = answered("1,Acme,mine,eu,DE,controller,JP,processor,2024-03-01,none,,,,", header=own)
    assert (row["importer_name"], row["verdict"]) == ("Acme", "covered")


@pytest.mark.parametrize(
    ("written", "back"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+cmd", "'+cmd"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+49 30 1234", "'+49 30 1234"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r=1+1"),
        ("\tA1", "'\tA1"),
        ("＝1+1", "'＝1+1"),
        ("＋cmd", "'＋cmd"),
        ("－cmd", "'－cmd"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("-12", "-12"),
        ("+5.5", "+5.5"),
        ("-1.000,50", "-1.000,50"),
        ("-1e9", "-1e9"),
        ("-", "-"),
        ("'=done", "'=done"),
        (" spaced ", " spaced "),
        ("a-b", "a-b"),
    ],
)
def test_cells_come_back_as_they_are_and_formulas_inert(written: str, back: str) -> None:
    """OWASP CSV injection: an apostrophe where a spreadsheet would run a text, and nowhere else."""
    [row] = answered(f'"{written}",eu,DE,controller,JP,processor,2024-03-01,none,,,,')
    assert row["case_id"] == back


def test_the_faults_are_counted_and_every_row_keeps_its_place() -> None:
    """A blank row between others is answered; blank rows at the end are no rows."""
    good = "3,eu,DE,controller,JP,processor,2024-03-01,none,,,,"
    table = answer_table(f"{HEADER}\n1,xx,,,,,,,,,,\n\n{good}\n\n,,,,,,,,,,,\n".encode(), "cases.csv")
    assert (table.rows, table.faults) == (3, 2)
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [(row["case_id"], row["verdict"]) for row in rows] == [("1", "fault"), ("", "fault"), ("3", "covered")]


def test_answers_handed_in_again_are_replaced() -> None:
    """Twice answered is once answered; a user's own column `notes` is none of the answers."""
    own = HEADER.replace("case_id", "case_id,notes")
    line = "1,mine,eu,DE,controller,JP,processor,2024-03-01,none,,,,"
    once = answer_table(f"{own}\n{line}\n".encode(), "cases.csv").text
    assert once.split("\n")[0] == f"{own},verdict,basis,citation,notes"
    assert answer_table(once.encode(), "answers.csv").text == once
    moved = "verdict,basis,citation,notes,regime,exporter_country,exporter_role,importer_country,importer_role,date"
    again = answer_table(
        f"{moved},mechanism_claimed\nno,x,y,z,eu,DE,controller,JP,processor,2024-03-01,none\n".encode(), "a.csv"
    ).text
    assert again.startswith(
        "regime,exporter_country,exporter_role,importer_country,importer_role,date,mechanism_claimed,v"
    )
    assert "2024-03-01,none,covered,adequacy," in again


def test_a_seat_that_is_stated_decides_and_is_told_and_a_table_without_one_answers_as_before() -> None:
    """
    exporter_country | exporter_seat | importer
    US               | DE            | CN: bound by establishment, nothing claimed
    US               |               | CN: nobody says what binds a sender in the United States
    """
    header = "regime,exporter_country,exporter_seat,exporter_role,importer_country,importer_role,date,mechanism_claimed"
    rows = ("eu,US,DE,controller,CN,processor,2024-03-01,none", "eu,US,,controller,CN,processor,2024-03-01,none")
    table = "\n".join((header, *rows))
    told = list(csv.DictReader(io.StringIO(answer_table(table.encode(), "cases.csv").text)))
    assert [row["verdict"] for row in told] == ["not_covered", "unknown"]
    assert told[0]["notes"].startswith("bound: by establishment")
    without = "\n".join(
        ",".join(cell for at, cell in enumerate(row.split(",")) if at != 2) for row in (header, *rows[1:])
    )
    [before] = csv.DictReader(io.StringIO(answer_table(without.encode(), "cases.csv").text))
    assert {**before, "exporter_seat": ""} == told[1]
