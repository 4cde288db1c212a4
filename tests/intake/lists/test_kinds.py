"""Kinds of lists beside the usual: what they have in common with others is understood, whoever published them."""

import pytest

from tests.intake.lists.reading import left_out, read


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


def test_former_vendors_are_left_out_and_told() -> None:
    table = "| Vendor | Purpose |\n|--|--|\n"
    text = f"## Vendors\n\n{table}| A | x |\n\n## Former vendors\n\n{table}| B | y |\n"
    assert read(text, "a.md") == [("5", "A")]
    assert left_out(text, "a.md") == ['9 a table was left out, as it stands under "Former vendors"']


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
