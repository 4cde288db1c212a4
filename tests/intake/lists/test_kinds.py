"""Kinds of lists beside the usual: what they have in common with others is understood, whoever published them."""

import pytest

from tests.intake.lists.reading import left_out, read
from vendor_registry.model.text.origin import RefusedError


def test_a_country_with_several_places_is_where_data_goes() -> None:
    """In a table where one cell of Country names two; a table of single countries names seats."""
    text = (
        "| # | Sub-processor | Country | Purpose |\n|--|--|--|--|\n"
        "| 1 | A Inc. | US / IE | x |\n| 2 | B Inc. | CN | y |\n"
    )
    assert read(text, "a.md", "region", "country") == [
        ("3", "A Inc.", "US; IE", "unknown"),
        ("4", "B Inc.", "CN", "unknown"),
    ]
    text = text.replace("US / IE", "US")
    assert read(text, "a.md", "region", "country") == [("3", "A Inc.", "", "US"), ("4", "B Inc.", "", "CN")]


def test_a_french_page_and_a_spanish_one() -> None:
    text = (
        "<h1>Sous-traitants</h1><table><tr><th>Sous-traitant ultérieur<th>But<th>Lieu(x)<th>Mécanisme de transfert"
        "<tr><td>Acme SARL<td>Hébergement<td>Irlande, Allemagne<td>S.O."
        "<tr><td>Beta Inc.<td>Envoi de SMS<td>États-Unis<td>CCT et DPF</table>"
    )
    assert read(text, "a.html", "purpose", "region", "mechanism") == [
        ("1", "Acme SARL", "Hébergement", "IE; DE", ""),
        ("1", "Beta Inc.", "Envoi de SMS", "US", "CCT et DPF"),
    ]
    text = (
        "| Nombre de la Entidad | Actividad del Subencargado | Ubicación |\n|--|--|--|\n"
        "| Acme | Alojamiento | Unión Europea |\n| Beta | Correo | Estados Unidos / Unión Europea |\n"
    )
    assert read(text, "a.md", "purpose", "region") == [
        ("3", "Acme", "Alojamiento", "EU"),
        ("4", "Beta", "Correo", "US; EU"),
    ]


def test_cards_of_a_page_without_any_table() -> None:
    text = (
        "<div><div><h3>Acme Cloud</h3><p>Purpose: Hosting</p><p>Location: Germany</p></div>"
        "<div><h3>Beta Mail</h3><p>Purpose: Mail</p><p>Location: USA</p></div></div>"
    )
    assert read(text, "a.html", "purpose", "region") == [
        ("1", "Acme Cloud", "Hosting", "DE"),
        ("1", "Beta Mail", "Mail", "US"),
    ]


def test_objects_with_the_vendor_inside() -> None:
    text = (
        '{"data": {"list": [{"entity": {"name": "A Inc", "country": "US"}, '
        '"services": ["Mail"], "regions": ["eu-west-1"]}]}}'
    )
    assert read(text, "a.json", "country", "purpose", "region") == [("1", "A Inc", "US", "Mail", "IE (eu-west-1)")]


def test_numbered_points_with_places_in_brackets_and_behind_commas() -> None:
    text = "Our sub-processors\n\n1. **A, Inc.** (USA) — Cloud hosting\n2. **Beta** — Speech to text, United States\n"
    assert read(text, "a.md", "purpose", "region") == [
        ("3", "A, Inc.", "Cloud hosting", "US"),
        ("4", "Beta", "Speech to text", "US"),
    ]


def test_headings_with_points_and_a_table_of_affiliates() -> None:
    text = (
        "## Third-party subprocessors\n\n### A, Inc.\n- **Service**: Hosting\n- **Location**: EU (Ireland)\n\n"
        "### B, Inc.\n- **Service**: Logs\n- **Location**: United States\n\n"
        "## Affiliates\n\n| Affiliate | Country |\n|---|---|\n| Acme Ltd | United Kingdom |\n"
    )
    assert read(text, "a.md", "region", "country", "affiliate") == [
        ("3", "A, Inc.", "EU (Ireland)", "unknown", ""),
        ("7", "B, Inc.", "US", "unknown", ""),
        ("15", "Acme Ltd", "", "GB", "yes"),
    ]


