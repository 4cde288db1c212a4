"""Cells and rows that cannot be understood: what is said of each, word for word."""

from pathlib import Path

import pytest

from tests import make
from tests.intake.hand_in import faults, faults_of_row, registry, sheet
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.model.policy.terms import SheetTerms

CODE = "Write an ISO 3166-1 code such as DE."
PLACES = (
    "Write ISO 3166-1 codes, EEA, EU, a data region (eu, us), or GLOBAL, with ; between, such as DE (Frankfurt); BE."
)
ORDER = 'Write days as 2024-12-31, or say the order in the policy: dates = "dmy" or dates = "mdy" under [sheet].'
FORM = "Dates are written year-month-day, such as 2024-12-31."
ROLES = "Write one of sub-processor, processor, controller, joint-controller, recipient."
CATEGORIES = (
    "The policy has contact, contact.email, content, content.body, content.subject, payment; "
    "another one is added under [data] there."
)
LINKS = "Links begin with https://, http:// or mailto: and hold no spaces."
MECHANISMS = "Write what carries the transfer, such as DPF (2023-09-01) or SCC M3 (2021-10-01), with ; between."


@pytest.mark.parametrize(
    ("column", "cell", "message", "hint"),
    [
        ("country", "Germny", '"Germny" is not a country', f"did you mean DE (Germany)? {CODE}"),
        ("country", "DEU", '"DEU" is not a country', f"did you mean DE (Germany)? {CODE}"),
        ("country", "Korea", '"Korea" is not a country', f"did you mean KR (South Korea) or KP (North Korea)? {CODE}"),
        ("country", "EU", '"EU" is not a country', CODE),
        ("country", "XX", '"XX" is not a country', CODE),
        ("parent_country", "Frnace", '"Frnace" is not a country', f"did you mean FR (France)? {CODE}"),
        ("role", "procesor", '"procesor" is not a role', f"did you mean processor? {ROLES}"),
        ("role", "vendor", '"vendor" is not a role', ROLES),
        (
            "products",
            "male",
            '"male" is not a product of the policy',
            "did you mean mail? The policy has mail; another one is added under [products] there.",
        ),
        (
            "zone",
            "uk",
            '"uk" is not a data region of the policy',
            "The policy has eu, us; another one is added under [zones] there.",
        ),
        (
            "service",
            "Suport",
            '"Suport" is not a service of the policy',
            "did you mean support? "
            "The policy has hosting, payments, support; another one is added under [services] there.",
        ),
        (
            "data_subjects",
            "everyone",
            '"everyone" is not a group of data subjects of the policy',
            "The policy has customers, recipients; another one is added under [data_subjects] there.",
        ),
        (
            "data",
            "content.bodi",
            '"content.bodi" is not a data category of the policy',
            f"did you mean content.body? {CATEGORIES}",
        ),
        (
            "receives_from",
            "platform-eh",
            '"platform-eh" is neither a system of the policy nor the key of a row',
            "did you mean platform-eu? Keys stand in the column key, systems in the policy.",
        ),
        ("receives_from", "row-1", '"row-1" is the row itself', "Leave the row's own key out."),
        ("engaged_by", "platform-eu", '"platform-eu" is not the key of a row', "Keys stand in the column key."),
        ("engaged_by", "row-1", '"row-1" is the row itself', "Leave the row's own key out."),
        (
            "key",
            "AWS EU",
            '"AWS EU" cannot be a key',
            "did you mean aws-eu? Keys are small letters and digits, with hyphens between.",
        ),
        (
            "key",
            "platform-eu",
            '"platform-eu" is the key of a system in the policy',
            "Systems and rows share one graph; give the row another key.",
        ),
        ("since", "2024-02-30", '"2024-02-30" is not a day of the calendar', "February 2024 has 29 days."),
        (
            "since",
            "2024-13-01",
            '"2024-13-01" is not a day of the calendar',
            f"There is no month 13; {FORM[0].lower()}{FORM[1:]}",
        ),
        ("until", "20241231", '"20241231" is not a date', f"did you mean 2024-12-31? {FORM}"),
        ("tia", "12/31/24", '"12/31/24" is not a date', f"Write all four digits of the year. {FORM}"),
        ("since", "31.02.2024", '"31.02.2024" is not a date', FORM),
        (
            "notified",
            "03/04/2024",
            '"03/04/2024" is 2024-03-04 or 2024-04-03, and no cell of the column says which',
            ORDER,
        ),
        ("reviewed", "last May", '"last May" is not a date', FORM),
        (
            "until",
            "9999-12-31",
            '"9999-12-31" is too far away to be meant',
            "Years run from 1900 to 2199; leave the cell blank where there is no end.",
        ),
        ("mechanism", "handshake", '"handshake" is no mechanism that we know', MECHANISMS),
        (
            "mechanism",
            "Binding Corprate Rules",
            '"Binding Corprate Rules" is no mechanism that we know',
            f"did you mean Binding Corporate Rules? {MECHANISMS}",
        ),
        ("affiliate", "maybe", '"maybe" is neither yes nor no', "Write yes or no."),
        (
            "de_identified",
            "hashed",
            '"hashed" is not a way to de-identify data',
            "Write one of pseudonymised, anonymised.",
        ),
        ("dpa_url", "javascript:alert(1)", '"javascript:alert(1)" is not a link', LINKS),
        (
            "subprocessors_url",
            "www.acme.example/dpa",
            '"www.acme.example/dpa" is not a link',
            f"did you mean https://www.acme.example/dpa? {LINKS}",
        ),
        ("region", "Germny", '"Germny" is neither a country nor a zone', f"did you mean DE (Germany)? {PLACES}"),
        ("region", "DE, Xyzzy", '"DE, Xyzzy" is neither a country nor a zone', PLACES),
        ("region", "not in the US", '"not in the US" is neither a country nor a zone', PLACES),
        (
            "region",
            "Dublin, IR",
            '"Dublin" is in Ireland, and "IR" is Iran',
            "Write the one that is right, such as IE (Dublin).",
        ),
        ("access_from", "Qwertz", '"Qwertz" is neither a country nor a zone', PLACES),
        (
            "region",
            "DE (Frankfurt",
            '"DE (Frankfurt" opens a bracket that is not closed',
            "Write the detail as DE (Frankfurt).",
        ),
    ],
)
def test_a_cell_that_means_nothing(tmp_path: Path, column: str, cell: str, message: str, hint: str) -> None:
    """One cell of a sound row, changed."""
    assert faults_of_row(tmp_path, **{column: cell}) == [f"vendors.csv:2 [{column}] {message} | {hint}"]


