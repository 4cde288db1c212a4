"""Where a thing was written, and what is said when it cannot be understood."""

from collections.abc import Mapping
from dataclasses import dataclass


class WorkbookFile(str):
    """The file of a workbook, of which one worksheet was read. Its cells are called as formulas call them.

    As a text it is the name of the file alone, as for every other file.
    """

    def __new__(cls, file: str, worksheet: str, letters: Mapping[str, str]) -> "WorkbookFile":
        made = super().__new__(cls, file)
        made.worksheet = worksheet
        made.letters = letters
        return made

    worksheet: str
    letters: Mapping[str, str]  # by header: the column as the spreadsheet names it

    def __reduce__(self) -> tuple[type["WorkbookFile"], tuple[str, str, Mapping[str, str]]]:
        return type(self), (str(self), self.worksheet, self.letters)

    def address(self, line: int, column: str) -> str:
        """`register.xlsx!Vendors!F7`; of a whole row `register.xlsx!Vendors!7:7`."""
        letters = self.letters.get(column, "")
        return f"{self}!{self.worksheet}!" + (f"{letters}{line}" if letters else f"{line}:{line}")


@dataclass(frozen=True, order=True, slots=True)
class Cell:
    """One cell of the sheet, or one entry of the policy: the place where a person can mend it."""

    file: str
    line: int  # as an editor counts it, from 1; 0 where the whole file is meant
    column: str = ""  # the header, or the dotted path in the policy; "" where the whole row is meant

    def __str__(self) -> str:
        return f"{self.place} [{self.column}]" if self.column else self.place

    @property
    def place(self) -> str:
        """File and line; in a workbook the address of the cell, which says the column as well."""
        return self.address or (f"{self.file}:{self.line}" if self.line else self.file)

    @property
    def address(self) -> str:
        """In a workbook `register.xlsx!Vendors!F7`; "" elsewhere."""
        if isinstance(self.file, WorkbookFile) and self.line:
            return self.file.address(self.line, self.column)
        return ""


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


@dataclass(frozen=True, order=True, slots=True)
class Remark:
    """How something was read that could have been read otherwise. Nothing is wrong with it."""

    cell: Cell
    message: str
    on_request: bool = False  # told only to those who ask how the sheet was read

    def __str__(self) -> str:
        return f"{self.cell}{'' if self.cell.line else ':'} {self.message}"


class VendorsError(Exception):
    """Base of everything this package raises on purpose; its text is a sentence for people."""


class RefusedError(VendorsError):
    """What was handed in has faults; all of them, sorted by place."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = tuple(sorted(set(faults)))
        self.consequence = "nothing was written"
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type["RefusedError"], tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)


class UsageError(VendorsError):
    """A request that cannot be carried out as asked (an unknown key, a selector that matches nothing)."""


class FailureError(VendorsError):
    """Not the user's doing: a disk that is full, an engine that does not answer, a claim that does not replay."""
