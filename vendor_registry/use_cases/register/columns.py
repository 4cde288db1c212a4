"""The columns of the sheet, explained."""

import textwrap
from collections.abc import Iterator

from vendor_registry.intake.columns import COLUMNS, Column


def described() -> str:
    """Every header with its meaning and accepted values, in the order of the columns."""
    return "\n".join(line for column in COLUMNS for line in _column(column)) + "\n"


def _column(column: Column) -> Iterator[str]:
    marks = ["required"] if column.required else []
    marks += ["said once a vendor"] if column.vendor_level else []
    yield f"{column.header}" + (f"  ({', '.join(marks)})" if marks else "")
    for label, text in (
        ("", column.meaning),
        ("accepts: ", column.accepted),
        ("blank: ", column.blank),
        ("example: ", column.example),
    ):
        if text:
            yield from textwrap.wrap(label + text, 100, initial_indent="    ", subsequent_indent="    ")
