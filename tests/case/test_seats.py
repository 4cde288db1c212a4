"""Whose seat would settle whether a law binds."""

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.case.seats import unstated_seats
from vendor_registry.case.transfers import transfers
from vendor_registry.model.policy.party import Company, Entity
from vendor_registry.model.text.origin import Cell

SEAT = Cell("policy.toml", 3, "company.country")
OF_GMBH = Cell("policy.toml", 9, "entities.gmbh.country")


def case(operator: str = "", seat: str = "") -> Case:
    """Our system in the US hands content to A, and A to B; A and B are seated in the US."""
    a = make.engagement("a", zone="us", country="US", region="US", receives_from=("app",))
    b = make.engagement("b", zone="us", country="US", region="US", engaged_by=("a",))
    return make.case(
        a,
        b,
        systems={"app": make.system("app", zone="us", region="US", operator=operator)},
        company=Company(name="Acme", cell=SEAT, country=seat),
        entities={"gmbh": Entity(key="gmbh", legal_name="Acme GmbH", country="", cell=OF_GMBH)},
    )


def test_the_company_where_no_entity_runs_the_system() -> None:
    [seat] = unstated_seats(case(), transfers(case()))
    assert (seat.name, seat.cell, seat.systems) == ("Acme", SEAT, ("app",))


def test_the_entity_that_runs_the_system_whatever_the_company_says() -> None:
    found = case(operator="gmbh", seat="DE")
    assert [(one.name, one.cell) for one in unstated_seats(found, transfers(found))] == [("Acme GmbH", OF_GMBH)]


def test_of_an_onward_transfer_the_one_who_began() -> None:
    onward = [one for one in transfers(case()) if one.flow.target == "b"]
    assert onward
    assert [one.cell for one in unstated_seats(case(), onward)] == [SEAT]


def test_nobody_where_every_seat_is_stated() -> None:
    assert unstated_seats(case(seat="DE"), transfers(case(seat="DE"))) == ()
