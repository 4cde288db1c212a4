"""What sound cells mean."""

from datetime import date
from pathlib import Path

import pytest

from tests import make
from tests.intake.hand_in import SOUND, engagement, registry, sheet
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.engagement import DeIdentified, Role
from vendor_registry.model.register.place import UNKNOWN_ACCESS, UNKNOWN_REGION, Place, Region


def test_the_shortest_sound_row_leaves_the_rest_unknown(tmp_path: Path) -> None:
    """Eleven cells; every other column is missing."""
    one = engagement(tmp_path)
    assert (one.key, one.vendor, one.country, one.role) == ("row-1", "Zendesk", "US", Role.SUB_PROCESSOR)
    assert (one.legal_name, one.parent_country, one.affiliate, one.mechanism) == ("", "", False, ())
    assert (one.since, one.until, one.de_identified) == (None, None, DeIdentified.NO)
    assert one.access_from == UNKNOWN_REGION
    assert (one.file, one.line) == ("vendors.csv", 2)


def test_blank_data_data_subjects_and_region_are_unknown(tmp_path: Path) -> None:
    """The three columns that must be there and may be blank."""
    one = engagement(tmp_path, data="", data_subjects=" ", region="\u00a0")
    assert (one.data, one.data_subjects, one.region) == (None, None, UNKNOWN_REGION)


def test_every_kind_of_cell(tmp_path: Path) -> None:
    """One row with all columns filled, as people write them."""
    one = engagement(
        tmp_path,
        country="Vereinigtes Königreich",
        parent="Acme Holdings",
        parent_country="U.S.",
        affiliate="TRUE",
        role="Joint Controller",
        products="mail",
        zone="*",
        data="content.subject; contact;content.subject",
        de_identified="Pseudonymised",
        region="Germany (Frankfurt; eu-central-1); BE; eu; EWR",
        access_from="UK; weltweit",
        mechanism="DPF (2023-09-01); SCC M3 (2021-10-01)",
        measures="encryption at rest; ; EU-only support",
        since="2024-02-29",
        dpa_url="HTTPS://acme.example/dpa?x=1",
        notes="  two\r\nlines ",
    )
    assert one.parent == "Acme Holdings"
    assert (one.country, one.parent_country, one.affiliate, one.role) == ("GB", "US", True, Role.JOINT_CONTROLLER)
    assert (one.products, one.zone, one.data) == (("mail",), "*", ("contact", "content.subject"))
    assert one.de_identified is DeIdentified.PSEUDONYMISED
    assert one.region == Region((Place("DE", "Frankfurt; eu-central-1"), Place("BE"), Place("eu"), Place("EEA")))
    assert one.access_from == Region((Place("GB"), Place("GLOBAL")))
    assert [(claim.instrument, claim.module, claim.signed) for claim in one.mechanism] == [
        ("dpf", None, date(2023, 9, 1)),
        ("scc", 3, date(2021, 10, 1)),
    ]
    assert all(isinstance(claim, Claim) for claim in one.mechanism)
    assert one.measures == ("encryption at rest", "EU-only support")
    assert one.since == date(2024, 2, 29)
    assert (one.dpa_url, one.notes) == ("HTTPS://acme.example/dpa?x=1", "two\nlines")


def test_marks_inside_texts_are_kept(tmp_path: Path) -> None:
    """Right-to-left marks, emoji, combining accents, formulas, markup, a zero-width joiner."""
    text = "=cmd|' /C calc'!A0 <script> {{7*7}} שלום\u200f! 👩\u200d💻 e\u0301 #import | \"]; x [label="
    assert engagement(tmp_path, purpose=text).purpose == text


def test_translated_purposes(tmp_path: Path) -> None:
    """German for one row, French and German for the other; a language no document is written in is kept too."""
    rows = {"purpose_fr": "", "purpose_de": "Eins"}, {"purpose_fr": "Deux", "purpose_de": "Zwei", "purpose_mt": "Tnejn"}
    first, second = registry(tmp_path, sheet(*rows)).engagements
    assert first.translations == (("purpose_de", "Eins"),)
    assert second.translations == (("purpose_de", "Zwei"), ("purpose_fr", "Deux"), ("purpose_mt", "Tnejn"))
    assert second.purpose_in("fr") == "Deux"


