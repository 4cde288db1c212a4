"""A logo: a small SVG or PNG, looked into before it leaves the house beside a page."""

import re
import struct
from pathlib import Path

from lxml import etree

from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.words.complaints import quote
from vendor_registry.model.policy.logo import Logo
from vendor_registry.model.text.origin import Cell, Fault, RefusedError

MOST_BYTES = 50_000  # every reader fetches it
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_DRAWN = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc metadata "
    "style linearGradient radialGradient stop pattern clipPath mask marker switch filter feBlend feColorMatrix "
    "feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
    "feMorphology feOffset feDropShadow".split()
)
_FETCHES = re.compile(r"@import|url\(\s*[\"']?\s*[^#\s\"']|expression\(|javascript:", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9.]+)(?:px)?\s*")
_USUAL = (300, 150)  # of a picture that says nothing (CSS 2.2, 10.3.2)


def read_logo(path: Path) -> Logo:
    """The logo in a file. Raises RefusedError with everything in it that a logo may not hold."""
    raw = read_bytes(path, str(path), most=10 * MOST_BYTES)
    if len(raw) > MOST_BYTES:
        what = f"this logo has {len(raw):,} bytes, and every reader fetches it"
        raise _refused(path, 0, what, f"At most {MOST_BYTES:,} are allowed: save it smaller, or as an optimised SVG.")
    return _png(raw, path) if raw.startswith(_PNG) else _svg(raw, path)


def _png(raw: bytes, path: Path) -> Logo:
    """Width and height stand in the first chunk (PNG, third edition, 11.2.1)."""
    if raw[12:16] != b"IHDR" or len(raw) < 33 or not raw.rstrip().endswith(b"IEND\xaeB`\x82"):
        raise _refused(path, 0, "this PNG is not whole", "Save it anew.")
    width, height = struct.unpack(">II", raw[16:24])
    return Logo("image/png", raw, width, height)


def _svg(raw: bytes, path: Path) -> Logo:
    """An SVG of shapes. What runs, fetches or is no drawing is refused, although browsers run nothing in a picture:
    opened by itself it is a page."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _refused(path, 0, "this is neither an SVG nor a PNG", "Save the logo as one of them.") from None
    if root.tag != f"{_SVG}svg":
        raise _refused(path, 1, f"this is XML, but no SVG: it begins with {quote(str(root.tag))}", "Save it as SVG.")
    hint = "A logo may hold shapes, colours and texts: save it as plain or optimised SVG."
    faults = [Fault(Cell(str(path), line), what, hint) for line, what in _wrong(root)]
    if faults:
        raise RefusedError(tuple(faults))
    return Logo("image/svg+xml", raw, *_size(root))


def _wrong(root: etree._Element) -> list[tuple[int, str]]:
    found = []
    if b"<!ENTITY" in etree.tostring(root.getroottree()):
        found.append((1, "it declares entities"))
    if any(isinstance(one, etree._ProcessingInstruction) for one in root.itersiblings(preceding=True)):
        found.append((1, "it asks for a style sheet"))
    for element in root.iter():
        line, name = element.sourceline or 0, str(element.tag)
        if not isinstance(element.tag, str):
            found.append((line, "it holds an instruction or an entity"))
            continue
        if _foreign(name):
            found.append((line, f"{quote(name.rpartition('}')[2])} may not stand in a logo"))
        found.extend((line, f"{quote(str(one))} may not stand in a logo") for one in element.attrib if _runs(str(one)))
        texts = (str(element.text or ""), *map(str, element.attrib.values()))
        links = (str(element.get(one) or "#") for one in ("href", f"{_XLINK}href"))
        if any(map(_FETCHES.search, texts)) or any(not one.startswith("#") for one in links):
            found.append((line, "it fetches something from elsewhere"))
    return found


def _foreign(name: str) -> bool:
    """Not of a drawing. What drawing programs note for themselves, in a namespace of their own, is not drawn."""
    if name.startswith(_SVG):
        return name.removeprefix(_SVG) not in _DRAWN
    return name.startswith("{http://www.w3.org/1999/xhtml}") or not name.startswith("{")


def _runs(attribute: str) -> bool:
    return attribute.rpartition("}")[2].lower().startswith("on")


def _size(root: etree._Element) -> tuple[int, int]:
    box = (root.get("viewBox") or "").replace(",", " ").split()
    said = [_LENGTH.fullmatch(root.get(one) or "") for one in ("width", "height")]
    if all(said):
        sizes = [float(one[1]) for one in said if one]
    else:
        sizes = [float(one) for one in box[2:] if _LENGTH.fullmatch(one)]
    if len(sizes) != 2 or min(sizes) < 1:
        return _USUAL
    return round(sizes[0]), round(sizes[1])


def _refused(path: Path, line: int, what: str, hint: str) -> RefusedError:
    return RefusedError((Fault(Cell(str(path), line), what, hint),))
