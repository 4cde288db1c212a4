"""Lists as companies write them: footnotes, struck rows, parts that fold out, addresses, columns of other tools."""

import json

import pytest

from tests.intake.lists.reading import left_out, listing, read
from vendor_registry.intake.lists.entries.entry import GUESSED
from vendor_registry.model.text.origin import RefusedError


def test_a_mark_of_a_footnote_is_no_part_of_a_name() -> None:
    html = "<h1>Sub-processors</h1><table><tr><th>Name<th>Purpose<th>Place<tr><td>{}<td>mail<td>France</table>"
    for written in (
        "Acme, Inc. <sup>1</sup>",
        "Acme, Inc.<sup>[2]</sup>",
        "Acme, Inc. (3)",
        "Acme, Inc.¹",
        "Acme, Inc.*",
    ):
        assert read(html.format(written), "page.html", "region") == [("1", "Acme, Inc.", "FR")]
    page = "| Vendor[^1] | Purpose |\n|---|---|\n| [Acme](https://a.example)[^2] | mail |\n"
    assert read(page, "page.md", "purpose") == [("3", "Acme", "mail")]


def test_what_is_struck_out_no_longer_holds() -> None:
    page = "| Vendor | Purpose | Place |\n|-|-|-|\n| ~~Old Ltd~~ | mail | US |\n| New Ltd | mail | ~~US~~ France |\n"
    assert read(page, "page.md", "region") == [("4", "New Ltd", "FR")]
    assert any("names no vendor" in one for one in left_out(page, "page.md"))
    html = "<table><tr><th>Vendor<th>Purpose<tr><td><del>Old Ltd</del><td>mail<tr><td>New Ltd<td>mail</table>"
    assert [name for _, name in read(html, "page.html")] == ["New Ltd"]


def test_a_part_that_folds_out_is_the_group_of_the_cards_in_it_and_a_list_behind_a_card_is_none_of_it() -> None:
    page = """<h1>Subprocessors</h1>
<details><summary>Only if AI Assist is on</summary>
<div><h4>Model SAS</h4><p>Service: LLM</p><p>Location: France</p></div>
<div><h4>Other PBC</h4><p>Service: LLM</p><p>Location: USA</p></div></details>
<dl><dt>Chat Limited</dt><dd>Purpose: Support</dd><dd>Region: Ireland</dd><dt>Crm Inc.</dt><dd>Purpose: CRM</dd></dl>"""
    assert [(name, what, where) for _, name, what, where in read(page, "page.html", "purpose", "region")] == [
        ("Model SAS", "LLM", "FR"),
        ("Other PBC", "LLM", "US"),
        ("Chat Limited", "Support", "IE"),
        ("Crm Inc.", "CRM", ""),
    ]
    notes = listing(page, "page.html").rows[0].cells["notes"]
    assert notes.startswith("Section: Subprocessors > Only if AI Assist is on")


def test_where_only_legal_names_are_said_they_are_the_names() -> None:
    table = "Dénomination sociale;Finalité;Pays d'hébergement\nOVH SAS;Hébergement;France\nBrevo;E-mailing;UE\n"
    assert read(table, "liste.csv", "purpose", "region") == [
        ("2", "OVH SAS", "Hébergement", "FR"),
        ("3", "Brevo", "E-mailing", "EU"),
    ]


def test_departments_and_risks_of_other_tools_are_no_places() -> None:
    """IT is Italy, and HR Croatia, where nothing says otherwise."""
    table = (
        "Vendor Name,Vendor ID,Business Owner,Team,Data Hosted,Country,Inherent Risk\n"
        'Acme Ltd,V-1,IT,HR,"US, EU",Ireland,High\nBeta Ltd,V-2,HR,IT,Ireland,Ireland,Low\n'
    )
    assert read(table, "export.csv", "region", "country") == [
        ("2", "Acme Ltd", "US; EU", "IE"),
        ("3", "Beta Ltd", "IE", "IE"),
    ]
    alone = "Vendor Name,Purpose,Team\nAcme Ltd,mail,HR\nBeta Ltd,chat,IT\n"
    assert [where for *_, where in read(alone, "export.csv", "region")] == ["", ""]


def test_an_address_behind_a_name_says_the_seat_and_no_place_of_processing() -> None:
    """The same as plain text and as Markdown, where a new line is a blank."""
    page = """Sub-processors

1. Acme Ireland Limited, Gordon House, Barrow Road, Dublin 4, Ireland
   Purpose: Hosting
   Location of processing: Belgium, Finland
2. Watch (Functional Things, Inc.), 45 Fremont Street, San Francisco, CA 94105, USA
   Purpose: Error tracking
   Location of processing: Germany
"""
    for name in ("list.txt", "list.md"):
        assert read(page, name, "legal_name", "address", "country", "purpose", "region") == [
            ("3", "Acme Ireland Limited", "Acme Ireland Limited", "Gordon House, Barrow Road, Dublin 4, Ireland",
             "IE", "Hosting", "BE; FI"),
            ("6", "Watch", "Functional Things, Inc.", "45 Fremont Street, San Francisco, CA 94105, USA", "US",
             "Error tracking", "DE"),
        ]  # fmt: skip


