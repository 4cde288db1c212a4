"""Who stands behind a party: where a parent outside brings foreign law to data that stays inside.

No transfer follows from a parent's seat (EDPB Guidelines 05/2021); it is weighed in the assessment of Art. 46, and an
order of its authorities is no ground for handing data over (GDPR Art. 48; EDPB Guidelines 02/2024).
"""

from collections.abc import Iterator
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.law.tables.lookup import article, statutes
from vendor_registry.law.tables.rows import GovernmentAccess
from vendor_registry.law.tables.zones import REGIMES
from vendor_registry.model.register.engagement import Engagement

_AREA_OF_REGIME = {"eu": "EEA", "uk": "UK", "ch": "CH"}
_AREA_WORDS = {"EEA": "the EEA", "UK": "the United Kingdom", "CH": "Switzerland"}


class ForeignParent(NamedTuple):
    """A parent outside the areas in which a party sits and processes."""

    country: str
    areas: tuple[str, ...]  # EEA, UK, CH: where the party is
    statutes: tuple[GovernmentAccess, ...]  # of the parent's country, on the day
    articles: tuple[str, ...]  # what the law of the areas says of foreign orders

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person should know."""
        names = "; ".join(row.statute + (" (unverified)" if row.unverified else "") for row in self.statutes)
        orders = f"An order from there is no ground for handing data over ({'; '.join(self.articles)})."
        return (
            f"The parent sits in {self.country}, outside {' and '.join(_AREA_WORDS[area] for area in self.areas)}.",
            f"Statutes on government access there: {names}." if names else "No statute there is in the tables.",
            *([orders] if self.articles else []),
            "No transfer follows from it; weigh it in the impact assessment.",
        )


def foreign_parent(case: Case, one: Engagement) -> ForeignParent | None:
    """The parent of an engagement, where it sits outside the areas that hold the seat and every place known.

    None where it sits inside, where its seat is blank, and where the party itself is outside: then there is a transfer,
    which is judged.
    """
    places = {one.country, *one.region.codes, *one.access_from.codes}
    areas = {area: case.places.countries(area) for area in _AREA_OF_REGIME.values()}
    homes = {
        place: [area for area, inside in areas.items() if case.places.countries(place) <= inside] for place in places
    }
    here = tuple(area for area in areas if any(area in found for found in homes.values()))
    inside = all(homes.values()) and all(map(case.places.countries, places))
    if not one.parent_country or not inside or any(one.parent_country in areas[area] for area in here):
        return None
    rules = (article(regime, "", "foreign-orders", case.as_of) for regime in REGIMES if _AREA_OF_REGIME[regime] in here)
    found = tuple(row for row in statutes(one.parent_country) if row.holds(case.as_of))
    return ForeignParent(one.parent_country, here, found, tuple(rule.text for rule in rules if rule))


def foreign_parents(case: Case) -> Iterator[str]:
    """What is told of all engagements in force whose parent sits outside, once for each country."""
    together: dict[ForeignParent, list[str]] = {}
    for one in case.running:
        if behind := foreign_parent(case, one):
            together.setdefault(behind, []).append(one.key)
    for behind, keys in sorted(together.items(), key=lambda item: (item[0].country, item[0].areas)):
        first, *more = behind.sentences
        yield " ".join((first.replace("The parent", f"The parent of {', '.join(keys)}", 1), *more))
