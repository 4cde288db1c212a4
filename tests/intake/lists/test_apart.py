"""What stands apart in one file: tables of a CSV, parts of a page that fold out, data that a page carries."""

import pytest

from tests.intake.lists.reading import listing, read
from vendor_registry.model.text.origin import RefusedError

CSV = "Vendor,Purpose,Location\nA Inc.,Mail,US\n\n{title}Vendor,Where,What for,Data\nB GmbH,DE,Models,email\n"


@pytest.mark.parametrize("title", ["", "AI features\n", "AI features\n\n", "AI features,,,\n"])
def test_two_tables_of_a_csv(title: str) -> None:
    """Each is read under its own header, with the title above it."""
    first, second = read(CSV.format(title=title), "a.csv", "purpose", "region", "notes")
    assert (first[1:4], second[1:4]) == (("A Inc.", "Mail", "US"), ("B GmbH", "Models", "DE"))
    assert ("Section: AI features" in second[4]) == bool(title)
    assert "Section" not in first[4]


def test_a_row_that_has_lost_a_cell_is_a_fault_in_tables_that_stand_apart() -> None:
    with pytest.raises(RefusedError, match="cell"):
        read(CSV.format(title="") + "C Ltd,UK\n", "a.csv")


def test_a_part_that_folds_out_ends_where_it_ends() -> None:
    page = (
        "<h1>Sub-processors</h1><details><summary>AI</summary><h2>Models</h2><ul><li>A Inc. - Mail - US</ul></details>"
        "<details><summary>Core</summary><ul><li>B GmbH - Hosting - DE</ul></details>"
        "<p>All others:</p><ul><li>C Ltd - Support - UK</ul>"
    )
    found = [row[1:] for row in read(page, "a.html", "notes")]
    assert [notes.split(" | ")[0] for _, notes in found] == [
        "Section: Sub-processors > AI > Models",
        "Section: Sub-processors > Core",
        "Section: Sub-processors",
    ]


NEXT = """<html><body><div id="__next"></div>
<script>window.subprocessors = [{"vendor": "Z Inc.", "purpose": "never run"}]</script>
<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Us Inc."}]}</script>
<script id="__NEXT_DATA__" type="application/json">
{"props": {"menu": [{"title": "Blog", "description": "News"}], "subprocessors": [
  {"name": "A Inc.", "purpose": "Mail", "location": "US"},
  {"name": "B GmbH", "purpose": "Hosting", "location": "DE"}]}}
</script></body></html>"""


def test_data_that_a_page_carries_for_its_scripts() -> None:
    """Only what stands under a key of vendors; who publishes the page is none."""
    assert read(NEXT, "a.html", "purpose", "region") == [
        ("6", "A Inc.", "Mail", "US"),
        ("7", "B GmbH", "Hosting", "DE"),
    ]
    drawn = NEXT.replace("<div", "<ul aria-label=x><li>C Ltd - Mail - UK</ul><div").replace(
        "<body>", "<h1>Vendors</h1>"
    )
    assert [row[1] for row in read(drawn, "a.html")] == ["C Ltd"]


@pytest.mark.parametrize(
    "data", ["{", "[" * 500 + "]" * 500, '{"subprocessors": {}}', '{"menu": [{"name": "A Inc."}]}']
)
def test_data_that_name_no_vendor(data: str) -> None:
    with pytest.raises(RefusedError, match="no vendor is named"):
        listing(f'<script type="application/json">{data}</script>', "a.html")
