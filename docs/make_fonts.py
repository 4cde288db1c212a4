"""Make the fonts of other scripts in vendor_registry/fonts from Noto (SIL OFL 1.1): only the characters in use, small.

    python docs/make_fonts.py FOLDER      with fontTools (and brotli) installed; FOLDER holds, anywhere in it:
    NotoSansArabic_400Regular.ttf  NotoSansDevanagari_400Regular.ttf  NotoSansThai_400Regular.ttf
    NotoSansTamil_400Regular.ttf   NotoEmoji_400Regular.ttf           (npm: @expo-google-fonts/...)
    noto-sans-{bengali,armenian,georgian}-*-400-normal.woff2          (npm: @fontsource/...)
    NotoSansCJKtc-Regular.otf                                         (PyPI: cvttf-notosanscjk-regular)

Of the ideographs those stay that the national standards of mainland China (GB 2312), Taiwan (Big5, level 1) and Japan
(JIS X 0208, level 1) call common, and the syllables of the Korean one (KS X 1001). Last of all it writes
coverage.txt, which characters there is a shape for.
"""

import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FONTS = Path(__file__).parent.parent / "vendor_registry" / "fonts"
WHOLE = {  # written as, read from; all their characters but the Latin ones
    "NotoSansArabic": "NotoSansArabic_400Regular.ttf",
    "NotoSansDevanagari": "NotoSansDevanagari_400Regular.ttf",
    "NotoSansThai": "NotoSansThai_400Regular.ttf",
    "NotoSansTamil": "NotoSansTamil_400Regular.ttf",
    "NotoSansBengali": "noto-sans-bengali-bengali-400-normal.woff2",
    "NotoSansArmenian": "noto-sans-armenian-armenian-400-normal.woff2",
    "NotoSansGeorgian": "noto-sans-georgian-georgian-400-normal.woff2",
    "NotoEmoji": "NotoEmoji_400Regular.ttf",
}
CJK = "NotoSansCJKtc-Regular.otf"
STANDARDS = {"gb2312": 0xF7, "big5": 0xC6, "shift_jis": 0x98, "euc_kr": 0xC8}  # up to the first byte of common signs
MANY = 5_000  # characters
LATIN = range(0x00, 0x250)


def in_standards() -> set[int]:
    """The characters of the national standards, and those written between them."""
    found = {*range(0x3000, 0x3100), *range(0xFF00, 0xFFF0), *range(0x3100, 0x3130)}
    for standard, last in STANDARDS.items():
        for lead in range(0x81, last + 1):
            for trail in range(0x40, 0xFF):
                try:
                    found.update(map(ord, bytes((lead, trail)).decode(standard)))
                except UnicodeDecodeError:
                    continue
    return found


def subset(source: Path, wanted: Collection[int], target: Path) -> None:
    font = TTFont(source)
    options = Options(
        layout_features=[] if len(wanted) > MANY else ["*"], notdef_outline=True, hinting=False, desubroutinize=False
    )
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # with copyright and licence
    options.drop_tables += ["DSIG", "vhea", "vmtx", "VORG"]
    kept = {code: glyph for code, glyph in font.getBestCmap().items() if code in wanted}
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    if len(wanted) > MANY:  # more than the usual table of characters has room for
        table = CmapSubtable.newSubtable(12)
        table.platformID, table.platEncID, table.language, table.cmap = 3, 10, 0, kept
        font["cmap"].tables = [table]
    font.flavor = None
    font["head"].modified = font["head"].created  # the same font, the same bytes
    font.recalcTimestamp = False
    font.save(target)


def characters(font: Path) -> set[int]:
    """Those of a font, but for private ones, which mean nothing elsewhere and which no archive takes (ISO 19005-2)."""
    tables = [one for one in TTFont(font)["cmap"].tables if one.isUnicode() and one.format != 14]
    return {code for one in tables for code in one.cmap if unicodedata.category(chr(code)) != "Co"}


def ranges(codes: Iterable[int]) -> Iterator[str]:
    first = last = -2
    for code in [*sorted(codes), -2]:
        if code != last + 1:
            if first >= 0:
                yield f"{first:04X}-{last:04X}" if last > first else f"{first:04X}"
            first = code
        last = code


def make(folder: Path) -> None:
    def found(name: str) -> Path:
        return next(iter(sorted(folder.rglob(name))))

    for target, source in WHOLE.items():
        codes = characters(found(source)) - {*LATIN}
        subset(found(source), codes, FONTS / f"{target}-Regular.ttf")
    subset(found(CJK), in_standards() - {*LATIN}, FONTS / "NotoSansCJKtc-Regular.otf")
    covered = {code for font in FONTS.glob("*-Regular.[ot]tf") for code in characters(font)}
    head = "# The characters there is a shape for in the fonts of this folder; written by docs/make_fonts.py\n"
    (FONTS / "coverage.txt").write_text(head + "\n".join(ranges(covered)) + "\n", encoding="ascii")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
