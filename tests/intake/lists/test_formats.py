"""HTML, JSON, YAML, DOCX, CSV and workbooks: the same list in every format."""

import io
import json

import docx
import pytest

from tests.intake.lists.reading import left_out, listing, read
from tests.intake.workbooks import xlsx
from vendor_registry.intake.lists.formats.readers import READERS, format_of
from vendor_registry.model.text.origin import UsageError

HTML = """\
<!DOCTYPE html><html><head><title>x</title><script>var vendors = ["Evil"];</script></head>
<body><nav><ul><li><a href="https://a.example">Vendors</a></li></ul></nav>
<h2>Sub-processors</h2>
<table><thead><tr><th>Company<th>Purpose<th>Country of processing</thead>
<tr><td rowspan=2>Acme GmbH<td>hosting<td>Germany
<tr><td>backups<td>France
<tr><td><a href="javascript:alert(1)">Beta Ltd</a><td onclick="alert(1)">mail<td>UK
</table>
<dl><dt>Gamma</dt><dd>Purpose: support</dd><dd>Location: India</dd></dl>
</body></html>
"""


def test_html() -> None:
    """Cells without ends, one that covers two rows, scripts and navigation that are no list, a list of terms."""
    assert read(HTML, "page.html", "purpose", "region") == [
        ("5", "Acme GmbH", "hosting", "DE"),
        ("6", "Acme GmbH", "backups", "FR"),
        ("7", "Beta Ltd", "mail", "GB"),
        ("9", "Gamma", "support", "IN"),
    ]
    assert "javascript" not in "".join(row.cells["notes"] for row in listing(HTML, "page.html").rows)


JSON = {
    "updated": "2026-01-01",
    "sections": [
        {
            "title": "Core",
            "items": [
                {"name": "Acme", "reason": "hosting", "location": "<p>USA</p><p>or Germany</p>", "icon": "a.svg"},
                {"name": "Beta", "reason": "mail", "location": "EU", "details": ["https://b.example/subs"]},
            ],
        },
        {"title": "AI features", "items": [{"name": "Model", "reason": "answers", "data": {"Contact": ["Email"]}}]},
    ],
    "links": [{"title": "Privacy policy", "url": "https://x.example"}],
}


def test_json_at_any_depth() -> None:
    """Groups with titles, HTML in a text, a list of links that names no vendor."""
    text = json.dumps(JSON, indent=1)
    assert read(text, "page.json", "purpose", "region", "subprocessors_url") == [
        ("7", "Acme", "hosting", "US; DE", ""),
        ("13", "Beta", "mail", "EU", "https://b.example/subs"),
        ("26", "Model", "answers", "", ""),
    ]
    assert [row.cells["notes"].split(" | ")[0] for row in listing(text, "page.json").rows] == [
        "Section: sections > Core",
        "Section: sections > Core",
        "Section: sections > AI features",
    ]
    assert "data: Contact: Email" in listing(text, "page.json").rows[2].cells["notes"]


def test_json_with_the_name_as_key_and_arrays_of_names() -> None:
    text = '{"vendors": {"Acme": {"purpose": "hosting"}, "Beta": {"purpose": "mail"}}}'
    assert read(text, "page.json", "purpose") == [("1", "Acme", "hosting"), ("1", "Beta", "mail")]
    assert read('{"subprocessors": ["Acme", "Beta Ltd"]}', "page.json") == [("1", "Acme"), ("1", "Beta Ltd")]


def test_yaml() -> None:
    """A list, an anchor that is used, a value that is no text."""
    text = (
        "defaults: &us\n  country: USA\nlist:\n- name: Acme\n  purpose: hosting\n  reviewed: 2026-01-01\n"
        "- name: Beta\n  purpose: mail\n"
    )
    assert read(text, "page.yml", "purpose", "reviewed") == [
        ("4", "Acme", "hosting", "2026-01-01"),
        ("7", "Beta", "mail", ""),
    ]


def test_docx() -> None:
    """A heading, a table, and points in the style of lists."""
    document = docx.Document()
    document.add_heading("Sub-processors", 1)
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, (("Name", "Purpose", "Location"), ("Acme", "hosting", "Ireland")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Beta: mail (USA)", style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue(), "page.docx", "purpose", "region") == [
        ("table 1 row 2", "Acme", "hosting", "IE"),
        ("paragraph 3", "Beta", "mail", "US"),
    ]


CSV = "Anbieter;Zweck;Standort der Verarbeitung;Farbe\nAcme;Hosting;Deutschland;rot\nBeta;Post;Indien;blau\n"


