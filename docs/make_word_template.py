"""Writes vendor_registry/documents/templates/document.docx afresh: python docs/make_word_template.py

The template may as well be changed in Word; docs/word_template.md says what must stay. Running this undoes that.
"""

import sys
import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

TEMPLATE = Path(__file__).parents[1] / "vendor_registry" / "documents" / "templates" / "document.docx"
PARAGRAPHS = (("Field Text", 9.5, 0), ("Table Text", 8, 0), ("Table Nested", 8, 4), ("Table End", 4, 0))  # size, indent
FONT = "Arial"
QUIET = RGBColor(0x50, 0x56, 0x5E)
LINE, FINE = "767676", "D3D8DE"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def template() -> bytes:
    word: Any = docx.Document()
    lighten(word)
    modern(word)
    page(word)
    styles(word)
    numbered(word)
    footer(word)
    body(word)
    properties(word)
    file = BytesIO()
    word.save(file)
    return with_fixed_dates(file.getvalue())


def lighten(word: Any) -> None:
    """Leave out what the library's own template brings and nobody needs."""
    spare = [one for one in word.styles if one.type == WD_STYLE_TYPE.TABLE and not one.element.get(qn("w:default"))]
    for style in spare:
        style.element.getparent().remove(style.element)
    for rels, kinds in ((word.part.package.rels, ("thumbnail",)), (word.part.rels, ("stylesWithEffects", "customXml"))):
        for key, relation in list(rels.items()):
            if relation.reltype.endswith(kinds):
                del rels[key]


def modern(word: Any) -> None:
    """No compatibility mode: as Word 2013 and later lay out (ECMA-376 Part 1, MS-DOCX 2.15.3)."""
    compat = word.settings.element.find(qn("w:compat"))
    for old in compat.findall(qn("w:useFELayout")):
        compat.remove(old)
    mode = next(one for one in compat if one.get(qn("w:name")) == "compatibilityMode")
    mode.set(qn("w:val"), "15")


