"""Diagrams in a notebook."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.api import Register, draw
from vendor_registry.use_cases.diagrams.drawing import drawing
from vendor_registry.use_cases.diagrams.wish import Wish


def test_a_notebook_shows_the_pages_as_svg_under_a_name() -> None:
    made = drawing(acme.small(), Wish(view="region"))
    root = ElementTree.fromstring(made._repr_svg_())
    assert root.tag.endswith("svg")
    html = made._repr_html_()
    assert html.startswith('<figure aria-label="Data flows by place of processing">\n<svg')
    assert "<?xml" not in html


def test_a_register_draws_itself_in_a_language() -> None:
    case = acme.small()
    svg = draw(Register(case.registry, case.policy), make.DAY, "region", lang="fr")._repr_svg_()
    assert 'xml:lang="fr"' in svg
    assert "Flux de données par lieu de traitement" in svg
    with pytest.raises(UsageError, match="no wording"):
        draw(Register(case.registry, case.policy), make.DAY, lang="tlh")


def test_a_register_draws_itself_by_view_and_argument() -> None:
    case = acme.small()
    register = Register(case.registry, case.policy)
    made = draw(register, as_of=make.DAY, view="vendor", of="elm-eu", theme="dark")
    assert "One vendor: Elm Hosting" in made._repr_svg_()
    assert 'fill="#14181D"' in made._repr_svg_()


def test_it_is_saved_in_the_format_of_the_suffix(tmp_path: Path) -> None:
    made = drawing(acme.small(), Wish(view="region"))
    assert made.save(tmp_path / "a.mermaid").read_bytes().startswith(b"flowchart")
    with pytest.raises(UsageError, match=r'No format has the suffix "\.gif"'):
        made.save(tmp_path / "a.gif")
