"""Markdown: tables, points, headings, prose, and HTML in between."""

from tests.intake.lists.reading import left_out, listing, read

TABLE = """\
---
title: Sub-processors
---

# Sub-processors

## Core

| Entity Name | Purpose of processing | Location | Transfer mechanism |
| :--- | --- | --- | ---
| **Acme Hosting GmbH** | Hosting | EU (Frankfurt) | n/a |
| [Mail Inc.](https://mail.example) | E-mail delivery | US / EU | SCCs + DPF

### AI features

| Vendor | Function | Region | Notes |
|---|---|---|---|
| Model LLC\\* | Language models | us-east-1 | only if switched on |

## Change log

| Date | Change |
|---|---|
| 2026-01-01 | first |
"""


def test_tables_each_under_its_heading() -> None:
    """Two tables with other titles, one that is no list, a link, bold words, a mark of a footnote, no last bar."""
    assert read(TABLE, "page.md", "purpose", "region", "mechanism", "service") == [
        ("11", "Acme Hosting GmbH", "Hosting", "EU (Frankfurt)", "", "hosting"),
        ("12", "Mail Inc.", "E-mail delivery", "US; EU", "SCCs + DPF", "email"),
        ("18", "Model LLC", "Language models", "US (us-east-1)", "", "ai"),
    ]
    assert left_out(TABLE, "page.md") == ['22 a table was left out, as it stands under "Change log"']


def test_every_word_is_kept() -> None:
    """Headings, links, and what stands in columns that are none of ours."""
    first, second, third = listing(TABLE, "page.md").rows
    assert first.cells["source"] == "page.md:11"
    assert "Section: Sub-processors > Core" in first.cells["notes"]
    assert "Transfer mechanism: n/a" in first.cells["notes"]
    assert "Link: https://mail.example" in second.cells["notes"]
    assert "Notes: only if switched on" in third.cells["notes"]
    assert "AI features" in third.cells["notes"]


def test_points_with_a_place_said_once_above() -> None:
    text = """\
# Our subprocessors

These subprocessors are all located in the United States:

* [Acme](https://acme.example/gdpr). Cloud services provider.
* **Mail** – newsletters
* Desk: help desk (Germany)
* see our privacy policy

These are located in the EU:

* Watch. Monitoring.
"""
    assert read(text, "page.md", "purpose", "region") == [
        ("5", "Acme", "Cloud services provider", "US"),
        ("6", "Mail", "newsletters", "US"),
        ("7", "Desk", "help desk", "DE"),
        ("12", "Watch", "Monitoring", "EU"),
    ]
    assert left_out(text, "page.md") == ['8 a point was left out, as it begins with no name: "see our privacy policy"']
    assert (
        "Inherited: These subprocessors are all located in the United States:"
        in listing(text, "p.md").rows[0].cells["notes"]
    )


def test_points_below_points() -> None:
    """Vendors below their group; what is said of a vendor below it."""
    text = """\
# Vendors

- Hosting
  - Acme: servers
  - Beta: backups
- Support
  - Desk
    - Purpose: tickets
    - Location: India
    - [Data processing agreement](https://desk.example/dpa)
"""
    assert read(text, "page.md", "purpose", "region", "dpa_url") == [
        ("4", "Acme", "servers", "", ""),
        ("5", "Beta", "backups", "", ""),
        ("7", "Desk", "tickets", "IN", "https://desk.example/dpa"),
    ]
    assert "Section: Vendors > Support" in listing(text, "page.md").rows[2].cells["notes"]


def test_points_that_are_no_list_of_vendors() -> None:
    """Nothing above speaks of vendors; the table does."""
    text = (
        "# What we keep\n\n- Session: keeps you in\n- Language: keeps your words\n\n"
        "# Vendors\n\n| Vendor | Purpose |\n|--|--|\n| A | b |\n"
    )
    assert read(text, "page.md") == [("10", "A")]
    assert left_out(text, "page.md")[0].startswith("3 a list was left out, as its points name no vendors")


def test_headings_with_paragraphs() -> None:
    """Each vendor a heading; the version below is none."""
    text = """\
# Sub-processors

### Acme

Acme runs the data centres.

- [Data processing agreement](https://acme.example/dpa)

### Beta

Purpose: payments
Location: Ireland

## Version

Version 2
"""
    assert read(text, "page.md", "purpose", "region", "dpa_url") == [
        ("3", "Acme", "Acme runs the data centres", "", "https://acme.example/dpa"),
        ("9", "Beta", "payments", "IE", ""),
    ]


