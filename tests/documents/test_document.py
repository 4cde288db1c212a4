"""The lines of a cell."""

from vendor_registry.documents.document import Run, Style, cell


def test_a_text_becomes_its_lines_without_the_empty_ones() -> None:
    assert cell("1 Road\n\n  Berlin ", "?") == ((Run("1 Road"),), (Run("Berlin"),))


def test_a_blank_is_never_a_blank_cell() -> None:
    for blank in ("", "  ", "\n\n"):
        assert cell(blank, "not stated") == ((Run("not stated", Style.MISSING),),)
