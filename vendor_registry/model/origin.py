"""Where a thing was written, and what is said when it cannot be understood."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Cell:
    """One cell of the sheet, or one entry of the policy: the place where a person can mend it."""

    file: str
    line: int  # as an editor counts it, from 1; 0 where the whole file is meant
    column: str = ""  # the header, or the dotted path in the policy; "" where the whole row is meant

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} [{self.column}]" if self.column else place


NOWHERE = Cell("", 0)  # of values that code made up, in tests above all


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """Something handed in that cannot be understood. No registry is built while one stands.

    Not a finding: a finding is understood and breaks a rule.
    """

    cell: Cell
    message: str  # what is wrong, the sheet's own words in quotes
    hint: str = ""  # what was expected, or what was probably meant

    def __str__(self) -> str:
        whole_file = not self.cell.line and not self.cell.column
        return f"{self.cell}{':' if whole_file else ''} {self.message}" + (f"\n    {self.hint}" if self.hint else "")


class VendorsError(Exception):
    """Base of everything this package raises on purpose; its text is a sentence for people."""


class RefusedError(VendorsError):
    """What was handed in has faults; all of them, sorted by place."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UsageError(VendorsError):
    """A request that cannot be carried out as asked (an unknown key, a selector that matches nothing)."""


class FailureError(VendorsError):
    """Not the user's doing: a disk that is full, an engine that does not answer, a claim that does not replay."""
