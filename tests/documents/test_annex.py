"""The schedule of sub-processors as a document."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.documents.annex import annex
from vendor_registry.documents.document import Document, Heading, Paragraph, Table
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats.as_markdown import as_markdown
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.model.policy.party import Company
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.engagement import DeIdentified, Engagement, Role
from vendor_registry.model.register.place import Place, Region
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import UsageError

PARTY, DESCRIPTION, DATA, PLACE, GROUND, SINCE = range(6)

CLOUD_EU = make.engagement(
    "cloud-eu",
    vendor="Cloudy",
    legal_name="Cloudy EMEA Ltd",
    address="7 Quay\nDublin",
    country="IE",
    region=Region((Place("DE", "Frankfurt"), Place("BE"))),
    purpose="Data centres",
    translations=(("purpose_de", "Rechenzentren"),),
    since=date(2021, 3, 1),
)
CLOUD_US = make.engagement(
    "cloud-us",
    vendor="Cloudy",
    legal_name="Cloudy EMEA Ltd",
    address="7 Quay\nDublin",
    country="IE",
    zone="us",
    region="US",
    purpose="Data centres",
    translations=(("purpose_de", "Rechenzentren"),),
)
UNKNOWN = make.engagement(
    "help",
    vendor="Help Desk",
    legal_name="",
    address="",
    contact="",
    country="IN",
    service="support",
    data_subjects=None,
    data=None,
    region="",
)


def tables(document: Document) -> dict[str, list[list[list[str]]]]:
    """Rows of cells of lines by the name of the table."""
    return {
        block.name: [[["".join(run.text for run in part) for part in cell] for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    }


def write(*engagements: Engagement, language: str = "en", **policy: Any) -> Document:
    return annex(make.case(*engagements, **policy), language=language)


def test_one_entry_holds_all_engagements_of_a_vendor_with_what_sets_them_apart() -> None:
    [[cells]] = [tables(write(CLOUD_EU, CLOUD_US))["Hosting"]]
    assert cells[PARTY] == [
        "Cloudy",
        "Legal name: Cloudy EMEA Ltd",
        "Address: 7 Quay, Dublin",
        "Seat: Ireland",
        "Contact: Ada Example, DPO, dpo@example.com",
    ]
    assert cells[DESCRIPTION] == ["Data centres", "For: Mail – EU; US"]
    assert cells[DATA] == ["Data subjects: Customers", "Personal data: content"]
    assert cells[PLACE] == ["For EU: Germany (Frankfurt); Belgium", "For US: United States"]
    assert cells[SINCE] == ["For EU: 1 Mar 2021", "For US: not stated"]


def test_unknown_cells_are_printed_as_not_stated_and_never_guessed() -> None:
    [[cells]] = [tables(write(UNKNOWN))["Support"]]
    assert cells[PARTY][1:] == ["Legal name: not stated", "Address: not stated", "Seat: India", "Contact: not stated"]
    assert cells[DATA] == ["Data subjects: not stated", "Personal data: not stated"]
    assert cells[PLACE] == ["not stated"]


def test_how_long_data_are_kept_and_when_an_engagement_ends_are_told_where_the_sheet_says_so() -> None:
    row = make.engagement("a", retention="30 days", since=date(2026, 1, 1), until=date(2026, 12, 31))
    [[cells]] = [tables(write(row))["Hosting"]]
    assert cells[DATA][-1] == "Retention: 30 days"
    assert cells[SINCE] == ["1 Jan 2026", "until 31 Dec 2026"]


def test_whose_company_changes_does_not_leave_as_a_whole() -> None:
    """The old company ends on a day, the new one of the vendor was announced: the one that leaves is named."""
    old = make.engagement("a", vendor="Cloudy", legal_name="Cloudy AG", until=date(2026, 12, 31))
    new = replace(
        old, key="b", legal_name="Cloudy GmbH", since=date(2027, 1, 1), until=None, notified=date(2026, 11, 1)
    )
    assert tables(write(old, new))["Leaving"][0][0] == ["Cloudy", "Cloudy AG"]
    assert tables(write(old, replace(new, legal_name="Cloudy AG")))["Leaving"][0][0] == ["Cloudy"]


def test_a_column_that_nobody_filled_is_told_once_and_left_out() -> None:
    undated, dated = write(UNKNOWN), write(UNKNOWN, CLOUD_EU)
    assert [len(cells) for [cells] in tables(undated).values()] == [SINCE]
    assert "**Engaged since:** *not stated*" in texts(undated)
    assert {len(cells) for [cells] in tables(dated).values()} == {SINCE + 1}
    assert "Engaged since" not in texts(dated)


def test_a_legal_name_that_is_the_published_name_stands_once() -> None:
    [[cells]] = [tables(write(make.engagement("a", vendor="Acme Ltd", legal_name="Acme Ltd")))["Hosting"]]
    assert cells[PARTY][:2] == ["Acme Ltd", "Address: 1 Main Street, Berlin"]


def test_blanks_that_were_typed_twice_are_printed_once() -> None:
    [[cells]] = [tables(write(make.engagement("a", purpose="hosts   our\n stuff,")))["Hosting"]]
    assert cells[DESCRIPTION][0] == "hosts our, stuff"


def test_the_spaces_at_which_french_breaks_no_line_stay_in_the_cells() -> None:
    """Names in a row are set apart by them, and a text of the sheet may bring its own."""
    row = make.engagement("a", data=("contact", "content"), purpose="Envoi\u202f: \u00ab\u00a0courriels\u00a0\u00bb")
    [[cells]] = [tables(write(row, language="fr"))["Hosting"]]
    assert cells[DESCRIPTION][0] == "Envoi\u202f: \u00ab\u00a0courriels\u00a0\u00bb (anglais)"
    assert cells[DATA][1].endswith("contact\u202f; content")


def test_the_list_says_how_it_is_authorised_in_the_words_of_the_clauses() -> None:
    general, specific = (
        [
            one.line[0].text
            for one in write(CLOUD_EU, notice=NoticeTerms(authorisation=how)).blocks
            if isinstance(one, Paragraph)
        ]
        for how in ("general", "specific")
    )
    assert "agreed list (Clause 9(a), Option 2" in general[1]
    assert specific[1] == "The controller has authorised the use of the following sub-processors:"


def test_a_list_of_which_nobody_has_said_how_it_is_authorised_is_not_called_the_agreed_one() -> None:
    for scope in (Scope(), Scope(zone="eu")):
        text = texts(annex(make.case(CLOUD_EU, notice=NoticeTerms(change_days=30)), scope))
        assert "agreed list" not in text
        assert "Whether the controller’s authorisation is general or specific is not stated." in text
        assert "**Authorisation of sub-processors:** *not stated*" in text


def test_the_copy_for_a_contract_names_nobody_else() -> None:
    case = make.case(CLOUD_EU, make.engagement("b", role=Role.PROCESSOR))
    whole, listed = annex(case, extras=[Extra.EXCLUDED]), annex(case)
    assert "Not listed" in tables(whole)
    assert whole.title == "List of sub-processors (working copy, not for customers)"
    assert list(tables(listed)) == ["Hosting"]
    assert whole.blocks[: len(listed.blocks)] == listed.blocks


def test_we_in_the_reasons_is_the_company() -> None:
    case = make.case(make.engagement("b", role=Role.PROCESSOR))
    text = as_markdown(annex(case, extras=[Extra.EXCLUDED])).decode()
    assert "in the register of Acme Mail GmbH (“we”) as well" in text


def test_products_with_other_regions_get_a_line_of_their_own() -> None:
    rows = (
        make.engagement("a", vendor="Acme", products=("mail", "chat")),
        make.engagement("b", vendor="Acme", products=("mail", "chat"), zone="us"),
        make.engagement("c", vendor="Acme", products=("fax",), zone="us"),
    )
    document = write(*rows, products=make.named("mail", "chat", "fax"))
    assert tables(document)["Hosting"][0][DESCRIPTION] == ["Hosting", "For: Mail; Chat – EU; US", "For: Fax – US"]


def test_groups_follow_the_policy_and_companies_of_the_group_come_last() -> None:
    rows = (
        make.engagement("sister", affiliate=True, service="payments"),
        make.engagement("desk", service="support"),
        make.engagement("odd", service="unheard"),
        make.engagement("cloud"),
    )
    document = write(*rows)
    assert list(tables(document)) == ["Hosting", "Support", "unheard", "Group companies"]
    assert [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2] == [
        "Hosting",
        "Support",
        "unheard",
        "Group companies",
    ]
    assert "Service: Payments" in tables(document)["Group companies"][0][DESCRIPTION]


def test_a_vendor_with_two_services_is_one_entry_that_names_the_second() -> None:
    rows = (
        make.engagement("a", vendor="Acme"),
        make.engagement("b", vendor="Acme", service="support", purpose="Tickets"),
    )
    [[cells]] = [tables(write(*rows))["Hosting"]]
    assert cells[DESCRIPTION] == ["Hosting", "For: Mail – EU", "Tickets", "Service: Support", "For: Mail – EU"]


def test_a_fourth_party_says_who_engages_it_and_stays_in_the_group_of_that_vendor() -> None:
    rows = (make.engagement("rack"), make.engagement("nimbus", engaged_by=("rack",), service="support"))
    document = write(*rows)
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert [row.level for row in table.rows] == [0, 1]
    assert tables(document)["Hosting"][1][PARTY][:2] == ["Nimbus", "Engaged by: Rack"]


def test_a_fourth_party_that_two_vendors_engage_is_described_once_and_referred_to_below_the_other() -> None:
    rows = (make.engagement("one"), make.engagement("two"), make.engagement("cloud", engaged_by=("one", "two")))
    _, first, _, again = tables(write(*rows))["Hosting"]
    assert first[PARTY][:2] == ["Cloud", "Engaged by: One"]
    assert again == [["Cloud", "Engaged by: Two"], *[["as above"]] * 4]


def test_remote_access_and_treatment_of_the_data_are_told() -> None:
    row = make.engagement("a", access_from="IN; PH", de_identified=DeIdentified.PSEUDONYMISED)
    [[cells]] = [tables(write(row))["Hosting"]]
    assert cells[PLACE] == ["Germany", "Remote access from: India; Philippines"]
    assert cells[DATA][-1] == "pseudonymised before it is handed over"


def test_everybody_else_is_named_with_the_reason() -> None:
    rows = (
        make.engagement("a", role=Role.CONTROLLER, service="support"),
        make.engagement("b", role=Role.PROCESSOR),
        make.engagement("c", products=("chat",)),
        make.engagement("d", zone="us"),
        make.engagement("e", since=date(2027, 1, 1)),
        make.engagement("f"),
    )
    case = make.case(*rows)
    document = annex(case, Scope(products=("mail",), zone="eu"), extras=[Extra.EXCLUDED])
    assert tables(document)["Not listed"] == [
        [["A"], ["Support"], ["independent controller"]],
        [["B"], ["Hosting"], ["we are the controller of this data"]],
        [["C"], ["Hosting"], ["not engaged for this product"]],
        [["D"], ["Hosting"], ["not engaged for this data region"]],
        [["E"], ["Hosting"], ["not yet in force on 23 November 2026"]],
    ]


def test_a_list_without_entries_says_so_instead_of_looking_complete() -> None:
    document = write(make.engagement("a", role=Role.CONTROLLER))
    text = as_markdown(document).decode()
    assert "According to the register, no sub-processor is engaged for this scope on 23 November 2026." in text
    assert "**Sub-processors listed:** 0" in text


def texts(document: Document) -> str:
    return as_markdown(document).decode()


def test_an_excerpt_says_what_it_selects_and_never_passes_for_the_list() -> None:
    case = make.case(make.engagement("a"), make.engagement("b", service="support"))
    excerpt = texts(annex(case, Scope(selector="service:hosting", chosen=frozenset({"a"}))))
    nobody = texts(annex(case, Scope(selector="role:processor", chosen=frozenset({"x"}))))
    for text in (excerpt, nobody):
        assert text.startswith("# Excerpt from the list of sub-processors\n")
        assert "This is an excerpt" in text
        for untrue in ("agreed list (", "has authorised", "no sub-processor is engaged", "Annex III to"):
            assert untrue not in text
    assert "**Excerpt, by this selection:** service:hosting" in excerpt
    assert "**B**" not in excerpt


def test_a_list_for_some_products_or_one_region_is_the_agreed_one_for_these_only() -> None:
    rows = (make.engagement("a"), make.engagement("b", zone="us"))
    for scope in (Scope(products=("mail",)), Scope(zone="eu")):
        assert "For the products and data regions named above, this is the agreed list" in texts(
            annex(make.case(*rows), scope)
        )
        specific = make.case(*rows, notice=NoticeTerms(authorisation="specific"))
        assert "For the products and data regions named above, the controller has authorised" in texts(
            annex(specific, scope)
        )
    assert "named above" not in texts(annex(make.case(*rows)))


def test_a_fourth_party_alone_in_an_excerpt_says_who_engages_it() -> None:
    rows = (make.engagement("rack"), make.engagement("cloud", engaged_by=("rack",)))
    document = annex(make.case(*rows), Scope(selector="vendor:Cloud", chosen=frozenset({"cloud"})))
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert [row.level for row in table.rows] == [0]
    assert tables(document)["Hosting"][0][PARTY][:2] == ["Cloud", "Engaged by: Rack"]
    assert "**Sub-processors listed:** 0" in texts(document)
    assert "**Further processors engaged by them:** 1" in texts(document)


def test_what_is_announced_stands_apart_with_its_days() -> None:
    """
    key  | since      | notified   | engaged_by
    now  |            |            |
    deep | 2026-12-20 | 2026-11-20 | now
    new  | 2026-12-20 | 2026-11-20 |
    soon | 2026-12-01 | 2026-11-23 |
    """
    days = {"since": date(2026, 12, 20), "notified": date(2026, 11, 20)}
    document = write(
        make.engagement("now"),
        make.engagement("deep", engaged_by=("now",), **days),
        make.engagement("new", **days),
        make.engagement("soon", since=date(2026, 12, 1), notified=make.DAY),
    )
    found = tables(document)
    assert list(found) == [
        "Hosting",
        "In force from 1 December 2026, announced on 23 November 2026",
        "In force from 20 December 2026, announced on 20 November 2026",
    ]
    _, _, later = found.values()
    assert [cells[PARTY][0] for cells in later] == ["New", "Deep"]
    assert later[1][PARTY][1] == "Engaged by: Now"
    columns = [block.columns[GROUND].title for block in document.blocks if isinstance(block, Table)]
    assert columns[-1] == "Transfer mechanism and its ground on 20 December 2026"


def test_what_is_announced_is_judged_by_the_law_of_its_first_day() -> None:
    """A US vendor under the DPF, announced before the decision and in force from its first day."""
    row = make.engagement(
        "new",
        country="US",
        region="US",
        since=date(2023, 7, 10),
        notified=date(2023, 6, 1),
        mechanism=(Claim("DPF", "dpf", signed=date(2023, 7, 10)),),
    )
    announced = [tables(write(row, as_of=date(2023, day, 1))) for day in (6, 7)]
    assert all("2023/1795" in str(found) for found in announced)


def test_the_german_annex_is_german_throughout() -> None:
    document = write(CLOUD_EU, UNKNOWN, language="de")
    text = as_markdown(document).decode()
    assert document.language == "de-DE"
    assert document.title == "Liste der Unterauftragsverarbeiter"
    assert "Rechenzentren" in text
    assert "Deutschland (Frankfurt); Belgien" in text
    assert "*nicht angegeben*" in text
    for english in ("not stated", "Sub-processor", "Germany", "November 23", "Legal name"):
        assert english not in text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"parent": "Cloudy Holdings, Inc.", "parent_country": "US"}, "Cloudy Holdings, Inc., United States"),
        ({"parent_country": "US"}, "United States"),
        ({"parent": "Cloudy Holdings, Inc."}, "Cloudy Holdings, Inc."),
        ({}, "not stated"),
    ],
)
def test_the_long_form_names_the_ultimate_parent(changes: dict[str, Any], told: str) -> None:
    """Only where it is asked for, and beside the seat."""
    case = make.case(replace(CLOUD_EU, **changes))
    [[cells]] = [tables(annex(case, extras=[Extra.PARENT]))["Hosting"]]
    assert cells[PARTY][3:5] == ["Seat: Ireland", f"Ultimate parent: {told}"]
    [[plain]] = [tables(annex(case))["Hosting"]]
    assert not [line for line in plain[PARTY] if "parent" in line]
    [[german]] = [tables(annex(case, language="de", extras=[Extra.PARENT]))["Hosting"]]
    assert german[PARTY][4].startswith("Oberste Muttergesellschaft: ")


def test_two_companies_of_one_vendor_are_told_apart_by_their_days() -> None:
    """The old company works for one more month beside the new one."""
    old = replace(CLOUD_EU, legal_name="Cloudy, Inc.", country="US", until=date(2026, 12, 31))
    new = replace(CLOUD_EU, key="cloud-new", since=date(2026, 11, 1))
    [[cells]] = [tables(write(old, new))["Hosting"]]
    assert cells[PARTY] == [
        "Cloudy",
        "From 1 March 2021 until 31 December 2026:",
        "Legal name: Cloudy, Inc.",
        "Address: 7 Quay, Dublin",
        "Seat: United States",
        "Contact: Ada Example, DPO, dpo@example.com",
        "From 1 November 2026:",
        "Legal name: Cloudy EMEA Ltd",
        "Address: 7 Quay, Dublin",
        "Seat: Ireland",
        "Contact: Ada Example, DPO, dpo@example.com",
    ]
    assert cells[SINCE] == ["1 Mar 2021", "until 31 Dec 2026", "1 Nov 2026"]
    [[german]] = [tables(write(old, new, language="de"))["Hosting"]]
    assert german[PARTY][1::5] == ["Vom 1. März 2021 bis 31. Dezember 2026:", "Ab 1. November 2026:"]


def test_the_frame_names_the_contracting_company_and_the_day() -> None:
    document = write(company=Company(name="Acme", legal_name="Acme GmbH"), as_of=date(2023, 1, 16))
    assert document.author == "Acme GmbH"
    assert document.footer == "Acme GmbH · List of sub-processors · as of 16 January 2023"
    assert write(company=Company(name="Acme")).author == "Acme"


def test_the_annex_neither_advises_nor_advertises() -> None:
    text = as_markdown(write(CLOUD_EU)).decode().lower()
    for word in ("legal advice", "generated", "vendor_registry", "vendors annex"):
        assert word not in text


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError):
        write(language="tlh")


@given(st.permutations([CLOUD_EU, CLOUD_US, UNKNOWN, make.engagement("z", engaged_by=("help",))]))
def test_the_order_of_rows_changes_nothing(rows: list[Engagement]) -> None:
    case = Case(Registry(tuple(rows)), make.policy(), make.DAY)
    assert annex(case) == write(*rows)


def test_the_whole_annex_reads_as_reviewed(snapshot: Callable[[str, str], None]) -> None:
    nimbus = make.engagement("nimbus", engaged_by=("cloud-us",))
    payer = make.engagement("payer", role=Role.PROCESSOR, service="payments")
    rows = (CLOUD_EU, CLOUD_US, UNKNOWN, nimbus, payer)
    for language in ("en", "de"):
        document = annex(make.case(*rows), language=language, extras=[Extra.EXCLUDED])
        snapshot(f"annex.{language}.md", as_markdown(document).decode())
