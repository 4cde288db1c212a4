"""A document as one HTML page that needs nothing but itself: no script, no font, no network."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from typing import assert_never

from jinja2 import Environment, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup

from vendor_registry.documents.document import Block, Document, Fields, Heading, Paragraph, Picture, Table
from vendor_registry.documents.formats.references import bound
from vendor_registry.model.text.visible import printable


def as_html(document: Document) -> bytes:
    """The page as UTF-8; it is well-formed XML too, so that any reader gets the same tree."""
    macros = _macros()
    body = Markup("").join(map(_block, document.blocks))
    return str(_macro(macros, "page")(document, body)).encode("utf-8")


@cache
def _macros() -> TemplateModule:
    # autoescape is said outright: a choice by file name would miss some names
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters["printable"] = printable
    environment.filters["seen"] = lambda text: bound(printable(text))
    source = files("vendor_registry.documents").joinpath("templates", "document.html").read_text("utf-8")
    return environment.from_string(source).module


@lru_cache(maxsize=256)  # letters to many customers share nearly all of it
def _block(block: Block) -> Markup:
    macros = _macros()
    match block:
        case Heading():
            return _macro(macros, "heading")(block)
        case Paragraph():
            return _macro(macros, "paragraph")(block)
        case Fields():
            return _macro(macros, "fields")(block)
        case Table():
            return _macro(macros, "table")(block)
        case Picture():  # as an image, in which browsers run no script and follow no link
            return _macro(macros, "picture")(block, b64encode(block.svg()).decode("ascii"))
        case _:
            assert_never(block)


def _macro(macros: TemplateModule, name: str) -> Callable[..., Markup]:
    macro: Callable[..., Markup] = getattr(macros, name)
    return macro
