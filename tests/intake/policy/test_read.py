"""What a sound policy means."""

from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from tests.intake.policies import SOUND, faults_below, read
from vendor_registry.case.selectors import Selector, parse
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.policy.tables import BUILT_IN
from vendor_registry.intake.policy.toml_file import Book, TomlEntry
from vendor_registry.intake.policy.typed_values import typed
from vendor_registry.model.policy.party import Company
from vendor_registry.model.policy.policy import DataRegion
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.place import UNKNOWN_REGION, Place, Region
from vendor_registry.model.text.origin import Cell, RefusedError
from vendor_registry.rules.catalogue import RULES
from vendor_registry.rules.policy.forbid import Forbid
from vendor_registry.rules.policy.isolation import Isolation
from vendor_registry.rules.rule import Rule


def test_the_shortest_policy(tmp_path: Path) -> None:
    """A name, and everything else as the model has it; the data taxonomy is the built-in one, in every language."""
    policy = read(tmp_path, '[company]\nname = "Acme"\n')
    assert policy.company == Company(name="Acme", cell=Cell("policy.toml", 1, "company.country"))
    assert (policy.file, policy.notice, policy.languages) == ("policy.toml", NoticeTerms(), ("en",))
    assert {"contact", "contact.email", "content", "special.health"} <= policy.data.keys()
    assert policy.data["special.health"].special
    assert BUILT_IN.is_file()
    assert {frozenset(one.name) for one in policy.data.values()} == {frozenset({"en", "de", "fr", "es"})}


def test_names_by_language_and_without(tmp_path: Path) -> None:
    """A text, and a table of texts."""
    by_language = 'name = { en = "EU data region", de = "Datenregion EU" }'
    policy = read(tmp_path, SOUND.replace('name = "EU"', by_language))
    assert policy.products["mail"].name == {"": "Mail"}
    assert policy.zones["eu"] == DataRegion(
        key="eu", name={"en": "EU data region", "de": "Datenregion EU"}, places=("EEA",)
    )


def test_systems_are_written_as_the_sheet(tmp_path: Path) -> None:
    """A region with detail, a blank one; where the system stands in the file."""
    policy = read(tmp_path, SOUND.replace('region = "DE"', 'region = "Germany (Frankfurt); us"'))
    system = policy.systems["platform-eu"]
    assert system.region == Region((Place("DE", "Frankfurt"), Place("us")))
    assert (system.products, system.zone, system.data, system.store) == (("mail",), "eu", ("content",), False)
    assert system.cell == Cell(
        "policy.toml", SOUND[: SOUND.index("[systems.platform-eu]")].count("\n") + 1, "systems.platform-eu"
    )
    other = policy.systems["platform-us"]
    assert (other.region, other.products) == (UNKNOWN_REGION, ("*",))


def test_places_of_zones_are_codes(tmp_path: Path) -> None:
    """Names, other zones, jurisdictions; a zone may be named before it is declared."""
    text = (
        "[zones.a]\nname = 'A'\nplaces = ['Germany', 'UK', 'b', 'CH', 'eea']\n[zones.b]\nname = 'B'\nplaces = ['eu']\n"
    )
    assert read(tmp_path, SOUND + text).zones["a"].places == ("DE", "GB", "b", "CH", "EEA")


def test_flows(tmp_path: Path) -> None:
    """Two of them: one with everything, its dates as text and as TOML's own, one as short as can be."""
    text = """
[[flows]]
from = "platform-eu"
to = "platform-us"
data = ["content"]
purpose = "Backup"
mechanism = "DPF (2023-09-01); SCC M3"
de_identified = "pseudonymised"
since = 2024-01-01
until = "2024-12-31"

[[flows]]
from = "platform-us"
to = "platform-eu"
"""
    first, second = read(tmp_path, SOUND + text).flows
    assert (first.source, first.target, first.data, first.purpose) == (
        "platform-eu",
        "platform-us",
        ("content",),
        "Backup",
    )
    assert [claim.instrument for claim in first.mechanism] == ["dpf", "scc"]
    assert (first.de_identified, first.since, first.until) == (
        DeIdentified.PSEUDONYMISED,
        date(2024, 1, 1),
        date(2024, 12, 31),
    )
    assert (second.data, second.mechanism, second.since) == (None, (), None)
    assert [flow.cell.column for flow in (first, second)] == ["flows.1", "flows.2"]
    assert second.cell.line == first.cell.line + 10


