"""Policies that cannot be understood: what is said of each, word for word."""

from pathlib import Path

import pytest

from tests.intake.policies import SOUND, faults, faults_below, read
from vendor_registry.changes.change import Kind
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.model.text.counting import abridged
from vendor_registry.model.text.origin import RefusedError

FLOW = "from, to, data, purpose, mechanism, de_identified, since, until"
TEXT = 'Write it in quotation marks: "...".'
LIST = 'Write it in brackets: ["...", "..."].'
LESS = "Write 36500 or less."
DIGITS = "Write digits, without quotation marks."
IN_ZONES = "another one is added under [zones] there."


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    """data/policy.toml, which is not there; data/ instead of it."""
    hint = "Check the path; vendors init makes a sheet and a policy to start from."
    with pytest.raises(RefusedError) as refused:
        read_policy(tmp_path / "policy.toml", "data/policy.toml")
    assert str(refused.value) == f"data/policy.toml: there is no such file\n    {hint}"
    with pytest.raises(RefusedError, match="this is a folder, not a file"):
        read_policy(tmp_path)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"[company\nname = 1", "policy.toml:1 this is not TOML | Expected ']' at the end of a table declaration."),
        (b"a = 1\nb = \n", "policy.toml:2 this is not TOML | Invalid value."),
        (b"a = 1\na = 2\n", "policy.toml:2 this is not TOML | Cannot overwrite a value."),
        (b'a = "x', "policy.toml:1 this is not TOML | Unterminated string."),
        (b"since = 2024-02-30\n", "policy.toml:1 this is not TOML | Invalid date or datetime."),
        (b"a = 1\nb = \"\xff\"\n", "policy.toml:2 this line is not UTF-8, as TOML has to be | Save the file as UTF-8."),
        (
            b"a = " + b"[" * 5000,
            "policy.toml:1 too many entries are inside each other | "
                "At most 64 may be inside each other; the policy needs no more than five.",
        ),
        (b"a = " + b"9" * 5000, "policy.toml this is not TOML | There is a number with too many digits."),
    ],
    ids=["header", "value", "twice", "open text", "no day", "Latin-1", "brackets", "digits"],
)  # fmt: skip
def test_what_is_not_toml(tmp_path: Path, raw: bytes, said: str) -> None:
    """The line is the one tomllib gave up on, the reason its own."""
    assert faults(tmp_path, raw) == [said]


def test_an_empty_policy(tmp_path: Path) -> None:
    """Nothing but a comment."""
    assert faults(tmp_path, "# nothing yet\n") == [
        'policy.toml [company] this table is missing | Add [company], and below it name = "...".'
    ]


