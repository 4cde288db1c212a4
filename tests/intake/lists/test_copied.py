"""Tables that have lost their cells: pasted from a page, copied out of a document, drawn by an editor."""

import json

from tests.intake.lists.reading import left_out, read

HEAD = "Sub-processor{0}Purpose{0}Entity location{0}Data location\n"


def test_cells_with_tabs_between_below_a_line_of_titles() -> None:
    text = HEAD.format("\t") + "Acme, Inc.\tVideo\tUnited States\tGlobal\nBeta S.L.\tSearch\tSpain\tGermany\n"
    assert read(text, "a.txt", "purpose", "country", "region") == [
        ("2", "Acme, Inc.", "Video", "US", "GLOBAL"),
        ("3", "Beta S.L.", "Search", "ES", "DE"),
    ]


def test_lines_that_name_no_title_stay_points() -> None:
    text = "Acme, Inc.\tVideo\tUnited States\nBeta S.L.\tSearch\tGermany\n"
    assert read(text, "a.txt", "purpose", "region") == [
        ("1", "Acme, Inc.", "Video", "US"),
        ("2", "Beta S.L.", "Search", "DE"),
    ]


def test_a_table_of_a_document_as_words_one_after_the_other() -> None:
    """Between a company with its legal form and a place stands what it does; a line without these is told."""
    text = (
        "Annex 3\n\nSub-processor Purpose Location\nAcme Web Services SARL Cloud hosting Germany\n"
        "and backups\nBeta, Inc. Mail United States\nPage 1 of 2\n"
    )
    assert read(text, "a.txt", "purpose", "region") == [
        ("4", "Acme Web Services SARL", "Cloud hosting", "DE"),
        ("6", "Beta, Inc.", "Mail", "US"),
    ]
    assert any(one.startswith("5 a point was left out") for one in left_out(text, "a.txt"))


def test_a_sentence_that_begins_with_a_company_is_no_row() -> None:
    text = "# Vendors\n\nName Purpose Location\n\nAcme Inc. is in Germany\n\n- Beta Ltd - mail - US\n"
    assert [row[1] for row in read(text, "a.md")] == ["Beta Ltd"]


def test_tables_as_editors_keep_them() -> None:
    """Rows of cells of paragraphs, by the names that four editors give them."""
    rows = [["Name", "Purpose", "Location"], ["<b>Acme</b>", "Mail", "USA"]]
    for row, cell, kind in (("cells", "content", "type"), ("content", "content", "nodeType")):
        table = [
            {kind: "row", row: [{kind: "cell", cell: [{kind: "paragraph", "text": text}]} for text in line]}
            for line in rows
        ]
        article = {
            "title": "Our sub-processors",
            "blocks": [{kind: "text", "text": "x"}, {kind: "table", "rows": table}],
        }
        page = f'<script type="application/json">{json.dumps({"article": article})}</script>'.replace("</b>", "<\\/b>")
        assert read(page, "a.html", "purpose", "region") == [("1", "Acme", "Mail", "US")]
    plain = [{"_type": "row", "cells": line} for line in rows]
    assert [one[1] for one in read(json.dumps({"vendors": {"rows": plain}}), "a.json")] == ["Acme"]


def test_regions_of_a_vendor_are_no_rows_of_a_table() -> None:
    text = '{"vendors": [{"name": "A Inc.", "regions": ["US", "DE"]}, {"name": "B Inc.", "regions": ["FR", "ES"]}]}'
    assert read(text, "a.json", "region") == [("1", "A Inc.", "US; DE"), ("1", "B Inc.", "FR; ES")]


def test_details_in_words_beside_the_names() -> None:
    text = (
        "# Vendors\n\n| Service provider | Details |\n|--|--|\n"
        "| Acme, Inc. | Reports. Hosted in the United States. Covered by SCCs. |\n"
        "| Beta OÜ | CRM. Hosted in Germany. |\n"
    )
    assert read(text, "a.md", "region", "mechanism", "purpose") == [
        ("5", "Acme, Inc.", "US", "SCCs", "Reports. Hosted in the United States. Covered by SCCs."),
        ("6", "Beta OÜ", "DE", "", "CRM. Hosted in Germany."),
    ]


def test_cards_of_three_lines() -> None:
    text = (
        "Our sub-processors:\n\nAcme Web Services (AWS)\nHosting of data\nFrankfurt, Germany\n\n"
        "Beta Mail, Inc.\nSending mail\nUnited States\n"
    )
    assert read(text, "a.txt", "purpose", "region") == [
        ("3", "Acme Web Services (AWS)", "Hosting of data", "DE (Frankfurt)"),
        ("7", "Beta Mail, Inc.", "Sending mail", "US"),
    ]
