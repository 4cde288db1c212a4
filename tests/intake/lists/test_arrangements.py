"""Tables without one header on top, objects within objects, and what pages draw as tables."""

import pytest

from tests.intake.lists.reading import read
from tests.intake.workbook_values import Error, Formula, Worksheet
from tests.intake.workbooks import xlsx
from tests.intake.xlsx_book import xlsx_book
from vendor_registry.model.text.origin import RefusedError

TWO = [("A Inc.", "Mail", "US"), ("B GmbH", "Hosting", "DE")]


def told(text: str | bytes, name: str) -> list[tuple[str, ...]]:
    return [row[1:] for row in read(text, name, "purpose", "region")]


def test_a_form_for_each_vendor_is_turned() -> None:
    """Titles in the first column are no vendors; the name is in the form, or is the heading above it."""
    inside = "<h1>Sub-processors</h1>" + "".join(
        f"<table><tr><th>Name<td>{name}<tr><th>Purpose<td>{purpose}<tr><th>Location<td>{place}</table>"
        for name, purpose, place in TWO
    )
    assert told(inside, "a.html") == TWO
    above = "<h1>Sub-processors</h1>" + "".join(
        f"<h2>{name}</h2><table><tr><th>Purpose<td>{purpose}<tr><th>Location<td>{place}</table>"
        for name, purpose, place in TWO
    )
    assert told(above, "a.html") == TWO


def test_several_forms_in_one_table() -> None:
    rows = "".join(
        f"<tr><td>Name<td>{name}<tr><td>Purpose<td>{purpose}<tr><td>Location<td>{place}" for name, purpose, place in TWO
    )
    assert told(f"<table>{rows}</table>", "a.html") == TWO


def test_a_table_of_comparison_has_its_vendors_on_top() -> None:
    text = "| | A Inc. | B GmbH |\n|--|--|--|\n| Purpose | Mail | Hosting |\n| Location | US | DE |\n"
    assert told(text, "a.md") == TWO


def test_titles_over_two_rows() -> None:
    text = (
        "<table><tr><th rowspan=2>Name<th rowspan=2>Purpose<th colspan=2>Location<tr><th>Company seat<th>Data storage"
        "<tr><td>A Inc.<td>Mail<td>US<td>IE<tr><td>B GmbH<td>Hosting<td>DE<td>FI</table>"
    )
    assert [row[1:] for row in read(text, "a.html", "country", "region")] == [
        ("A Inc.", "US", "IE"),
        ("B GmbH", "DE", "FI"),
    ]


def test_a_table_whose_header_comes_again_is_two() -> None:
    text = (
        "<table><tr><th>Name<th>Purpose<th>Location<tr><td>A Inc.<td>Mail<td>US"
        "<tr><td>Support<tr><th>Vendor<th>Where<th>What for<tr><td>B GmbH<td>DE<td>Hosting</table>"
    )
    assert told(text, "a.html") == TWO


def test_a_row_of_values_is_no_header() -> None:
    """A vendor called as a title is, and rows of words that are titles elsewhere, stay rows."""
    text = "| Name | Purpose | Category |\n|--|--|--|\n| Website | Hosting | Service |\n| Contact | Mail | Support |\n"
    assert [row[:2] for row in read(text, "a.md")] == [("3", "Website"), ("4", "Contact")]


def test_roles_make_a_table() -> None:
    rows = [("Name", "Purpose", "Location"), *TWO]
    cells = "".join(
        f'<div role="row">{"".join(f"""<span role="cell">{text}</span>""" for text in row)}</div>' for row in rows
    )
    assert told(f'<h1>x</h1><div role="table">{cells}</div>', "a.html") == TWO


def test_marks_of_footnotes_are_no_part_of_a_name_or_title() -> None:
    text = (
        "<table><tr><th>Name<th>Country<sup>1</sup><th>🎯 Purpose<tr><td>A Inc.<sup>12</sup><td>US<td>Mail"
        "<tr><td>B GmbH<sup>[3]</sup><td>DE<td>Hosting</table>"
    )
    assert [row[1:] for row in read(text, "a.html", "purpose", "country")] == TWO


def test_a_title_of_names_with_addresses() -> None:
    text = (
        "| Name und Anschrift | Zweck | Ort der Datenverarbeitung |\n|--|--|--|\n"
        "| A Inc. | Mail | USA |\n| B GmbH, Weg 25, 91710 Gunzenhausen | Hosting | Deutschland |\n"
    )
    assert told(text, "a.md") == TWO


@pytest.mark.parametrize(
    "text",
    [
        '{"data": [{"type": "x", "attributes": {"vendorName": "A Inc.", "purpose": "Mail", "location": "US"}},'
        ' {"type": "x", "attributes": {"vendorName": "B GmbH", "purpose": "Hosting", "location": "DE"}}]}',
        '[{"subprocessor": {"name": "A Inc.", "url": "https://a.example"}, "details": {"purpose": "Mail", '
        '"locations": ["US"]}}, {"subprocessor": {"name": "B GmbH"}, "details": {"purpose": "Hosting", '
        '"locations": ["DE"]}}]',
        '{"columns": ["Company", "Purpose", "Location"], "rows": [["A Inc.", "Mail", "US"], '
        '["B GmbH", "Hosting", "DE"]]}',
        '[["Company", "Purpose", "Location"], ["A Inc.", "Mail", "US"], ["B GmbH", "Hosting", "DE"]]',
        '{"vendor": "A Inc.", "purpose": "Mail", "location": "US"}\n'
        '{"vendor": "B GmbH", "purpose": "Hosting", "location": "DE"}\n',
    ],
    ids=["within objects", "beside the name", "titles apart", "arrays", "lines"],
)
def test_objects_as_programs_write_them(text: str) -> None:
    assert told(text, "a.json") == TWO


