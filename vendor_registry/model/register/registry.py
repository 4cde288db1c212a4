"""All engagements, checked against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.on_demand import ByKey, cells_of, picked
from vendor_registry.model.register.period import Period, within
from vendor_registry.model.text.origin import Remark
from vendor_registry.model.text.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Lent:
    """What one row says of a vendor, for another row of it that leaves the cell blank."""

    key: str  # of the row that says it
    period: Period  # in which that row is in force
    said: Any


_BLANK = {one.name: "" if one.default is MISSING else one.default for one in fields(Engagement)}


@dataclass(frozen=True)
class Registry:
    """The engagements of one or more sheets, sorted by key, whose references all exist."""

    engagements: Sequence[Engagement]
    sheets: tuple[Sheet, ...] = ()
    unknown_columns: tuple[tuple[str, str], ...] = ()  # (header, did you mean)
    inherited: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by column: key of the row, of its source
    remarks: tuple[Remark, ...] = ()  # how the sheets were read
    torn: Mapping[str, Mapping[str, tuple[Lent, ...]]] = field(default_factory=dict)  # by column and key of the row:
    # where those in force with it do not all say the same, what each says, newest first

    @cached_property
    def by_key(self) -> ByKey[Engagement]:
        return ByKey(self.engagements, cells_of(self.engagements, "key"))

    def in_force(self, day: date) -> Sequence[Engagement]:
        """The engagements that run on a day, by key."""
        return self._where(day, True)

    def not_in_force(self, day: date) -> Sequence[Engagement]:
        """Those that do not, or not yet."""
        return self._where(day, False)

    def _where(self, day: date, runs: bool) -> Sequence[Engagement]:
        since, until = cells_of(self.engagements, "since"), cells_of(self.engagements, "until")
        resting = {
            *since.rows_where(lambda first: not within(day, first, None)),
            *until.rows_where(lambda last: not within(day, None, last)),
        }
        return picked(self.engagements, [at for at in range(len(since)) if (at in resting) is not runs])

    @cached_property
    def extras(self) -> Mapping[str, Mapping[tuple[str, int], str]]:
        """The columns that are none of ours, by header: the cell of each row, by file and line."""
        found: dict[str, dict[tuple[str, int], str]] = {header: {} for header, _ in self.unknown_columns}
        for sheet in self.sheets:
            for header, cells in zip(sheet.header, sheet.columns, strict=True):
                if header in found:
                    found[header].update(
                        {(sheet.file, line): cell for line, cell in zip(sheet.lines, cells, strict=True)}
                    )
        return found

    @cached_property
    def by_vendor(self) -> dict[str, tuple[Engagement, ...]]:
        """Engagements by the vendor's published name, in the order of their keys."""
        groups: dict[str, list[Engagement]] = {}
        for engagement in self.engagements:
            groups.setdefault(engagement.vendor, []).append(engagement)
        return {vendor: tuple(group) for vendor, group in groups.items()}

    def on(self, day: date) -> "Registry":
        """The registry as its rows say it on a day: a blank cell about the vendor says what the newest row in force on
        that day says of it. Where rows differ and none is in force on the day, nobody knows, and the cell stays blank.
        A row that is not in force itself is taken on its first or last day, whichever is nearer.
        """
        if not any(self.torn.values()):
            return self
        inherited = {column: dict(rows) for column, rows in self.inherited.items()}
        changes: dict[str, dict[str, Any]] = {}
        for column, rows in self.torn.items():
            for key, lent in rows.items():
                if key not in self.by_key:
                    continue
                period = self.by_key[key].period
                at = max(period.first, min(day, period.last))
                lender = next((one for one in lent if one.period.first <= at <= one.period.last), None)
                inherited[column].pop(key, None)
                if lender:
                    inherited[column][key] = lender.key
                changes.setdefault(key, {})[column] = lender.said if lender else _BLANK[column]
        engagements = tuple(replace(one, **changes[one.key]) if one.key in changes else one for one in self.engagements)
        return replace(self, engagements=engagements, inherited=inherited)
