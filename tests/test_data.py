"""The register in data/: who must be in it, and that nothing in it is made up."""

import csv
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent.parent / "data"
SHEET, POLICY = DATA / "vendors.csv", DATA / "policy.toml"

HEADER = (
    "key,vendor,legal_name,address,contact,country,parent_country,affiliate,role,service,purpose,purpose_de,"
    "products,zone,engaged_by,receives_from,data_subjects,data,de_identified,region,access_from,mechanism,measures,"
    "tia,since,until,notified,reviewed,retention,dpa_url,subprocessors_url,source,notes"
)
THIRD_PARTIES = {
    "hosting": "Google Cloud Platform, AWS, Rackspace, MacStadium, Cyxtera",
    "payments": "Stripe, Chargify, Aria, Authorize.net",
    "website": "Drift, Optimizely, VWO, Segment, Split.io, Google Analytics, GitHub, Unbounce, Twitter",
    "customer-engagement": "Gainsight, Customer.io, Looker, Snowflake, Salesforce, UserVoice, Zapier, Zendesk",
    "ip-registry": "ARIN",
}
SUB_PROCESSORS = {
    *("Google Cloud Platform", "Rackspace", "MacStadium", "Cyxtera"),
    *("Proxiad Bulgaria", "Sitel India"),
    *("Mailgun Technologies", "Mailjet", "Sinch AB"),
}
# Facts that no document at hand gives, and the rows that have them.
UNVERIFIED = {
    "parent": "gcp-eu, gcp-us",
    "legal name": "rackspace-mail-eu, rackspace-eoa-us, sitel-india, optimizely",
    "legal name and seat": "looker",
    "seat": "aria, split-io, unbounce, uservoice",
}
NEVER_PUBLISHED = ("contact", "access_from", "tia", "since", "until", "notified", "reviewed")
PLACES = {"eu": {"DE", "BE"}, "us": {"US"}}

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    with SHEET.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.fixture(scope="module")
def policy() -> dict[str, Any]:
    return tomllib.loads(POLICY.read_text(encoding="utf-8"))


def entries(cell: str) -> list[str]:
    return [entry.strip() for entry in cell.split(";") if entry.strip()]


def out_of_place(rows: Rows) -> list[str]:
    """Keys of the hosting rows whose place lies outside the data region they serve, or is not known."""
    hosting = [(row, set(entries(row["region"]))) for row in rows if row["service"] == "hosting"]
    return [row["key"] for row, places in hosting if not places or not places <= PLACES[row["zone"]]]


def unsourced(rows: Rows) -> list[str]:
    """Keys of the rows whose source does not begin with one of the two published documents."""
    documents = re.compile(r"(DPA|Privacy policy) of 2023-01-16, (Annex 3|sections? \d)")
    return [row["key"] for row in rows if not documents.match(row["source"])]


def invented(rows: Rows) -> list[tuple[str, str]]:
    """Cells that are filled in although no document gives such a fact."""
    return [(row["key"], column) for row in rows for column in NEVER_PUBLISHED if row[column]]


def changed(rows: Rows, key: str, **cells: str) -> Rows:
    """The rows, one of them changed."""
    return [{**row, **cells} if row["key"] == key else row for row in rows]


def test_the_sheet_is_plain_csv_in_the_order_of_the_column_table() -> None:
    """UTF-8 without BOM, commas, line feeds, a final one, no row longer or shorter than the header."""
    raw = SHEET.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    records = list(csv.reader(raw.decode("utf-8").splitlines(keepends=True), strict=True))
    assert ",".join(records[0]) == HEADER
    assert {len(record) for record in records} == {len(records[0])}


def test_keys_are_unique_slugs(rows: Rows, policy: dict[str, Any]) -> None:
    """No key stands twice, nor for a system as well: `receives_from` may name either."""
    keys = [row["key"] for row in rows] + list(policy["systems"])
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []


def test_every_third_party_of_the_privacy_policy_is_there(rows: Rows) -> None:
    """Section 6 names 27 third parties in five groups; each group is one service."""
    named = {(service, name) for service, names in THIRD_PARTIES.items() for name in names.split(", ")}
    assert len(named) == 27
    assert {(row["service"], row["vendor"]) for row in rows if row["service"] in THIRD_PARTIES} == named


def test_the_sub_processors_we_engage_are_the_nine_of_annex_3(rows: Rows) -> None:
    """AWS is the tenth name and stands behind Rackspace, in a row for each row of Rackspace."""
    ours = {row["vendor"] for row in rows if row["role"] == "sub-processor" and not row["engaged_by"]}
    assert ours == SUB_PROCESSORS
    behind = {row["engaged_by"]: row for row in rows if row["engaged_by"]}
    assert {row["vendor"] for row in behind.values()} == {"AWS"}
    assert set(behind) == {row["key"] for row in rows if row["vendor"] == "Rackspace"}


def test_a_fourth_party_serves_what_its_parent_serves(rows: Rows) -> None:
    """AWS behind Rackspace: the same products, data region, place and data."""
    by_key = {row["key"]: row for row in rows}
    same = ("products", "zone", "region", "data", "data_subjects")
    for row in (row for row in rows if row["engaged_by"]):
        assert [row[column] for column in same] == [by_key[row["engaged_by"]][column] for column in same]


