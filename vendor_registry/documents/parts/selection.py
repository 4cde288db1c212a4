"""Who belongs into an annex and who does not, each with the reason."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from vendor_registry.case.case import Case
from vendor_registry.model.engagement import Engagement, Role


class Reason(StrEnum):
    """Why an engagement is not in the annex; the first that applies is given."""

    CONTROLLER = "controller"  # decides for itself (Art. 4(7))
    JOINT_CONTROLLER = "joint-controller"  # Art. 26
    RECIPIENT = "recipient"  # Art. 4(9)
    PROCESSOR = "processor"  # works for us where we are the controller, so customers need not authorise it
    NOT_YET = "not_yet"  # in force only after the day
    ENDED = "ended"
    OTHER_PRODUCT = "other_product"
    OTHER_ZONE = "other_zone"
    NOT_CHOSEN = "not_chosen"  # an excerpt was asked for
    ENGAGER_NOT_LISTED = "engager_not_listed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One vendor in the table, with all its engagements there."""

    vendor: str
    engagements: tuple[Engagement, ...]  # by key
    level: int = 0  # 0: engaged by us; 1 and more: a fourth party below the vendor that engages it
    engager: str = ""  # vendor that engages a fourth party


@dataclass(frozen=True, slots=True)
class Omission:
    """One vendor of the register that is not in the table."""

    vendor: str
    engagements: tuple[Engagement, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """Everybody in the register: entries by vendor, each followed by its fourth parties, and the omissions."""

    entries: tuple[Entry, ...]
    omissions: tuple[Omission, ...]

    @property
    def sub_processors(self) -> tuple[str, ...]:
        """The vendors we engage ourselves."""
        return tuple(entry.vendor for entry in self.entries if not entry.level)

    @property
    def fourth_parties(self) -> tuple[str, ...]:
        """The vendors they engage, each once."""
        return tuple(sorted({entry.vendor for entry in self.entries if entry.level}))

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(engagement.key for entry in self.entries for engagement in entry.engagements)


def select(case: Case, products: Iterable[str] = (), zone: str = "", only: frozenset[str] | None = None) -> Selection:
    """The sub-processors in force on the day for any of the products (none given: all) in a data region ("": any).

    `only` makes an excerpt: the engagements of these keys.
    """
    reasons = {one.key: _reason(one, case, tuple(products), zone) for one in case.registry.engagements}
    if only is not None:
        reasons = {key: Reason.NOT_CHOSEN if one is None and key not in only else one for key, one in reasons.items()}
    fit = [one for one in case.registry.engagements if reasons[one.key] is None]
    entries = tuple(_with_fourth_parties(fit))
    listed = Selection(entries, ()).keys
    unlisted = {key: reason or Reason.ENGAGER_NOT_LISTED for key, reason in reasons.items() if key not in listed}
    return Selection(entries, tuple(_omissions(case, unlisted)))


def _reason(engagement: Engagement, case: Case, products: tuple[str, ...], zone: str) -> Reason | None:
    if engagement.role is not Role.SUB_PROCESSOR:
        return Reason(engagement.role.value)
    if not engagement.in_force(case.as_of):
        return Reason.NOT_YET if engagement.since and case.as_of < engagement.since else Reason.ENDED
    if products and not any(engagement.serves(product) for product in products):
        return Reason.OTHER_PRODUCT
    if zone and engagement.zone not in (zone, "*"):
        return Reason.OTHER_ZONE
    return None


def _with_fourth_parties(engagements: Iterable[Engagement]) -> Iterator[Entry]:
    """Each vendor followed by those it engages, and they by theirs: the first time only, so that circles end."""
    by_engager: dict[str, list[Engagement]] = {}
    for engagement in engagements:
        for engager in engagement.engaged_by or ("",):
            by_engager.setdefault(engager, []).append(engagement)
    waiting = _entries(by_engager.get("", ()))[::-1]
    gone_into: set[str] = set()
    while waiting:
        yield (entry := waiting.pop())
        new = [engagement.key for engagement in entry.engagements if engagement.key not in gone_into]
        gone_into.update(new)
        engaged = {one.key: one for key in new for one in by_engager.get(key, ())}
        waiting += _entries(engaged.values(), entry.level + 1, entry.vendor)[::-1]


def _entries(engagements: Iterable[Engagement], level: int = 0, engager: str = "") -> list[Entry]:
    by_vendor: dict[str, list[Engagement]] = {}
    for engagement in sorted(engagements, key=lambda one: one.key):
        by_vendor.setdefault(engagement.vendor, []).append(engagement)
    vendors = sorted(by_vendor, key=lambda name: (name.casefold(), name))
    return [Entry(vendor, tuple(by_vendor[vendor]), level, engager) for vendor in vendors]


def _omissions(case: Case, reasons: Mapping[str, Reason]) -> Iterator[Omission]:
    vendors = sorted(case.registry.by_vendor, key=lambda name: (name.casefold(), name))
    for vendor in vendors:
        engagements = case.registry.by_vendor[vendor]
        if all(one.key in reasons for one in engagements):
            given = {reasons[one.key] for one in engagements}
            yield Omission(vendor, engagements, tuple(reason for reason in Reason if reason in given))
