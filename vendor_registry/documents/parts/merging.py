"""One cell for several engagements of a vendor: what they share is said once, what differs with its scope."""

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from vendor_registry.documents.document import Cell, Run, Style, line
from vendor_registry.documents.parts.names import Names
from vendor_registry.model.register.coverage import meet
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.period import Period

Group = tuple[Engagement, ...]


def merged(
    engagements: Iterable[Engagement], lines_of: Callable[[Engagement], Cell], names: Names, *, dated: bool = False
) -> Cell:
    """The lines of the engagements; what all of them begin with is said once, and engagements with equal lines are
    named by what sets them apart from the others.

    `dated`: the lines say themselves from when and until when they hold.
    """
    groups = grouped(engagements, lines_of)
    if len(groups) == 1:
        return next(iter(groups))
    lines = _beginning(list(groups))
    alike = len(lines)
    for whole, group in groups.items():
        cell = whole[alike:]
        label = _label(group, [other for other in groups.values() if other is not group], names, dated)
        match cell:
            case ():
                continue
            case _ if not label:
                lines += cell
            case (only,):
                lines += ((Run(names.phrases.label(label), Style.LABEL), *only),)
            case _:
                lines += (line(names.phrases.label(label).strip(), Style.LABEL), *cell)
    return lines


def _beginning(cells: Sequence[Cell]) -> Cell:
    """The lines with which all cells begin; those after them may speak of the line before."""
    same = takewhile(lambda lines: len(set(lines)) == 1, zip(*cells, strict=False))
    return tuple(lines[0] for lines in same)


def grouped(engagements: Iterable[Engagement], lines_of: Callable[[Engagement], Cell]) -> dict[Cell, Group]:
    """Engagements by their lines, in their own order."""
    groups: dict[Cell, list[Engagement]] = {}
    for engagement in engagements:
        groups.setdefault(lines_of(engagement), []).append(engagement)
    return {cell: tuple(group) for cell, group in groups.items()}


def _label(group: Group, others: Sequence[Group], names: Names, dated: bool) -> str:
    """By data region where that tells the groups apart, else by product; else by the days on which they are in force,
    as when a vendor's company changes on a day; else by products, data regions and services, with the days. Nothing
    where all of that is the same."""
    say, zones, products = names.phrases.say, _zones(group), _products(group)
    if all(_apart(zones, _zones(other)) for other in others):
        return say("entry.for_some", scope=names.zones(zones))
    if all(_apart(products, _products(other)) for other in others):
        return say("entry.for_some", scope=names.products(products))
    changes = any(_period(group) != _period(other) for other in others)
    days = _days(group, names) if changes and not dated else ""
    alike = [one for one in others if _scope(one) == _scope(group)]
    follow = not any(_period(group).overlaps(_period(other)) for other in others)
    if len(alike) == len(others) or (days and follow):
        return days[:1].upper() + days[1:]
    scope = say("entry.for_some", scope=names.products(products))
    everything = (scope, names.zones(zones), names.services(_services(group)))
    return ", ".join((*everything, days) if days and alike else everything)


def _days(group: Group, names: Names) -> str:
    """From when to when the engagements of a group are in force; nothing where that is open at both ends."""
    period = _period(group)
    known = {name: names.day(day) for name in ("since", "until") if (day := getattr(period, name))}
    return names.phrases.say(f"days.{'_'.join(known)}", **known) if known else ""


def _period(group: Group) -> Period:
    """From the first day of the first engagement to the last day of the last one."""
    starts, ends = [one.since for one in group], [one.until for one in group]
    return Period(
        None if None in starts else min(filter(None, starts)), None if None in ends else max(filter(None, ends))
    )


def _scope(group: Group) -> tuple[tuple[str, ...], ...]:
    return _products(group), _zones(group), _services(group)


def _zones(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(engagement.zone for engagement in group))


def _products(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(product for engagement in group for product in engagement.products))


def _services(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(engagement.service for engagement in group))


def _apart(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return not meet(ours, theirs)
