"""A published revision as everybody may read it: the rows of its list, the columns that are public, what changed."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from vendor_registry.case.case import Case
from vendor_registry.changes.change import Change, Kind
from vendor_registry.changes.rows import changes
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.parts.selection import Selection, select
from vendor_registry.intake.columns import original_of
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.registry import Registry

_OURS = ("file", "line", "translations")  # where a row stands; what it says in other languages is looked at below
_SILENT = {Kind.RECORD, Kind.KEY, Kind.SPELLING, Kind.LINK, Kind.CONTACT}
_REFERENCES = ("engaged_by", "receives_from", "instead_of", "replaces")


@dataclass(frozen=True, kw_only=True)
class Edition:
    """A revision with its public rows; `case` holds nothing that is not public, on the day the list is of."""

    number: int
    published_at: datetime  # UTC
    digest: str
    case: Case
    changes: tuple[Change, ...] = ()  # since the edition before; of the first one: none
    first: bool = False

    @cached_property
    def selection(self) -> Selection:
        """Who is listed, and who is announced."""
        return select(self.case, Scope())

    @property
    def vendors(self) -> Mapping[str, str]:
        """The names of the vendors by the keys of their rows."""
        return {one.key: one.vendor for one in self.case.registry.engagements}

    @property
    def changed(self) -> bool:
        """Whether the list says anything else than the one before."""
        return self.first or bool(self.changes)


def public(case: Case) -> Case:
    """The case with the rows of the published list alone, and of them the public columns (policy, `[site] columns`)."""
    named = select(case, Scope()).keys
    columns = case.policy.site.public
    rows = tuple(_public(one, columns, named) for one in case.registry.engagements if one.key in named)
    return Case(Registry(rows), case.policy, case.as_of)


def differing(before: Case, after: Case) -> tuple[Change, ...]:
    """What differs between two public lists, but for spelling and book-keeping."""
    return tuple(one for one in changes(before, after) if one.kind not in _SILENT)


def _public(row: Engagement, columns: frozenset[str], named: Iterable[str]) -> Engagement:
    kept: dict[str, Any] = {
        one.name: one.default
        for one in fields(row)
        if one.name not in columns and one.name not in _OURS and one.default is not MISSING
    }
    kept["translations"] = tuple((name, text) for name, text in row.translations if original_of(name) in columns)
    for name in _REFERENCES:
        if name in columns:
            kept[name] = tuple(key for key in getattr(row, name) if key in named)
    return replace(row, **kept)