@pytest.mark.parametrize(
    "text",
    [
        '[data."a.b.c"]\nname = "C"\n',
        '[data.a.b.c]\nname = "C"\n',
        '[data]\na.b.c.name = "C"\n',
        '[data.a.b]\nc = { name = "C" }\n',
    ],
)
def test_a_category_may_be_written_with_or_without_quotation_marks(tmp_path: Path, text: str) -> None:
    """Its parents are there whether or not they are written."""
    base = SOUND.replace('[data.content]\nname = "Content"\n', "").replace('data = ["content"]\n', "")
    policy = read(tmp_path, base + text)
    assert {key: category.name for key, category in policy.data.items()} == {
        "a": {"": "a"},
        "a.b": {"": "a.b"},
        "a.b.c": {"": "C"},
    }


def test_a_parent_that_is_written_keeps_its_name(tmp_path: Path) -> None:
    """Before or after its child, with a name in two languages."""
    text = '[data."content.body"]\nname = "Bodies"\nspecial = true\n[data.a.b]\nname = "B"\n'
    text += '[data.a]\nname = { en = "A" }\n'
    data = read(tmp_path, SOUND + text).data
    assert (data["content"].name, data["content"].special) == ({"": "Content"}, False)
    assert (data["content.body"].name, data["content.body"].special) == ({"": "Bodies"}, True)
    assert (data["a"].name, data["a.b"].name) == ({"en": "A"}, {"": "B"})


def test_rules_have_the_parameters_of_their_type(tmp_path: Path) -> None:
    """An isolation both ways, and one that is spelt `from`."""
    text = """
[[rules]]
id = "apart"
type = "isolation"
statement = "Content stays."
why = "We said so."
how = "Use the other region."
severity = "gap"
between = ["eu", "us", "UK"]
data = ["content"]

[[rules]]
id = "one-way"
type = "isolation"
from = "eu"
to = "US"
"""
    first, second = read(tmp_path, SOUND + text).rules
    assert (first.id, first.type, first.statement, first.severity) == ("apart", "isolation", "Content stays.", "gap")
    assert (first.why, first.how) == ("We said so.", "Use the other region.")
    assert first.parameters == Isolation(between=("eu", "us", "UK"), data=("content",))
    assert second.parameters == Isolation(from_="eu", to="US")
    assert (first.cell.column, second.cell.column) == ("rules.apart", "rules.one-way")


def test_settings_on_top(tmp_path: Path) -> None:
    """Everything above the first table."""
    top = 'languages = ["en", "de"]\nsheets = ["more.csv"]\nwaivers = "waivers.csv"\nwaivers_max_months = 6\n'
    policy = read(tmp_path, top + SOUND)
    assert (policy.languages, policy.sheets) == (("en", "de"), ("more.csv",))
    assert (policy.waivers, policy.waivers_max_months) == ("waivers.csv", 6)


def test_company_purposes_and_notice(tmp_path: Path) -> None:
    """What documents print."""
    text = """
[entities.acme]
legal_name = "Acme GmbH"
country = "Germany"

[entities.branch]
legal_name = "Acme Branch Ltd"

[purposes.service]
name = "Service"
legal_basis = { en = "Contract" }
data_subjects = ["customers"]
data = ["content"]

[notice]
change_days = 45
authorisation = "specific"
"""
    company = '[company]\ncountry = "UK"\nrole = "controller"\nwebsite = "https://acme.example"\n'
    policy = read(
        tmp_path,
        SOUND.replace('[company]\nname = "Acme Mail"\ncountry = "DE"\n', company + 'name = "Acme Mail"\n') + text,
    )
    assert (policy.company.country, policy.company.role) == ("GB", "controller")
    assert policy.entities["acme"].country == "DE"
    blank = policy.entities["branch"]  # a seat that nobody states is a gap where it decides, and no fault
    assert (blank.country, blank.cell.column) == ("", "entities.branch.country")
    assert policy.purposes["service"].legal_basis == {"en": "Contract"}
    assert policy.notice == NoticeTerms(change_days=45, authorisation="specific")