def test_unknown_names(tmp_path: Path) -> None:
    """On top, in a table, in an array; near a known name and far from all."""
    said = faults(
        tmp_path, 'sheet = ["a.csv"]\nshets = 1\n' + SOUND.replace("zone =", "zones =", 1) + '[[flows]]\nform = "x"\n'
    )
    assert said[0] == (
        "policy.toml:1 [sheet] this list is not a table | did you mean sheets? [sheet] is a table that says how sheets "
        "are written."
    )
    assert said[1] == (
        'policy.toml:2 [shets] "shets" means nothing here | did you mean sheets? Known here: company, entities, '
        "products, zones, services, conditions, data_subjects, data, systems, flows, purposes, recipients, notice, "
        "contract, measures, rules, languages, sheet, site, sheets, customers, waivers, waivers_max_months."
    )
    assert said[2] == (
        'policy.toml:26 [systems.platform-eu.zones] "zones" means nothing here | did you mean zone? '
        "Known here: name, products, zone, region, operator, data_subjects, data, purpose, store."
    )
    assert f'policy.toml:39 [flows.1.form] "form" means nothing here | did you mean from? Known here: {FLOW}.' in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[entities.acme]\nlegal_name = 3\ncountry = ''", ["+2 [entities.acme.legal_name] 3 is not a text | " + TEXT]),
        ("[entities.acme]\ncountry = 'DE'", ["+1 [entities.acme.legal_name] this entry is missing"
         " | Add a line that begins with legal_name = ."]),
        ("[systems.a]\nname = 'A'\nstore = 'yes'", ['+3 [systems.a.store] "yes" is not true or false'
         " | Write true or false, without quotation marks."]),
        ("[systems.a]\nname = 'A'\nproducts = 'mail'", [f'+3 [systems.a.products] "mail" is not a list | {LIST}']),
        ("[systems.a]\nname = 'A'\nproducts = [1]", [f"+3 [systems.a.products] 1 is not a text | {TEXT}"]),
        ("[systems.a]\nname = ['A']", ['+2 [systems.a.name] this list is not a text'
         ' | Write "..." or { en = "...", de = "..." }.']),
        ("[systems.a]\nname.xx = 'A'", ['+2 [systems.a.name.xx] "xx" is not a language'
         " | Write a code of ISO 639-1 such as en or de."]),
        ("[notice]\nchange_days = 'thirty'", [f'+2 [notice.change_days] "thirty" is not a whole number | {DIGITS}']),
        ("[notice]\nchange_days = 99999999999999999999",
         [f"+2 [notice.change_days] 9{19 * '9'} is too large to be meant | {LESS}"]),
        ("[notice]\nobjection_business_days = 36501",
         [f"+2 [notice.objection_business_days] 36501 is too large to be meant | {LESS}"]),
        ("[[rules]]\nid = 'r'\ntype = 'fresh'\nstatement = 'S.'\nwithin_days = 1\nreviewed_months = 3000000",
         [f"+6 [rules.1.reviewed_months] 3000000 is too large to be meant | {LESS}"]),
        ("[notice]\nsince = 9999-12-31", ['+2 [notice.since] "9999-12-31" is too far away to be meant'
         " | Years run from 1900 to 2199; leave the cell blank where there is no end."]),
        ("[notice]\nchange_days = true", [f"+2 [notice.change_days] true is not a whole number | {DIGITS}"]),
        ("[notice]\ndeletion_days = -1", ["+2 [notice.deletion_days] -1 is less than no days | Write 0 or more."]),
        ("[notice]\nkinds = ['aded']", ['+2 [notice.kinds] "aded" is not known here'
         f" | did you mean added? Write one of {abridged([*Kind])}."]),
        ("[notice]\nauthorisation = 'specfic'", ['+2 [notice.authorisation] "specfic" is not known here'
         " | did you mean specific? Write one of general, specific."]),
        ("[purposes]\nx = 1", ["+2 [purposes.x] 1 is not a table"
         " | Write its entries below a line with its name in brackets."]),
        ("[rules]\nid = 'x'", ["+1 [rules] rules is not an array of tables | Write [[rules]] above each of them."]),
        ("[[flows]]\nfrom = 'platform-eu'\nto = 'platform-us'\nsince = 2024-01-01T10:00:00",
         ["+4 [flows.1.since] 2024-01-01 10:00:00 is not a date | "
          "Dates are written year-month-day, such as 2024-12-31."]),
        ("[[flows]]\nfrom = 'platform-eu'\nto = 'platform-us'\nsince = '31.12.2024'",
         ['+4 [flows.1.since] "31.12.2024" is not a date'
          " | did you mean 2024-12-31? Dates are written year-month-day, such as 2024-12-31."]),
        ("[[flows]]\nfrom = 'platform-eu'\nto = 'platform-us'\nsince = 2024-06-01\nuntil = 2024-05-31",
         ['+5 [flows.1.until] "2024-05-31" is before the first day, "2024-06-01" in since'
          " | A flow ends after it begins; correct one of the two."]),
        ("[[flows]]\nfrom = 'platform-eu'\nto = 'platform-us'\nde_identified = 'hashed'",
         ['+4 [flows.1.de_identified] "hashed" is not known here | Write one of pseudonymised, anonymised.']),
        ("[services.x]\nname = \"a\\u0007b\"", ["+2 [services.x.name] this entry holds a control character (U+0007)"
         " | Delete it."]),
        ("[services.'Big One']\nname = 'x'", ['+1 [services.Big One] "Big One" cannot be a key'
         " | did you mean big-one? Keys are small letters and digits, with hyphens between."]),
    ],
)  # fmt: skip
def test_wrong_types(tmp_path: Path, text: str, said: list[str]) -> None:
    """One entry of the wrong kind, below a sound policy."""
    assert faults_below(tmp_path, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[systems.a]\nname = 'A'\nzone = 'uk'", f'[systems.a.zone] "uk" is not a data region of the policy'
         f" | The policy has eu, us; {IN_ZONES}"),
        ("[systems.a]\nname = 'A'\nproducts = ['male']", '[systems.a.products] "male" is not a product of the policy'
         " | did you mean mail? The policy has mail; another one is added under [products] there."),
        ("[systems.a]\nname = 'A'\noperator = 'acme'", '[systems.a.operator] "acme" is not an entity of the policy'
         " | The policy declares none yet: add it under [entities]."),
        ("[systems.a]\nname = 'A'\ndata_subjects = ['people']",
         '[systems.a.data_subjects] "people" is not a group of data subjects of the policy'
         " | The policy has customers; another one is added under [data_subjects] there."),
        ("[systems.a]\nname = 'A'\ndata = ['contents']",
         '[systems.a.data] "contents" is not a data category of the policy'
         " | did you mean content? The policy has content; another one is added under [data] there."),
        ("[systems.a]\nname = 'A'\nregion = 'Germny'", '[systems.a.region] "Germny" is neither a country nor a zone'
         " | did you mean DE (Germany)? Write ISO 3166-1 codes, EEA, EU, a data region (eu, us), or GLOBAL, with ; "
         "between, such as DE (Frankfurt); BE."),
        ("[[flows]]\nto = 'platform-eu'\nfrom = 'plattform-eu'",
         '[flows.1.from] "plattform-eu" is not a system of the policy'
         " | did you mean platform-eu? The policy has platform-eu, platform-us; "
         "another one is added under [systems] there."),
        ("[purposes.x]\nname = 'X'\nlegal_basis = 'Art. 6'\ndata = ['mail']",
         '[purposes.x.data] "mail" is not a data category of the policy'
         " | The policy has content; another one is added under [data] there."),
        ("[entities.a]\nlegal_name = 'A'\ncountry = 'Germny'", '[entities.a.country] "Germny" is not a country'
         " | did you mean DE (Germany)? Write an ISO 3166-1 code such as DE."),
        ("[[flows]]\nfrom = 'platform-eu'\nto = 'platform-us'\nmechanism = 'handshake'",
         '[flows.1.mechanism] "handshake" is no mechanism that we know | Write what carries the transfer, '
         "such as DPF (2023-09-01) or SCC M3 (2021-10-01), with ; between."),
    ],
)  # fmt: skip
def test_words_that_nothing_declares(tmp_path: Path, text: str, said: str) -> None:
    """The last line names what does not exist."""
    assert faults_below(tmp_path, text) == [f"+{text.count(chr(10)) + 1} {said}"]


