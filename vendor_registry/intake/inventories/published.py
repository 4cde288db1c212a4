"""A published list, or last year's sheet: each of its entries names a third party, and says where."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from vendor_registry.intake.inventories.sighting import KnownNames, seen_name
from vendor_registry.intake.lists.entries.entry import LIKELY, Choice
from vendor_registry.intake.lists.formats.page import spot
from vendor_registry.intake.lists.read import Listing, read_list
from vendor_registry.intake.lists.rows.candidate import Candidate
from vendor_registry.intake.lists.words.where import where
from vendor_registry.model.ledger.mention import Inventory, Mention
from vendor_registry.model.register.place import UNKNOWN_REGION, Region
from vendor_registry.model.text.origin import RefusedError

_KEPT = "they stay in the notes"  # how a remark ends on words that do not count here
_FEWEST = 2  # entries of a page that is taken for a list by itself


def read(raw: bytes, file: str, known: KnownNames, wanted: str = "") -> Inventory:
    """The entries of a list; raises RefusedError where it has none."""
    return _inventory(read_list(raw, file, wanted, Choice(), None), known)


def tried(raw: bytes, file: str, known: KnownNames) -> Inventory | None:
    """The same, but None for a page that is not clearly a list."""
    try:
        found = read_list(raw, file, "", Choice(), None)
    except RefusedError:
        return None
    sure = sum(row.sure >= LIKELY for row in found.rows)
    return _inventory(found, known) if sure >= _FEWEST and 2 * sure >= len(found.rows) else None


def _inventory(found: Listing, known: KnownNames) -> Inventory:
    told = (one for one in found.remarks if not one.sentence.endswith(_KEPT))
    remarks = tuple(f"{spot(found.file, one.place)} {one.sentence}" for one in told)
    mentions = (_mention(row, found.file, known) for row in found.rows)
    return Inventory(found.file, "list", _by_vendor(mentions), whole=True, remarks=remarks)


def _by_vendor(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """A vendor with several entries, one a data region or a service, as one: it is where all of them are."""
    found: dict[tuple[str, bool], list[Mention]] = {}
    for one in mentions:
        found.setdefault((one.written, one.own), []).append(one)
    return tuple(_one(some) for some in found.values())


def _one(some: list[Mention]) -> Mention:
    names = dict.fromkeys(name for one in some for name in one.names)
    places = dict.fromkeys(place for one in some for place in one.region.places)
    region = UNKNOWN_REGION if any(one.region.unknown for one in some) else Region(tuple(places))
    days = [one.begins for one in some if one.begins]
    begins = min(days) if len(days) == len(some) else None
    return replace(some[0], names=tuple(names), region=region, begins=begins, more=len(some) - 1)


def _mention(row: Candidate, file: str, known: KnownNames) -> Mention:
    written = row.cells.get("region", "")
    region = where(written).region if written else UNKNOWN_REGION
    named = seen_name(row.cells["vendor"], spot(file, row.place), known, region=region)
    legal = row.cells.get("legal_name", "")
    names = named.names if not legal or legal in named.names else (*named.names, legal)
    return Mention(
        place=named.place,
        written=named.written,
        names=names,
        own=named.own,
        region=named.region,
        begins=_day(row.cells.get("since", "")),
    )


def _day(written: str) -> date | None:
    """A day of the list, as far as it is understood."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
