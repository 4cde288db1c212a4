"""Other lists as people have them: what is named in them, and where."""

import json

import pytest

from vendor_registry.intake.inventories.read import read
from vendor_registry.intake.inventories.sighting import KnownNames

KNOWN = KnownNames(names=("Google Analytics",))


def named(text: str) -> list[str]:
    return [one.written for one in read(text.encode(), "paper.txt", "text", KNOWN).mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We use Google Analytics and Hotjar Ltd here.", ["Google Analytics", "Hotjar Ltd"]),
        ("We use Marks and Spencer plc here.", ["Marks and Spencer plc"]),
        ("Recipients: Personio SE & Co. KG; Lidl GmbH & Co.KG", ["Lidl GmbH & Co.KG", "Personio SE & Co. KG"]),
        ("Purpose: mail. Recipients: Briefpost Krause. Retention: 3 years", ["Briefpost Krause"]),
        ("Wir haben die Kanzlei Roth & Partner mbB beauftragt.", ["Kanzlei Roth & Partner mbB"]),
    ],
)
def test_companies_are_told_apart(text: str, names: list[str]) -> None:
    assert sorted(one.rstrip(".") for one in named(text)) == names


def test_hosts_stand_in_the_lists_of_an_object_too() -> None:
    value = {"allow": ["api.stripe.com", "hooks.slack.com"], "a/b": ["s3.eu-central-1.amazonaws.com"]}
    found = read(json.dumps(value).encode(), "out.json", "", KNOWN)
    assert found.kind == "hosts"
    assert [one.place for one in found.mentions] == ["out.json#/allow/0", "out.json#/allow/1", "out.json#/a~1b/0"]


def test_an_object_with_more_than_lists_of_hosts_is_no_list_of_hosts() -> None:
    value = {"name": "x", "vendors": [{"name": "Stripe", "country": "US", "purpose": "Payments"}]}
    assert read(json.dumps(value).encode(), "list.json", "", KNOWN).kind == "list"
