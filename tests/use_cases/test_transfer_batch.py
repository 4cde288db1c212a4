"""A table of transfer questions."""

import csv
import io

import pytest

from vendor_registry.model.origin import RefusedError
from vendor_registry.use_cases.transfer_batch import answer_table

HEADER = (
    "case_id,regime,exporter_country,exporter_role,importer_country,importer_role,date,"
    "mechanism_claimed,mechanism_from,importer_dpf_from,importer_dpf_to,importer_pipeda"
)


def answered(*lines: str, header: str = HEADER) -> list[dict[str, str]]:
    text = answer_table("\n".join([header, *lines]).encode(), "cases.csv").text
    return list(csv.DictReader(io.StringIO(text)))


CASES = {
    # the certificate is in the programme that the claim names
    "1,eu,DE,controller,US,processor,2024-03-01,dpf,,2023-09-01,2024-08-31,": "covered adequacy",
    "2,eu,DE,controller,US,processor,2024-09-01,dpf,,2023-09-01,2024-08-31,": "not_covered none",
    "3,uk,GB,controller,US,processor,2024-03-01,dpf,,2023-09-01,2024-08-31,": "not_covered none",
    "4,uk,GB,controller,US,processor,2024-03-01,uk_extension,,2023-10-12,2024-08-31,": "covered adequacy",
    "5,eu,DE,controller,US,processor,2024-03-01,uk_extension,,2023-10-12,2024-08-31,": "not_covered none",
    # else in the programme of the regime on that day
    "6,eu,DE,controller,US,processor,2024-03-01,none,,2023-09-01,,": "covered adequacy",
    "7,uk,GB,controller,US,processor,2024-03-01,none,,2023-10-12,,": "covered adequacy",
    "8,ch,CH,controller,US,processor,2024-09-15,,,2023-09-01,,": "covered adequacy",
    "9,ch,CH,controller,US,processor,2024-09-14,,,2023-09-01,,": "not_covered none",
    "10,eu,DE,controller,US,processor,2019-03-01,none,,2018-01-01,,": "covered adequacy",
    "11,eu,DE,controller,US,processor,2022-03-01,none,,2018-01-01,,": "not_covered none",
    "12,eu,DE,controller,US,processor,2019-03-01,dpf,,2018-01-01,,": "not_covered none",
    "13,eu,DE,controller,US,processor,2024-03-01,scc_2021_914_m2,2021-10-01,2023-09-01,,": "covered adequacy",
    # no certificate is stated
    "14,eu,DE,controller,US,processor,2024-03-01,dpf,,,,": "not_covered none",
    "15,eu,DE,processor,US,sub-processor,2024-03-01,dpf;scc_2021_914_m3,2021-10-01,,,": "covered scc",
    # the last day alone leaves the first open
    "16,eu,DE,controller,US,processor,2024-03-01,dpf,,,2024-08-31,": "unknown none",
    # signature and approval
    "17,eu,DE,controller,IN,processor,2022-06-01,scc_2010_87,2019-01-01,,,": "covered_with_warning scc",
    "18,eu,DE,controller,IN,processor,2022-06-01,scc_2010_87,,,,": "unknown none",
    "19,eu,DE,controller,IN,processor,2022-06-01,scc_2021_914_m2,2022-06-02,,,": "not_covered none",
    "20,eu,DE,controller,IN,processor,2022-06-01,code_of_conduct,,,,": "covered code-of-conduct",
    "21,eu,DE,controller,IN,processor,2022-06-01,bcr_c,2020-01-01,,,": "covered bcr",
    "22,eu,DE,controller,IN,processor,2022-06-01,scc_2010_87;bcr_c,2021-10-01;2020-01-01,,,": "covered bcr",
    # PIPEDA
    "23,eu,DE,controller,CA,processor,2022-06-01,none,,,,yes": "covered adequacy",
    "24,eu,DE,controller,CA,processor,2022-06-01,none,,,,no": "not_covered none",
    "25,eu,DE,controller,CA,processor,2022-06-01,none,,,,": "unknown none",
    # UK and Switzerland
    "26,uk,GB,controller,IN,processor,2023-06-01,scc_2021_914_m2;uk_addendum,2022-10-01,,,": "covered scc",
    "27,uk,GB,controller,IN,processor,2023-06-01,uk_addendum,2022-10-01,,,": "not_covered none",
    "28,uk,GB,controller,IN,processor,2023-06-01,uk_idta,2022-10-01,,,": "covered scc",
    "29,ch,CH,controller,IN,processor,2023-06-01,ch_scc_2021_914_m2,2022-10-01,,,": "covered scc",
    "30,ch,CH,controller,IN,processor,2023-06-01,scc_2021_914_m2,2022-10-01,,,": "not_covered none",
    "31,uk,GB,controller,FR,processor,2020-06-01,none,,,,": "unknown none",
    "32,eu,GB,controller,FR,processor,2020-06-01,none,,,,": "not_restricted uk-transition",
    "33,eu,FR,controller,GB,processor,2021-06-27,none,,,,": "not_restricted uk-bridge",
    "34,uk,GB,controller,GB,processor,2022-06-01,none,,,,": "not_restricted domestic",
    "35,eu,DE,controller,FR,processor,2022-06-01,scc_2021_914_m2,2022-01-01,,,": "not_restricted intra-EEA",
    "36,eu,DE,controller,IN,recipient,2022-06-01,art49_1_b,,,,": "covered_with_warning derogation",
    "37,eu,DE,controller,JP,processor,2022-06-01,scc_2021_915,,,,": "covered adequacy",
}


