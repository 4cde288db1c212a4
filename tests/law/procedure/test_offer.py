"""Examples of what could be agreed: each is understood in a sheet, and each would carry."""

from datetime import date
from typing import Any

import pytest

from tests.law.asking import question
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.procedure.offer import offer
from vendor_registry.law.words.claims import understand

ROLES = {"C": "controller", "P": "processor"}
DAYS = (date(2016, 9, 1), date(2019, 1, 1), date(2021, 6, 27), date(2022, 3, 21), date(2023, 10, 12), date(2024, 9, 15))


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("regime", "exporter"), [("eu", "DE"), ("uk", "GB"), ("ch", "CH")])
@pytest.mark.parametrize("importer", ["US", "IN"])
@pytest.mark.parametrize("pair", ["C2C", "C2P", "P2P", "P2C"])
def test_what_is_offered_would_carry_the_transfer(
    day: date, regime: str, exporter: str, importer: str, pair: str
) -> None:
    asked = question(
        regime=regime,
        exporter_country=exporter,
        exporter_role=ROLES[pair[0]],
        importer_country=importer,
        importer_role=ROLES[pair[2]],
        day=day,
    )
    if judge(asked).verdict == "unknown":  # the regime does not bind yet
        return
    for words in offer(asked):
        claims, strange = understand(words)
        assert not strange, words
        beside = question(**{name: getattr(asked, name) for name in type(asked).__slots__} | {"claims": claims})
        assert judge(beside).verdict in {"covered", "covered_with_warning"}, words


def test_something_is_offered_wherever_something_is_there() -> None:
    """Processor to processor in 2019 had nothing; in 2026 it has a module, in the UK the IDTA."""
    processors: dict[str, Any] = {"exporter_role": "processor", "importer_role": "processor"}
    assert offer(question(**processors, day=date(2019, 1, 1))) == ()
    assert offer(question(**processors, day=date(2026, 1, 1))) == ("SCC M3 (2026-01-01)",)
    uk: dict[str, Any] = {"regime": "uk", "exporter_country": "GB", "importer_country": "US", "day": date(2026, 1, 1)}
    assert offer(question(**uk)) == ("UK Extension (2026-01-01)", "IDTA (2026-01-01)")
    ch: dict[str, Any] = {"regime": "ch", "exporter_country": "CH", "importer_country": "US", "day": date(2026, 1, 1)}
    assert offer(question(**ch)) == ("Swiss-U.S. DPF (2026-01-01)", "Swiss SCC M2 (2026-01-01)")
