"""How every page of the template looks: styles, numbers of headings, margins, the footer."""

import re
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

HEADINGS = (("Title", 18, 0, 6), ("Heading 1", 12, 14, 5), ("Heading 2", 10.5, 10, 4), ("Heading 3", 9.5, 8, 3))
"""Each with its size, and the space before and after it, in points."""
PARAGRAPHS = (("Field Text", 9.5, 0), ("Table Text", 8, 0), ("Table Nested", 8, 4), ("Table End", 4, 0))
"""Each with its size in points and its indent in millimetres."""
FONT = "Arial"
QUIET = RGBColor(0x50, 0x56, 0x5E)


def element(text: str) -> Any:
    """A piece of WordprocessingML."""
    return parse_xml(re.sub(r"^<w:\w+", rf"\g<0> {nsdecls('w')}", text))


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


def hyphenated(word: Any) -> None:
    """Words are broken where they do not fit a column of a table, and nowhere else: not in running text, and not where
    less than two centimetres of a line would stay empty."""
    stop = word.settings.element.find(qn("w:defaultTabStop"))
    stop.addnext(element(f'<w:hyphenationZone w:val="{Mm(20).twips}"/>'))
    stop.addnext(element("<w:autoHyphenation/>"))
    for name, suppressed in (("Normal", "1"), ("Table Text", "0"), ("Table Nested", "0")):
        spaced = word.styles[name].element.pPr.find(qn("w:spacing"))
        spaced.addprevious(element(f'<w:suppressAutoHyphens w:val="{suppressed}"/>'))


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
    for name, size, before, after in HEADINGS:
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


def numbered(word: Any) -> None:
    """Headings with numbers of Word's own: 1, 1.1, 1.1.1."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{part}" for part in range(1, level + 2))}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="567"/></w:tabs><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
        for level in range(3)
    )
    root = word.part.numbering_part.element
    levelled = f'<w:multiLevelType w:val="multilevel"/>{levels}'
    root.insert(0, element(f'<w:abstractNum w:abstractNumId="90">{levelled}</w:abstractNum>'))
    root.append(element('<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level in range(3):
        properties = word.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        number = properties.get_or_add_numPr()
        number.get_or_add_ilvl().val, number.get_or_add_numId().val = level, 90


def footer(word: Any) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    stops = paragraph.style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(265), WD_TAB_ALIGNMENT.RIGHT)
    for text, number in (("{{ footer }}\t{{ before_page }}", "PAGE"), ("{{ between_pages }}", "NUMPAGES")):
        paragraph.add_run(text)
        paragraph._p.append(element(f'<w:fldSimple w:instr="{number}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    paragraph.add_run("{{ after_pages }}")
