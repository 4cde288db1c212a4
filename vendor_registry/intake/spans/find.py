"""From where to where a reported cell stands in its file: looked up when somebody asks, each file read once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from vendor_registry.intake.sheet.encoding import decode
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.signature import is_workbook
from vendor_registry.intake.spans.csv_cells import spans_in_csv
from vendor_registry.intake.spans.toml_entries import spans_in_toml
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import RefusedError
from vendor_registry.model.text.span import Locate, unlocated


def located(report: Report) -> Report:
    """The report with a way to find its cells in the texts of the sheet, the waivers and the policy.

    Nothing is read before a writer asks. No span is given where there is no such text: for spreadsheet files, pipes,
    entries that are not written, and sheets that were changed after they were checked.
    """
    return replace(report, locate=_finder(report.sheets, report.columns))


def _finder(sheets: Sequence[tuple[str, str]], mapped: Mapping[str, str]) -> Locate:
    digests = dict(sheets)
    files = cache(lambda file: _spans_in(file, digests.get(file, ""), mapped))
    return cache(lambda cell: files(cell.file)(cell) if cell.line and cell.column else None)


def _spans_in(file: str, digest: str, mapped: Mapping[str, str]) -> Locate:
    path = Path(file)
    try:
        raw = read_bytes(path, file) if path.is_file() else b""
        if is_workbook(raw) or (digest and sha256(raw).hexdigest() != digest):
            return unlocated
        text, _ = decode(raw, file)
    except (RefusedError, OSError, ValueError):
        return unlocated
    return spans_in_toml(text) if path.suffix == ".toml" else spans_in_csv(text, mapped)
