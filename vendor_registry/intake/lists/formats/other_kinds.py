"""Files that are no lists for a program, whatever their names say: one sentence each, with the way out."""

from vendor_registry.intake.lists.formats.text import refused

_RTF = "Save it as DOCX in a word processor."
_PICTURE = "Nothing in it can be read as text; ask for the list as a page, CSV or XLSX."
_PDF = "Copy the list out of it into a text file, or ask for it as a page, CSV or XLSX."
SIGNATURES = {
    b"%PDF": ("this is a PDF, in which nothing says where a cell ends", _PDF),
    b"{\\rtf": ("this is a text in RTF", _RTF),
    b"\x89PNG": ("this is a picture", _PICTURE),
    b"\xff\xd8\xff": ("this is a picture", _PICTURE),
    b"GIF8": ("this is a picture", _PICTURE),
    b"\xd0\xcf\x11\xe0": (
        "this is a document of an older Office, or one with a password",
        "Save it as DOCX or XLSX, without a password.",
    ),
}
OFFICE = ("docx", "xlsx")  # whose readers say more of an older Office


def refuse_other_kinds(raw: bytes, name: str, kind: str) -> None:
    """Raises RefusedError for a file that holds nothing, or is of another kind than any list."""
    if kind not in OFFICE and not raw.strip(b"\xef\xbb\xbf \t\r\n"):
        raise refused(name, 0, "the file is empty", "Was the page loaded before it was saved?")
    start = raw[:16].lstrip()
    for signature, (message, hint) in SIGNATURES.items():
        if start.startswith(signature) and not (kind in OFFICE and signature.startswith(b"\xd0")):
            raise refused(name, 0, message, hint)