def test_names_in_prose_are_guesses() -> None:
    """A page without any list: bold names and links that are names, each marked as one to look at."""
    text = (
        "# Services\n\n## Payments\n\nWe pay with **Acme**. See [terms](https://acme.example/t).\n\n"
        "## Mail\n\nWe use [Mailer](https://www.mailer.example) for that.\n"
    )
    rows = listing(text, "page.md").rows
    assert [(row.cells["vendor"], row.cells["purpose"], row.sure < 0.5) for row in rows] == [
        ("Acme", "Payments", True),
        ("Mailer", "Mail", True),
    ]


def test_html_inside_with_blank_lines() -> None:
    """A table of tags whose cells are indented and have blank lines in them."""
    text = """\
# Subprocessors

<table>
  <tr><th>Name</th><th>Purpose</th><th>Corporate Location</th></tr>
  <tr><td><b>Acme, Inc.</b></td><td><ul><li>DNS</li><li>Backups</li></ul></td><td>

        1 High Road<br>
        Boston, MA 02111<br>
        United States

  </td></tr>
</table>
"""
    assert read(text, "page.md", "purpose", "address", "country", "region") == [
        ("5", "Acme, Inc.", "DNS; Backups", "1 High Road, Boston, MA 02111, United States", "US", "")
    ]


def test_titles_rows_and_names_with_addresses() -> None:
    """A title in the header, the real header below, rows of blanks, the address in the cell of the name."""
    text = """\
| Infrastructure Sub-Processors |     |     |
| --- | --- | --- |
| Company | Server Location | Description of Activities |
|     |
| Acme Cloud<br>70 Quay,<br>Dublin 2,<br>Ireland | Germany & Belgium (EU customers)<br>USA (US customers) | Servers |
"""
    assert read(text, "page.md", "country", "region", "address") == [
        ("5", "Acme Cloud", "IE", "DE; BE (EU customers); US (US customers)", "70 Quay, Dublin 2, Ireland")
    ]
    assert "Section: Infrastructure Sub-Processors" in listing(text, "page.md").rows[0].cells["notes"]


def test_a_seat_is_no_place_of_processing() -> None:
    """Headquarters fill the seat; two places are told apart by their titles."""
    text = "| Subprocessor | HQ Location | Purpose |\n|--|--|--|\n| A | Luxembourg | b |\n"
    assert read(text, "page.md", "country", "region") == [("3", "A", "LU", "")]
    text = "| Subprocessor | Location | Acme Regions | Purpose |\n|--|--|--|--|\n| A | Ireland | USA, EU | b |\n"
    assert read(text, "page.md", "country", "region") == [("3", "A", "IE", "US; EU")]
    text = "| Subprocessor | Purpose |\n|--|--|\n| A | b |\n"
    assert read(text, "page.md", "country", "region") == [("3", "A", "unknown", "")]


def test_two_vendors_in_one_cell_and_placeholders() -> None:
    text = (
        "| Supplier | Function |\n|--|--|\n| Acme Realty + OpenBeta | metal |\n| TBD | later |\n| [Insert Name] | x |\n"
    )
    assert read(text, "page.md") == [("3", "Acme Realty"), ("3", "OpenBeta")]
    assert left_out(text, "page.md") == [
        '3 one entry names "Acme Realty" and "OpenBeta"; each has a row of its own',
        '4 an entry was left out, as "TBD" is no name of a vendor',
        '5 an entry was left out, as "[Insert Name]" is no name of a vendor',
    ]


def test_affiliates_are_told_from_others() -> None:
    text = "# Affiliates\n\n| Entity | Purpose |\n|--|--|\n| Acme KK | support |\n"
    assert read(text, "page.md", "affiliate") == [("5", "Acme KK", "yes")]


def test_rows_of_one_vendor_have_keys_of_their_own() -> None:
    text = "| Vendor | Purpose |\n|--|--|\n| Acme | hosting |\n| Acme | payments |\n| Acme | hosting of files |\n"
    keys = [row.cells["key"] for row in listing(text, "page.md").rows]
    assert keys == ["acme-hosting", "acme-payments", "acme-hosting-2"]