def test_zones(tmp_path: Path) -> None:
    """A country that does not exist, and data regions that lie in each other."""
    text = "[zones.a]\nname = 'A'\nplaces = ['Mars', 'b']\n[zones.b]\nname = 'B'\nplaces = ['a', 'DE']\n"
    said = faults_below(tmp_path, text)
    assert [fault.split(" | ")[0] for fault in said] == [
        '+3 [zones.a.places] "Mars" is neither a country nor a zone',
        '+3 [zones.a.places] "a" lies in itself',
        '+6 [zones.b.places] "b" lies in itself',
    ]


RULE = "[[rules]]\nid = 'apart'\ntype = 'isolation'\nbetween = ['eu', 'us']\n"


def test_an_unknown_type_of_rule(tmp_path: Path) -> None:
    """Misspelt, of the law, not given."""
    misspelt = faults_below(tmp_path, RULE.replace("isolation", "isolaton"))
    assert len(misspelt) == 1
    assert misspelt[0].startswith(
        '+3 [rules.1.type] "isolaton" is not a type of rule | did you mean isolation? Types are '
    )
    assert faults_below(tmp_path, "[[rules]]\nid = 'x'\ntype = 'complete'") == [
        '+3 [rules.1.type] "complete" is a rule of the law and always on | Take it out of the policy.'
    ]
    assert faults_below(tmp_path, "[[rules]]\nid = 'x'") == [
        "+1 [rules.1.type] this entry is missing | Add a line that begins with type = ."
    ]


