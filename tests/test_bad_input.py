"""What cannot be understood is told whole, word for word, on stderr; nothing is written, nothing is half written."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import DAY, Ran, apart, vendors
from tests.small import POLICY
from vendor_registry.rules.catalogue import RULES

ROW = {
    "key": "host",
    "vendor": "Sample Cloud",
    "legal_name": "Sample Cloud GmbH",
    "address": "Weg 2, Berlin",
    "contact": "Ada Lee",
    "country": "DE",
    "role": "sub-processor",
    "service": "hosting",
    "purpose": "Runs it",
    "products": "mail",
    "zone": "eu",
    "engaged_by": "",
    "receives_from": "",
    "data_subjects": "customers",
    "data": "content",
    "region": "DE",
    "mechanism": "",
    "since": "",
    "until": "",
}
FORM = "Dates are written year-month-day, such as 2024-12-31."


def sheet(*changes: dict[str, str]) -> str:
    """Sound rows of as many vendors, each with what a test changes."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(ROW), lineterminator="\n")
    writer.writeheader()
    for number, change in enumerate(changes, start=1):
        writer.writerow(ROW | {"key": f"row-{number}", "vendor": f"Vendor {number}"} | change)
    return out.getvalue()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sound sheet and policy, and an annex of yesterday."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "vendors.csv").write_text(sheet({}), encoding="utf-8")
    (tmp_path / "data" / "policy.toml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "annex.docx").write_bytes(b"of yesterday")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def hand_in(office: Path, content: str | bytes, name: str = "vendors.csv") -> None:
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    (office / "data" / name).write_bytes(raw)


def left(office: Path) -> dict[str, bytes]:
    return {str(path.relative_to(office)): path.read_bytes() for path in sorted(office.rglob("*")) if path.is_file()}


def refused(*faults: str) -> str:
    """What stands on stderr: each fault with its hint below it, and how many there were."""
    told = "".join(fault.replace(" | ", "\n    ") + "\n" for fault in faults)
    return f"{told}{len(faults)} fault{'s' if len(faults) > 1 else ''}; nothing was written.\n"


MANY = sheet(
    {"country": "Germny", "role": "procesor", "products": "male", "zone": "uk", "data": "contend"},
    {"receives_from": "platfrom", "engaged_by": "row-7", "mechanism": "handshake"},
    {"since": "2024-02-30", "until": "20241231"},
    {"key": "row-2", "since": "2024-06-01", "until": "2024-05-31"},
    {"country": "UK"},
    {"country": "USA", "region": "United States"},
    {"country": "Germany"},
)
FAULTS_OF_MANY = (
    'data/vendors.csv:2 [country] "Germny" is not a country'
    " | did you mean DE (Germany)? Write an ISO 3166-1 code such as DE.",
    'data/vendors.csv:2 [data] "contend" is not a data category of the policy'
    " | did you mean content? The policy has content; another one is added under [data] there.",
    'data/vendors.csv:2 [products] "male" is not a product of the policy'
    " | did you mean mail? The policy has mail; another one is added under [products] there.",
    'data/vendors.csv:2 [role] "procesor" is not a role'
    " | did you mean processor? Write one of sub-processor, processor, controller, joint-controller, recipient.",
    'data/vendors.csv:2 [zone] "uk" is not a data region of the policy'
    " | The policy has eu; another one is added under [zones] there.",
    'data/vendors.csv:3 [mechanism] "handshake" is no mechanism that we know'
    " | Write what carries the transfer, such as DPF (2023-09-01) or SCC M3 (2021-10-01), with ; between.",
    'data/vendors.csv:3 [receives_from] "platfrom" is neither a system of the policy nor the key of a row'
    " | did you mean platform? Keys stand in the column key, systems in the policy.",
    'data/vendors.csv:4 [since] "2024-02-30" is not a day of the calendar | February 2024 has 29 days.',
    f'data/vendors.csv:4 [until] "20241231" is not a date | did you mean 2024-12-31? {FORM}',
    'data/vendors.csv:5 [key] "row-2" is the key of data/vendors.csv:3 already | Give every row a key of its own.',
    'data/vendors.csv:5 [until] "2024-05-31" is before the first day, "2024-06-01" in since'
    " | An engagement ends after it begins; correct one of the two.",
)


def test_all_faults_of_a_sheet_are_told_at_once_sorted_by_place(office: Path) -> None:
    """Eleven faults in four rows of seven; UK, USA and Germany are none."""
    hand_in(office, MANY)
    before = left(office)
    assert apart("check", cwd=office) == Ran(2, b"", refused(*FAULTS_OF_MANY))
    assert left(office) == before


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "annex",
        "annex --format pdf -o out/annex.pdf",
        "annex --format md -o -",
        "graph",
        "graph --view product --format png -o out/graph.png",
        "graph --format dot -o -",
        "list",
        "list --format csv",
        "show row-1",
        "publish",
        "rules",
    ],
)
def test_faults_stop_every_command_before_it_writes(office: Path, command: str) -> None:
    """Also where there is a file of yesterday, a folder to be made, or a store."""
    hand_in(office, MANY)
    before = left(office)
    assert vendors(*command.split()) == Ran(2, b"", refused(*FAULTS_OF_MANY))
    assert left(office) == before
    assert sorted(path.name for path in office.iterdir()) == ["annex.docx", "data"]


