"""The cells of one vendor in the table of sub-processors (SCC 2021/914 Annex III, 2021/915 Annex IV, and more)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from vendor_registry.documents.document import Cell, Column, Line, Row, Run, Style, line
from vendor_registry.documents.parts.grounds import claimed, grounds, measures
from vendor_registry.documents.parts.merging import Group, grouped, merged
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.selection import ListedVendor
from vendor_registry.model.findings.transfer import Transfer
from vendor_registry.model.register.engagement import DeIdentified, Engagement

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # but those at which no line breaks, as French sets them before a semicolon
_WIDTHS = {"party": 17, "description": 21, "data": 19, "place": 10, "ground": 24, "since": 9}


@dataclass(frozen=True)
class Entries:
    """Writes the rows of one annex; holds what all its cells need."""

    names: Names
    transfers: Mapping[str, Sequence[Transfer]]  # by the key of the engagement that flows lead to
    alternatives: Mapping[str, Sequence[str]] = field(default_factory=dict)  # vendors, by the key of an engagement
    parents: bool = False  # whether who stands behind a vendor is told too
    dated: bool = True  # whether any entry says since when; a column that says nothing is left out, and told above

    def columns(self, day: str, *, coming: bool = False) -> tuple[Column, ...]:
        """The columns of what is in force, or coming, on the day."""
        say = self.names.phrases.say
        keys = {key: "from" if coming and key == "since" else key for key in _WIDTHS if self.dated or key != "since"}
        return tuple(Column(say(f"column.{key}", day=day), _WIDTHS[name]) for name, key in keys.items())

    def row(self, entry: ListedVendor, heading: str) -> Row:
        """The cells in the order of the columns, under the heading of a group."""
        cells = (
            self._party(entry),
            self._description(entry, heading),
            merged(entry.engagements, self._data, self.names),
            merged(entry.engagements, self._place, self.names),
            self._ground(entry),
            *([merged(entry.engagements, self._since, self.names, dated=True)] if self.dated else []),
        )
        return Row(cells, entry.level)

    def reference(self, entry: ListedVendor) -> Row:
        """The row of an entry that stands above already, below another vendor that engages it as well."""
        above = (line(self.names.phrases.say("entry.above")),)
        return Row((self._name(entry), *[above] * (len(_WIDTHS) - 1 - (not self.dated))), entry.level)

    def _party(self, entry: ListedVendor) -> Cell:
        return (*self._name(entry), *merged(entry.engagements, self._identity, self.names))

    def _name(self, entry: ListedVendor) -> Cell:
        engager = (self._labelled("engaged_by", entry.engager),) if entry.engager else ()
        return (line(entry.vendor, Style.STRONG), *engager)

    def _identity(self, engagement: Engagement) -> Cell:
        """Who contracts, and how to reach it; a legal name that is the name above is not said again."""
        legal_name = engagement.legal_name
        named = () if legal_name == engagement.vendor else (self._labelled("legal_name", legal_name),)
        return (
            *named,
            self._labelled("address", engagement.address),
            self._labelled("seat", self.names.country(engagement.country)),
            *([self._parent(engagement)] if self.parents else []),
            self._labelled("contact", engagement.contact),
        )

    def _parent(self, engagement: Engagement) -> Line:
        seat = self.names.country(engagement.parent_country) if engagement.parent_country else ""
        return self._labelled("parent", ", ".join(filter(None, (engagement.parent, seat))))

    def _description(self, entry: ListedVendor, heading: str) -> Cell:
        """Each purpose with the products and data regions it is for: who answers for what (Annex III)."""
        lines: Cell = ()
        for purpose, group in grouped(entry.engagements, lambda one: self._purpose(one, heading)).items():
            lines += (*purpose, *(self._labelled("for", scope) for scope in self._scopes(group)))
        return lines

    def _purpose(self, engagement: Engagement, heading: str) -> Cell:
        service = self.names.services([engagement.service])
        named = () if service == heading else (self._labelled("service", service),)
        condition = self.names.conditions(engagement.condition)
        only_if = (self._labelled("condition", condition),) if condition and condition not in heading else ()
        others = self.names.phrases.series(self.alternatives.get(engagement.key, ()))
        instead = (self._labelled("alternative", others),) if others else ()
        return (self._text(self.names.said(engagement, "purpose")), *named, *only_if, *instead)

    def _scopes(self, group: Group) -> list[str]:
        """Products with their data regions; products with the same regions share a line."""
        zones_by_product: dict[str, list[str]] = {}
        for engagement in group:
            for product in engagement.products:
                zones_by_product.setdefault(product, []).append(engagement.zone)
        products_by_zones: dict[str, list[str]] = {}
        for product, zones in zones_by_product.items():
            products_by_zones.setdefault(self.names.zones(zones), []).append(product)
        return [f"{self.names.products(products)} – {zones}" for zones, products in products_by_zones.items()]

    def _data(self, engagement: Engagement) -> Cell:
        de_identified = engagement.de_identified
        treated = () if de_identified is DeIdentified.NO else (line(self.names.phrases.say(f"entry.{de_identified}")),)
        retention = self.names.said(engagement, "retention")
        kept = (self._labelled("retention", retention),) if retention else ()
        return (
            self._labelled("subjects", self.names.subjects(engagement.data_subjects or ())),
            self._labelled("data", self.names.categories(engagement.data or ())),
            *treated,
            *kept,
        )

    def _place(self, engagement: Engagement) -> Cell:
        places = self._text(self.names.places(engagement.region))
        access = self.names.places(engagement.access_from)
        return (places, self._labelled("access_from", access)) if access else (places,)

    def _ground(self, entry: ListedVendor) -> Cell:
        names, received = self.names, self.transfers
        return (
            *merged(entry.engagements, lambda one: claimed(one, received.get(one.key, ()), names), names),
            *merged(entry.engagements, lambda one: grounds(received.get(one.key), names), names),
            *merged(entry.engagements, lambda one: measures(one, names), names),
        )

    def _since(self, engagement: Engagement) -> Cell:
        since = self._day(engagement.since) if engagement.since else self._text("")
        if engagement.until is None:
            return (since,)
        return (since, line(self.names.phrases.say("entry.until", day=self.names.short_day(engagement.until))))

    def _day(self, day: date) -> Line:
        return (Run(self.names.short_day(day), day=day),)

    def _labelled(self, key: str, text: str) -> Line:
        return (Run(self.names.phrases.label(self.names.phrases.say(f"entry.{key}")), Style.LABEL), *self._text(text))

    def _text(self, text: str) -> Line:
        """A text on one line, or the word for what is not known."""
        flat = ", ".join(_BLANKS.sub(" ", part).strip(" ,") for part in text.splitlines() if part.strip(" ,"))
        return line(flat) if flat else line(self.names.phrases.say("document.missing"), Style.MISSING)
