"""Names of companies are the same however their forms and marks are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.rules.shared.company_names import CompanyName, company_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Acme Ltd", "acme"),
        ("ACME, Limited.", "acme"),
        ("Acme GmbH & Co. KG", "acme"),
        ("Acme G.m.b.H.", "acme"),
        ("Acme, L.L.C.", "acme"),
        ("Acme A/S", "acme"),
        ("Acme AB (publ)", "acme"),
        ("Acme S.à r.l.", "acme"),
        ("Acme S. à r. l.", "acme"),
        ("Acme B. V.", "acme"),
        ("Acme SA/NV", "acme"),
        ("Acme SE & Co. KGaA", "acme"),
        ("A B", "a b"),
        ("Acme Pty. Ltd.", "acme"),
        ("Acme sp. z o.o.", "acme"),
        ("Société Générale S.A.", "societe generale"),
        ("O'Reilly Media, Inc.", "oreilly media"),
        ("Johnson & Johnson", "johnson and johnson"),
        ("Meyer und Sohn GmbH", "meyer and sohn"),
        ("Dupont et Fils SARL", "dupont and fils"),
        ("García y Hijos S.L.", "garcia and hijos"),
        ("Silva e Filhos, Lda.", "silva and filhos"),
        ("Acme GmbH und Co. KG", "acme"),
        ("F y L", "f y l"),
        ("Und", "und"),
        ("Gesellschaft mit beschränkter Haftung", "gesellschaft mit beschrankter haftung"),
        ("AB", "ab"),
        ("株式会社", "株式会社"),
        ("...", ""),
    ],
)
def test_what_is_left_without_form_and_marks(written: str, name: str) -> None:
    assert company_name(written).name == name


def test_forms_of_one_kind_are_one_form() -> None:
    assert company_name("Acme Ltd").form == company_name("Acme Pty Limited").form == "limited"
    assert company_name("Acme Corp").form == company_name("Acme, Inc.").form != company_name("Acme LLC").form
    assert company_name("Acme") == CompanyName("acme", "")


@given(st.text(max_size=40))
def test_any_text_has_a_name_and_writing_it_in_capitals_changes_nothing(text: str) -> None:
    found = company_name(text)
    assert found.name == found.name.strip()
    assert company_name(found.name.upper()).name == company_name(found.name).name
