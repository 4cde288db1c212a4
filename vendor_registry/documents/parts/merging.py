"""One cell for several engagements of a vendor: what they share is said once, what differs with its scope."""

from collections.abc import Callable, Iterable, Sequence

from vendor_registry.documents.document import Cell, Run, Style, line
from vendor_registry.documents.parts.names import ANY, Names
from vendor_registry.model.engagement import Engagement

Group = tuple[Engagement, ...]


def merged(engagements: Iterable[Engagement], lines_of: Callable[[Engagement], Cell], names: Names) -> Cell:
    """The lines of the engagements; engagements with equal lines are named by what sets them apart from the others."""
    groups = grouped(engagements, lines_of)
    if len(groups) == 1:
        return next(iter(groups))
    lines: Cell = ()
    for cell, group in groups.items():
        scope = _scope(group, [other for other in groups.values() if other is not group], names)
        match cell:
            case ():
                continue
            case (only,):
                lines += ((Run(f"{names.phrases.say('entry.for')} {scope}: ", Style.LABEL), *only),)
            case _:
                lines += (line(f"{names.phrases.say('entry.for')} {scope}:", Style.LABEL), *cell)
    return lines


def grouped(engagements: Iterable[Engagement], lines_of: Callable[[Engagement], Cell]) -> dict[Cell, Group]:
    """Engagements by their lines, in their own order."""
    groups: dict[Cell, list[Engagement]] = {}
    for engagement in engagements:
        groups.setdefault(lines_of(engagement), []).append(engagement)
    return {cell: tuple(group) for cell, group in groups.items()}


def _scope(group: Group, others: Sequence[Group], names: Names) -> str:
    """By data region where that tells the groups apart, else by product, else by both and the service."""
    zones, products = _zones(group), _products(group)
    if all(_apart(zones, _zones(other)) for other in others):
        return names.zones(zones)
    if all(_apart(products, _products(other)) for other in others):
        return names.products(products)
    services = dict.fromkeys(engagement.service for engagement in group)
    return ", ".join((names.products(products), names.zones(zones), names.services(services)))


def _zones(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(engagement.zone for engagement in group))


def _products(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(product for engagement in group for product in engagement.products))


def _apart(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return ANY not in ours + theirs and set(ours).isdisjoint(theirs)
