"""Abbreviations of several words, within which no line ends."""

from vendor_registry.model.text.abbreviations import unbroken


def test_the_united_states_stay_on_one_line_in_spanish() -> None:
    assert unbroken("UE-EE. UU. (EE. UU.)") == "UE-EE.\u00a0UU. (EE.\u00a0UU.)"
    assert unbroken("EE. Acme UU.") == "EE. Acme UU."
