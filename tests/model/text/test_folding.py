"""Capitals and blanks do not tell vendors apart, letters and blanks within a name do."""

import pytest

from vendor_registry.model.text.folding import folded


@pytest.mark.parametrize("written", ["Straße AG", " strasse ag", "STRASSE AG\t"])
def test_one_name_however_it_is_written(written: str) -> None:
    assert folded(written) == "strasse ag"


@pytest.mark.parametrize("other", ["Strase AG", "StrasseAG", "Strasse  AG"])
def test_another_name_stays_another(other: str) -> None:
    assert folded(other) != folded("Straße AG")
