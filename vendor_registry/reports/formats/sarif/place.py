"""Where something stands, as SARIF says it (physicalLocation, SARIF 2.1.0 section 3.29)."""

from typing import Any
from urllib.parse import quote

from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.span import Locate

UNITS = {"columnKind": "utf16CodeUnits", "newlineSequences": ["\r\n", "\n", "\r"]}
"""What columns and lines of a run's regions count (section 3.14): what a Span counts."""


def artifact(file: str) -> dict[str, str]:
    """A file as a URI; blanks and strange letters are percent-encoded."""
    return {"uri": quote(file, errors="backslashreplace")}


def location(cell: Cell, locate: Locate) -> dict[str, Any]:
    """The file, and of it the characters of the cell where they are known, else its line, else nothing."""
    region = {"region": _region(cell, locate)} if cell.line else {}
    return {"physicalLocation": {"artifactLocation": artifact(cell.file), **region}}


def _region(cell: Cell, locate: Locate) -> dict[str, int]:
    span = locate(cell)
    if span is None:
        return {"startLine": cell.line}
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