def numbered(word: Any) -> None:
    """Headings with numbers of Word's own: 1, 1.1, 1.1.1."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{part}" for part in range(1, level + 2))}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="567"/></w:tabs><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
        for level in range(3)
    )
    root, spaces = word.part.numbering_part.element, nsdecls("w")
    abstract = (
        f'<w:abstractNum {spaces} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    root.insert(0, parse_xml(abstract))
    root.append(parse_xml(f'<w:num {spaces} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level in range(3):
        properties = word.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        number = properties.get_or_add_numPr()
        number.get_or_add_ilvl().val, number.get_or_add_numId().val = level, 90


def page(word: Any) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin = Mm(16), Mm(18)
    section.header_distance = section.footer_distance = Mm(9)


def styles(word: Any) -> None:
    plain = word.styles["Normal"]
    font(plain, 9.5)
    spacing(plain, after=4)
    for name, size, before, after in (
        ("Title", 18, 0, 6),
        ("Heading 1", 12, 14, 5),
        ("Heading 2", 10.5, 10, 4),
        ("Heading 3", 9.5, 8, 3),
    ):
        style = word.styles[name]
        font(style, size, bold=True)
        spacing(style, before=before, after=after)
        style.paragraph_format.keep_with_next = True
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
    for name, size, indent in PARAGRAPHS:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = plain
        font(style, size)
        spacing(style, after=0)
        style.paragraph_format.left_indent = Mm(indent)
    font(word.styles["Footer"], 8, colour=QUIET)
    label = word.styles.add_style("Label", WD_STYLE_TYPE.CHARACTER)
    label.font.color.rgb = QUIET
    missing = word.styles.add_style("Missing", WD_STYLE_TYPE.CHARACTER)
    missing.font.italic, missing.font.color.rgb = True, QUIET


def font(style: Any, size: float, bold: bool = False, colour: RGBColor | None = None) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = colour or RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in [name for name in fonts.attrib if "heme" in name]:
        del fonts.attrib[theme]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def spacing(style: Any, before: float = 0, after: float = 0) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.0


def body(word: Any) -> None:
    add = word.add_paragraph
    add("{{ title }}", style="Title")
    add("{%p for block in blocks %}")
    add('{%p if block.kind == "heading 1" and not block.side %}')
    add("{{ block.text }}", style="Heading 1")
    for side in ("left", "right"):  # with nothing above them, so that both stand equally high
        add(f'{{%p elif block.kind == "heading 1" and block.side == "{side}" %}}')
        heading = add(style="Heading 1")
        heading.paragraph_format.space_before = Pt(0)
        heading.paragraph_format.keep_with_next = (
            False  # LibreOffice 7.4 ends where a chain of kept paragraphs meets columns
        )
        if side == "right":
            heading.add_run().add_break(WD_BREAK.COLUMN)
        heading.add_run("{{ block.text }}")
    add('{%p elif block.kind == "heading 2" %}')
    add("{{ block.text }}", style="Heading 2")
    add('{%p elif block.kind == "heading 3" %}')
    add("{{ block.text }}", style="Heading 3")
    add('{%p elif block.kind == "paragraph" and block.side %}')
    add("{{r block.line }}")
    add('{%p elif block.kind == "paragraph" %}')
    add("{{r block.line }}").paragraph_format.keep_with_next = True
    add('{%p elif block.kind == "fields" %}')
    fields(word)
    add(style="Table End")
    add('{%p elif block.kind == "table" %}')
    table(word)
    add(style="Table End")
    add('{%p elif block.kind == "two columns" %}')
    section_end(word, columns=1)
    add('{%p elif block.kind == "one column" %}')
    section_end(word, columns=2)
    add("{%p endif %}")
    add("{%p endfor %}")
    continuous(word.sections[-1]._sectPr)


def section_end(word: Any, columns: int) -> None:
    """A paragraph that ends a section of so many columns, on the page on which the next one begins."""
    section = deepcopy(word.sections[0]._sectPr)
    continuous(section)
    space = section.find(qn("w:cols"))
    space.set(qn("w:num"), str(columns))
    space.set(qn("w:space"), str(Mm(12).twips))
    end = word.add_paragraph(style="Table End")
    end.paragraph_format.space_after = Pt(10 if columns == 1 else 0)
    end._p.get_or_add_pPr().append(section)


def continuous(section: Any) -> None:
    section.get_or_add_type().set(qn("w:val"), "continuous")


def fields(word: Any) -> None:
    grid = word.add_table(rows=3, cols=2)
    describe(grid, borders=False)
    say(grid, 0, "{%tr for field in block.fields %}", "")
    say(grid, 1, "{{ field.label }}", "{{p field.value }}")
    grid.cell(1, 0).paragraphs[0].runs[0].style = word.styles["Label"]
    gap = f'<w:tcMar {nsdecls("w")}><w:right w:w="{Mm(4).twips}" w:type="dxa"/></w:tcMar>'
    grid.cell(1, 0)._tc.get_or_add_tcPr().append(parse_xml(gap))
    say(grid, 2, "{%tr endfor %}", "")
    for number, width in enumerate((Mm(92), Mm(173))):
        grid.columns[number].width = width
        for one in grid.columns[number].cells:
            one.width = width
            one.paragraphs[0].style = word.styles["Field Text"]


def table(word: Any) -> None:
    grid = word.add_table(rows=4, cols=3)
    describe(grid, borders=True)
    say(grid, 0, "{%tc for column in block.columns %}", "{{ column.title }}", "{%tc endfor %}")
    say(grid, 1, "{%tr for row in block.rows %}", "", "")
    say(grid, 2, "{%tc for cell in row.cells %}", "{{p cell }}", "{%tc endfor %}")
    say(grid, 3, "{%tr endfor %}", "", "")
    header = grid.rows[0]
    header._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    head = header.cells[1]
    head._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="EEF1F5"/>'))
    head.paragraphs[0].runs[0].bold = True
    head.paragraphs[0].paragraph_format.keep_with_next = True  # no page ends with the titles of columns alone
    for row in grid.rows:
        row._tr.get_or_add_trPr().insert(0, parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for one in row.cells:
            one.paragraphs[0].style = word.styles["Table Text"]


def say(grid: Any, row: int, *texts: str) -> None:
    for one, text in zip(grid.rows[row].cells, texts, strict=True):
        one.paragraphs[0].add_run(text)


def describe(grid: Any, borders: bool) -> None:
    """What people hear who cannot see the table, its lines, its margins, and columns that keep their widths."""
    grid.autofit = False
    properties = grid._tbl.tblPr
    if borders:
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        layout = properties.find(qn("w:tblLayout"))
        layout.addprevious(parse_xml(f'<w:tblInd {nsdecls("w")} w:w="80" w:type="dxa"/>'))
        layout.addprevious(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))
    else:
        fine = f'<w:insideH w:val="single" w:sz="3" w:space="0" w:color="{FINE}"/>'
        layout = properties.find(qn("w:tblLayout"))
        layout.addprevious(parse_xml(f"<w:tblBorders {nsdecls('w')}>{fine}</w:tblBorders>"))
    inset, height = (80, 50) if borders else (0, 20)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", height), ("left", inset), ("bottom", height), ("right", inset))
    )
    properties.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    properties.append(parse_xml(f'<w:tblLook {nsdecls("w")} w:val="00A0" w:firstRow="1" w:firstColumn="1"/>'))
    properties.append(parse_xml(f'<w:tblCaption {nsdecls("w")} w:val="{{{{ block.name }}}}"/>'))


def footer(word: Any) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    stops = paragraph.style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(265), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("{{ footer }}\t{{ before_page }}")
    number(paragraph, "PAGE")
    paragraph.add_run("{{ between_pages }}")
    number(paragraph, "NUMPAGES")
    paragraph.add_run("{{ after_pages }}")


def number(paragraph: Any, what: str) -> None:
    field = f'<w:fldSimple {nsdecls("w")} w:instr="{what}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))


def properties(word: Any) -> None:
    core = word.core_properties
    core.title, core.author, core.last_modified_by, core.comments, core.keywords = "Document", "", "", "", ""
    core.created = core.modified = LONG_AGO


def with_fixed_dates(content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(0 if TEMPLATE.write_bytes(template()) else 1)
