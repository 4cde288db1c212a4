"""Plain text: for terminals and for mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.sample import CHINESE, HOSTILE, STEERING, drawn, everywhere, plain
from vendor_registry.documents.formats.as_text import as_text, escape


def test_a_picture_is_its_description_and_its_caption() -> None:
    assert as_text(drawn()).decode().split("\n\n")[2:4] == ["[From <us> to {{all}}]", "Flows, drawn"]


def test_a_document_reads_as_reviewed() -> None:
    assert as_text(plain()).decode() == (
        "List of things\n"
        "==============\n\n"
        "A first sentence.\n\n"
        "Who\n===\n\n"
        "Name     Acme\n"
        "Address  1 Road\n"
        "         Berlin\n\n"
        "Others\n======\n\n"
        "Hosting\n-------\n\n"
        "Acme Cloud, Seat: Ireland\n"
        "  What   Hosting\n"
        "  Where  Germany\n"
        "         Belgium\n\n"
        "  Nimbus, Seat: unknown\n"
        "    What   Hosting\n"
        "    Where  Germany\n"
        "           Belgium\n\n"
        "List of things · foot\n"
    )


@pytest.mark.parametrize("text", [*HOSTILE, *STEERING, CHINESE])
def test_hostile_text_steers_no_terminal_and_makes_no_line_too_long(text: str) -> None:
    shown = as_text(everywhere(text)).decode()
    assert not {"\x1b", "\x00", "\u202e", "\r"} & set(shown)
    longest = max(map(len, escape(text).split()))
    assert all(len(line) <= max(96, 4 * longest + 8) for line in shown.splitlines())


@given(st.text())
def test_no_text_is_a_command_to_a_build_server(text: str) -> None:
    assert not any(line.lstrip().startswith("::") for line in escape(text).splitlines())