def test_roles_are_as_published(rows: Rows) -> None:
    """39 engagements: 17 of sub-processors, 20 of processors; ARIN and Twitter decide for themselves."""
    assert Counter(row["role"] for row in rows) == {"sub-processor": 17, "processor": 20, "controller": 2}
    assert {row["vendor"] for row in rows if row["role"] == "controller"} == {"ARIN", "Twitter"}
    assert {row["vendor"] for row in rows if row["affiliate"]} == {"Mailgun Technologies", "Mailjet", "Sinch AB"}


def test_hosting_stays_inside_the_data_region_it_serves(rows: Rows) -> None:
    """EU rows lie in Germany or Belgium, US rows in the United States, as Annex 3 says."""
    assert out_of_place(rows) == []
    assert out_of_place(changed(rows, "gcp-eu", region="DE; US")) == ["gcp-eu"]
    assert out_of_place(changed(rows, "gcp-eu", region="")) == ["gcp-eu"]


def test_both_data_regions_are_hosted_for_every_product(rows: Rows, policy: dict[str, Any]) -> None:
    """The customer chooses, so each product has a platform and a host in both."""
    choices = {(product, zone) for product in policy["products"] for zone in policy["zones"]}
    hosting = [row for row in rows if row["service"] == "hosting"]
    assert {(product, row["zone"]) for row in hosting for product in entries(row["products"])} == choices
    platforms = [(one["products"][0], one["zone"]) for one in policy["systems"].values() if "products" in one]
    assert sorted(platforms) == sorted(choices)


def test_every_row_says_where_its_facts_are_from(rows: Rows) -> None:
    """In words: a document, its date, and the place in it."""
    assert unsourced(rows) == []
    assert unsourced(changed(rows, "stripe", source="")) == ["stripe"]
    assert unsourced(changed(rows, "stripe", source="A3; K")) == ["stripe"]


@pytest.mark.parametrize(("fact", "keys"), UNVERIFIED.items())
def test_a_fact_from_knowledge_is_marked_unverified(rows: Rows, fact: str, keys: str) -> None:
    """Checked nowhere, so it may not look like a published one."""
    marked = {row["key"] for row in rows if f"{fact}: from knowledge, unverified" in row["source"]}
    assert set(keys.split(", ")) <= marked


def test_links_are_https_and_purposes_told_in_both_languages(rows: Rows) -> None:
    """A link is whole or absent; the policy lists English and German."""
    links = [link for row in rows for link in (row["dpa_url"], row["subprocessors_url"]) if link]
    assert [link for link in links if not re.fullmatch(r"https://\S+", link)] == []
    assert [row["key"] for row in rows if not row["purpose"] or not row["purpose_de"]] == []


def test_what_nobody_published_is_blank(rows: Rows) -> None:
    """No start dates, dates of notice, contact persons or places of remote access were published for anyone."""
    assert invented(rows) == []
    assert invented(changed(rows, "stripe", since="2018-01-01")) == [("stripe", "since")]


def test_mechanisms_are_those_of_annex_3_without_module_or_date(rows: Rows) -> None:
    """The privacy policy promises clauses where necessary, for nobody by name: those cells are blank."""
    assert Counter(row["mechanism"] for row in rows if row["role"] == "sub-processor") == {"SCC": 16, "EU law": 1}
    assert {row["mechanism"] for row in rows if row["role"] != "sub-processor"} == {""}


def test_what_the_group_and_sitel_get_is_blank(rows: Rows) -> None:
    """Annex 3 does not say what the group companies get, and contradicts itself on Sitel India."""
    blank = {row["vendor"] for row in rows if row["role"] == "sub-processor" and not row["data"]}
    assert blank == {"Sitel India", "Mailgun Technologies", "Mailjet", "Sinch AB"}


def test_each_vendor_is_handed_data_by_the_systems_it_works_for(rows: Rows) -> None:
    """Blank means all systems, so only the group companies, of whom nothing is published, leave it blank."""
    named = {row["key"]: (row, entries(row["receives_from"])) for row in rows if not row["engaged_by"]}
    assert {row["service"] for row, sources in named.values() if not sources} == {"group"}
    hosting = [
        (row["zone"], source) for row, sources in named.values() for source in sources if row["service"] == "hosting"
    ]
    assert [source for zone, source in hosting if not re.fullmatch(f"platform-.+-{zone}", source)] == []
    others = {source for row, sources in named.values() for source in sources if row["service"] != "hosting"}
    assert others == {"account", "support-desk", "website"}


def test_the_policy_has_the_terms_of_the_published_documents(policy: dict[str, Any]) -> None:
    """30 days before a change, 10 business days to object, deletion within 90 days, general authorisation."""
    terms = {"change_days": 30, "objection_business_days": 10, "deletion_days": 90, "authorisation": "general"}
    assert policy["notice"] == terms
    assert set(policy["products"]) == {"mailgun", "mailjet", "email-on-acid", "inboxready"}
    rule, _ = policy["rules"]
    assert (rule["type"], rule["between"], rule["data"]) == ("isolation", ["eu", "us"], ["content", "usage"])
