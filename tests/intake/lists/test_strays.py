"""What stands beside the vendors and has names, too: documents, controls, cookies. No rows, and all of it is told."""

import pytest

from tests.intake.lists.reading import left_out, listing, read
from vendor_registry.model.text.origin import RefusedError

TRUST = (
    '{"page": {"subprocessors": {"items": [{"company": {"name": "Acme Inc."}, "purpose": "Mail"}]},\n'
    ' "documents": {"items": [{"title": "SOC 2", "type": "report"}]},\n'
    ' "controls": [{"name": "Access control", "description": "Access is restricted."}]}}'
)


def test_documents_and_controls_of_a_trust_centre() -> None:
    assert read(TRUST, "a.json") == [("1", "Acme Inc.")]
    assert left_out(TRUST, "a.json") == [
        '2 "SOC 2" under "items" was left out, as the vendors of this file stand elsewhere',
        '3 "Access control" under "controls" was left out, as the vendors of this file stand elsewhere',
    ]


def test_companies_of_the_own_group_and_further_lists_of_vendors_stay() -> None:
    text = (
        '{"subprocessors": [{"name": "A Inc.", "purpose": "Mail"}], '
        '"affiliates": [{"name": "Us Ltd", "country": "GB"}],'
        ' "other": [{"vendor_name": "C Ltd", "purpose": "Chat"}],'
        ' "groups": [{"title": "AI", "vendors": [{"name": "B Inc.", "purpose": "Text"}]}]}'
    )
    assert [row[1] for row in read(text, "a.json")] == ["A Inc.", "Us Ltd", "C Ltd", "B Inc."]


@pytest.mark.parametrize(
    "cookies",
    [
        "## Cookies\n\n| Name | Purpose | Duration |\n|--|--|--|\n| _pk_id | Statistics | 1 year |\n",
        "## More\n\n| Cookie name | Purpose | Provider |\n|--|--|--|\n| _pk_id | Statistics | Acme |\n",
        "## Cookies\n\n- **_pk_id** - statistics - Germany\n- **x_id** - login - Germany\n",
    ],
)
def test_cookies_are_no_vendors(cookies: str) -> None:
    page = f"## Processors\n\n| Provider | Purpose |\n|--|--|\n| Acme Inc. | Statistics |\n\n{cookies}"
    assert read(page, "a.md") == [("5", "Acme Inc.")]
    assert len(left_out(page, "a.md")) == 1
    with pytest.raises(RefusedError, match="no vendor is named"):
        listing(cookies, "a.md")


def test_whom_an_issue_tracker_names() -> None:
    text = "Summary,Issue key,Status,Custom field (Data location)\nAcme,V-1,In use,Germany\nBeta,V-2,Rejected,US\n"
    assert read(text, "a.csv", "region") == [("2", "Acme", "DE")]
    assert [row[1] for row in read("Vendor,Summary\nAcme Inc.,Mail\nBeta Inc.,Chat\n", "a.csv")] == [
        "Acme Inc.",
        "Beta Inc.",
    ]


def test_a_column_of_answers_is_none_of_names() -> None:
    text = "Vendor,Purpose,Sub-processor?\nAcme Ltd,Mail,checked\nBeta Ltd,Chat,\n"
    assert [row[1] for row in read(text, "a.csv")] == ["Acme Ltd", "Beta Ltd"]


def test_certificates_and_people_beside_a_table_of_vendors() -> None:
    """A plain "Name" that is no company, of which it is not said both what it does and where, under another heading."""
    page = (
        "<h1>Trust</h1><h2>Certifications</h2><table><tr><th>Name<th>Description<tr><td>ISO 27001<td>Security</table>"
        "<h2>Team</h2><table><tr><th>Name<th>Location<tr><td>Mia Meyer<td>Berlin</table>"
        "<h2>Infrastructure</h2><table><tr><th>Name<th>Purpose<th>Location<tr><td>Acme<td>Servers<td>US</table>"
        "<h2>Sub-processors</h2><table><tr><th>Name<th>Description<tr><td>Beta<td>Database</table>"
    )
    assert [row[1] for row in read(page, "a.html")] == ["Acme", "Beta"]
    assert left_out(page, "a.html") == [
        '1 "ISO 27001" under "Certifications" was left out, as the vendors of this file stand elsewhere',
        '1 "Mia Meyer" under "Team" was left out, as the vendors of this file stand elsewhere',
    ]


def test_what_is_said_below_a_vendor_is_no_vendor() -> None:
    text = "# Subprocessors\n\n1. Acme, Inc.\n   - Hosting\n   - Oregon, USA\n2. Beta\n   - Monitoring\n   - USA\n"
    assert read(text, "a.md", "purpose", "region") == [
        ("3", "Acme, Inc.", "Hosting", "US (Oregon)"),
        ("6", "Beta", "Monitoring", "US"),
    ]
