"""The formats of documents, in the order people see. To add one: one module as_<name>.py and one line here.

Writers are named, not imported: Word's library alone takes longer to load than a PDF to typeset.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """How a document leaves: `module.function(document)` gives the bytes of a file with this suffix.

    With a template, that is the second argument. `module.laid_out`, where a format has it, takes the same and gives
    what writes this document and the same letter to others, which differs in the value of its first field alone.
    """

    name: str
    suffix: str
    text: bool  # whether it can be shown on a terminal
    module: str
    function: str
    laid_out: str = ""  # "": each letter is laid out anew
    template: bytes = b""  # of a company's own, where the format takes one; b"": the delivered one


_FOLDER = "vendor_registry.documents.formats."

FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format("docx", ".docx", False, _FOLDER + "as_docx", "as_docx", "poured"),
        Format("pdf", ".pdf", False, _FOLDER + "as_pdf", "as_pdf"),
        Format("xlsx", ".xlsx", False, _FOLDER + "as_xlsx", "as_xlsx"),
        Format("html", ".html", True, _FOLDER + "as_html", "as_html"),
        Format("markdown", ".md", True, _FOLDER + "as_markdown", "as_markdown"),
        Format("text", ".txt", True, _FOLDER + "as_text", "as_text"),
        Format("json", ".json", True, _FOLDER + "as_json", "as_json"),
    )
}

MAIL = Format("eml", ".eml", True, _FOLDER + "as_eml", "as_eml")  # of letters only: a schedule has no recipient
LETTERS: Mapping[str, Format] = {**FORMATS, MAIL.name: MAIL}
