"""How large a file may be: looked at before memory is asked for, so that a small file cannot take a machine down."""

from vendor_registry.model.text.origin import Cell, Fault, RefusedError

TEXT_BYTES = 1_000_000_000  # of a CSV file: four registers of half a million rows
LIST_BYTES = 100_000_000  # of a list from somewhere else, packed or not
PIPED_BYTES = 100_000_000  # of what comes through a pipe, which has no size beforehand
POLICY_BYTES = 1_000_000  # of TOML
UNPACKED_BYTES = 100_000_000  # of a workbook, packed or not
PARTS = 10_000  # files inside a workbook

CELL_LIMIT = 131_072  # characters; csv's own limit, and four times what Excel can hold
ROW_LIMIT = 4_194_304  # characters: a hundred cells that Excel can hold
COLUMNS = 16_384  # as in Excel
ROWS = 1_048_576  # of a workbook and of a CSV file, as in Excel
CELLS = 1_000_000  # of a workbook

SMALLER = "Is it the right file? If so, delete what is no part of the table, or save the table as CSV UTF-8."
FEWER_ROWS = (
    "Is it the right file? If so, delete what is no part of the table, or divide it among `sheets` of the policy."
)


def too_large(name: str, what: str, hint: str = SMALLER) -> RefusedError:
    """The one sentence on a file that is larger than what it could hold with sense."""
    return RefusedError((Fault(Cell(name, 0), what, hint),))


def megabytes(count: int) -> str:
    return f"{count // 1_000_000:,} MB"
