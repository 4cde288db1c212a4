"""Diagrams as parts of documents: a page each, readable on paper."""

from dataclasses import replace
from importlib import import_module

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.drawing.album import Album, album
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.drawing.layout.readability import TARGETS
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.view import View
from vendor_registry.drawing.picture.words import words
from vendor_registry.drawing.views.catalogue import VIEWS
from vendor_registry.use_cases.judgement.check import check


def pages(case: Case, only: frozenset[str], language: str) -> tuple[Album, ...]:
    """The flows that begin or end at these nodes, by place of processing, each page alone and readable on A4."""
    view: View = import_module(VIEWS["region"]).VIEW
    question = Question(
        case=case, transfers=transfers(case), findings=check(case).findings, only=only, words=words(language)
    )
    made = album(question, view, target=TARGETS["a4"])
    return tuple(replace(made, pages=(page,)) for page in made.pages if page.picture.boxes)


def svg(drawn: Album) -> bytes:
    """The pages without their tables. Raises FailureError where Graphviz fails."""
    picture: bytes = import_module(FORMATS["svg"].module).pictures(drawn.pages)
    return picture


def png(drawn: Album) -> bytes:
    """The same as an image."""
    image: bytes = import_module(FORMATS["png"].module).write(drawn)
    return image
