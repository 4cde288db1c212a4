"""What stands behind a name in points, paragraphs and sentences: purpose, place, ground, company and seat."""

import pytest

from tests.intake.lists.reading import left_out, listing, read
from vendor_registry.intake.lists.entries.phrases import pieces
from vendor_registry.intake.lists.words.names import without_full_stop


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("support engineering, SCCs", {"purpose": "support engineering", "mechanism": "SCCs"}),
        ("log analysis, DPF and SCCs", {"purpose": "log analysis", "mechanism": "DPF and SCCs"}),
        ("development, India, SCCs", {"purpose": "development", "region": "India", "mechanism": "SCCs"}),
        ("hosting - United States, SCCs", {"purpose": "hosting", "region": "United States", "mechanism": "SCCs"}),
        ("hosting (US, SCCs)", {"purpose": "hosting", "region": "US", "mechanism": "SCCs"}),
        ("(hosting, United States)", {"purpose": "hosting", "region": "United States"}),
        ("mail delivery under the DPF", {"purpose": "mail delivery", "mechanism": "DPF"}),
        ("mail, chat and maps", {"purpose": "mail, chat and maps"}),
        ("(Beta Ltd, Ireland) sends mail", {"legal_name": "Beta Ltd", "country": "Ireland", "purpose": "sends mail"}),
    ],
)
def test_pieces(text: str, said: dict[str, str]) -> None:
    assert {one.column: one.text.text for one in pieces(text, {})} == said


def test_paragraphs_that_begin_with_a_name_and_a_bracket() -> None:
    text = (
        "# Who helps us\n\nWe work with these sub-processors:\n\n"
        "**Acme Cloud Ltd** (Dublin, Ireland) provides hosting.\n\n"
        "**Beta Mail** (Beta Mail, Inc., United States) sends e-mail on our behalf.\n"
    )
    assert read(text, "a.md", "purpose", "region", "legal_name", "country") == [
        ("5", "Acme Cloud Ltd", "provides hosting", "IE (Dublin)", "Acme Cloud Ltd", "unknown"),
        ("7", "Beta Mail", "sends e-mail on our behalf", "", "Beta Mail, Inc.", "US"),
    ]


@pytest.mark.parametrize(
    ("name", "bare"), [("Acme GmbH.", "Acme GmbH"), ("Acme Inc.", "Acme Inc."), ("A B.V.", "A B.V.")]
)
def test_a_full_stop_of_the_sentence_is_none_of_the_name(name: str, bare: str) -> None:
    assert without_full_stop(name) == bare
    text = (
        f"Our sub-processors\n\nName: {name} Purpose: Hosting. Location: Germany.\n"
        "Name: B AG. Purpose: Mail. Location: US.\n"
    )
    assert read(text, "a.txt", "purpose", "region") == [("3", bare, "Hosting", "DE"), ("4", "B AG", "Mail", "US")]