def test_two_orders_in_one_column(tmp_path: Path) -> None:
    """What Excel makes of days when a file of one country is opened in another: told once, not for every cell."""
    rows = [{"since": text, "vendor": f"V{n}"} for n, text in enumerate(["13/02/2024", "01/02/2024", "02/13/2024"])]
    assert faults(tmp_path, sheet(*rows)) == [
        'vendors.csv:4 [since] "02/13/2024" is month/day/year, while "13/02/2024" in line 2 of this column is '
        "day/month/year | Write all of them as 2024-12-31; a spreadsheet that mixes two orders has taken some days "
        "for others."
    ]


def test_an_open_order_is_told_once_for_each_column(tmp_path: Path) -> None:
    """Ten cells in one column, one in another."""
    rows = [{"since": f"0{n}/11/2024", "vendor": f"V{n}"} for n in range(1, 10)] + [{"until": "01/02/2025"}]
    assert faults(tmp_path, sheet(*rows)) == [
        'vendors.csv:2 [since] "01/11/2024" is 2024-01-11 or 2024-11-01, and no cell of the column says which; '
        f"so are 8 more cells of it | {ORDER}",
        'vendors.csv:11 [until] "01/02/2025" is 2025-01-02 or 2025-02-01, and no cell of the column says which'
        f" | {ORDER}",
    ]


@pytest.mark.parametrize("column", ["key", "vendor", "role", "service", "purpose", "products", "zone"])
@pytest.mark.parametrize("cell", ["", " \u00a0\u200b", ";"], ids=["empty", "invisible", "a list of nothing"])
def test_a_cell_that_has_to_be_filled(tmp_path: Path, column: str, cell: str) -> None:
    """A blank that would leave open who does what for which product where."""
    said = faults_of_row(tmp_path, **{column: cell})
    assert [fault.split(" | ")[0] for fault in said] == [
        f"vendors.csv:2 [{column}] this cell is blank, and every row needs it"
    ]


def test_a_country_that_no_row_of_the_vendor_names(tmp_path: Path) -> None:
    """Two rows of one vendor, both without a country."""
    hint = f"It says: seat of the contracting entity. {CODE}"
    assert faults(tmp_path, sheet({"country": ""}, {"country": ""})) == [
        f'vendors.csv:{line} [country] this cell is blank, and no other row of "Zendesk" names the country | {hint}'
        for line in (2, 3)
    ]


