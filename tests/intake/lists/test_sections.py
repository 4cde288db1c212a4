"""What headings and sentences say of the rows below them: to come, gone, only sometimes, as of when, and footnotes."""

import pytest

from tests.intake.lists.reading import acme, left_out, listing, read
from vendor_registry.intake.lists.entries.headings import condition_in, standing_of_heading
from vendor_registry.intake.lists.words.standings import Standing

TITLES = "| Vendor | Purpose | Location | Effective date |\n|---|---|---|---|\n"
NOW = "# Sub-processors\n\n- Acme Inc. - mail - US\n\n"


@pytest.mark.parametrize(
    "heading",
    [
        "Upcoming changes",
        "Planned sub-processors",
        "New sub-processors (from 1 March 2027)",
        "Próximos cambios",
        "Geplante Unterauftragnehmer",
        "Sous-traitants à venir",
    ],
)
def test_who_is_to_come_begins_on_its_day(heading: str) -> None:
    text = f"{NOW}## {heading}\n\n{TITLES}| Beta Inc. | Chat | US | 2027-01-15 |\n| Gamma AG | Maps | CH | tbd |\n"
    assert standing_of_heading(heading) is Standing.ANNOUNCED
    dated = "1 March" in heading
    found = [row[1:] for row in read(text, "a.md", "since", "until")]
    assert found[1:] == [("Beta Inc.", "2027-01-15", ""), *([("Gamma AG", "2027-03-01", "")] if dated else [])]
    told = [one for one in left_out(text, "a.md") if "Gamma" in one]
    assert dated or f'"{heading}" says that it is to come, and no day says when' in told[0]


@pytest.mark.parametrize(
    "heading",
    [
        "Removed subprocessors",
        "Former vendors",
        "No longer used",
        "Ehemalige Auftragsverarbeiter",
        "Anciens sous-traitants",
    ],
)
def test_who_has_left_ended_on_its_day(heading: str) -> None:
    text = f"{NOW}## {heading}\n\n{TITLES}| Beta Inc. | Fax | US | 31 May 2026 |\n| Gamma AG | Fax | CH | |\n"
    assert standing_of_heading(heading) is Standing.ENDED
    assert [row[1:] for row in read(text, "a.md", "since", "until")] == [
        ("Acme Inc.", "", ""),
        ("Beta Inc.", "", "2026-05-31"),
    ]
    assert '10 "Gamma AG" was left out' in left_out(text, "a.md")[-1]


def test_the_day_of_a_heading_and_of_the_words_below_it_hold_for_its_list() -> None:
    text = NOW + (
        "## Planned (from 1 February 2027)\n\n- Beta Ltd - chat - UK\n\n"
        "## Former sub-processors\n\nUntil 30 June 2026 we used:\n\n- Gamma AG - fax - CH\n"
    )
    assert [row[1:] for row in read(text, "a.md", "since", "until")][1:] == [
        ("Beta Ltd", "2027-02-01", ""),
        ("Gamma AG", "", "2026-06-30"),
    ]


@pytest.mark.parametrize(
    "heading", ["New sub-processors", "Planned Giving", "Change log", "Our future", "Sub-processors"]
)
def test_other_headings_say_nothing_of_it(heading: str) -> None:
    assert standing_of_heading(heading) is Standing.UNCLEAR


def test_a_page_that_is_all_about_changes_is_read_and_asked_for() -> None:
    table = "| Vendor | Purpose | Location |\n|---|---|---|\n| Beta Inc. | Chat | US |\n"
    text = f"# Changes to our sub-processors\n\n{table}"
    assert read(text, "a.md", "region") == [("5", "Beta Inc.", "US")]
    assert "may be of changes alone; what stands below it is taken as in force: is it?" in left_out(text, "a.md")[0]
    assert [row[1] for row in read(f"{NOW}## Changes to our sub-processors\n\n{table}", "a.md")] == ["Acme Inc."]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Last updated 3 March 2026", "2026-03-03"),
        ("*Stand: 01.04.2026*", "2026-04-01"),
        ("Dernière mise à jour le 1er mars 2026", "2026-03-01"),
        ("This list was last updated on March 3, 2026.", "2026-03-03"),
        ("Effective date: 2026-02-01", "2026-02-01"),
        ("Last updated 03/04/2026", ""),
        ("Last updated 12/31/2025", "2025-12-31"),
        ("We were founded on 3 March 2026.", None),
    ],
)
def test_the_day_of_the_list_stands_in_its_source(words: str, day: str | None) -> None:
    text = f"# Sub-processors\n\n{words}\n\n- Acme Inc. - mail - US\n"
    (row,) = listing(text, "a.md").rows
    assert row.cells["source"] == ("a.md:5, list of " + day if day else "a.md:5")
    told = [one for one in left_out(text, "a.md") if "the list says" in one]
    assert bool(told) == (day is not None)
    assert day != "" or "can be read as two days" in told[0]


def test_the_day_of_data_and_not_that_of_changes() -> None:
    text = '{"lastUpdated": "2026-05-01T10:00:00Z", "vendors": [{"name": "Acme", "purpose": "mail"}]}'
    assert listing(text, "a.json").rows[0].cells["source"] == "a.json:1, list of 2026-05-01"
    text = f"{NOW}## Upcoming changes\n\nEffective 1 May 2027:\n\n- Beta Ltd - chat - UK\n"
    assert listing(text, "a.md").rows[0].cells["source"] == "a.md:3"