@pytest.mark.parametrize(
    "text",
    [
        "Subprocessors:\n\nAcme Inc. (hosting, US)\nBeta GmbH (mail, Germany)\n",
        "We share data with these sub-processors: Acme Inc. (hosting, US) and Beta GmbH (mail, Germany).\n",
        "Subprocessors\n\nAcme Inc.\nPurpose: hosting\nLocation: US\n\nBeta GmbH\nPurpose: mail\nLocation: Germany\n",
        "## Subprocessors\n\nAcme Inc.\n: hosting\n: US\n\nBeta GmbH\n: mail\n: Germany\n",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_ways_to_write_the_same_two(text: str, name: str) -> None:
    if name == "a.md" and "Beta GmbH (mail, Germany)\n" in text:
        return  # to Markdown these two lines are one sentence without commas between
    if name == "a.md" and "Purpose:" in text:
        text = text.replace("\nPurpose", "  \nPurpose").replace("\nLocation", "  \nLocation")
    found = [row[1:] for row in read(text, name, "purpose", "region")]
    assert found == [("Acme Inc.", "hosting", "US"), ("Beta GmbH", "mail", "DE")]


def test_a_sentence_without_places_names_nobody() -> None:
    text = "Our vendors (see below, page 2) and partners (all of them, everywhere) are bound by contracts.\n"
    text += "\n- Acme Inc. - mail - US\n"
    assert [row[1] for row in read(text, "a.md")] == ["Acme Inc."]


def test_grounds_behind_their_places() -> None:
    text = (
        "Vendor,Purpose,Location and transfer mechanism\n"
        'Acme Inc.,Support,"US (DPF), India (SCCs)"\nBeta Ltd,Hosting,UK (London)\n'
    )
    assert read(text, "a.csv", "region", "mechanism") == [
        ("2", "Acme Inc.", "US; IN", "DPF; SCCs"),
        ("3", "Beta Ltd", "GB (London)", ""),
    ]


def test_a_heading_of_vendors_and_affiliates_makes_no_vendor_an_affiliate() -> None:
    table = "| Entity | Location |\n|---|---|\n| {} | UK |\n"
    text = f"# Sub-processors and affiliates\n\n## Core\n\n{table.format('A')}\n## Affiliates\n\n{table.format('B')}"
    assert [row[1:] for row in read(text, "a.md", "affiliate")] == [("A", ""), ("B", "yes")]


def test_cells_of_div_without_titles() -> None:
    cells = ("Acorn Ltd", "Hosting", "UK", "Birch Inc.", "E-mail", "USA", "Cedar SAS", "Analytics", "France")
    page = f"<h2>Subprocessors</h2>{''.join(f'<div>{cell}</div>' for cell in cells)}"
    assert [row[1:] for row in read(page, "a.html", "purpose", "region")] == [
        ("Acorn Ltd", "Hosting", "GB"),
        ("Birch Inc.", "E-mail", "US"),
        ("Cedar SAS", "Analytics", "FR"),
    ]


def test_bars_between_the_cells_of_a_csv() -> None:
    text = "vendor name|purpose|data location\nFastly, Inc.|CDN|Global\nAlgolia SAS|Search|France\n"
    assert read(text, "a.csv", "purpose", "region") == [
        ("2", "Fastly, Inc.", "CDN", "GLOBAL"),
        ("3", "Algolia SAS", "Search", "FR"),
    ]


def test_products_are_vendors_only_below_a_heading_that_says_so() -> None:
    table = "| Product | Purpose | Location |\n|---|---|---|\n| Figma | Design | US |\n"
    assert read(f"# Sub-processors\n\n{table}", "a.md", "region") == [("5", "Figma", "US")]
    ours = f"# Our products\n\n{table}\n# Sub-processors\n\n- Acme Inc. - mail - US\n"
    assert [row[1] for row in read(ours, "a.md")] == ["Acme Inc."]


DATA = "| Vendor | Purpose | Personal data |\n|---|---|---|\n| Acme | Mail | {} |\n"


@pytest.mark.parametrize(
    ("words", "data"),
    [
        ("name, e-mail address, IP address", "contact.name; contact.email; device"),
        ("E-Mail, Kontaktdaten", "contact.email; contact"),
        ("Noms; adresses e-mail", "contact.name; contact.email"),
        ("Cookies and similar identifiers", "device.cookies"),
        ("contact.phone", "contact.phone"),
        ("Names, shoe sizes", ""),
        ("All of it", ""),
    ],
)
def test_words_of_data_become_categories_where_all_of_them_are_known(words: str, data: str) -> None:
    text = DATA.format(words)
    assert read(text, "a.md", "data") == [("3", "Acme", data)]
    told = [one for one in left_out(text, "a.md") if "Personal data" in one]
    assert bool(told) == (not data)
    assert data or f"Personal data: {words}" in listing(text, "a.md").rows[0].cells["notes"]


def test_the_words_of_data_that_are_no_category_are_told() -> None:
    assert left_out(DATA.format("Names, shoe sizes"), "a.md") == [
        '3 "Personal data": "shoe sizes" of its words is no category of the policy; '
        "the cell stays blank, they stay in the notes"
    ]


def test_further_words_on_a_card_are_kept() -> None:
    cards = "".join(
        f"<div><h4>{name}</h4><i>Payments</i><p>Handles cards of {name}.</p><small>Location: Ireland</small></div>"
        for name in ("Acme Ltd", "Beta Ltd")
    )
    first, _ = listing(f"<h2>Vendors</h2>{cards}", "a.html").rows
    assert (first.cells["purpose"], first.cells["region"]) == ("Payments", "IE")
    assert "Handles cards of Acme Ltd" in first.cells["notes"]


def test_shapes_of_tools() -> None:
    one = '{"name": "Linear", "category": {"displayName": "Planning"}, "servicesProvided": "Issues"}'
    vanta = f'{{"results": {{"data": [{one}]}}}}'
    assert read(vanta, "a.json", "purpose") == [("1", "Linear", "Issues")]
    item = '{"@type": "ListItem", "item": {"@type": "Organization", "name": "Acme", "description": "Mail"}}'
    linked = f'{{"@type": "ItemList", "name": "Subprocessors", "itemListElement": [{item}]}}'
    page = f'<script type="application/ld+json">{linked}</script><p>Please enable JavaScript.</p>'
    assert read(page, "a.html", "purpose") == [("1", "Acme", "Mail")]


def test_points_that_say_what_before_who() -> None:
    text = "# Subprocessors\n\n- **Hosting**: Acme Web Services (Ireland)\n- **E-mail**: Mailjet SAS (France)\n"
    assert read(text, "a.md", "purpose", "region") == [
        ("3", "Acme Web Services", "Hosting", "IE"),
        ("4", "Mailjet SAS", "E-mail", "FR"),
    ]
    text = "# Subprocessors\n\n- **Acme**: Hosting (Ireland)\n- **Beta**: E-mail (France)\n"
    assert [row[1] for row in read(text, "a.md")] == ["Acme", "Beta"]


def test_lines_with_dashes_in_prose_are_points() -> None:
    lines = ("Acme Inc. – hosting – USA", "Beta GmbH – mail – Germany")
    rows = [("Acme Inc.", "hosting", "US"), ("Beta GmbH", "mail", "DE")]
    for body in ("<br>".join(lines), "</p><p>".join(lines)):
        page = f"<p>These are our sub-processors:</p><p>{body}</p>"
        assert [row[1:] for row in read(page, "a.html", "purpose", "region")] == rows


def test_forms_that_say_enough_need_no_word_for_vendors() -> None:
    text = "Name: Acme Inc.\nPurpose: Hosting\nLocation: US\n\nName: Beta GmbH\nPurpose: Mail\nLocation: Germany\n"
    assert [row[1:] for row in read(text, "a.txt", "region")] == [("Acme Inc.", "US"), ("Beta GmbH", "DE")]


def test_grounds_behind_the_colon_of_their_place() -> None:
    text = "Vendor,Purpose,Location\nAcme Inc.,Support,US: DPF; India: SCCs\nBeta,Mail,Lithuania (EEA)\n"
    assert read(text, "a.csv", "region", "mechanism")[0] == ("2", "Acme Inc.", "US; IN", "DPF; SCCs")
    assert read(text, "a.csv", "mechanism")[1] == ("3", "Beta", "")


def test_places_with_marks_are_no_grounds() -> None:
    text = "| Vendor | Purpose | EU | US |\n|---|---|---|---|\n| Acme | Mail | x | x |\n"
    assert read(text, "a.md", "region", "mechanism") == [("3", "Acme", "EU; US", "")]


def test_a_country_of_data_is_no_seat() -> None:
    text = "Company,Country (HQ),Data centre country,Reason for use\nAcme Pty Ltd,Australia,Ireland,Tickets\n"
    assert read(text, "a.csv", "country", "region") == [("2", "Acme Pty Ltd", "AU", "IE")]


@pytest.mark.parametrize(
    "text",
    [
        "**Acme, Inc.**\n- Purpose: Mail\n- Location: US\n\n**Beta GmbH**\n- Purpose: Chat\n- Location: Germany\n",
        "1. **Acme, Inc.**\n\nPurpose: Mail\n\nLocation: US\n\n**Beta GmbH**\n\nPurpose: Chat\n\nLocation: Germany\n",
    ],
)
def test_names_with_what_is_said_of_them_below(text: str) -> None:
    text = f"# Sub-processors\n\n{text.replace('1. **', '**')}"
    assert [row[1:] for row in read(text, "a.md", "purpose", "region")] == [
        ("Acme, Inc.", "Mail", "US"),
        ("Beta GmbH", "Chat", "DE"),
    ]


def test_points_that_are_titles_alone_name_nobody() -> None:
    text = "# Our vendor\n\n- Purpose: Mail\n- Location: US\n\n| Vendor | Purpose |\n|---|---|\n| Acme | Chat |\n"
    assert [row[1] for row in read(text, "a.md")] == ["Acme"]
    assert '"Purpose: Mail"' in left_out(text, "a.md")[0]


def test_a_place_in_a_bracket_of_a_bold_name_and_a_department() -> None:
    text = "# Vendors\n\n- **Acme, Inc. (United States)**: mail; SCCs\n- **Beta SE** — HR — Germany\n"
    assert read(text, "a.md", "purpose", "region", "mechanism") == [
        ("3", "Acme, Inc.", "mail", "US", "SCCs"),
        ("4", "Beta SE", "HR", "DE", ""),
    ]


def test_rich_text_of_an_editor_is_its_words() -> None:
    paragraph = '{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "Front-end hosting"}]}'
    text = f'{{"json": {{"nodeType": "document", "content": [{paragraph}]}}}}'
    page = f'{{"vendors": [{{"name": "Acme", "description": {text}, "location": "US"}}]}}'
    assert read(page, "a.json", "purpose", "region") == [("1", "Acme", "Front-end hosting", "US")]
