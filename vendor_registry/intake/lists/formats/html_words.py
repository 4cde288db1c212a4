"""The words of an HTML element, with its links and what is bold; scripts, navigation and forms are left out."""

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement as Element

from vendor_registry.intake.lists.formats.page import Text
from vendor_registry.intake.words.characters import trim

STRUCK = "s del strike"  # what somebody has struck out no longer holds
LEFT_OUT = frozenset(
    f"script style noscript template svg nav footer button select head iframe object embed {STRUCK}".split()
)
BREAKS = frozenset("br p div li tr ul ol dd dt td th h1 h2 h3 h4 h5 h6".split())
WEB = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
FOOTNOTE = re.compile(r"[(\[]?(?:\d{1,2}|[a-z*†‡§]{1,3})(?:\s*,\s*\d{1,2})*[)\]]?")


@dataclass(slots=True)
class Words:
    """The words of an element as they are gathered."""

    parts: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    strong: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)


def is_left_out(element: Element) -> bool:
    """Whether an element is none of the words of a page; a button on which a part folds out is its heading."""
    if element.get("role") == "tablist":
        return True
    return element.tag in LEFT_OUT and not unfolds(element)


def unfolds(element: Element) -> bool:
    """Whether an element is a button on which the part behind it folds out."""
    named = "accordion" in (element.get("class") or "") or "collapse" in (element.get("class") or "")
    told = element.get("aria-expanded") is not None or element.get("aria-controls") is not None
    return element.tag == "button" and (named or told)


def text_of(element: Element, without: tuple[str, ...] = ()) -> Text:
    """The words of an element, its links and what is bold in it; elements named in `without` are left out."""
    words = Words()
    gather(element, words, without, outermost=True)
    return as_text(words)


def gather(element: Element, words: Words, without: tuple[str, ...] = (), outermost: bool = False) -> None:
    tag = element.tag
    if not isinstance(tag, str) or is_left_out(element) or (tag in without and not outermost):
        return
    if tag == "sup" and FOOTNOTE.fullmatch(mark := element.text_content().strip()):
        words.marks.append(mark.strip("()[]"))
        return
    start = len(words.parts)
    if tag in BREAKS and not outermost:
        words.parts.append("\n")
    words.parts.append(_spaced(element.text))
    for child in element:
        gather(child, words, without)
        words.parts.append(_spaced(child.tail))
    inside = " ".join("".join(words.parts[start:]).split())
    if tag == "a" and WEB.fullmatch((element.get("href") or "").strip()):
        words.links.append((inside, (element.get("href") or "").strip()))
    elif tag in ("strong", "b") and inside:
        words.strong.append(inside)
    if tag in BREAKS and not outermost:
        words.parts.append("\n")


def _spaced(text: str | None) -> str:
    """Line breaks of the markup are blanks on the page."""
    return re.sub(r"\s+", " ", text) if text else ""


def as_text(words: Words) -> Text:
    lines = (trim(" ".join(line.split())) for line in "".join(words.parts).split("\n"))
    return Text("\n".join(filter(None, lines)), tuple(words.links), tuple(words.strong), tuple(words.marks))
