"""Diagrams as parts of documents: a page each, readable on paper."""

from dataclasses import replace
from importlib import import_module

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.documents.document import Column, Row, Style, Table, cell, line
from vendor_registry.drawing.album import Album, album
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.drawing.layout.readability import TARGETS
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.view import View
from vendor_registry.drawing.picture.words import words
from vendor_registry.drawing.views.catalogue import VIEWS

_WIDTHS = {"number": 6, "from": 30, "to": 30, "data": 34}


def pages(case: Case, only: frozenset[str], language: str) -> tuple[Album, ...]:
    """The flows that begin or end at these nodes, by place of processing, each page alone and readable on A4.

    Without the signs of findings: those who read the document have no report in which to look them up.
    """
    view: View = import_module(VIEWS["region"]).VIEW
    question = Question(case=case, transfers=transfers(case), only=only, words=words(language))
    made = album(question, view, target=TARGETS["a4"])
    return tuple(replace(made, pages=(page,)) for page in made.pages if page.picture.boxes)


def numbered(drawn: Album) -> Table:
    """Which flows the numbers on the lines of a page are. What carries them the document tells itself, in full."""
    [page] = drawn.pages
    say = page.picture.words.say
    columns = tuple(Column(say(f"table.{key}"), width) for key, width in _WIDTHS.items())
    flows = dict.fromkeys((one.number, one.source, one.target, one.data) for one in page.picture.rows)
    rows = (Row(((line(number, Style.STRONG),), *(cell(text, "–") for text in told))) for number, *told in flows)
    return Table(say("table.flows"), columns, tuple(rows))


def svg(drawn: Album) -> bytes:
    """The pages without their tables. Raises FailureError where Graphviz fails."""
    picture: bytes = import_module(FORMATS["svg"].module).pictures(drawn.pages)
    return picture


def png(drawn: Album) -> bytes:
    """The same as an image."""
    image: bytes = import_module(FORMATS["png"].module).write(drawn)
    return image
