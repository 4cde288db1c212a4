"""Whether places got wider or narrower: countries by the day, details in brackets by their words."""

from collections.abc import Iterable

from vendor_registry.case.places import Places
from vendor_registry.changes.scopes import Turn, turned
from vendor_registry.changes.spelling import same
from vendor_registry.model.register.place import GLOBAL, Place, Region


def turn_of_places(places: Places, before: Region, after: Region) -> Turn:
    """Of two cells; none of them is unknown. A place without a detail holds all of its country or zone."""
    return turned(_cover(places, after, before), _cover(places, before, after))


def _cover(places: Places, wide: Region, narrow: Region) -> bool:
    whole = _countries(places, (one for one in wide.places if not one.detail))
    return GLOBAL in whole or all(
        _countries(places, [place]) <= whole or any(_is(places, one, place) for one in wide.places)
        for place in narrow.places
    )


def _is(places: Places, wide: Place, narrow: Place) -> bool:
    """Whether the details of two entries of the same country or zone say the same."""
    return places.countries(narrow.code) <= places.countries(wide.code) and same(wide.detail, narrow.detail)


def _countries(places: Places, entries: Iterable[Place]) -> frozenset[str]:
    return frozenset().union(*(places.countries(one.code) for one in entries))
