"""A list held against the register, item by item."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from vendor_registry.model.ledger.mention import Inventory, Mention
from vendor_registry.model.ledger.reconciliation import Item, Outcome, Reconciliation
from vendor_registry.model.register.place import GLOBAL, Place, Region
from vendor_registry.use_cases.register.reconciliation.matching import How, Match, identity, matches
from vendor_registry.use_cases.register.reconciliation.parties import Party

_DETAIL = 30  # letters
Countries = Callable[[str], frozenset[str]]  # what a code means on the day


def held_against(
    inventory: Inventory, parties: Sequence[Party], against: str, day: date, countries: Countries
) -> Reconciliation:
    """What both say of each other; independent of the order of either."""
    theirs = [one for one in inventory.mentions if not one.own]
    found = matches(theirs, parties)
    named = {party.vendor for match in found for party in match.parties}
    running = [party for party in parties if party.running]
    absent = sorted((party for party in running if party.vendor not in named), key=lambda one: one.vendor.casefold())
    items = [item for match in found for item in _items(match)]
    items += [item for match in found for item in _places(match, inventory.whole, countries)]
    items += [_extra(party) for party in absent if inventory.whole]
    return Reconciliation(
        file=inventory.file,
        kind=inventory.kind,
        whole=inventory.whole,
        against=against,
        day=day,
        listed=len({identity(one.names[0] if one.names else one.written) or one.written for one in theirs}),
        registered=len(running),
        same=len({party.vendor for party in running} & named),
        items=tuple(sorted(_once(items), key=Item.sort_key)),
        not_shown=() if inventory.whole else tuple(party.vendor for party in absent),
        remarks=inventory.remarks,
    )


def _items(match: Match) -> Iterator[Item]:
    """Who has no row, or none that is in force, or goes by another name."""
    mention = match.mention
    if not match.parties:
        yield Item(
            outcome=Outcome.MISSING if mention.sure else Outcome.UNMATCHED,
            vendor=mention.names[0] if mention.sure and mention.names else mention.written,
            listed=mention.written,
            place=mention.place,
            more=mention.more,
            note=_where(mention),
        )
    elif not any(party.running for party in match.parties):
        party = match.parties[0]
        if party.begins and party.begins == mention.begins:  # both say that it is to come, from the same day
            return
        yield _item(Outcome.MISSING, match, party, mention.written, party.vendor, party.note)
    elif mention.by_name and match.how is not How.NAME:
        party = match.parties[0]
        probably = "" if match.how is How.OTHER else "probably the same; if not, it has no row"
        former = "its former name" if any(identity(mention.written) == identity(one) for one in party.former) else ""
        yield _item(Outcome.OTHER_NAME, match, party, mention.written, party.vendor, probably or former)


def _where(mention: Mention) -> str:
    """Where the list says it is."""
    if mention.unread:
        return f'in "{mention.unread}", which is no place that is known here'
    return "" if mention.region.unknown else f"in {_shown(mention.region.places)}"


def _places(match: Match, whole: bool, countries: Countries) -> Iterator[Item]:
    """Places of the list that the register has not; of a whole list also the other way round."""
    mention, parties = match.mention, [party for party in match.parties if party.running]
    if not parties:
        return
    if mention.unread:
        note = f'"{mention.unread}" is no place that is known here'
        yield _item(Outcome.OTHER_PLACE, match, parties[0], mention.unread, _said(parties), note)
    if mention.region.unknown:
        return
    places = [place for party in parties for place in party.region.places]
    reached = places + [place for party in parties for place in party.access_from.places if whole]
    unknown = any(party.region.unknown for party in parties)
    here = _all(Region(tuple(reached)), countries)
    more = [place for place in mention.region.places if not _within(countries(place.code), here)]
    there = _all(mention.region, countries)
    less = [place for place in places if whole and not _within(countries(place.code), there)]
    if more or less or unknown:
        note = "one of its rows says no place" if unknown and places else ""
        yield _item(Outcome.OTHER_PLACE, match, parties[0], _shown(mention.region.places), _said(parties), note)


def _all(region: Region, countries: Countries) -> frozenset[str]:
    return frozenset().union(*(countries(code) for code in region.codes))


def _within(here: frozenset[str], there: frozenset[str]) -> bool:
    return GLOBAL in there or (bool(here) and here <= there)


def _said(parties: Sequence[Party]) -> str:
    return _shown([place for party in parties for place in party.region.places])


def _shown(places: Sequence[Place]) -> str:
    """Codes with their details, as long as those are names of places and not sentences."""
    return "; ".join(dict.fromkeys(str(one) if len(one.detail) <= _DETAIL else one.code for one in places))


def _item(outcome: Outcome, match: Match, party: Party, listed: str, registered: str, note: str) -> Item:
    mention = match.mention
    return Item(
        outcome=outcome,
        vendor=party.vendor,
        listed=listed,
        registered=registered,
        place=mention.place,
        cell=party.cell if outcome is Outcome.OTHER_PLACE else replace(party.cell, column=""),
        more=mention.more,
        note=note,
    )


def _extra(party: Party) -> Item:
    return Item(
        outcome=Outcome.EXTRA,
        vendor=party.vendor,
        registered=party.vendor,
        cell=replace(party.cell, column=""),
    )


def _once(items: Sequence[Item]) -> Iterator[Item]:
    """A vendor that a list names under several titles is told once for each thing it says, at the first place."""
    first: dict[object, Item] = {}
    for one in items:
        same = (one.outcome, identity(one.vendor), one.listed, one.registered, one.note)
        first[same] = replace(first[same], more=first[same].more + 1 + one.more) if same in first else one
    return iter(first.values())