def test_what_is_said_of_a_vendor_in_an_object_of_its_own() -> None:
    deep = {"sections": [{"items": [
        {"name": "Acme Limited", "attributes": {"purpose": "Hosting", "places": ["BE", "Spain"], "hq": "IE"}},
        {"name": "Beta, Inc.", "attributes": {"purpose": "Alerts", "locations": ["Germany"], "transfer": "SCC"}},
    ]}]}  # fmt: skip
    assert [cells for _, *cells in read(json.dumps(deep), "p.json", "purpose", "region", "country", "mechanism")] == [
        ["Acme Limited", "Hosting", "BE; ES", "IE", ""],
        ["Beta, Inc.", "Alerts", "DE", "unknown", "SCC"],
    ]
    linked = [{"@type": "Organization", "name": "Pay, Limited", "description": "Payments", "areaServed": ["US"],
               "address": {"@type": "PostalAddress", "addressLocality": "Dublin", "addressCountry": "IE"}}]  # fmt: skip
    assert read(json.dumps(linked), "p.json", "address", "country", "region") == [
        ("1", "Pay, Limited", "Dublin, IE", "IE", "")
    ]


FORMS = """# Annex I - List of parties

Data exporter: the customer

Name: Customer Ltd

Address: High Street 1, London, United Kingdom

# Annex III - List of sub-processors

The controller has authorised the use of the following sub-processors:

1. Name: Host GmbH
   Address: Industriestr. 25, 91710 Gunzenhausen, Germany
   Contact person's name, position and contact details: Ada, DPO, ada@host.example
   Description of processing: Hosting of servers

2. Name: Mail, Inc.
   Address: 112 E Pecan St., San Antonio, TX 78205, USA
   Description of processing: Sending e-mail
"""


def test_forms_as_the_clauses_set_them_out_but_not_those_of_the_parties() -> None:
    assert [cells for _, *cells in read(FORMS, "annex.txt", "country", "contact", "purpose")] == [
        ["Host GmbH", "DE", "Ada, DPO, ada@host.example", "Hosting of servers"],
        ["Mail, Inc.", "US", "", "Sending e-mail"],
    ]


def test_grounds_are_known_by_themselves_under_a_title_that_is_not() -> None:
    table = (
        "Vendor,Purpose,Paperwork,Remark\nA Ltd,mail,SCCs & DPF,fine\nB Ltd,chat,n/a,SCC some day\nC Ltd,ads,DPF,-\n"
    )
    assert [cells for _, *cells in read(table, "list.csv", "mechanism")] == [
        ["A Ltd", "SCCs & DPF"],
        ["B Ltd", ""],
        ["C Ltd", "DPF"],
    ]


def test_paragraphs_that_begin_with_a_name_in_bold_are_points() -> None:
    page = """## Subprocessors

**Cloud Web Services** (Luxembourg) - hosting, storage. Data location: EU (Frankfurt).

**Desk, Inc.** (USA) - ticketing. Data location: USA. Transfer: SCCs.

**Post** - transactional mail

**Purpose:** as we have said.
"""
    assert [cells for _, *cells in read(page, "page.md", "country", "purpose", "region", "mechanism")] == [
        ["Cloud Web Services", "LU", "hosting, storage", "EU (Frankfurt)", ""],
        ["Desk, Inc.", "US", "ticketing", "US", "SCCs"],
        ["Post", "unknown", "transactional mail", "", ""],
    ]


def test_a_table_without_titles_is_understood_by_what_stands_in_it() -> None:
    page = "<h2>Vendors</h2>"
    page += "<table><tr><th>A GmbH<td>Hosting<td>Frankfurt, Germany<tr><th>B Ltd<td>Payments<td>Dublin</table>"
    assert [cells for _, *cells in read(page, "page.html", "purpose", "region")] == [
        ["A GmbH", "Hosting", "DE (Frankfurt)"],
        ["B Ltd", "Payments", "IE (Dublin)"],
    ]
    assert {row.sure for row in listing(page, "page.html").rows} == {GUESSED}


def test_tables_that_are_drawn_without_being_tables() -> None:
    """Cells of `div`; the same with the roles of WAI-ARIA; a table copied as text, one cell a line."""
    rows = [("Name", "Purpose", "Location"), ("A GmbH", "Hosting", "Germany"), ("B, Inc.", "Login", "EU")]
    expected = [["A GmbH", "Hosting", "DE"], ["B, Inc.", "Login", "EU"]]
    plain = "".join("<div>" + "".join(f"<div>{cell}</div>" for cell in row) + "</div>" for row in rows)
    roles = "".join('<div role="row">' + "".join(f'<i role="cell">{one}</i>' for one in row) + "</div>" for row in rows)
    copied = "\n\n".join(cell for row in rows for cell in row)
    pages = {"a.html": f"<h1>Vendors</h1>{plain}", "b.html": f'<div role="table">{roles}</div>', "c.md": copied}
    for name, page in pages.items():
        assert [cells for _, *cells in read(page, name, "purpose", "region")] == expected, name


def test_a_row_that_is_not_full_leaves_such_a_table_unread() -> None:
    """Nobody could say which cell is the missing one, and every one behind it would be another vendor's."""
    cells = ("Name", "Purpose", "Location", "A GmbH", "Hosting", "B, Inc.", "Login", "EU", "C Ltd", "Chat")
    page = "<h1>Vendors</h1>" + "".join(f"<div>{cell}</div>" for cell in cells)
    with pytest.raises(RefusedError):
        read(page, "page.html")


def test_a_place_behind_a_purpose() -> None:
    page = "## Vendors\n\n- A GmbH: hosting in Frankfurt\n- B Ltd: mail, worldwide\n- C Ltd: chat, US and Ireland\n"
    assert [cells for _, *cells in read(page, "page.md", "purpose", "region")] == [
        ["A GmbH", "hosting", "DE (Frankfurt)"],
        ["B Ltd", "mail", "GLOBAL"],
        ["C Ltd", "chat", "US; IE"],
    ]
