"""Where processing happens, as written: countries, zones, or the whole world."""

from dataclasses import dataclass

GLOBAL = "GLOBAL"


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of a `region` or `access_from` cell."""

    code: str  # ISO 3166-1 alpha-2, a zone name such as EEA or `eu`, or GLOBAL
    detail: str = ""  # what stood in brackets: "Frankfurt, eu-central-1"

    def __str__(self) -> str:
        return f"{self.code} ({self.detail})" if self.detail else self.code


@dataclass(frozen=True, slots=True)
class Region:
    """Where data is stored, processed or reached from. No places: unknown.

    Which countries a zone means depends on the day, so the law floor answers that, not this class.
    """

    places: tuple[Place, ...] = ()

    @property
    def unknown(self) -> bool:
        return not self.places

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(place.code for place in self.places)

    def __str__(self) -> str:
        return "; ".join(str(place) for place in self.places)


UNKNOWN_REGION = Region()
UNKNOWN_ACCESS = Region((Place(GLOBAL, "unknown"),))
"""Of `access_from`, where the cell says that nobody knows it: it may be anywhere. A blank cell names nobody."""