def test_cards_of_headings_and_paragraphs_need_no_titles() -> None:
    """A name, what it does, and where, each in a paragraph of its own."""
    cards = "".join(
        f"<div><h3>{name}</h3><p>{what}</p><p>{where}</p></div>"
        for name, what, where in (("Acme, Inc.", "Cloud hosting", "United States"), ("Beta GmbH", "Tickets", "Germany"))
    )
    assert [one[1:] for one in read(f"<h1>Subprocessors</h1>{cards}", "a.html", "purpose", "region")] == [
        ("Acme, Inc.", "Cloud hosting", "US"),
        ("Beta GmbH", "Tickets", "DE"),
    ]


@pytest.mark.parametrize("above", ["", "Our vendors\n\n", "# Our vendors\n", "As of today:\n"])
@pytest.mark.parametrize("between", [" - ", " – ", " | ", "\t", "; "])
def test_plain_text_has_one_entry_a_line(above: str, between: str) -> None:
    lines = [("Acme, Inc.", "Hosting", "United States"), ("Beta GmbH", "Support tickets", "Germany")]
    text = above + "".join(f"{between.join(line)}\n" for line in lines)
    assert [one[1:] for one in read(text, "list.txt", "purpose", "region")] == [
        ("Acme, Inc.", "Hosting", "US"),
        ("Beta GmbH", "Support tickets", "DE"),
    ]


def test_plain_text_with_marks_of_markdown_is_markdown() -> None:
    text = "| Vendor | Purpose |\n|---|---|\n| Acme | Hosting |\n"
    assert [one[1:] for one in read(text, "list.txt", "purpose")] == [("Acme", "Hosting")]


def test_what_stands_before_of_says_what_a_title_is_about() -> None:
    text = "Name,Location of Personal Data,Subject matter\nAcme Inc.,Germany,Mail\n"
    assert read(text, "a.csv", "region", "purpose", "data") == [("2", "Acme Inc.", "DE", "Mail", "")]


def test_a_dutch_page_and_keys_as_programs_write_them() -> None:
    text = (
        "# Subverwerkers\n\n| Subverwerker | Doel | Locatie | Waarborgen |\n|--|--|--|--|\n"
        "| Acme B.V. | Hosting | Nederland | n.v.t. |\n"
        "| Beta Inc. | Post | Verenigde Staten | Standaardcontractbepalingen |\n"
    )
    assert read(text, "a.md", "purpose", "region", "mechanism") == [
        ("5", "Acme B.V.", "Hosting", "NL", ""),
        ("6", "Beta Inc.", "Post", "US", "Standaardcontractbepalingen"),
    ]
    text = (
        '{"fourthParties": [{"fourthPartyName": "Acme", "serviceProvided": "Mail", '
        '"countriesOfOperation": ["US", "FR"]}]}'
    )
    assert read(text, "a.json", "purpose", "region") == [("1", "Acme", "Mail", "US; FR")]


def test_places_for_customers_here_and_there_are_all_places() -> None:
    """Titles over two rows, and titles with the customers in a bracket: nobody may lose the second place."""
    text = (
        "<table><tr><th rowspan=2>Sub-processor<th rowspan=2>Purpose<th colspan=2>Place of processing"
        "<tr><th>EU tenants<th>US tenants<tr><td>Acme<td>Hosting<td>Germany<td>United States</table>"
    )
    assert read(text, "a.html", "purpose", "region") == [("1", "Acme", "Hosting", "DE; US")]
    text = (
        "Vendor,Location (EU customers),Location (US customers)\nAcme,Germany,US\nBeta,Ireland,\nC Ltd,France,France\n"
    )
    assert read(text, "a.csv", "region") == [("2", "Acme", "DE; US"), ("3", "Beta", "IE"), ("4", "C Ltd", "FR")]


