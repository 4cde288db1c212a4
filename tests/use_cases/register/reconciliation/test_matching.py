"""Which vendor of the register a name on another list is."""

import pytest

from vendor_registry.model.ledger.mention import Mention
from vendor_registry.model.register.place import Region
from vendor_registry.model.text.origin import Cell
from vendor_registry.use_cases.register.reconciliation.matching import How, matches
from vendor_registry.use_cases.register.reconciliation.parties import Party


def found(listed: str, *vendors: str) -> list[tuple[str, How]]:
    parties = [Party(vendor=one, names=(one,), region=Region(), cell=Cell("vendors.csv", 2)) for one in vendors]
    [match] = matches([Mention(place="list.md:1", written=listed, names=(listed,))], parties)
    return [(party.vendor, match.how) for party in match.parties]


@pytest.mark.parametrize(
    ("listed", "vendor"),
    [
        ("Mueller GmbH", "Müller"),
        ("Müller", "Mueller GmbH"),
        ("Muller", "Müller GmbH"),
        ("Oersted A/S", "Ørsted"),
        ("Meyer und Sohn", "Meyer & Sohn GmbH"),
        ("Dupont et Fils", "Dupont & Fils SARL"),
    ],
)
def test_letters_that_a_keyboard_lacks_and_the_word_for_and_part_nobody(listed: str, vendor: str) -> None:
    assert found(listed, vendor, "Somebody Else") == [(vendor, How.NAME)]


def test_muller_and_mueller_stay_two_names() -> None:
    """As far as anybody can see."""
    assert (How.NAME in [how for _, how in found("Muller", "Mueller")]) is False
