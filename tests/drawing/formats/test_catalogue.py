"""The list of formats."""

from importlib import import_module
from pathlib import Path

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.formats import catalogue as formats
from vendor_registry.drawing.formats.catalogue import FORMATS


def test_every_writer_is_listed_once() -> None:
    files = {path.stem for path in Path(formats.__file__).parent.glob("as_*.py")}
    assert files == {form.module.rpartition(".")[2] for form in FORMATS.values()}
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_writer_writes_and_a_text_is_utf8(name: str) -> None:
    picture = acme.picture(make.case(make.engagement("oak", vendor="Öko")))
    content: bytes = import_module(FORMATS[name].module).write(acme.album(picture))
    assert content
    if FORMATS[name].text:
        assert "Öko" in content.decode()
        assert content.endswith(b"\n")
        assert b"\r" not in content