def test_a_first_row_like_the_second_is_no_header_over_two_rows() -> None:
    text = "Third Party,Purpose,Role\nAcme,Mail,Processor\nBeta,Mail,Processor\n"
    assert [row[1] for row in read(text, "a.csv")] == ["Acme", "Beta"]


def test_parts_that_fold_out_as_points_with_paragraphs() -> None:
    text = (
        "<h2>Sub-processors</h2><ul><li><h4>Hosting</h4><div><p><b>Acme Inc.</b> – servers – USA</p>"
        "<p><b>Beta Inc.</b> – database – Germany</p></div></li>"
        "<li><h4>Analytics</h4><p><b>C OÜ</b> – statistics – Estonia</p></li></ul>"
    )
    assert [row[1:] for row in read(text, "a.html", "purpose", "region")] == [
        ("Acme Inc.", "servers", "US"),
        ("Beta Inc.", "database", "DE"),
        ("C OÜ", "statistics", "EE"),
    ]


def test_a_list_of_terms_that_says_what_they_do() -> None:
    """No heading says that these are vendors; what is said of them does. Offices have an address and a country."""
    text = "<h1>Who helps us</h1><dl>{}</dl>"
    vendors = "<dt>Acme<dd>Purpose: Mail<dd>Location: Ireland<dt>Beta<dd>Purpose: Payments<dd>Location: UK"
    assert read(text.format(vendors), "a.html", "purpose", "region") == [
        ("1", "Acme", "Mail", "IE"),
        ("1", "Beta", "Payments", "GB"),
    ]
    offices = "<dt>Berlin<dd>Address: Street 1<dd>Country: Germany<dt>Paris<dd>Address: Rue 1<dd>Country: France"
    with pytest.raises(RefusedError, match="no vendor is named"):
        read(text.format(offices), "a.html")


@pytest.mark.parametrize(
    ("written", "vendor", "legal"),
    [
        ("Acme (Acme Software, Inc.)", "Acme (Acme Software, Inc.)", "Acme Software, Inc."),
        ("Acme UG (haftungsbeschränkt)", "Acme UG (haftungsbeschränkt)", "Acme UG (haftungsbeschränkt)"),
        ("Acme (formerly Beta, Inc.)", "Acme (formerly Beta, Inc.)", ""),
        ("Acme (part of Beta Inc.)", "Acme (part of Beta Inc.)", ""),
        ("Acme Ltd (Ireland)", "Acme Ltd (Ireland)", "Acme Ltd"),
    ],
)
def test_the_company_in_a_bracket(written: str, vendor: str, legal: str) -> None:
    ((_, name, legal_name),) = read(f'Vendor,Purpose\n"{written}",Mail\n', "a.csv", "legal_name")
    assert (name, legal_name) == (vendor, legal)


def test_former_names_and_the_company_on_the_second_line() -> None:
    text = 'Vendor,Purpose\nAcme (formerly Beta),Mail\n"Gamma\nGamma Holding, Inc.",Chat\n'
    assert read(text, "a.csv", "formerly", "legal_name") == [
        ("2", "Acme (formerly Beta)", "Beta", ""),
        ("3", "Gamma", "", "Gamma Holding, Inc."),
    ]


def test_flags_and_pictures_beside_places() -> None:
    text = "Vendor,Location\nAcme,🇩🇪 Germany\nBeta,🌍 Global\nC,🇮🇪 🇺🇸\n"
    assert read(text, "a.csv", "region") == [
        ("2", "Acme", "DE"),
        ("3", "Beta", "GLOBAL"),
        ("4", "C", "IE; US"),
    ]
    assert left_out(text, "a.csv") == []