def test_a_place_between_the_name_and_a_colon() -> None:
    assert told("# Subprocessors\n\n1. A Inc., USA: Mail\n2. B GmbH, Germany: Hosting\n", "a.md") == TWO


def test_a_form_in_paragraphs() -> None:
    """As Annex III of Decision (EU) 2021/914 prints it, with its own titles."""
    text = "# ANNEX III\n\n" + "\n\n".join(
        f"{number}. Name: {name}\n\nAddress: Road 1, 10115 Berlin, Germany\n\n"
        f"Contact person’s name, position and contact details: DPO, dpo@a.example\n\n"
        f"Description of processing (including a clear delimitation): {purpose}"
        for number, (name, purpose, _) in enumerate(TWO, start=1)
    )
    assert [row[1:] for row in read(text, "a.md", "purpose", "country", "contact")] == [
        (name, purpose, "DE", "DPO, dpo@a.example") for name, purpose, _ in TWO
    ]


def test_answers_are_no_names_and_say_yes_to_the_ground_above_them() -> None:
    text = "Dienstleister;Zweck;Standort;Konzerngesellschaft;SCCs\nA Inc.;Mail;USA;nein;ja\nB GmbH;Hosting;DE;ja;nein\n"
    rows = read(text, "a.csv", "purpose", "region", "mechanism", "legal_name")
    assert [row[1:] for row in rows] == [(*TWO[0], "SCCs", TWO[0][0]), (*TWO[1], "", TWO[1][0])]


def test_paragraphs_with_colons_are_no_form() -> None:
    text = "# Sub-processors\n\nNote: we tell you of changes.\n\n- A Inc. - Mail - US\n- B GmbH - Hosting - DE\n"
    assert told(text, "a.md") == TWO


def test_a_workbook_of_several_lists() -> None:
    """A worksheet each, two tables in one worksheet, titles over two rows: read as a page is, with true addresses."""
    header = ["Name", "Purpose", "Location"]
    book = xlsx_book([Worksheet([header, TWO[0]], "Core"), Worksheet([header, TWO[1]], "More")])
    assert [row[:2] for row in read(book, "a.xlsx")] == [("!Core!2:2", "A Inc."), ("!More!2:2", "B GmbH")]
    two = xlsx([["Core"], header, TWO[0], [], ["More"], header, TWO[1]])
    assert told(two, "a.xlsx") == TWO
    merged = xlsx([["Vendor", "Processing", ""], ["", "Purpose", "Location"], *TWO])
    assert told(merged, "a.xlsx") == TWO
    broken = xlsx([["Core"], header, TWO[0], [], ["More"], header, [Error("#REF!"), "Hosting", "DE"]])
    with pytest.raises(RefusedError, match="this cell holds the error #REF!") as refused:
        read(broken, "a.xlsx")
    assert [str(fault.cell) for fault in refused.value.faults] == ["a.xlsx!vendors!A7 [A]"]
    formula = xlsx_book(
        [Worksheet([header, [Formula("=B9"), "Mail", "US"]], "Core"), Worksheet([header, TWO[1]], "More")]
    )
    with pytest.raises(RefusedError, match="a formula whose result is not in the file") as refused:
        read(formula, "a.xlsx")
    assert [str(fault.cell) for fault in refused.value.faults] == ["a.xlsx!Core!A2 [A]"]


def test_headings_with_titles_in_bold_one_below_the_other() -> None:
    text = "# Who\n\n" + "\n".join(
        f"### {name}\n**What they do:** {purpose} of the product\n**Where:** {place}\n" for name, purpose, place in TWO
    )
    assert told(text, "a.md") == [(name, f"{purpose} of the product", place) for name, purpose, place in TWO]


def test_a_page_drawn_from_the_data_before_it() -> None:
    rows = "".join(f"  - name: {name}\n    purpose: {purpose}\n    location: {place}\n" for name, purpose, place in TWO)
    assert told(f"---\ntitle: x\nsubprocessors:\n{rows}---\n\n# Sub-processors\n", "a.md") == TWO
    assert told("---\ntags: [a, b: c\n---\n\n# Sub-processors\n\n- A Inc. - Mail - US\n", "a.md") == TWO[:1]


def test_rows_with_words_that_are_titles_elsewhere_stay_rows() -> None:
    """The role "processor": with blanks in the row above, the two were taken for titles over two rows, and for one."""
    text = (
        "Vendor,Legal name,Address,Purpose,Role\n"
        "A Inc.,A Inc.,1 Main Street,Mail,sub-processor\nA Inc.,,,Hosting,sub-processor\n"
        "B GmbH,B GmbH,Weg 2,Support,processor\nC Ltd,,,Billing,processor\n"
    )
    assert read(text, "a.csv", "purpose") == [
        ("2", "A Inc.", "Mail"),
        ("3", "A Inc.", "Hosting"),
        ("4", "B GmbH", "Support"),
        ("5", "C Ltd", "Billing"),
    ]