def test_csv_and_workbook() -> None:
    """German titles; the workbook has a title above its table."""
    wanted = [("2", "Acme", "Hosting", "DE"), ("3", "Beta", "Post", "IN")]
    assert read(CSV, "page.csv", "purpose", "region") == wanted
    book = xlsx([["Our vendors, as of today"], [], *(line.split(";") for line in CSV.splitlines())])
    moved = [(f"!vendors!{int(place) + 2}:{int(place) + 2}", *rest) for place, *rest in wanted]
    assert read(book, "page.xlsx", "purpose", "region") == moved
    assert "Farbe: rot" in listing(CSV, "page.csv").rows[0].cells["notes"]


def test_the_publisher_is_not_the_vendor() -> None:
    """A file of many publishers: Company is who published, Sub-processor whom."""
    text = "Company,Sub-processor,What they do\nCursor,AWS,servers\nReplit,AWS,servers\n"
    assert read(text, "page.csv", "purpose") == [("2", "AWS", "servers"), ("3", "AWS", "servers")]
    assert "Company: Cursor" in listing(text, "page.csv").rows[0].cells["notes"]


def test_columns_are_found_by_what_stands_in_them() -> None:
    """Titles that nobody knows: places by places, names by their legal forms; addresses under a title of places."""
    text = "Wer,Da,Warum\nAcme GmbH,Germany,x\nBeta Ltd,Ireland,y\n"
    assert read(text, "page.csv", "region") == [("2", "Acme GmbH", "DE"), ("3", "Beta Ltd", "IE")]
    text = 'Name,Location\nAcme,"1 High Road, Dublin, Ireland"\nBeta,"2 Low Road, Berlin, Germany"\n'
    assert read(text, "page.csv", "address", "country", "region")[0][2:] == ("1 High Road, Dublin, Ireland", "IE", "")


def test_what_is_doubtful_is_told_and_marked() -> None:
    """A cloud region that contradicts its city: the words count, and somebody has to look."""
    text = "Vendor,Location\nAcme,eu-west-1 (Frankfurt/Germany)\nBeta,on the moon\n"
    first, second = listing(text, "page.csv").rows
    assert (first.cells["region"], first.sure < 0.5, "region" in second.cells) == ("DE (Frankfurt)", True, False)
    assert left_out(text, "page.csv") == [
        '2 Location: "eu-west-1 (Frankfurt/Germany)" is read as DE (Frankfurt); is that all?',
        '3 Location: "on the moon" is no place; the cell stays blank',
    ]


@pytest.mark.parametrize(
    ("raw", "name", "found"),
    [
        (b"[]", "x", "json"),
        (b"<p>", "-", "html"),
        (b"# Vendors", "stdin", "md"),
        (b"a;b", "stdin", "csv"),
        (b"x", "a.MDX", "md"),
        (b"x", "a.yml", "yaml"),
    ],
)
def test_the_format_is_told_by_name_or_beginning(raw: bytes, name: str, found: str) -> None:
    assert format_of(raw, name) == found
    assert format_of(raw, name, "html") == "html"
    with pytest.raises(UsageError, match=", ".join(READERS)):
        format_of(raw, name, "pdf")


def test_what_is_told_of_a_sheet_is_told_of_a_list() -> None:
    """A row below the table may be a signature, and may be a vendor."""
    header, row = ["Vendor", "Purpose", "Country", "Since", "Role", "Contact"], ["Acme", "Mail", "US", "", "", ""]
    raw = xlsx([header, row, [], ["Approved: J. Weber, 1 May 2024"]])
    assert [(one.place, one.sentence) for one in listing(raw, "a.xlsx").remarks] == [
        ("!vendors!4:4", '1 row below the table is passed over: "Approved: J. Weber, 1 May 2024"')
    ]


def test_a_name_that_stands_alone_is_told() -> None:
    """It may be the title of rows below, of which there are none, and may be a vendor."""
    text = "Vendor,Purpose\nHosting,\nAcme,Servers\nMail,\nBeta,\n"
    assert [row[1] for row in read(text, "a.csv")] == ["Acme"]
    sentence = "is taken for a title, as it stands alone in its row, and no row is below it"
    assert left_out(text, "a.csv") == [f'4 "Mail" {sentence}', f'5 "Beta" {sentence}']


def test_data_in_the_words_of_the_built_in_categories() -> None:
    """Where no policy says which there are, those that a first one has; of a list of which some is unknown, none."""
    text = 'Vendor,Purpose,Data\nA Inc.,Mail,"E-Mail-Adressen, Kontaktdaten"\nB GmbH,Chat,"Contact data, colours"\n'
    assert read(text, "a.csv", "data") == [("2", "A Inc.", "contact.email; contact"), ("3", "B GmbH", "")]