def test_a_purpose_keeps_the_sentence_that_says_where() -> None:
    text = (
        "# Vendors\n\n### Acme Ltd\n\nPayments. Data is stored in Ireland and the United States.\n\n"
        "**Location:** Ireland, United States\n\n**Since:** 2024-01-01\n\n"
        "### Beta Ltd\n\nMail in the EU\n\n**Location:** Ireland\n\n**Since:** 2024-01-01\n"
    )
    assert read(text, "a.md", "purpose", "region") == [
        ("3", "Acme Ltd", "Payments. Data is stored in Ireland and the United States", "IE; US"),
        ("11", "Beta Ltd", "Mail", "IE"),
    ]
    text = "# Vendors\n\n- Acme - hosting (UK)\n- Beta - servers, hosted in Germany\n"
    assert read(text, "a.md", "purpose", "region") == [
        ("3", "Acme", "hosting", "GB"),
        ("4", "Beta", "servers, hosted in Germany", "DE"),
    ]


def test_days_with_the_month_as_a_word() -> None:
    text = 'Vendor,Purpose,Added\nAcme,Mail,"March 3, 2025"\nBeta,Chat,3. Mai 2024\n'
    assert read(text, "a.csv", "since") == [("2", "Acme", "2025-03-03"), ("3", "Beta", "2024-05-03")]


def test_the_end_of_a_contract_is_asked_of_where_a_vendor_has_left() -> None:
    text = "Vendor,Status,Contract End Date,Purpose\nAcme,Offboarded,2024-03-31,Mail\nBeta,Active,2027-03-31,Chat\n"
    assert read(text, "a.csv", "until") == [("2", "Acme", "2024-03-31"), ("3", "Beta", "2027-03-31")]
    assert left_out(text, "a.csv") == [
        '2 "Acme": Status "Offboarded" says that it has ended, and Contract End Date "2024-03-31" is taken as its last '
        "day; is it, or did it stop on another?"
    ]
    assert left_out(text.replace("Contract End Date", "Removed on"), "a.csv") == []


def test_two_forms_of_which_the_first_line_counts_them() -> None:
    text = (
        "| | Sub-processor 1 | Sub-processor 2 |\n|--|--|--|\n| Name | Acme Ltd | Beta Inc. |\n"
        "| Description of processing | Mail | Chat |\n"
    )
    assert [row[1:] for row in read(text, "a.md", "purpose")] == [("Acme Ltd", "Mail"), ("Beta Inc.", "Chat")]


def test_who_publishes_the_page_is_no_vendor() -> None:
    """A table of a name and its address says who a company is; beside vendors it is told, and alone it is no list."""
    contact = (
        "<h2>Contact</h2><table><tr><td>Company<td>Fox GmbH<tr><td>Address<td>Weg 1, 10115 Berlin, Germany</table>"
    )
    with pytest.raises(RefusedError, match="no vendor is named"):
        read(contact, "a.html")
    page = f"<h2>Processors</h2><table><tr><th>Name<th>Purpose<tr><td>Acme<td>Mail</table>{contact}"
    assert read(page, "a.html") == [("1", "Acme")]
    assert left_out(page, "a.html") == ["1 a table was left out, as it says who a company is, and not what it does"]


def test_places_as_titles_with_a_mark_below() -> None:
    text = "| Vendor | Purpose | EU | US | UK |\n|--|--|--|--|--|\n| A Inc. | Mail | ✓ | ✓ | |\n| B | SMS | | x | x |\n"
    assert read(text, "a.md", "region") == [("3", "A Inc.", "EU; US"), ("4", "B", "US; GB")]


def test_what_a_content_system_wraps_around_its_objects() -> None:
    text = (
        '[{"id": 1, "attributes": {"Name": "Acme", "Entity": {"data": {"attributes": {"LegalName": "Acme Ltd", '
        '"Country": "Ireland"}}}, "Purpose": "Mail", "Regions": {"data": [{"attributes": {"Name": "EU"}}]}}}]'
    )
    assert read(text, "a.json", "legal_name", "country", "purpose", "region") == [
        ("1", "Acme", "Acme Ltd", "IE", "Mail", "EU")
    ]


