"""What the documents of one contract share: the parties, the terms, and which fields nobody has filled in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from vendor_registry.case.case import Case
from vendor_registry.case.promises import terms as promised
from vendor_registry.documents.document import Block, Cell, Document, Style, cell, line
from vendor_registry.documents.parts.frame import framed
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.parts.selection import Selection, select
from vendor_registry.law.tables.zones import countries
from vendor_registry.model.policy.contract import ContractTerms, Module
from vendor_registry.model.policy.policy import Text, foreign
from vendor_registry.model.policy.policy import say as worded
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Role

_EXPLAINED = re.compile(r"( \([^()]*\))+$")  # what a label says in brackets at its end
_SHORT = 60  # signs of a label that is said again as it is
_PROCESSORS = (Role.PROCESSOR, Role.SUB_PROCESSOR)


@dataclass(frozen=True, order=True, slots=True)
class Blank:
    """A field that the law asks for, and the entry of the policy or the column in which it can be filled in."""

    entry: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A document, and what is still to be completed in it."""

    document: Document
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, eq=False)
class Contract:
    """One contract with one customer, or with any: what its documents are made of."""

    case: Case
    scope: Scope
    names: Names
    blanks: dict[Blank, None] = field(default_factory=dict)  # in the order in which documents name them

    @property
    def terms(self) -> ContractTerms:
        return self.case.policy.contract

    @property
    def customer(self) -> Customer | None:
        return self.scope.customer

    @property
    def authorisation(self) -> str:
        """How sub-processors are authorised, and how long before a change, to the customer or else to all; "" where
        nobody has said either."""
        usual, customer = self.case.policy.notice, self.customer
        unsaid = usual.change_days is None and (customer is None or customer.notice_days is None)
        if unsaid or not usual.authorisation:
            return ""
        agreed = promised(self.case.policy, customer)
        return self.say(f"scc.{usual.authorisation}", days=self.names.period(agreed.notice_days, agreed.notice_in))

    @property
    def authorisation_entry(self) -> str:
        """The entry of the policy that says so, first which of the two it is."""
        return "[notice] change_days" if self.case.policy.notice.authorisation else "[notice] authorisation"

    @property
    def listed_as(self) -> str:
        """What the lists of sub-processors of the clauses begin with, by how they are authorised."""
        return self.say(f"scc.list_{self.case.policy.notice.authorisation or 'unstated'}")

    @property
    def objection(self) -> str:
        """How long the customer, or else everybody, may object; "" where nothing is agreed but the notice."""
        agreed = promised(self.case.policy, self.customer)
        return self.names.period(agreed.objection_days, agreed.objection_in) if agreed.objection_days else ""

    @property
    def deletion(self) -> str:
        """What is promised of the data when the contract ends; "" where nothing is."""
        days = self.case.policy.notice.deletion_days
        return self.say("pack.deletion", count=days) if days else ""

    @cached_property
    def selection(self) -> Selection:
        return select(self.case, self.scope, self.names.phrases.order)

    @property
    def modules(self) -> tuple[Module, ...]:
        """Of the clauses of Decision (EU) 2021/914: as the policy says, else as the roles have it.

        A processor here with a controller outside sends data back (Module Four); else customers send it to us, as
        controllers (Two) or processors (Three), and to a controller as controllers (One).
        """
        company = self.case.policy.company
        if self.terms.modules:
            return tuple(sorted(set(self.terms.modules)))
        if company.role not in _PROCESSORS:
            return ("1",)
        return ("4",) if self.sends_back else ("2", "3")

    @property
    def area(self) -> frozenset[str]:
        """The countries of the European Economic Area on the day."""
        return countries("EEA", self.case.as_of)

    @property
    def sends_back(self) -> bool:
        """Whether we are the exporter: in the European Economic Area, with a customer outside."""
        area, abroad = self.area, self.customer.country if self.customer else ""
        chosen = self.terms.modules
        return chosen == ("4",) if chosen else self.case.policy.company.country in area and abroad not in ("", *area)

    def say(self, key: str, **values: object) -> str:
        return self.names.phrases.say(key, **values)

    def text(self, text: Text) -> str:
        """A text of the policy in the language of the document, else with the language that it is in."""
        said, other = (one(text, self.names.phrases.language) for one in (worded, foreign))
        return self.names.marked(said, other) if other else said

    def field(self, key: str, text: str, entry: str) -> tuple[str, Cell]:
        """A label of the law and what stands behind it; where that is nothing, that it is to be completed.

        `entry` is where it would be filled in; "" where only the customer can.
        """
        label = self.say(key)
        return label, self.value(label, text, entry)

    def value(self, label: str, text: str, entry: str) -> Cell:
        """What stands in a field of this label."""
        if text.strip():
            return cell(text, "")
        if not entry:
            return (line(self.say("pack.by_customer"), Style.MISSING),)
        self.blanks[Blank(entry, label)] = None
        short = _EXPLAINED.sub("", label)
        short = short if len(short) <= _SHORT else short.partition(", ")[0]
        return (line(self.say("pack.to_complete", what=short), Style.MISSING),)

    def paper(self, title: str, blocks: Iterable[Block], *, lettered: bool = False) -> Paper:
        """The blocks under a title, with the foot of every page. `lettered`: the law numbers or letters the parts."""
        document = framed(title, self.case.as_of, self.names, blocks)
        return Paper(document=replace(document, numbered=not lettered), blanks=tuple(self.blanks))

    @property
    def covered(self) -> str:
        """Products and data regions in a sentence's place: all, or those asked for."""
        policy, scope = self.case.policy, self.scope
        zones = [scope.zone] if scope.zone else policy.zones
        return self.names.phrases.series(
            (self.names.products(scope.products or policy.products), self.names.zones(zones))
        )