def test_a_key_twice(tmp_path: Path) -> None:
    """Three rows, one key: the first keeps it."""
    hint = "Give every row a key of its own."
    assert faults(tmp_path, sheet({"key": "aws"}, {"key": "aws"}, {"key": "aws"})) == [
        f'vendors.csv:{line} [key] "aws" is the key of vendors.csv:2 already | {hint}' for line in (3, 4)
    ]


def test_an_end_before_the_start(tmp_path: Path) -> None:
    """since 2024-06-01, until 2024-05-31; a single day is no fault."""
    assert faults_of_row(tmp_path, since="2024-06-01", until="2024-05-31") == [
        'vendors.csv:2 [until] "2024-05-31" is before the first day, "2024-06-01" in since'
        " | An engagement ends after it begins; correct one of the two."
    ]
    assert registry(tmp_path, sheet({"since": "2024-06-01", "until": "2024-06-01"}))


def test_a_required_column_that_is_missing_or_misspelt(tmp_path: Path) -> None:
    """contry for country; no column that is anything like zone."""
    text = sheet({}).replace("country", "contry", 1).replace("zone", "colour", 1)
    assert faults(tmp_path, text) == [
        'vendors.csv:1 [country] this column is missing | did you mean it by "contry"? '
        "It says: seat of the contracting entity (ISO 3166-1 code such as DE, or the country's name).",
        "vendors.csv:1 [zone] this column is missing | "
        "It says: our data region that it serves (data region of the policy, or *).",
    ]


def test_an_unknown_column_is_kept_and_mentioned_once(tmp_path: Path) -> None:
    """legal nam for legal_name, a language that is none, a column of one's own, and measurs for measures."""
    found = registry(tmp_path, sheet({"legal nam": "x", "purpose_xx": "y", "colour": "red", "measurs": "z"}))
    assert found.unknown_columns == (
        ("legal nam", "legal_name"),
        ("purpose_xx", ""),
        ("colour", ""),
        ("measurs", "measures"),
    )
    assert "colour" in found.sheets[0].header


def test_a_header_may_be_written_as_people_write(tmp_path: Path) -> None:
    """Legal Name, Purpose DE, DATA-SUBJECTS, Key."""
    text = sheet({"Legal Name": "Acme GmbH", "Purpose DE": "Hosting"}).replace("data_subjects", "DATA-SUBJECTS", 1)
    found = registry(tmp_path, text.replace("key", "Key", 1))
    assert found.unknown_columns == ()
    assert [(one.legal_name, one.purpose_in("de")) for one in found.engagements] == [("Acme GmbH", "Hosting")]


@pytest.mark.parametrize(
    ("title", "name"), [("Region", "region"), ("Supplier", "vendor"), ("Finalité", "purpose"), ("Zweck", "purpose")]
)
def test_two_headers_for_one_column_are_a_fault_that_names_both(tmp_path: Path, title: str, name: str) -> None:
    """Which of the two counts is for the person to say who wrote both; the column with its name is not touched."""
    assert faults(tmp_path, sheet({title: "US"})) == [
        f'vendors.csv:1 [{title}] "{name}" and "{title}" are both read as {name} | Rename one, or keep it as an extra '
        f'column: "{title}" = "" below [sheet.columns] in the policy.'
    ]


def test_two_synonyms_for_one_column_are_a_fault_too(tmp_path: Path) -> None:
    """Supplier and Provider, and no vendor."""
    text = sheet({"Provider": "x"}).replace("vendor", "Supplier", 1)
    assert [fault.split(" | ")[0] for fault in faults(tmp_path, text)] == [
        'vendors.csv:1 [Provider] "Supplier" and "Provider" are both read as vendor'
    ]


def test_a_sheet_in_the_words_of_its_people(tmp_path: Path) -> None:
    """German and English titles, an extra column, a translated purpose."""
    text = sheet({"Eigene Spalte": "x", "Zweck (fr)": "Hébergement", "Raison sociale": "Acme GmbH"})
    for ours, theirs in (
        ("vendor", "Anbieter"),
        ("country", "Sitz"),
        ("purpose", "Purpose of processing"),
        ("region", "Standort der Verarbeitung"),
        ("data_subjects", "Kategorien betroffener Personen"),
    ):
        text = text.replace(f",{ours},", f",{theirs},", 1)
    found = registry(tmp_path, text)
    (one,) = found.engagements
    assert (one.vendor, one.legal_name, one.purpose_in("fr")) == ("Zendesk", "Acme GmbH", "Hébergement")
    assert found.unknown_columns == (("Eigene Spalte", ""),)
    assert found.sheets[0].titles[1] == "Anbieter"