def test_vendors_as_keys_and_their_regions() -> None:
    """An array of regions below a vendor names no vendors, whatever stands above."""
    text = "subprocessors:\n  aws:\n    legal_entity: A SARL\n    purpose: Hosting\n    regions: [IE, US]\n"
    assert read(text, "a.yaml", "legal_name", "region") == [("3", "aws", "A SARL", "IE; US")]
    with pytest.raises(RefusedError, match="no vendor is named"):
        read('{"subprocessors": {"regions": ["IE", "US"]}}', "a.json")


def test_a_kind_of_section_says_whose_names_stand_in_it() -> None:
    text = (
        '{"sections": [{"kind": "SUBPROCESSORS", "entries": [{"displayName": "Acme", "usage": "Mail"}]}, '
        '{"kind": "TEAM", "entries": [{"displayName": "Mia", "usage": "Advice"}]}]}'
    )
    assert read(text, "a.json", "purpose") == [("1", "Acme", "Mail")]


def test_a_yes_before_the_ground_and_remote_access() -> None:
    text = (
        "Vendor,Purpose,Transfer mechanism,Remote access from\nAcme,Mail,Yes (SCCs),India; US\nBeta,Chat,Oui – CCT,-\n"
    )
    assert read(text, "a.csv", "mechanism", "access_from") == [
        ("2", "Acme", "SCCs", "IN; US"),
        ("3", "Beta", "CCT", ""),
    ]


def test_tools_that_are_no_subprocessors_are_asked_of() -> None:
    text = "Vendor,Purpose,Sub-processor\nAcme,Mail,TRUE\nBeta,Drawings,FALSE\n"
    assert left_out(text, "a.csv") == ['3 "Beta": Sub-processor "FALSE", and the row says sub-processor; which is it?']


def test_names_in_bold_above_their_address() -> None:
    text = (
        "<h2>Subunternehmer</h2><p><b>Acme GmbH</b><br>Weg 25<br>91710 Gunzenhausen<br>Deutschland<br>"
        "Leistung: Hosting</p>"
        "<p><b>Beta Ltd.</b><br>Quay 70<br>Dublin 2<br>Irland<br>Leistung: SMS</p>"
    )
    assert [row[1:] for row in read(text, "a.html", "address", "country", "region", "purpose")] == [
        ("Acme GmbH", "Weg 25, 91710 Gunzenhausen, Deutschland", "DE", "", "Hosting"),
        ("Beta Ltd.", "Quay 70, Dublin 2, Irland", "IE", "", "SMS"),
    ]


def test_forms_whose_lines_a_page_has_joined() -> None:
    """In Markdown a new line is a blank."""
    text = (
        "## Sub-processors\n\nSub-processor: **A, Inc.**\nPurpose: Mail\nLocation: US\n\n"
        "Sub-processor: **B, Inc.**\nPurpose: ETL\nLocation: US, Ireland\n"
    )
    assert [row[1:] for row in read(text, "a.md", "purpose", "region")] == [
        ("A, Inc.", "Mail", "US"),
        ("B, Inc.", "ETL", "US; IE"),
    ]


def test_grounds_as_titles_with_an_answer_below() -> None:
    """An agreement on processing carries no transfer."""
    text = "Vendor,Purpose,Country,DPA,SCC,DPF\nA Inc.,Mail,USA,yes,yes,no\nB Inc.,Chat,USA,yes,no,yes\n"
    assert read(text, "a.csv", "mechanism") == [("2", "A Inc.", "SCC"), ("3", "B Inc.", "DPF")]


def test_the_town_beside_a_street_is_no_place_of_processing() -> None:
    text = "Anbieter,Straße,PLZ,Ort,Land,Zweck\nAcme GmbH,Weg 25,91710,Gunzenhausen,Deutschland,Hosting\n"
    assert read(text, "a.csv", "region", "country") == [("2", "Acme GmbH", "", "DE")]