def test_retention_and_measures_may_be_translated_too_and_nothing_else(tmp_path: Path) -> None:
    """Also under a heading as people write one; service_fr is a column of the company's own."""
    cells = {"retention": "90 days", "retention_fr": "90 jours", "measures (fr)": "chiffrement", "service_fr": "x"}
    found = registry(tmp_path, sheet(cells)).engagements[0]
    assert found.translated("retention", "fr") == "90 jours"
    assert found.translated("measures", "fr") == "chiffrement"
    assert (found.translated("service", "fr"), found.translated("retention", "de")) == ("", "")


def test_rows_of_one_vendor_share_what_one_of_them_says(tmp_path: Path) -> None:
    """The second row fills the address, the third the country; the first and a fourth inherit both."""
    found = registry(
        tmp_path,
        sheet(
            {"key": "a", "country": "", "address": "", "affiliate": ""},
            {"key": "b", "country": "", "address": "1 Main Street", "affiliate": "yes"},
            {"key": "c", "country": "IE", "address": "", "affiliate": ""},
            {"key": "d", "country": "", "address": "2 Side Street", "affiliate": "no"},
            {"key": "e", "vendor": "Other", "address": "", "affiliate": ""},
        ),
    ).engagements
    assert [(one.country, one.address, one.affiliate) for one in found] == [
        ("IE", "1 Main Street", True),
        ("IE", "1 Main Street", True),
        ("IE", "1 Main Street", True),
        ("IE", "2 Side Street", False),
        ("US", "", False),
    ]


def test_only_what_is_about_the_vendor_is_shared(tmp_path: Path) -> None:
    """Region, data and mechanism belong to the row."""
    rows = {"region": "US", "mechanism": "DPF", "notes": "x"}, {"region": "", "mechanism": "", "notes": ""}
    _, second = registry(tmp_path, sheet(*rows)).engagements
    assert (second.region, second.mechanism, second.notes) == (UNKNOWN_REGION, (), "")


def test_contradicting_rows_of_a_vendor_are_no_fault(tmp_path: Path) -> None:
    """Each row keeps its own words; that they differ is for a rule to say."""
    found = registry(tmp_path, sheet({"country": "US"}, {"country": "IE"}))
    assert [one.country for one in found.engagements] == ["US", "IE"]


def test_keys_of_rows_and_systems_may_be_named_before_they_come(tmp_path: Path) -> None:
    """The first row names the second, the second a system."""
    rows = {"key": "aws", "engaged_by": "rackspace"}, {"key": "rackspace", "receives_from": "platform-us;platform-eu"}
    aws, rackspace = registry(tmp_path, sheet(*rows)).engagements
    assert (aws.engaged_by, rackspace.receives_from) == (("rackspace",), ("platform-us", "platform-eu"))


def test_engagements_come_in_the_order_of_their_keys(tmp_path: Path) -> None:
    """The order of rows and columns says nothing; the line of each row stays its own."""
    rows = [{"key": "c"}, {"key": "a"}, {"key": "b"}]
    assert [(one.key, one.line) for one in registry(tmp_path, sheet(*rows)).engagements] == [
        ("a", 3),
        ("b", 4),
        ("c", 2),
    ]
    columns = ",".join(reversed(SOUND)) + "\n" + ",".join(reversed(SOUND.values())) + "\n"
    assert registry(tmp_path, columns).engagements[0].country == "US"


@pytest.mark.parametrize("code", ["NA", "na", "Namibia"])
def test_namibia_is_a_country(tmp_path: Path, code: str) -> None:
    """Its code is what other readers take for nothing."""
    assert engagement(tmp_path, country=code).country == "NA"


@pytest.mark.parametrize("written", ["unknown", "Unknown", "TBD", "unbekannt", "inconnu"])
def test_access_of_which_the_cell_says_that_it_is_not_known_is_not_nobodys(tmp_path: Path, written: str) -> None:
    found = engagement(tmp_path, access_from=written).access_from
    assert found == UNKNOWN_ACCESS
    assert Names(make.policy(), phrases("en")).places(found) == "not stated"
