"""What a change of each column means. A column that is not named here is told as it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from vendor_registry.case.places import Places
from vendor_registry.changes import cells, spelling
from vendor_registry.changes.change import Kind
from vendor_registry.changes.mechanisms import Grounds
from vendor_registry.changes.places import turn_of_places
from vendor_registry.changes.scopes import Turn, turn, turn_of_data, turn_of_identification
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.place import Region

FIELDS = tuple(one.name for one in fields(Engagement) if one.name not in (*cells.WHERE, "key"))

_TOLD: Mapping[str, Kind] = {
    **dict.fromkeys(("legal_name", "address", "country", "parent_country", "affiliate", "parent", "lei"), Kind.ENTITY),
    **dict.fromkeys(("service", "purpose", cells.TRANSLATIONS), Kind.PURPOSE),
    **dict.fromkeys(("engaged_by", "receives_from"), Kind.CHAIN),
    **dict.fromkeys(("measures", "tia", "certifications"), Kind.SAFEGUARDS),
    **dict.fromkeys(("since", "until"), Kind.TERM),
    **dict.fromkeys(("dpa_url", "subprocessors_url"), Kind.LINK),
    **dict.fromkeys(("source", "notes", "notified", "reviewed", "notice_days", "replaces", "formerly"), Kind.RECORD),
    **dict.fromkeys(("condition", "instead_of"), Kind.SCOPE_CHANGED),
    "contact": Kind.CONTACT,
    "role": Kind.ROLE,
    "retention": Kind.RETENTION,
}
_PLACE = {
    Turn.WIDENED: Kind.PLACE_WIDENED,
    Turn.NARROWED: Kind.PLACE_NARROWED,
    Turn.CHANGED: Kind.PLACE_CHANGED,
    Turn.SAME: Kind.SPELLING,
}
_DATA = {
    Turn.WIDENED: Kind.DATA_WIDENED,
    Turn.NARROWED: Kind.DATA_NARROWED,
    Turn.CHANGED: Kind.DATA_CHANGED,
    Turn.SAME: Kind.SPELLING,
}
_SCOPE = {
    Turn.WIDENED: Kind.SCOPE_WIDENED,
    Turn.NARROWED: Kind.SCOPE_NARROWED,
    Turn.CHANGED: Kind.SCOPE_CHANGED,
    Turn.SAME: Kind.SPELLING,
}


@dataclass(frozen=True)
class Columns:
    """How the cells of a day are compared."""

    places: Places
    grounds: Grounds
    as_of: date

    def kind(self, field: str, then: Engagement, now: Engagement) -> Kind | None:
        """What the change of one cell means; None where both say the same."""
        before, after = getattr(then, field), getattr(now, field)
        if before == after:
            return None
        by_field: Mapping[str, Callable[[], Kind]] = {
            "vendor": lambda: _name(then, now),
            "region": lambda: self._region(before, after),
            "access_from": lambda: _PLACE[turn_of_places(self.places, before, after)],
            "data": lambda: _stated(before, after) or _DATA[turn_of_data(before, after)],
            "data_subjects": lambda: _stated(before, after) or _DATA[turn(before, after)],
            "de_identified": lambda: _DATA[turn_of_identification(before, after)],
            "products": lambda: _SCOPE[turn(before, after)],
            "zone": lambda: _SCOPE[turn((before,), (after,))],
            "mechanism": lambda: self.grounds.kind(then, now),
            "since": lambda: self._start(before, after),
        }
        return by_field[field]() if field in by_field else _text(field, then, now)

    def _start(self, before: date | None, after: date | None) -> Kind:
        """Who is told of a day, and of an earlier one later, has less time than was said; a day that is over is only
        corrected."""
        if before is None or after is None or not self.as_of < before > after:
            return Kind.TERM
        return Kind.EARLIER

    def _region(self, before: Region, after: Region) -> Kind:
        if before.unknown or after.unknown:
            return Kind.STATED if before.unknown else Kind.BLANKED
        return _PLACE[turn_of_places(self.places, before, after)]


def _stated(before: object, after: object) -> Kind | None:
    """Where a blank takes part, which says that nobody knows."""
    if before is None or after is None:
        return Kind.STATED if before is None else Kind.BLANKED
    return None


def _name(then: Engagement, now: Engagement) -> Kind:
    """A name that changes with the company is a replacement; where nobody can say, it is taken for one."""
    if spelling.same(then.vendor, now.vendor):
        return Kind.SPELLING
    former = any(spelling.same(then.vendor, name) for name in now.formerly)
    return Kind.RENAMED if former or spelling.same(then.legal_name, now.legal_name) else Kind.REPLACED


def _text(field: str, then: Engagement, now: Engagement) -> Kind:
    before, after = cells.written(then, field), cells.written(now, field)
    reordered = isinstance(getattr(now, field), tuple) and cells.items(before) == cells.items(after)
    links = _TOLD.get(field) is Kind.LINK  # of an address every sign counts
    if reordered or (spelling.same(before, after) and not links):
        return Kind.SPELLING
    return _TOLD.get(field, Kind.DETAILS)