def test_parameters_of_a_rule(tmp_path: Path) -> None:
    """A misspelt name, a wrong type, a zone and a category that do not exist, a name instead of a code."""
    text = (
        RULE.replace("['eu', 'us']", "['eu', 'su', 'Germany']") + "data = ['contents']\nseverity = 'bad'\nfrm = 'x'\n"
    )
    assert faults_below(tmp_path, text) == [
        '+4 [rules.1.between] "Germany" is not a code | did you mean DE?',
        '+4 [rules.1.between] "su" is neither a country nor a zone | Write ISO 3166-1 codes, EEA, EU, '
        "a data region (eu, us), or GLOBAL, with ; between, such as DE (Frankfurt); BE.",
        '+5 [rules.1.data] "contents" is not a data category of the policy'
        " | did you mean content? The policy has content; another one is added under [data] there.",
        '+6 [rules.1.severity] "bad" is not known here | Write one of broken, gap, warning.',
        '+7 [rules.1.frm] "frm" means nothing here'
        " | did you mean from? Known here: id, type, statement, why, how, severity, data, between, from, to, examples.",
    ]


def test_ids_of_rules(tmp_path: Path) -> None:
    """One id for two rules, the id of a rule of the law, and one that is no slug."""
    again = RULE + RULE + RULE.replace("apart", "complete") + RULE.replace("apart", "A part")
    assert [fault.split(" | ")[0] for fault in faults_below(tmp_path, again)] == [
        '+6 [rules.2.id] "apart" is the id of another rule already',
        '+10 [rules.3.id] "complete" is the id of a rule of the law already',
        '+14 [rules.4.id] "A part" cannot be a key',
    ]


def test_one_slip_is_one_fault(tmp_path: Path) -> None:
    """A zone and a system with a fault exist all the same for those that name them."""
    text = SOUND.replace('name = "US data region"', "name = 3").replace('region = "DE"', "region = 4")
    text += "[[flows]]\nfrom = 'platform-eu'\nto = 'platform-us'\n"
    assert len(faults(tmp_path, text)) == 2


def test_all_faults_are_told_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    """Types, names and references together."""
    text = SOUND.replace('zone = "eu"', 'zone = "ue"').replace('name = "Mail"', "name = 1\nnmae = 2") + "[lnguages]\n"
    assert [fault.split(" ")[0] for fault in faults(tmp_path, text)] == [
        "policy.toml:6",
        "policy.toml:7",
        "policy.toml:25",
        "policy.toml:37",
    ]


def test_settings_on_top(tmp_path: Path) -> None:
    """Languages that are none, sheets that are no list."""
    text = 'languages = ["en", "klingon"]\nsheets = "more.csv"\nwaivers = 1\n' + SOUND
    assert [fault.split(" | ")[0] for fault in faults(tmp_path, text)] == [
        'policy.toml:1 [languages] "klingon" is not a language',
        'policy.toml:2 [sheets] "more.csv" is not a list',
        "policy.toml:3 [waivers] 1 is not a text",
    ]


def test_the_sound_policy_is_sound(tmp_path: Path) -> None:
    """So that the tests above say something."""
    assert read(tmp_path, SOUND).rules == ()
    assert len(read(tmp_path, SOUND + RULE).rules) == 1
