"""D2 text; test_real_parsers.py opens it with D2 itself."""

import re

import pytest

from tests.drawing import acme
from tests.drawing.hostile import TEXTS
from vendor_registry.drawing.album import album
from vendor_registry.drawing.formats import as_d2
from vendor_registry.drawing.views import violations

QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


def test_every_box_frame_and_line_is_there_under_the_path_of_its_frames() -> None:
    picture = acme.picture(acme.small())
    text = as_d2.write(acme.album(picture)).decode()
    assert len(re.findall(r" -> ", QUOTED.sub("", text))) == len(picture.lines)
    assert text.count("{") == text.count("}")
    for cluster in picture.clusters:
        assert f'{cluster.id}: "{cluster.title}" {{' in text


def test_several_pages_are_layers() -> None:
    case = acme.large()
    found = [acme.finding(case, f"v{number:03}") for number in range(1, 20)]
    text = as_d2.write(album(acme.question(case, *found), violations.VIEW)).decode()
    assert text.startswith("layers: {\n  violations: {")
    assert "  violations-2: {" in text


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_ends_where_its_quote_ends_and_replaces_nothing(text: str) -> None:
    written = as_d2.quoted(" ".join(text.split()))
    assert QUOTED.fullmatch(written)
    assert not re.search(r"(?<!\\)\$", written)
