"""A sheet as handed in, before anyone asked what its cells mean."""

from dataclasses import dataclass

from vendor_registry.model.text.origin import Remark


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one record, in the order of the header."""

    line: int  # the first physical line of the record, as an editor counts it
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts. The store keeps it so; `intake` says what it means."""

    file: str  # as the user named it
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = "utf-8"  # how the file was read; reported, never guessed silently
    delimiter: str = ","
    sha256: str = ""  # of the bytes as handed in
    header_line: int = 1  # 2 below Excel's `sep=` line
    remarks: tuple[Remark, ...] = ()  # how the file was read
    titles: tuple[str, ...] = ()  # the header as the file has it; () where nobody had to read it otherwise
