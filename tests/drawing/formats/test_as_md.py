"""Markdown tables, read back by a parser."""

from importlib import import_module
from typing import Any

import pytest

from tests import make
from tests.drawing import acme
from tests.drawing.hostile import TEXTS
from vendor_registry.drawing.album import album
from vendor_registry.drawing.formats import as_md
from vendor_registry.drawing.views import region, summary

PARSER: Any = import_module("markdown_it").MarkdownIt("gfm-like", {"html": True, "linkify": False})


def tokens(content: bytes) -> list[Any]:
    return list(PARSER.parse(content.decode()))


def test_it_has_the_matrix_the_findings_and_the_flows() -> None:
    case = acme.small()
    drawn = album(acme.question(case, acme.finding(case, "desk-in")), summary.VIEW, engine="wasm")
    found = tokens(as_md.write(drawn))
    assert sum(token.type == "table_open" for token in found) == 3
    text = as_md.write(drawn).decode()
    assert "## Findings shown in the picture" in text
    assert "Content reaches India" in text


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_becomes_markup_a_new_cell_or_html(text: str) -> None:
    case = make.case(make.engagement("oak", vendor=text, purpose=text))
    found = tokens(as_md.write(album(acme.question(case), region.VIEW, engine="wasm")))
    assert not any(token.type in ("html_block", "fence", "code_block") for token in found)
    inline = [child for token in found for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "softbreak", "text_special"}
    heads = [token for token in found if token.type == "th_open"]
    cells = [token for token in found if token.type == "td_open"]
    assert len(cells) % len(heads) == 0