@pytest.mark.parametrize(
    ("heading", "condition"),
    [
        ("Live chat (only if you use live chat)", "only if you use live chat"),
        ("Optional features", "Optional features"),
        ("AI features (opt-in)", "opt-in"),
        ("Nur bei Nutzung der Telefonie", "Nur bei Nutzung der Telefonie"),
        ("Core services", ""),
        ("Services that are not optional", ""),
    ],
)
def test_a_heading_may_say_when_its_vendors_apply(heading: str, condition: str) -> None:
    assert condition_in(heading) == condition
    text = f"{NOW}## Vendors: core\n\n- Beta Ltd - mail - UK\n\n## {heading}\n\n- Gamma AG - chat - CH\n"
    row = next(one for one in listing(text, "a.md").rows if one.cells["vendor"] == "Gamma AG")
    assert row.condition == condition
    assert bool(row.cells.get("condition")) == bool(condition)
    assert bool(condition) == any(f'"{condition}" is taken for the condition' in one for one in left_out(text, "a.md"))


def test_a_column_says_when_each_applies() -> None:
    text = "Vendor,Purpose,Condition\nAcme,Mail,Only with SMS\nBeta,Chat,Always\nGamma,Maps,-\n"
    assert read(text, "a.csv", "condition") == [("2", "Acme", "only-with-sms"), ("3", "Beta", ""), ("4", "Gamma", "")]


def test_footnotes_are_kept_and_asked_for() -> None:
    text = (
        "| Vendor | Purpose |\n|---|---|\n| Acme Inc.¹ | Mail |\n| Beta Ltd\\*\\* | Chat |\n| Gamma AG | Maps |\n\n"
        "¹ Only in North America.\n\\*\\* Until 31 December 2026.\n"
    )
    first, second, third = listing(text, "a.md").rows
    assert (first.cells["vendor"], second.cells["vendor"]) == ("Acme Inc.", "Beta Ltd")
    assert "Footnote: Only in North America." in first.cells["notes"]
    assert "Footnote: Until 31 December 2026." in second.cells["notes"]
    assert "Footnote" not in third.cells.get("notes", "")
    assert len([one for one in left_out(text, "a.md") if "has a footnote" in one]) == 2


PANEL = "<p><b>Purpose:</b> Mail</p><p><b>Location:</b> France</p>"


@pytest.mark.parametrize(
    "button",
    ['<button aria-expanded="false">{}</button>', '<h3><button class="accordion-button">{}</button></h3>'],
)
def test_what_unfolds_is_a_heading(button: str) -> None:
    cards = "".join(f"<div>{button.format(name)}<div>{PANEL}</div></div>" for name in ("Acme SAS", "Beta SAS"))
    page = f"<h1>Sub-processors</h1><button>Menu</button>{cards}"
    assert [row[1:] for row in read(page, "a.html", "region")] == [("Acme SAS", "FR"), ("Beta SAS", "FR")]


def test_tabs_are_no_vendors_but_the_headings_of_their_parts() -> None:
    table = "<table><tr><th>Vendor<th>Location<tr><td>{}<td>Germany</table>"
    page = (
        '<h1>Sub-processors</h1><ul role="tablist"><li role="tab" id="a">EU customers</li><li role="tab">US</li></ul>'
        f'<div role="tabpanel" aria-labelledby="a">{table.format("Acme")}</div>'
        f'<div role="tabpanel" aria-label="US">{table.format("Beta")}</div>'
    )
    rows = listing(page, "a.html").rows
    assert [row.cells["vendor"] for row in rows] == ["Acme", "Beta"]
    assert [row.cells["notes"].split(" | ")[0] for row in rows] == [
        "Section: Sub-processors > EU customers",
        "Section: Sub-processors > US",
    ]


def test_conditions_of_a_policy_are_known_by_their_names() -> None:
    assert (
        listing("Vendor,Condition\nAcme,Live chat\n", "a.csv", policy=acme()).rows[0].cells["condition"] == "live-chat"
    )


def test_days_in_brackets_behind_names() -> None:
    text = (
        "Vendor,Purpose\nAcme Inc. (formerly Foo),Mail\nBeta GmbH (until 31 December 2026),Chat\n"
        "Gamma AG (from 1 March 2027),Maps\nDelta (since 2019),Fax\n"
    )
    assert [row[1:] for row in read(text, "a.csv", "since", "until")] == [
        ("Acme Inc. (formerly Foo)", "", ""),
        ("Beta GmbH", "", "2026-12-31"),
        ("Gamma AG", "2027-03-01", ""),
        ("Delta (since 2019)", "", ""),
    ]
    assert "Name: Beta GmbH (until 31 December 2026)" in listing(text, "a.csv").rows[1].cells["notes"]


def test_a_day_below_a_title_that_says_it_has_ended() -> None:
    text = "Vendor,Purpose,Offboarded\nAcme,Mail,\nBeta,Chat,2024-03-01\n"
    assert [row[1:] for row in read(text, "a.csv", "until")] == [("Acme", ""), ("Beta", "2024-03-01")]


def test_footnotes_above_the_line() -> None:
    page = (
        "<h1>Vendors</h1><table><tr><th>Name<th>Purpose<tr><td>Acme Inc.<sup>1</sup><td>Mail<tr><td>Beta<td>Chat"
        "</table><p><sup>1</sup> Only for US customers.</p>"
    )
    first, second = listing(page, "a.html").rows
    assert first.cells["vendor"] == "Acme Inc."
    assert "Footnote: Only for US customers." in first.cells["notes"]
    assert "Footnote" not in second.cells.get("notes", "")


def test_the_caption_of_a_table_speaks_of_it_alone() -> None:
    table = "<table>{}<tr><th>Name<th>Purpose<tr><td>{}<td>Mail</table>"
    page = "<h1>Vendors</h1>" + table.format("<caption>Optional features</caption>", "Acme") + table.format("", "Beta")
    assert [row[1:] for row in read(page, "a.html", "condition")] == [("Acme", "optional-features"), ("Beta", "")]
