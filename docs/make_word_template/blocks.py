"""What is poured in: a loop over the blocks of a document, and what each kind looks like."""

from copy import deepcopy
from typing import Any

from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from look import element

LINE, FINE = "767676", "D3D8DE"


def body(word: Any) -> None:
    add = word.add_paragraph
    add("{{ title }}", style="Title")
    add("{%p for block in blocks %}")
    add('{%p if block.kind == "heading 1" and not block.side %}')
    add("{{ block.text }}", style="Heading 1")
    for side in ("left", "right"):
        add(f'{{%p elif block.kind == "heading 1" and block.side == "{side}" %}}')
        heading_beside(word, side)
    for level in (2, 3):
        add(f'{{%p elif block.kind == "heading {level}" %}}')
        add("{{ block.text }}", style=f"Heading {level}")
    add('{%p elif block.kind == "paragraph" and block.side %}')
    add("{{r block.line }}")
    add('{%p elif block.kind == "paragraph" %}')
    add("{{r block.line }}").paragraph_format.keep_with_next = True
    for kind, grid in (("fields", fields), ("table", table)):
        add(f'{{%p elif block.kind == "{kind}" %}}')
        grid(word)
        add(style="Table End")
    for kind, columns in (("two columns", 1), ("one column", 2)):
        add(f'{{%p elif block.kind == "{kind}" %}}')
        section_end(word, columns)
    add("{%p endif %}")
    add("{%p endfor %}")
    continuous(word.sections[-1]._sectPr)


def heading_beside(word: Any, side: str) -> None:
    """A heading of one of two columns, with nothing above it, so that both stand equally high."""
    heading = word.add_paragraph(style="Heading 1")
    heading.paragraph_format.space_before = Pt(0)
    heading.paragraph_format.keep_with_next = False  # LibreOffice 7.4 ends where kept paragraphs meet columns
    if side == "right":
        heading.add_run().add_break(WD_BREAK.COLUMN)
    heading.add_run("{{ block.text }}")


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
    grid = filled(
        word,
        ("{%tr for field in block.fields %}", ""),
        ("{{ field.label }}", "{{p field.value }}"),
        ("{%tr endfor %}", ""),
    )
    describe(grid, borders=False)
    grid.cell(1, 0).paragraphs[0].runs[0].style = word.styles["Label"]
    gap = element(f'<w:tcMar><w:right w:w="{Mm(4).twips}" w:type="dxa"/></w:tcMar>')
    grid.cell(1, 0)._tc.get_or_add_tcPr().append(gap)
    for column, width in zip(grid.columns, (Mm(92), Mm(173)), strict=True):
        column.width = width
        for one in column.cells:
            one.width = width
            one.paragraphs[0].style = word.styles["Field Text"]


def table(word: Any) -> None:
    grid = filled(
        word,
        ("{%tc for column in block.columns %}", "{{ column.title }}", "{%tc endfor %}"),
        ("{%tr for row in block.rows %}", "", ""),
        ("{%tc for cell in row.cells %}", "{{p cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    describe(grid, borders=True)
    header, head = grid.rows[0], grid.rows[0].cells[1]
    header._tr.get_or_add_trPr().append(element("<w:tblHeader/>"))
    head._tc.get_or_add_tcPr().append(element('<w:shd w:val="clear" w:fill="EEF1F5"/>'))
    head.paragraphs[0].runs[0].bold = True
    head.paragraphs[0].paragraph_format.keep_with_next = True  # no page ends with the titles of columns alone
    for row in grid.rows:
        row._tr.get_or_add_trPr().insert(0, element("<w:cantSplit/>"))
        for one in row.cells:
            one.paragraphs[0].style = word.styles["Table Text"]


def filled(word: Any, *rows: tuple[str, ...]) -> Any:
    """A table of these texts."""
    grid = word.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(grid.rows, rows, strict=True):
        for one, text in zip(row.cells, texts, strict=True):
            one.paragraphs[0].add_run(text)
    return grid


def describe(grid: Any, borders: bool) -> None:
    """What people hear who cannot see the table, its lines, its margins, and columns that keep their widths."""
    grid.autofit = False
    properties = grid._tbl.tblPr
    layout = properties.find(qn("w:tblLayout"))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if borders else ("insideH",)
    size, colour = (4, LINE) if borders else (3, FINE)
    lines = "".join(f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>' for side in sides)
    layout.addprevious(element(f"<w:tblBorders>{lines}</w:tblBorders>"))
    inset, height = (80, 50) if borders else (0, 20)
    widths = {"top": height, "left": inset, "bottom": height, "right": inset}
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in widths.items())
    properties.append(element(f"<w:tblCellMar>{margins}</w:tblCellMar>"))
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    properties.append(element('<w:tblLook w:val="00A0" w:firstRow="1" w:firstColumn="1"/>'))
    properties.append(element('<w:tblCaption w:val="{{ block.name }}"/>'))
