"""Workbooks of Excel, made by hand from the parts that the format must have."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from tests.intake.workbook_values import Error, Formula, Linked, Padded, Value, Worksheet, zipped

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HIDDEN, FILTERED = ' state="hidden"', ' hidden="1"'


def xlsx_book(worksheets: Sequence[Worksheet], first_day: date = date(1899, 12, 30), shared: bool = False) -> bytes:
    """An Excel workbook; with `shared` its texts stand in a table of their own, as Excel has it."""
    formats = [value.format for sheet in worksheets for row in sheet.rows for value in row if isinstance(value, Padded)]
    parts = _Xlsx(first_day, sorted(set(formats)), [] if shared else None)
    files = {}
    for number, sheet in enumerate(worksheets, start=1):
        files[f"xl/worksheets/sheet{number}.xml"] = parts.worksheet(sheet)
        files[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = parts.links(sheet)
    names = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" r:id="rId{n}"{HIDDEN if sheet.hidden else ""}/>'
        for n, sheet in enumerate(worksheets, start=1)
    )
    old = ' date1904="1"' if first_day.year == 1904 else ""
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(worksheets) + 1)]
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/></Types>',
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><workbookPr{old}/>'
            f"<sheets>{names}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": _relations(
                *targets, ("styles", "styles.xml"), *([("sharedStrings", "sharedStrings.xml")] if shared else [])
            ),
            "xl/styles.xml": parts.styles(),
            **({"xl/sharedStrings.xml": parts.texts()} if shared else {}),
            **files,
        }
    )


@dataclass
class _Xlsx:
    """What the worksheets of a workbook refer to."""

    first_day: date
    formats: list[str]
    shared: list[str] | None

    def worksheet(self, sheet: Worksheet) -> str:
        rows = "".join(
            f'<row r="{line}"{FILTERED if line in sheet.filtered else ""}>' + "".join(map(self._cell, row)) + "</row>"
            for line, row in enumerate(sheet.rows, start=1)
        )
        narrow = "".join(f'<col min="{at}" max="{at}" hidden="1"/>' for at in sheet.narrow)
        merged = "".join(f'<mergeCell ref="{_at(a, column)}:{_at(b, column)}"/>' for a, b, column in sheet.merged)
        links = "".join(f'<hyperlink ref="{_at(*at)}" r:id="rId{n}"/>' for n, (at, _) in enumerate(_links(sheet), 1))
        return (
            f'<worksheet xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
            f"{f'<cols>{narrow}</cols>' if narrow else ''}<sheetData>{rows}</sheetData>"
            f"{f'<mergeCells>{merged}</mergeCells>' if merged else ''}"
            f"{f'<hyperlinks>{links}</hyperlinks>' if links else ''}</worksheet>"
        )

    @staticmethod
    def links(sheet: Worksheet) -> str:
        return _relations(*(("hyperlink", target) for _, target in _links(sheet)), external=True)

    def styles(self) -> str:
        codes = "".join(
            f'<numFmt numFmtId="{n}" formatCode={quoteattr(code)}/>' for n, code in enumerate(self.formats, 164)
        )
        uses = "".join(f'<xf numFmtId="{n}"/>' for n in (0, 14, *range(164, 164 + len(self.formats))))
        return (
            f'<styleSheet xmlns="{_MAIN}"><numFmts>{codes}</numFmts>'
            f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{uses}</cellXfs></styleSheet>'
        )

    def texts(self) -> str:
        each = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self.shared or ())
        return f'<sst xmlns="{_MAIN}">{each}</sst>'

    def _cell(self, value: Value) -> str:
        match value:
            case None:
                return "<c/>"
            case Formula():
                return _formula(value)
            case Padded(number, code):
                return f'<c s="{2 + self.formats.index(code)}"><v>{number}</v></c>'
            case date():
                return f'<c s="1"><v>{(value - self.first_day).days}</v></c>'
            case Linked(text, _) | str(text):
                return self._text(text)
            case Error(name):
                return f'<c t="e"><f>NA()</f><v>{name}</v></c>'
            case _:
                return f'<c t="b"><v>{int(value)}</v></c>' if isinstance(value, bool) else f"<c><v>{value}</v></c>"

    def _text(self, text: str) -> str:
        if self.shared is None:
            return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        self.shared.append(text)
        return f'<c t="s"><v>{len(self.shared) - 1}</v></c>'


def _formula(value: Formula) -> str:
    text = escape(value.text)
    if isinstance(value.result, str):
        return f'<c t="str"><f>{text}</f><v>{escape(value.result)}</v></c>'
    return f"<c><f>{text}</f><v>{'' if value.result is None else value.result}</v></c>"


def _at(line: int, column: int) -> str:
    return f"{chr(64 + column)}{line}"


def _links(sheet: Worksheet) -> list[tuple[tuple[int, int], str]]:
    return [
        ((line, column), value.target)
        for line, row in enumerate(sheet.rows, start=1)
        for column, value in enumerate(row, start=1)
        if isinstance(value, Linked)
    ]


def _relations(*targets: tuple[str, str], external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target={quoteattr(target)}{mode}/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