HEADER = ",".join(ROW)
QUOTES = 'Does a text hold a comma or semicolon without quotation marks around it ("Acme, Inc.")?'
BREAKS = "Is a comma or semicolon missing, or is there a line break outside quotation marks?"
FILES: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "empty": (
        b"",
        ("data/vendors.csv: the file is empty | Its first line names the columns; vendors columns lists them.",),
    ),
    "header only": (
        HEADER + "\n",
        ("data/vendors.csv:1 the file has a header and no rows | Write one row for each vendor and service.",),
    ),
    "a header is missing": (
        sheet({}).replace("country", "contry", 1).replace("zone", "colour", 1),
        (
            'data/vendors.csv:1 [country] this column is missing | did you mean it by "contry"? '
            "It says: seat of the contracting entity (ISO 3166-1 code such as DE, or the country's name).",
            "data/vendors.csv:1 [zone] this column is missing"
            " | It says: our data region that it serves (data region of the policy, or *).",
        ),
    ),
    "a header twice": (
        sheet({}).replace("address", "vendor", 1),
        ("data/vendors.csv:1 [vendor] this column stands twice in the header | Rename or delete one.",),
    ),
    "too few and too many cells": (
        f"{HEADER}\nonly,two\n{sheet({}).splitlines()[1]}\n{sheet({'key': 'row-9'}).splitlines()[1]},one,more\n",
        (
            f"data/vendors.csv:2 this row has 2 cells where {len(ROW)} belong | {BREAKS}",
            f"data/vendors.csv:4 this row has {len(ROW) + 2} cells where {len(ROW)} belong | {QUOTES}",
        ),
    ),
    "NUL": (
        sheet({"vendor": "Ac\0me"}),
        (
            "data/vendors.csv:2 [vendor] this cell holds a control character (U+0000)"
            ' | Delete it; if there are many, save the file as "CSV UTF-8" and try again.',
        ),
    ),
    "an unclosed quote": (
        sheet({"vendor": "Acme", "address": "Weg 2"}).replace("Acme", '"Acme'),
        (
            "data/vendors.csv:2 [vendor] the quotation mark that opens this cell is never closed"
            ' | Close it with another one; inside a quoted cell a quotation mark is written twice: "".',
        ),
    ),
    "a cell of ten megabytes": (
        sheet({"vendor": "x" * 10_000_000}),
        (
            "data/vendors.csv:2 [vendor] this cell holds more than 131,072 characters"
            " | Shorten it, or look for a quotation mark that is not closed.",
        ),
    ),
    "UTF-16 without its mark": (
        sheet({}).encode("utf-16-le"),
        (
            "data/vendors.csv: the file looks like UTF-16 without the mark that says so"
            ' | Save the file as "CSV UTF-8" and try again.',
        ),
    ),
    "bytes of no encoding": (
        sheet({"vendor": "Acme"}).encode().replace(b"Acme", b"\x81"),
        (
            "data/vendors.csv:2 byte 0x81 is neither UTF-8 nor Windows-1252"
            ' | Save the file as "CSV UTF-8" and try again.',
        ),
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_sheet(office: Path, name: str) -> None:
    content, faults = FILES[name]
    hand_in(office, content)
    before = left(office)
    assert vendors("annex") == Ran(2, b"", refused(*faults))
    assert left(office) == before


def test_files_that_are_not_there(office: Path) -> None:
    """In a folder below, and a misspelt name."""
    hint = "Check the path; vendors init makes a sheet and a policy to start from."
    missing = [f"{name}: there is no such file | {hint}" for name in ("data/policy.toml", "data/vendors.csv")]
    assert apart("check", cwd=office / "data") == Ran(2, b"", refused(*missing))
    assert vendors("check", "--sheet", "vendor.csv") == Ran(
        2, b"", refused(f"vendor.csv: there is no such file | {hint}")
    )
    folder = "data: this is a folder, not a file | Name the file in it."
    assert vendors("check", "--policy", "data") == Ran(2, b"", refused(folder))


AS_SAVED: dict[str, Callable[[str], bytes]] = {
    "BOM": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "Windows-1252": lambda text: text.encode("cp1252"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "semicolons": lambda text: _rewritten(text, ";"),
    "sep line": lambda text: b"sep=;\r\n" + _rewritten(text, ";"),
    "tabs": lambda text: _rewritten(text, "\t"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "empty columns and rows behind": lambda text: (text.replace("\n", ",,,\n") + "," * 22 + "\n\n\n").encode(),
}


def _rewritten(text: str, delimiter: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(csv.reader(io.StringIO(text, newline="")))
    return out.getvalue().encode()


@pytest.mark.parametrize("saved", AS_SAVED)
def test_a_sheet_is_understood_however_a_spreadsheet_saved_it(office: Path, saved: str) -> None:
    written = sheet({"vendor": "Bäcker & Söhne", "purpose": "One; two, three"}, {"vendor": "Café"})
    hand_in(office, written)
    expected = vendors("list", "--as-of", DAY, "--format", "json")
    assert "Bäcker & Söhne" in expected.out
    hand_in(office, AS_SAVED[saved](written))
    assert vendors("list", "--as-of", DAY, "--format", "json") == expected
    assert vendors("check", "--as-of", DAY, "--fail-on", "broken").status == 0


def test_a_line_break_in_a_cell_is_text_and_lines_are_counted_as_an_editor_counts(office: Path) -> None:
    hand_in(office, sheet({"address": "Weg 2\nBerlin"}, {"country": "Germny"}))
    ran = vendors("list")
    assert ran.err.startswith('data/vendors.csv:4 [country] "Germny" is not a country\n')


def test_an_unknown_column_is_mentioned_and_stops_nothing(office: Path) -> None:
    """A column of one's own, and one that is misspelt."""
    hand_in(office, sheet({}).replace("legal_name", "legal nmae", 1).replace("address", "colour", 1))
    told = (
        'data/vendors.csv: column "legal nmae" is not one of ours and is left alone; did you mean "legal_name"?\n'
        'data/vendors.csv: column "colour" is not one of ours and is left alone.\n'
    )
    ran = vendors("list", "--as-of", DAY)
    assert (ran.status, ran.err) == (0, told)


TYPES = ", ".join(rule.id for rule in RULES if not rule.standing)
RULE = '[[rules]]\nid = "apart"\n'
POLICIES: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "no TOML": ("[company]\nname = = 1\n", ("data/policy.toml:2 this is not TOML | Invalid value.",)),
    "not UTF-8": (
        POLICY.replace("Acme", "Bäcker").encode("cp1252"),
        ("data/policy.toml:2 this line is not UTF-8, as TOML has to be | Save the file as UTF-8.",),
    ),
    "empty": ("", ('data/policy.toml [company] this table is missing | Add [company], and below it name = "...".',)),
    "wrong types": (
        POLICY.replace('"Acme Mail"', "7").replace('["EEA"]', '"EEA"').replace('name = "Hosting"', "name = true"),
        (
            'data/policy.toml:2 [company.name] 7 is not a text | Write it in quotation marks: "...".',
            'data/policy.toml:10 [zones.eu.places] "EEA" is not a list | Write it in brackets: ["...", "..."].',
            "data/policy.toml:13 [services.hosting.name] true is not a text"
            ' | Write "..." or { en = "...", de = "..." }.',
        ),
    ),
    "unknown rules": (
        f'{POLICY}{RULE}type = "isolatoin"\n{RULE.replace("apart", "two")}type = "isolation"\nbetween = ["eu", "su"]\n',
        (
            'data/policy.toml:30 [rules.1.type] "isolatoin" is not a type of rule'
            f" | did you mean isolation? Types are {TYPES}; vendors rules explains them.",
            'data/policy.toml:34 [rules.2.between] "su" is neither a country nor a zone'
            " | Write ISO 3166-1 codes, EEA, EU, a data region (eu), or GLOBAL, with ; between, "
            "such as DE (Frankfurt); BE.",
        ),
    ),
    "words that mean nothing": (
        POLICY.replace('country = "DE"', 'contry = "DE"').replace('zone = "eu"', 'zone = "ue"'),
        (
            'data/policy.toml:3 [company.contry] "contry" means nothing here | did you mean country? Known here: '
            "legal_name, address, country, subject_to, representative, representative_uk, name, contact, dpo, "
            "authority, role, website.",
            'data/policy.toml:24 [systems.platform.zone] "ue" is not a data region of the policy'
            " | The policy has eu; another one is added under [zones] there.",
        ),
    ),
}


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_that_cannot_be_understood(office: Path, name: str) -> None:
    content, faults = POLICIES[name]
    hand_in(office, content, "policy.toml")
    before = left(office)
    assert vendors("graph") == Ran(2, b"", refused(*faults))
    assert left(office) == before


def test_faults_of_policy_and_sheet_are_told_together(office: Path) -> None:
    """With a broken policy the words of the sheet mean nothing; whether it is a table is told all the same."""
    hand_in(office, POLICY.replace('name = "EU"', "name = 7"), "policy.toml")
    hand_in(office, sheet({}) + "one,cell\n")
    ran = vendors("check")
    assert ran.status == 2
    assert [line.split(" ")[0] for line in ran.err.splitlines() if not line.startswith(" ")] == [
        "data/policy.toml:9",
        "data/vendors.csv:3",
        "2",
    ]


@pytest.mark.parametrize("option", ["--debug", ""])
def test_no_fault_shows_a_traceback(office: Path, option: str) -> None:
    hand_in(office, MANY)
    ran = apart(*option.split(), "check", cwd=office)
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert ran.err == refused(*FAULTS_OF_MANY)