def test_the_policy_says_what_titles_mean(tmp_path: Path) -> None:
    """A title no table knows, and one that is to stay an extra column; without the policy both are faults."""
    text = sheet({"Category": "A"}).replace("purpose", "Wofür wir das brauchen", 1)
    path = tmp_path / "vendors.csv"
    path.write_text(text, encoding="utf-8")
    policy = make.policy(sheet=SheetTerms(columns={"Wofür wir das brauchen": "purpose", "Category": ""}))
    found = understand((read_sheet(path, "vendors.csv", expected=engagements(policy.sheet.columns)),), policy)
    assert [one.purpose for one in found.engagements] == ["Tickets"]
    assert found.unknown_columns == (("Category", ""),)
    assert len(faults(tmp_path, text)) == 2


def test_all_faults_are_told_at_once_and_in_their_order(tmp_path: Path) -> None:
    """Four wrong cells in two rows, two of them in one cell."""
    said = faults(
        tmp_path,
        sheet({"key": "a", "role": "x", "data": "foo; content; bar"}, {"key": "b", "engaged_by": "c", "since": "now"}),
    )
    assert [fault.split(" ")[0:3] for fault in said] == [
        ["vendors.csv:2", "[data]", '"bar"'],
        ["vendors.csv:2", "[data]", '"foo"'],
        ["vendors.csv:2", "[role]", '"x"'],
        ["vendors.csv:3", "[engaged_by]", '"c"'],
        ["vendors.csv:3", "[since]", '"now"'],
    ]


def test_one_slip_is_one_fault(tmp_path: Path) -> None:
    """A misspelt country of the only row that names it does not make the blank ones faults as well."""
    assert len(faults(tmp_path, sheet({"country": "Germny"}, {"country": ""}, {"country": ""}))) == 1


def test_the_fault_stands_below_the_sep_line(tmp_path: Path) -> None:
    """sep=, above the header: everything is one line lower."""
    said = faults(tmp_path, "sep=,\n" + sheet({"role": "x"}).replace("zone", "colour", 1))
    assert [fault.split(" ")[0:2] for fault in said] == [["vendors.csv:2", "[zone]"], ["vendors.csv:3", "[role]"]]


def test_a_hostile_cell_is_quoted_on_one_line_and_short(tmp_path: Path) -> None:
    """Line breaks, marks that turn the direction of text, and 5,000 letters in a country."""
    [said] = faults_of_row(tmp_path, country="a\nb\u202e" + "x" * 5000)
    assert said == f'vendors.csv:2 [country] "a b<U+202E>{"x" * 75}…" is not a country | {CODE}'


def test_a_policy_that_declares_nothing_says_where_to_add_it(tmp_path: Path) -> None:
    """No services at all."""
    said = faults(tmp_path, sheet({}), make.policy(services={}))
    assert said == [
        'vendors.csv:2 [service] "support" is not a service of the policy'
        " | The policy declares none yet: add it under [services]."
    ]


def test_many_unknown_keys_are_told_without_comparing_each_with_all(tmp_path: Path) -> None:
    """Fifty keys that do not exist: all are told, the first twenty with a suggestion."""
    said = faults(tmp_path, sheet({"key": "vendor-one"}, {"engaged_by": ";".join(f"vendor-on{n}" for n in range(50))}))
    assert len(said) == 50
    assert sum("did you mean vendor-one?" in fault for fault in said) == 20


def test_a_column_of_another_kind_is_not_read_to_its_end(tmp_path: Path) -> None:
    """A thousand city names in the column region: five hundred are told, and that there are more."""
    said = faults(tmp_path, sheet(*({"region": f"Springfield {number}"} for number in range(1000))))
    assert len(said) == 501
    assert said[0] == (
        "vendors.csv:1 [region] 500 different cells of this column are not understood; the rest was not looked at"
        " | Is it the right column? It says: where it stores or processes (countries, EEA, EU, data regions or GLOBAL "
        "with ; between, details in brackets)."
    )
    assert said[-1].startswith('vendors.csv:501 [region] "Springfield 499" is neither a country nor a zone')
