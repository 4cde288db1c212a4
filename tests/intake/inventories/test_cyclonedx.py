"""Which services of a bill of materials are third parties, and what they are called."""

from typing import Any

from vendor_registry.intake.inventories.cyclonedx import read
from vendor_registry.intake.inventories.sighting import KnownNames
from vendor_registry.model.ledger.mention import Inventory


def inventory(*services: dict[str, Any]) -> Inventory:
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "services": list(services)}
    return read(bill, "bom.json", KnownNames())


def test_services_inside_the_trust_boundary_are_left_out_and_that_is_said() -> None:
    """Unless the bill names who provides them."""
    found = inventory(
        {"name": "queue", "endpoints": ["https://queue.corp.example"], "x-trust-boundary": False},
        {"name": "tracking", "provider": {"name": "Mixpanel"}, "x-trust-boundary": False},
        {"name": "pay", "endpoints": ["https://api.stripe.com/v1"], "x-trust-boundary": True},
    )
    assert [one.names[0] for one in found.mentions] == ["Mixpanel", "Stripe"]
    assert found.remarks == ("services that the bill says are inside the trust boundary were left out: queue",)


def test_at_a_host_that_nobody_knows_a_service_is_told_by_its_own_name_too() -> None:
    [one] = inventory({"name": "Odd Mail", "endpoints": ["https://api.odd-mail.example/v1"]}).mentions
    assert (one.written, one.sure) == ("Odd Mail (api.odd-mail.example)", False)
    [nameless] = inventory({"endpoints": ["https://api.odd-mail.example/v1"]}).mentions
    assert nameless.written == "api.odd-mail.example"


def test_a_bill_without_services_says_so() -> None:
    assert inventory().remarks == ("the bill names no services; components are code, and get no data by themselves",)
