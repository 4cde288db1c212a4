"""The smallest question, with what a test cares about changed; and forgetting what was read from the tables."""

from datetime import date
from typing import Any

from vendor_registry.law.procedure import judge, onward
from vendor_registry.law.question import Question
from vendor_registry.law.tables import lookup, programmes, read, zones
from vendor_registry.law.words.claims import understand

DAY = date(2024, 6, 3)


def question(mechanism: str = "", **changes: Any) -> Question:
    """A German controller sends data to an Indian processor on 3 June 2024 on the ground of what is claimed."""
    claims, strange = understand(mechanism)
    assert not strange, strange
    values: dict[str, Any] = {
        "regime": "eu",
        "exporter_country": "DE",
        "exporter_role": "controller",
        "importer_country": "IN",
        "importer_role": "processor",
        "day": DAY,
        "claims": claims,
    }
    return Question(**(values | changes))


def forget() -> None:
    """Empty every cache over the tables, but for the words, in which there are no dates."""
    for module in (read, zones, lookup, programmes, judge, onward):
        for function in vars(module).values():
            if hasattr(function, "cache_clear"):
                function.cache_clear()
