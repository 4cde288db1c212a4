"""Mermaid text, read back by its grammar."""

import dataclasses

import pytest

from tests import make
from tests.drawing import acme
from tests.drawing.mermaid import read
from vendor_registry.drawing.formats import as_mermaid
from vendor_registry.drawing.picture.picture import Mark
from vendor_registry.model.text.origin import UsageError


def test_every_box_frame_and_line_is_there_with_its_texts() -> None:
    picture = acme.picture(acme.small())
    text = as_mermaid.write(acme.album(picture)).decode()
    chart = read(text)
    assert {box.title for box in picture.boxes} == {words.split("\n")[0] for words in chart.boxes.values()}
    assert [(line.source, line.target) for line in picture.lines] == [edge[:2] for edge in chart.edges]
    assert text.count("subgraph ") == len(picture.clusters)


def test_a_broken_line_is_thick_and_has_a_cross_and_a_gap_a_question_mark() -> None:
    case = make.case(make.engagement("oak", country="IN"), make.engagement("elm", country="US"))
    picture = acme.picture(case, acme.VIEWS[0], acme.finding(case, "oak"))
    text = as_mermaid.write(acme.album(picture)).decode()
    [broken] = [line for line in picture.lines if line.mark is Mark.BROKEN]
    assert f'{broken.source} ==>|"{broken.number} V1 ✗"| {broken.target}' in text
    assert '-->|"3 #63;"|' in text


def test_styles_of_lines_point_to_lines_with_a_style() -> None:
    picture = acme.picture(acme.small())
    chart = read(as_mermaid.write(acme.album(picture)).decode())
    assert chart.styled
    assert max(chart.styled) < len(picture.lines)


def test_it_has_a_title_and_a_description_for_who_cannot_see_it() -> None:
    text = as_mermaid.write(acme.album(acme.picture(acme.small()))).decode()
    assert "accTitle: Data flows by place of processing, Acme Mail, 2026-11-23\n" in text
    assert "accDescr: 12 engagements of third parties" in text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Customer.io", "Customer.io"),
        ("1. first", "1#46; first"),
        ("- item", "#45; item"),
        ('say "hi"', "say #34;hi#34;"),
        ("#import", "#35;import"),
        ("a --> b", "a #45;#45;#62; b"),
        ("Düsseldorf – 東京", "Düsseldorf – 東京"),
        ("C:\\new", "C#58;#92;#8203;new"),
        ("fa:fa-bug", "fa#58;#8203;fa-bug"),
        ("$$x$$", "#36;#8203;#36;x#36;#8203;#36;"),
        ("ﬂ°35¶ß", "ﬂ#8203;°35¶#8203;ß"),
    ],
)
def test_what_means_something_to_mermaid_is_written_as_a_number(text: str, escaped: str) -> None:
    assert as_mermaid.escape(text) == escaped


def test_a_picture_that_mermaid_would_not_draw_is_refused_with_advice() -> None:
    picture = acme.picture(acme.small())
    [line, *_] = picture.lines
    many = dataclasses.replace(picture, lines=(line,) * (as_mermaid.MOST_EDGES + 1))
    with pytest.raises(UsageError, match=r"401 lines .* Draw one product with --product, or take --format svg"):
        as_mermaid.write(acme.album(many))
    most = dataclasses.replace(picture, lines=(line,) * as_mermaid.MOST_EDGES)
    assert as_mermaid.write(acme.album(most))
