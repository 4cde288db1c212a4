"""The policy kept by Architecture: who we are, our own systems, taxonomy and rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vendor_registry.model.policy.contract import ContractTerms, Measure
from vendor_registry.model.policy.party import Company, Entity
from vendor_registry.model.policy.terms import NoticeTerms, SheetTerms, SiteTerms
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.place import UNKNOWN_REGION, Region
from vendor_registry.model.text.origin import NOWHERE, Cell
from vendor_registry.model.text.sheet import Sheet

Text = Mapping[str, str]  # by language code; "" is the wording used where a language has none


def say(text: Text, language: str) -> str:
    """The wording in a language, or the one without a language, or the first there is."""
    return text.get(language) or text.get("") or text.get("en") or next(iter(text.values()), "")


def foreign(text: Text, language: str) -> str:
    """The other language in which `say` gives a text; "" where it is in this one, or in none in particular."""
    said = say(text, language)
    if not said or text.get(language) or text.get(""):
        return ""
    return next(code for code in text if text[code] == said)


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A thing with a key and a name per language: a product, a service, a group of data subjects."""

    key: str
    name: Text
    description: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Category:
    """A category of personal data (Art. 30(1)(c)); `contact.email` lies under `contact`."""

    key: str
    name: Text
    special: bool = False  # Art. 9 or 10


@dataclass(frozen=True, kw_only=True, slots=True)
class DataRegion:
    """A data region of ours: a zone with the places that lie in it."""

    key: str
    name: Text
    places: tuple[str, ...]  # country codes, jurisdictions (EEA, UK, CH) or other data regions


@dataclass(frozen=True, kw_only=True, slots=True)
class System:
    """A thing of our own that holds data."""

    key: str
    name: Text
    products: tuple[str, ...] = (ALL,)
    zone: str = ALL  # the data region it belongs to
    region: Region = UNKNOWN_REGION  # where it runs, written as in the sheet; blank: unknown
    operator: str = ""  # key of the entity that runs it
    data_subjects: tuple[str, ...] = ()  # who gives it data
    data: tuple[str, ...] = ()  # what they give it
    purpose: str = ""
    store: bool = False  # a data store rather than a process
    cell: Cell = NOWHERE


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnFlow:
    """A flow between two systems of our own."""

    source: str
    target: str
    data: tuple[str, ...] | None = None
    purpose: str = ""
    mechanism: tuple[Claim, ...] = ()  # written as in the sheet
    de_identified: DeIdentified = DeIdentified.NO
    since: date | None = None
    until: date | None = None
    cell: Cell = NOWHERE


@dataclass(frozen=True, kw_only=True, slots=True)
class Purpose:
    """A purpose of processing with its legal basis (Art. 6, 13(1)(c), 30(1)(b))."""

    key: str
    name: Text
    legal_basis: Text
    data_subjects: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    services: tuple[str, ...] = ()  # that serve it, and no purpose that does not name them; none: not stated
    retention: Text = field(default_factory=dict)  # time limits for erasure (Art. 30(1)(f))


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipient:
    """Who gets data on occasion and is engaged for nothing, such as a successor (Art. 13(1)(e), 30(1)(d)).

    Authorities that ask in a particular inquiry are no recipients in the sense of Art. 4(9); privacy notices name them.
    """

    key: str
    name: Text
    who: Text = field(default_factory=dict)  # which bodies or persons are meant
    when: Text
    basis: Text  # legal basis of the disclosure (Art. 6)
    data: tuple[str, ...] = ()  # categories; none: not stated
    source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A few rows beside a rule, and what the rule is to say of them: the policy's own test of the rule."""

    expect: Literal["kept", "broken", "gap", "warning"]  # the worst of its findings, or that there is none
    name: str = ""
    as_of: date | None = None  # None: the day asked for
    sheet: Sheet  # all the rows there are
    flows: tuple[OwnFlow, ...] = ()  # beside those of the policy
    cell: Cell = NOWHERE


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleSpec:
    """A rule the policy sets up; its parameters are read by the rule of that type."""

    id: str
    type: str
    statement: str = ""  # printed verbatim
    why: str = ""
    how: str = ""  # how to mend, in the company's own words
    severity: str = "broken"  # verdict a proved violation gets
    parameters: object = None  # the parameter value of the rule's own class
    examples: tuple[Example, ...] = ()
    cell: Cell = NOWHERE


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """All of `policy.toml`, checked: every key it mentions exists."""

    file: str
    company: Company
    entities: Mapping[str, Entity] = field(default_factory=dict)
    products: Mapping[str, Named] = field(default_factory=dict)
    zones: Mapping[str, DataRegion] = field(default_factory=dict)
    services: Mapping[str, Named] = field(default_factory=dict)
    conditions: Mapping[str, Named] = field(default_factory=dict)  # on which an engagement may depend
    data_subjects: Mapping[str, Named] = field(default_factory=dict)
    data: Mapping[str, Category] = field(default_factory=dict)
    systems: Mapping[str, System] = field(default_factory=dict)
    flows: tuple[OwnFlow, ...] = ()
    purposes: Mapping[str, Purpose] = field(default_factory=dict)
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    notice: NoticeTerms = field(default_factory=NoticeTerms)
    contract: ContractTerms = field(default_factory=ContractTerms)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    rules: tuple[RuleSpec, ...] = ()
    languages: tuple[str, ...] = ("en",)
    sheet: SheetTerms = field(default_factory=SheetTerms)
    site: SiteTerms = field(default_factory=SiteTerms)
    sheets: tuple[str, ...] = ()  # further sheets, relative to the policy
    customers: str = ""  # file of customers, relative to the policy
    waivers: str = ""  # file of waivers, relative to the policy
    waivers_max_months: int = 12  # the longest a waiver may run