@pytest.mark.parametrize(("line", "expected"), CASES.items())
def test_a_row_is_answered(line: str, expected: str) -> None:
    """Verdict and basis, in the words of the table."""
    [row] = answered(line)
    assert f"{row['verdict']} {row['basis']}" == expected


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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1,us,DE,controller,IN,processor,2024-03-01,none,,,,", 'regime: "us" is not a regime of transfer law.'),
        ("1,eu,ZZ,controller,IN,processor,2024-03-01,none,,,,", 'exporter_country: "ZZ" is not a country.'),
        ("1,eu,DE,controller,Atlantis,processor,2024-03-01,none,,,,", 'importer_country: "Atlantis" is not a country.'),
        ("1,eu,DE,boss,IN,processor,2024-03-01,none,,,,", 'exporter_role: "boss" is not a role.'),
        ("1,eu,DE,data-subject,IN,processor,2024-03-01,none,,,,", "exporter_role: a data subject is no exporter."),
        ("1,eu,DE,controller,IN,processor,2024-02-30,none,,,,", 'date: "2024-02-30" is not a day of the calendar.'),
        ("1,eu,DE,controller,IN,processor,0001-01-01,none,,,,", 'date: "0001-01-01" is too far away to be meant.'),
        ("1,eu,DE,controller,IN,processor,,none,,,,", "date is blank. It decides the answer."),
        ("1,eu,DE,controller,IN,processor,2024-03-01,scc_2021_914_m9,,,,", 'mechanism_claimed: "scc_2021_914_m9"'),
        ("1,eu,DE,controller,IN,processor,2024-03-01,bcr_c,1.1.20,,,", 'mechanism_from: "1.1.20" is not a date.'),
        (
            "1,eu,DE,controller,IN,processor,2024-03-01,bcr_c;adequacy;dpf,2020-01-01;2020-01-02,,,",
            "mechanism_from: 2 days stand beside 3 mechanisms.",
        ),
        (
            "1,eu,DE,controller,US,processor,2024-03-01,dpf,,2024-01-02,2024-01-01,",
            "importer_dpf_to: the certificate ends on 2024-01-01, before it begins on 2024-01-02.",
        ),
        (
            "1,eu,DE,controller,CA,processor,2024-03-01,none,,,,perhaps",
            'importer_pipeda: "perhaps" is neither yes nor no.',
        ),
        ("1,eu,DE,controller,CA,processor,2024-03-01,none,,,,no,more", "the row has 13 cells where 12 belong."),
    ],
)
def test_a_row_that_cannot_be_read_is_answered_with_the_reason(line: str, told: str) -> None:
    """`fault`, and the rest of the table is answered."""
    good = "2,eu,DE,controller,IN,processor,2024-03-01,scc_2021_914_m2,2022-01-01,,,"
    wrong, right = answered(line, good)
    assert (wrong["verdict"], wrong["basis"], wrong["citation"]) == ("fault", "", "")
    assert told in wrong["notes"]
    assert right["verdict"] == "covered"


def test_all_that_is_wrong_with_a_row_is_told_at_once() -> None:
    """Three cells."""
    [row] = answered("1,eu,ZZ,boss,IN,processor,2024-02-30,none,,,,")
    assert all(column in row["notes"] for column in ("exporter_country:", "exporter_role:", "date:"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the table is empty"),
        (HEADER.replace("importer_role", "importer_rolle"), "this column is missing"),
        (HEADER.replace("importer_role", "importer_rolle"), '"importer_rolle" may be importer_role'),
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
    """A table without mechanisms and certificates; semicolons and a byte order mark as Excel writes them."""
    asked = "regime;exporter_country;exporter_role;importer_country;importer_role;date"
    table = answer_table(f"\ufeff{asked}\r\neu;DE;controller;JP;processor;2024-03-01\r\n".encode(), "cases.csv")
    header, row, *_ = table.text.split("\n")
    assert header == f"{asked};verdict;basis;citation;notes"
    assert row.startswith("eu;DE;controller;JP;processor;2024-03-01;covered;adequacy;")


def test_formulas_in_the_users_cells_stay_inert() -> None:
    """OWASP CSV injection; a negative number is a number."""
    formula, number = answered(
        "=cmd|' /C calc'!A0,eu,DE,controller,JP,processor,2024-03-01,none,,,,",
        "-12,eu,DE,controller,JP,processor,2024-03-01,none,,,,",
    )
    assert formula["case_id"].startswith("'=cmd")
    assert number["case_id"] == "-12"


def test_the_faults_are_counted() -> None:
    """For the line on stderr."""
    table = answer_table(f"{HEADER}\n1,xx,,,,,,,,,,\n\n,,,,,,,,,,,\n".encode(), "cases.csv")
    assert (table.rows, table.faults) == (1, 1)
