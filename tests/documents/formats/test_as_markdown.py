"""Markdown that shows texts as they were written."""

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.sample import CHINESE, HOSTILE, STEERING, document, drawn, everywhere, plain
from vendor_registry.documents.document import Fields, Paragraph, line
from vendor_registry.documents.formats.as_markdown import as_markdown, escape
from vendor_registry.model.text.visible import printable


def read(markdown: str) -> str:
    """What a CommonMark reader shows of inline text in which nothing but backslashes and entities is at work."""
    return html.unescape(re.sub(r"\\(&)|\\([!-/:-@\[-`{-~])", lambda m: "&amp;" if m[1] else m[2], markdown))


def test_a_document_reads_as_reviewed() -> None:
    assert as_markdown(plain()).decode() == (
        "# List of things\n\n"
        "A first sentence.\n\n"
        "## Who\n\n"
        "- **Name:** Acme\n"
        "- **Address:** 1 Road<br>Berlin\n\n"
        "## Others\n\n"
        "### Hosting\n\n"
        "| Name | What | Where |\n"
        "| --- | --- | --- |\n"
        "| **Acme Cloud**<br>Seat: Ireland | Hosting | Germany<br>Belgium |\n"
        "| ↳ **Nimbus**<br>Seat: *unknown* | Hosting | Germany<br>Belgium |\n\n"
        "---\n\n"
        "List of things · foot\n"
    )


def test_a_picture_is_its_description_and_its_caption() -> None:
    assert as_markdown(drawn()).decode().split("\n\n")[2:4] == [r"*From \<us\> to \{\{all\}\}*", "Flows, drawn"]


def test_a_label_that_asks_has_no_colon_behind_its_question_mark() -> None:
    fields = Fields("Result", (("May it go on?", (line("yes"),)), ("By", (line("Ada"),))))
    told = as_markdown(replace(plain(), blocks=(fields,))).decode("utf-8")
    assert "- **May it go on?** yes\n- **By:** Ada" in told


def test_every_sign_of_markdown_is_defused() -> None:
    assert escape("a|b<c>\\*_`[#]") == r"a\|b\<c\>\\\*\_\`\[\#\]"
    assert escape("&lt;b&gt; R&D") == r"\&lt;b\&gt; R&D"
    assert escape("a\nb") == "a b"


def test_a_paragraph_does_not_turn_into_a_list_a_rule_or_a_heading() -> None:
    for text, shown in {"- x": r"\- x", "12. x": r"12\. x", "1) x": r"1\) x", "===": r"\===", "  + x": r"\+ x"}.items():
        assert as_markdown(document(Paragraph(line(text)))).decode().split("\n\n")[1] == shown


@pytest.mark.parametrize("text", [*HOSTILE, *STEERING, CHINESE])
def test_hostile_text_leaves_every_table_with_its_columns(text: str) -> None:
    markdown = as_markdown(everywhere(text)).decode()
    assert "\n" * 3 not in markdown
    rows = [row for row in markdown.split("\n") if row.startswith("| ")]
    assert len(rows) == 4
    for row in rows:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 3, row
        assert not re.search(r"(?<!\\)(?:\\\\)*<(?!br>)", row)
    assert len([part for part in markdown.split("\n") if part.startswith("#")]) == 3


@given(st.text())
def test_any_text_is_shown_as_it_was_written(text: str) -> None:
    assert read(escape(text)) == printable(text)
