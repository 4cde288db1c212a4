"""The list of columns keeps its promises."""

from dataclasses import fields
from pathlib import Path

import pytest

from tests import make
from tests.intake.hand_in import registry
from vendor_registry.intake.columns import COLUMNS, Column, column, language_of
from vendor_registry.model.policy.policy import Category
from vendor_registry.model.register.engagement import VENDOR_LEVEL, Engagement

NOT_IN_THE_SHEET = {"translations", "file", "line"}  # purpose_de and its sisters; where the row stands


def test_every_column_is_a_field_and_every_field_a_column() -> None:
    """A column that was added in one place only is named by this test."""
    assert {one.header for one in COLUMNS} == {field.name for field in fields(Engagement)} - NOT_IN_THE_SHEET


def test_the_columns_of_the_manual_that_a_sheet_must_have() -> None:
    """In the order of the manual."""
    assert [one.header for one in COLUMNS if one.required] == [
        "key", "vendor", "country", "role", "service", "purpose", "products", "zone", "data_subjects", "data", "region",
    ]  # fmt: skip


def test_columns_about_the_vendor_know_it() -> None:
    """Those of VENDOR_LEVEL and no other."""
    assert {one.header for one in COLUMNS if one.vendor_level} == set(VENDOR_LEVEL)


@pytest.mark.parametrize("one", COLUMNS, ids=[one.header for one in COLUMNS])
def test_every_column_explains_itself(one: Column) -> None:
    """Meaning, accepted values and an example; only a cell that must be filled says nothing of blanks."""
    assert one.meaning
    assert one.accepted
    assert one.example
    assert one.blank or one.required


def test_every_example_is_understood(tmp_path: Path) -> None:
    """One row made of all the examples."""
    policy = make.policy(
        products=make.named("mail", "archive"),
        data={key: Category(key=key, name={"": key}) for key in ("contact", "contact.email", "content")},
        conditions=make.named("ai-features"),
    )
    cells = {one.header: one.example for one in COLUMNS}
    none = {"engaged_by": "", "receives_from": "", "instead_of": "", "replaces": ""}
    parent, replaced = (cells | none | {"key": cells[column]} for column in ("engaged_by", "replaces"))
    twin = cells | none | {"key": cells["instead_of"]}
    lines = [list(row.values()) for row in (cells, parent, replaced, twin)]
    lines.insert(0, list(cells))
    text = "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines)
    found = registry(tmp_path, text, policy).by_key["gcp-eu"]
    assert all(getattr(found, one.header) not in (None, "", ()) for one in COLUMNS)


def test_a_translated_purpose_is_a_column_for_every_language() -> None:
    """purpose_de is one, purpose_xx, purpose_ and service_de are none."""
    assert [language_of(header) for header in ("retention_de", "purpose_xx", "purpose_", "service_de", "purpose")] == [
        "de", "", "", "", "",
    ]  # fmt: skip
    assert column("purpose_xx") is None
    german = column("purpose_de")
    assert german is not None
    assert not german.required
