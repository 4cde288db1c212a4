"""Workbooks of LibreOffice, made by hand from the parts that the format must have."""

from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from tests.intake.workbook_values import Error, Formula, Linked, Padded, Shown, Value, Worksheet, zipped

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
FILTERED = ' table:visibility="filter"'


def ods_book(worksheets: Sequence[Worksheet], first_day: date = date(1899, 12, 30)) -> bytes:
    """A LibreOffice workbook."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = ("office", "table", "text", "style", "calcext", "xlink")
    spaces = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in names)
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties table:display="{shown}"/>'
        "</style:style>"
        for name, shown in (("seen", "true"), ("unseen", "false"))
    )
    tables = "".join(map(_ods_table, worksheets))
    return zipped(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_OFFICE}:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
            "content.xml": f"<office:document-content {spaces}><office:automatic-styles>{styles}"
            "</office:automatic-styles><office:body><office:spreadsheet><table:calculation-settings>"
            f'<table:null-date table:date-value="{first_day}"/></table:calculation-settings>{tables}'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def _ods_table(sheet: Worksheet) -> str:
    down = {(first, column): last - first + 1 for first, last, column in sheet.merged}
    rows = "".join(
        f"<table:table-row{FILTERED if line in sheet.filtered else ''}>"
        + "".join(_ods_cell(value, down.get((line, column), 1)) for column, value in enumerate(row, start=1))
        + "</table:table-row>"
        for line, row in enumerate(sheet.rows, start=1)
    )
    width = max(sheet.narrow, default=0)
    columns = "".join(f"<table:table-column{FILTERED if at in sheet.narrow else ''}/>" for at in range(1, width + 1))
    style = "unseen" if sheet.hidden else "seen"
    return f'<table:table table:name={quoteattr(sheet.name)} table:style-name="{style}">{columns}{rows}</table:table>'


def _ods_cell(value: Value, down: int) -> str:
    said, shown = _ods_value(value)
    spanned = f' table:number-rows-spanned="{down}"' if down > 1 else ""
    return f"<table:table-cell{said}{spanned}>{shown}</table:table-cell>"


def _ods_value(value: Value) -> tuple[str, str]:
    """The attributes of a cell, and what it shows."""
    match value:
        case Error(name):
            error = ' calcext:value-type="error" table:formula="of:=NA()"'
            return f' office:value-type="string" office:string-value=""{error}', f"<text:p>{name}</text:p>"
        case Formula(text, result):
            said, shown = _ods_value(result)
            return f"{said} table:formula={quoteattr(f'of:={text}')}", shown
        case Linked(text, target):
            inner = f"<text:a xlink:href={quoteattr(target)}>{escape(text)}</text:a>"
            return ' office:value-type="string"', f"<text:p>{inner}</text:p>"
        case str():
            lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
            return ' office:value-type="string"', lines
        case None:
            return "", ""
        case _:
            said, shown = _ods_plain(value)
            return f" office:value-type={said}", f"<text:p>{shown}</text:p>"


def _ods_plain(value: float | date | Padded | Shown) -> tuple[str, str]:
    match value:
        case Shown(number, text):
            return f'"float" office:value="{number}"', text
        case bool():
            return f'"boolean" office:boolean-value="{str(value).lower()}"', str(value).upper()
        case date():
            return f'"date" office:date-value="{value}"', f"{value:%d.%m.%Y}"
        case Padded(number, code):
            return f'"float" office:value="{number}"', str(number).zfill(code.count("0"))
        case _:
            return f'"float" office:value="{value}"', str(value)
