"""What every document has around its blocks: title, author, the foot of each page, all in its language."""

from collections.abc import Iterable
from datetime import date

from vendor_registry.documents.document import Block, Document
from vendor_registry.documents.parts.names import Names

_FOOT = 90  # signs of a company's name that fit the foot of a page beside the title, the day and the number


def framed(title: str, day: date, names: Names, blocks: Iterable[Block]) -> Document:
    """The document that the company issues, of a day."""
    company = names.policy.company
    author = company.formal_name
    foot = author if len(author) <= _FOOT else f"{author[:_FOOT]}…"
    return Document(
        title=title,
        language=names.phrases.tag,
        day=day,
        author=author,
        footer=names.phrases.say("document.footer", company=foot, title=title, day=names.day(day)),
        page=names.phrases.texts["document.page"],
        blocks=tuple(blocks),
    )
