"""The smallest question, with what a test cares about changed."""

from datetime import date
from typing import Any

from vendor_registry.law.claims import understand
from vendor_registry.law.question import Question

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
