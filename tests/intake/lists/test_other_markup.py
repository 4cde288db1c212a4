"""Markup beside Markdown: reStructuredText, AsciiDoc, MediaWiki, Org, and tables drawn with characters.

By the ending of the name, and by what only that markup has, in a text of any name. Every row keeps its line.
"""

import pytest

from tests.intake.lists.reading import listing, read

GRID = """\
Sub-processors
==============

+-----------+---------------+---------------+
| Name      | Purpose       | Location      |
+===========+===============+===============+
| Acme GmbH | Hosting of    | Germany       |
|           | the service   |               |
|           +---------------+---------------+
|           | Backups       | France        |
+-----------+---------------+---------------+
| `Beta`_   | Mail          | United States |
+-----------+---------------+---------------+

.. _Beta: https://beta.example
"""
GRID_ROWS = [
    ("7", "Acme GmbH", "Hosting of the service", "DE"),
    ("10", "Acme GmbH", "Backups", "FR"),
    ("12", "Beta", "Mail", "US"),
]
RULED = """\
Vendors
-------

========== ============ ============= =========
Vendor     Purpose      Location      Mechanism
========== ============ ============= =========
Acme GmbH  Hosting and  Germany
           backups
Beta Inc.  Mail         United States DPF
========== ============ ============= =========

Nothing else.
"""
RULED_ROWS = [("7", "Acme GmbH", "Hosting and backups", "DE"), ("9", "Beta Inc.", "Mail", "US")]
POINTS = """\
Subprocessors
*************

.. list-table:: Core
   :header-rows: 1

   * - Company
     - Purpose
     - Data location
   * - `Acme AG <https://acme.example>`_
     - Hosting,
       and backups
     - Switzerland

.. csv-table:: AI features
   :header: "Company", "Purpose", "Data location"

   "Model LLC", "Summaries, drafts", "US"
"""
POINTS_ROWS = [("10", "Acme AG", "Hosting, and backups", "CH"), ("18", "Model LLC", "Summaries, drafts", "US")]
ASCIIDOC = """\
= Sub-processors
:toc:

.Core
[cols="2,3,1",options="header"]
|===
|Sub-processor |Purpose |Location

.2+|Acme GmbH
|Hosting
|Germany

a|* Backups
|France

|https://beta.example[Beta Ltd] |Mail |United Kingdom
|===

== Support

[%header,format=csv]
|===
Sub-processor,Purpose,Location
Gamma Inc.,Tickets,US
|===
"""
ASCIIDOC_ROWS = [
    ("9", "Acme GmbH", "Hosting", "DE"),
    ("13", "Acme GmbH", "* Backups", "FR"),
    ("16", "Beta Ltd", "Mail", "GB"),
    ("24", "Gamma Inc.", "Tickets", "US"),
]
WIKI = """\
== Sub-processors ==
{| class="wikitable sortable"
|+ Current list
! Name !! Purpose !! Location
|-
| rowspan="2" | '''Acme GmbH''' || Hosting || {{flag|Germany}}
|-
| Backups<ref>Since May.</ref> || [[France|French Republic, France]]
|-
| [https://beta.example Beta Inc.]
| style="width:20%" | Mail
| United States
|}
"""
WIKI_ROWS = [
    ("6", "Acme GmbH", "Hosting", "DE"),
    ("8", "Acme GmbH", "Backups", "FR"),
    ("10", "Beta Inc.", "Mail", "US"),
]
ORG = """\
#+TITLE: Vendors
* Subprocessors
| Vendor    | Purpose | Location |
|-----------+---------+----------|
| Acme GmbH | Hosting | Germany  |
| Beta Inc. | Mail    | US       |
"""
ORG_ROWS = [("5", "Acme GmbH", "Hosting", "DE"), ("6", "Beta Inc.", "Mail", "US")]


@pytest.mark.parametrize(
    ("text", "ending", "rows"),
    [
        (GRID, "rst", GRID_ROWS),
        (RULED, "rst", RULED_ROWS),
        (POINTS, "rst", POINTS_ROWS),
        (ASCIIDOC, "adoc", ASCIIDOC_ROWS),
        (WIKI, "wiki", WIKI_ROWS),
        (ORG, "org", ORG_ROWS),
    ],
)
def test_tables_by_name_and_by_content(text: str, ending: str, rows: list[tuple[str, ...]]) -> None:
    if text is WIKI:
        text = text.replace("[[France|French Republic, France]]", "[[French Republic|France]]")
    for name in (f"list.{ending}", "list.txt", "list.md", "stdin"):
        if text is not GRID or ending == name[-3:]:  # the name of its link is known in its own markup only
            assert read(text, name, "purpose", "region") == rows


def test_a_grid_stands_in_markdown_too() -> None:
    text = GRID.replace("`Beta`_ ", "**Beta**").split(".. _")[0]
    for name in ("list.md", "list.txt", "stdin"):
        assert read(text, name, "purpose", "region") == GRID_ROWS


def test_tables_stand_under_their_titles_and_keep_their_links() -> None:
    core, ai = listing(POINTS, "list.rst").rows
    assert core.cells["notes"].startswith("Section: Subprocessors > Core | Link: https://acme.example")
    assert ai.cells["notes"].startswith("Section: Subprocessors > AI features")
    assert "Link: https://beta.example" in listing(GRID, "list.rst").rows[2].cells["notes"]
    assert listing(WIKI, "list.wiki").rows[0].cells["notes"].startswith("Section: Sub-processors > Current list")
    _, _, beta, gamma = listing(ASCIIDOC, "list.adoc").rows
    assert beta.cells["notes"].startswith("Section: Sub-processors > Core | Link: https://beta.example")
    assert gamma.cells["notes"].startswith("Section: Sub-processors > Support")


@pytest.mark.parametrize("name", ["list.md", "list.txt"])
def test_rows_between_bars_need_no_line_of_dashes(name: str) -> None:
    text = "# Subprocessors\n\n| Vendor | Purpose |\n| **Acme** | Hosting |\n| [Beta](https://b.example) | Mail |\n"
    assert read(text, name, "purpose") == [("4", "Acme", "Hosting"), ("5", "Beta", "Mail")]
    assert "https://b.example" in listing(text, name).rows[1].cells["notes"]


def test_what_is_fenced_is_no_table() -> None:
    text = "# Vendors\n\n- Acme Inc. - mail - US\n\n```\n| Vendor | Purpose |\n| Evil | x |\n```\n"
    assert read(text, "list.md") == [("3", "Acme Inc.")]


def test_points_of_a_wiki_page() -> None:
    text = "== Sub-processors ==\n* [https://a.example Acme Inc.] – hosting – Germany\n* '''Beta Ltd''' – mail – US\n"
    assert read(text, "list.wiki", "purpose", "region") == [
        ("2", "Acme Inc.", "hosting", "DE"),
        ("3", "Beta Ltd", "mail", "US"),
    ]


def test_a_line_of_dashes_with_crosses_is_none_of_the_rows() -> None:
    rows = "Vendor | Purpose | Location\n-------+---------+---------\nAcme | Mail | US\nBeta | Chat | DE\n"
    for name in ("list.md", "list.txt"):
        found = [row[1:] for row in read(f"Sub-processors\n\n{rows}", name, "purpose", "region")]
        assert found == [("Acme", "Mail", "US"), ("Beta", "Chat", "DE")]
