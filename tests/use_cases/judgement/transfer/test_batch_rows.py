"""One row of a table of transfer questions: what its cells ask, and what is wrong with them."""

import pytest

from tests.use_cases.judgement.transfer.test_batch import answered

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
    # days in brackets are the certificate where the columns are blank
    "38,eu,DE,controller,US,processor,2024-03-01,DPF (2023-09-01),,,,": "covered adequacy",
    "39,eu,DE,controller,US,processor,2023-08-31,DPF (2023-09-01),,,,": "not_covered none",
    "40,eu,DE,controller,US,processor,2023-09-01,DPF (2023-09-01),,,,": "covered adequacy",
    "41,eu,DE,controller,US,processor,2024-08-31,DPF (2023-09-01 to 2024-08-31),,,,": "covered adequacy",
    "42,eu,DE,controller,US,processor,2024-09-01,DPF (2023-09-01 to 2024-08-31),,,,": "not_covered none",
    "43,eu,DE,controller,US,processor,2024-09-01,DPF (2023-09-01),,,2024-08-31,": "not_covered none",
    "44,eu,DE,controller,US,processor,2024-03-01,DPF (2023-09-01),,2023-09-01,,": "covered adequacy",
    # capitals
    "45,EU,DE,Controller,JP,Processor,2024-03-01,none,,,,": "covered adequacy",
    # an approval nobody can have had yet is no better than what holds without doubt, and better than nothing
    "46,eu,DE,controller,IN,processor,2024-03-01,certification;bcr_c,2020-01-01,,,": "covered bcr",
    "47,eu,DE,controller,IN,processor,2024-03-01,certification,,,,": "covered certification",
    "48,eu,DE,controller,IN,processor,2024-03-01,art49_1_a;certification,,,,": "covered certification",
    "49,eu,DE,controller,IN,processor,2022-06-01,certification;scc_2010_87,2019-01-01,,,": "covered certification",
    "50,eu,DE,controller,IN,processor,2026-04-15,certification;bcr_c,2020-01-01,,,": "covered certification",
    # Swiss law asks for approved rules and knows no kinds of them
    "51,ch,CH,controller,IN,processor,2024-03-01,bcr_p,2020-01-01,,,": "covered bcr",
    # before the Swiss list is in the tables
    "52,ch,CH,controller,CA,processor,2018-05-24,none,,,,no": "not_covered none",
    "53,ch,CH,controller,CA,processor,2018-05-24,none,,,,yes": "unknown none",
}


@pytest.mark.parametrize(("line", "expected"), CASES.items())
def test_a_row_is_answered(line: str, expected: str) -> None:
    """Verdict and basis, in the words of the table."""
    [row] = answered(line)
    assert f"{row['verdict']} {row['basis']}" == expected


NOTES = {
    "1,eu,DE,controller,CA,processor,2024-03-01,none,,,,no": "2002/2/EC does not reach this importer, which is not",
    "2,eu,DE,controller,US,processor,2024-03-01,adequacy,,,,": "no certificate of the importer is stated",
    "3,uk,GB,controller,US,processor,2024-03-01,uk_extension,,,,": "no certificate of the importer is stated",
    "4,uk,GB,controller,NC,processor,2024-03-01,none,,,,": "law-uncertain: the UK list of adequate countries names",
    "5,ch,CH,controller,SJ,processor,2024-03-01,none,,,,": "law-uncertain: the Swiss list of states names Norway",
    "6,eu,DE,controller,BR,processor,2024-03-01,none,,,,": "nothing-claimed: no mechanism is claimed",
    "7,eu,DE,controller,IN,processor,2024-03-01,scc_2021_914_m2;bcr_c,2022-01-01,,,": 'fallback: "bcr_c" would hold',
    "8,eu,DE,controller,US,processor,2024-03-01,dpf;art49_1_a;scc_2021_914_m2,2022-01-01,2023-09-01,,": (
        'fallback: "scc_2021_914_m2", "art49_1_a" would hold as well'
    ),
    "9,eu,DE,controller,IN,processor,2024-03-01,public_instrument,,,,": "public-bodies-only: Legally binding",
    "10,eu,DE,controller,IN,processor,2024-03-01,scc_2021_914_m2,2015-01-01,,,": "signed-before-existing:",
}


@pytest.mark.parametrize(("line", "told"), NOTES.items())
def test_a_reason_that_is_owed_is_told(line: str, told: str) -> None:
    """No answer that leaves a reader asking why."""
    assert told in answered(line)[0]["notes"]


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
        ("1,eu,DE,controller,CA,processor,2024-03-01", "the row has 7 cells where 12 belong."),
        ("", "the row is blank."),
        (",,,,,,,,,,,", "the row is blank."),
        (
            "1,eu,DE,controller,IN,processor,2024-03-01,none;scc,,,,",
            "Leave out what is not in place; none stands alone",
        ),
        (
            "1,eu,DE,controller,US,processor,2024-03-01,DPF (2023-09-01),,2023-10-01,,",
            'importer_dpf_from: 2023-10-01 stands against "DPF (2023-09-01)" in mechanism_claimed.',
        ),
        (
            "1,eu,DE,controller,US,processor,2024-03-01,DPF (2023-09-01 to 2024-08-31),,,2024-09-01,",
            'importer_dpf_to: 2024-09-01 stands against "DPF (2023-09-01 to 2024-08-31)" in mechanism_claimed.',
        ),
        (
            "1,eu,DE,controller,US,processor,2024-03-01,DPF (2023-09-01),,,2023-08-31,",
            "importer_dpf_to: the certificate ends on 2023-08-31, before it begins on 2023-09-01.",
        ),
        (
            "1,eu,DE,controller,IN,processor,2024-03-01,SCC M2 (2021-10-01),2022-10-01,,,",
            'mechanism_from: 2022-10-01 stands against "SCC M2 (2021-10-01)" in mechanism_claimed.',
        ),
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
