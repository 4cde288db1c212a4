"""All engagements, checked against each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.origin import Remark
from vendor_registry.model.text.sheet import Sheet


@dataclass(frozen=True)
class Registry:
    """The engagements of one or more sheets, sorted by key, whose references all exist."""

    engagements: tuple[Engagement, ...]
    sheets: tuple[Sheet, ...] = ()
    unknown_columns: tuple[tuple[str, str], ...] = ()  # (header, did you mean)
    inherited: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by column: key of the row, of its source
    remarks: tuple[Remark, ...] = ()  # how the sheets were read

    @cached_property
    def by_key(self) -> dict[str, Engagement]:
        return {engagement.key: engagement for engagement in self.engagements}

    @cached_property
    def extras(self) -> Mapping[str, Mapping[tuple[str, int], str]]:
        """The columns that are none of ours, by header: the cell of each row, by file and line."""
        found: dict[str, dict[tuple[str, int], str]] = {header: {} for header, _ in self.unknown_columns}
        for sheet in self.sheets:
            for number, header in enumerate(sheet.header):
                if header in found:
                    found[header].update({(sheet.file, row.line): row.values[number] for row in sheet.rows})
        return found

    @cached_property
    def by_vendor(self) -> dict[str, tuple[Engagement, ...]]:
        """Engagements by the vendor's published name, in the order of their keys."""
        groups: dict[str, list[Engagement]] = {}
        for engagement in self.engagements:
            groups.setdefault(engagement.vendor, []).append(engagement)
        return {vendor: tuple(group) for vendor, group in groups.items()}