def test_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    """As Notepad saves it."""
    raw = b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()
    assert read(tmp_path, raw).systems["platform-eu"].cell == read(tmp_path, SOUND).systems["platform-eu"].cell


@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.standing], ids=lambda rule: str(rule.id))
def test_the_parameters_of_every_rule_can_be_read(tmp_path: Path, rule: Rule) -> None:
    """A table where a word belongs is a fault; a parameter whose type has no reader raises TypeError here first."""
    assert rule.parameters
    path = tmp_path / "policy.toml"
    path.write_bytes(b"")
    for name, kind in get_type_hints(rule.parameters).items():
        book = Book(path, "policy.toml")
        if Selector not in (kind, *get_args(kind)):
            typed(kind, TomlEntry({}, (name,), book))
            assert book.faults


def test_selectors_of_rules(tmp_path: Path) -> None:
    """One that is understood, and one that is not."""
    text = "[[rules]]\nid = 'x'\ntype = 'forbid'\ndata = ['content']\nto = 'country:US and not role:controller'\n"
    [spec] = read(tmp_path, SOUND + text).rules
    assert isinstance(spec.parameters, Forbid)
    assert spec.parameters.to == parse("country:US and not role:controller")
    [said] = faults_below(tmp_path, text.replace("country", "contry"))
    assert said.startswith('+5 [rules.1.to] "contry:US and not role:controller" is not a selector | Selector "contry')


@pytest.mark.parametrize("value", ["3", "1.5", "true", "2024-01-01", '"x"', "[]", "[1]"])
@pytest.mark.parametrize("table", ["company", "zones", "systems", "rules", "notice", "data", "contract", "site"])
def test_what_stands_in_the_place_of_a_table_is_a_fault(tmp_path: Path, table: str, value: str) -> None:
    """`company = 3`, and the like of every table."""
    path = tmp_path / "policy.toml"
    path.write_text(f"{table} = {value}\n" + ("" if table == "company" else '[company]\nname = "Acme"\n'))
    if (table, value) == ("rules", "[]"):
        assert read_policy(path).rules == ()
        return
    with pytest.raises(RefusedError) as refused:
        read_policy(path)
    assert all(fault.cell.column.startswith(table) for fault in refused.value.faults)


@pytest.mark.parametrize("months", [0, -3])
def test_a_waiver_runs_a_month_at_least(tmp_path: Path, months: int) -> None:
    """Below it, no day of any waiver would count, and nothing would say why."""
    with pytest.raises(RefusedError) as refused:
        read(tmp_path, f"waivers_max_months = {months}\n{SOUND}")
    [fault] = refused.value.faults
    assert (str(fault.cell), fault.message) == (
        "policy.toml:1 [waivers_max_months]",
        f"{months} is less than one month",
    )


def test_a_word_of_a_few_that_is_written_as_a_number_is_told_what_it_lacks(tmp_path: Path) -> None:
    """Not `1 is not known here`, with the hint `did you mean 1?`."""
    with pytest.raises(RefusedError) as refused:
        read(tmp_path, SOUND + "\n[contract]\ngoverning_law_option = 1\n")
    [fault] = refused.value.faults
    assert (fault.message, fault.hint) == ("1 stands without quotation marks", 'Write "1".')


def test_a_name_with_a_line_break_stays_on_the_line_of_its_fault(tmp_path: Path) -> None:
    """Else what stands behind the break looks like a fault of its own."""
    with pytest.raises(RefusedError) as refused:
        read(tmp_path, SOUND + '\n[products."a\\nvendors.csv:2 all is well"]\nname = "A"\n')
    assert all("\n" not in str(fault.cell) for fault in refused.value.faults)
