"""What a change says of an engagement that came or went, and of texts in several languages."""

from typing import Any

import pytest

from tests import make
from vendor_registry.changes.change import Change, Kind
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.summaries import in_language, summary
from vendor_registry.model.policy.policy import Named
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.text.origin import NOWHERE

NAMES = Names(
    make.policy(services={"hosting": Named(key="hosting", name={"": "Hosting", "es": "Alojamiento"})}), phrases("es")
)


def change(**about: Any) -> Change:
    return Change(kind=Kind.ADDED, vendor="Lake", keys=("lake",), role=Role.SUB_PROCESSOR, cell=NOWHERE, **about)


@pytest.mark.parametrize(
    ("text", "translations", "told"),
    [
        ("hosting: Runs it", (("purpose_es", "Lo opera"),), "Alojamiento: Lo opera"),
        ("hosting: Runs it", (), "Alojamiento: Runs it (inglés)"),
        ("Runs it: well", (), "Runs it: well"),
    ],
)
def test_a_summary_is_in_the_language_as_far_as_the_row_is(text: str, translations: Any, told: str) -> None:
    assert summary(change(translations=translations), text, NAMES) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("purpose_de: Betrieb; immer; purpose_es: Alojamiento; copias; purpose_fr: x", "Alojamiento; copias"),
        ("purpose_es: Soporte; retention_es: 60 días", "Soporte; 60 días"),
        ("purpose_de: Betrieb", ""),
        ("Runs it; well", None),
        ("", None),
    ],
)
def test_of_translations_those_into_the_language_are_told(text: str, told: str | None) -> None:
    assert in_language(text, "es") == told
