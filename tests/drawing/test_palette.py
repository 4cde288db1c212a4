"""Contrast and colour vision, computed: WCAG 2.2 (1.4.3, 1.4.11), and the simulation of Machado et al. 2009."""

from itertools import combinations

import pytest

from vendor_registry.drawing import palette
from vendor_registry.drawing.palette import BROKEN, DARK, GAP, GREY, INK, NO_ZONE_FILL, PALE, PAPER, fill, stroke
from vendor_registry.drawing.picture.picture import Zone

ZONES = [Zone(f"z{place}", "", place) for place in range(5)]
STROKES = [stroke(zone.key, ZONES) for zone in ZONES]
FILLS = [fill(zone.key, ZONES) for zone in ZONES]
THEMES = {"light": {colour: colour for colour in DARK}, "dark": DARK}
VISIONS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, vision: str) -> tuple[float, float, float]:
    """CIE 1976 L*a*b* (D65) of what somebody sees."""
    seen = [max(0.0, min(1.0, sum(w * c for w, c in zip(row, linear(colour), strict=True)))) for row in VISIONS[vision]]
    red, green, blue = seen
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", THEMES)
def test_texts_stand_out_from_everything_they_are_written_on(theme: str) -> None:
    shown = THEMES[theme]
    grounds = [shown[colour] for colour in (PAPER, NO_ZONE_FILL, *FILLS)]
    for text in (INK, GREY):
        assert min(contrast(shown[text], ground) for ground in grounds) >= 4.5
    for text in (BROKEN, GAP):
        assert contrast(shown[text], shown[PAPER]) >= 4.5, "signs are written on paper"
    for chip in STROKES:
        assert contrast(shown[PAPER], shown[chip]) >= 4.5, "the key of a region is paper on its colour"


@pytest.mark.parametrize("theme", THEMES)
def test_lines_stand_out_from_everything_they_run_over(theme: str) -> None:
    shown = THEMES[theme]
    grounds = [shown[colour] for colour in (PAPER, NO_ZONE_FILL, *FILLS)]
    for line in (INK, GREY, BROKEN, GAP, *STROKES):
        assert min(contrast(shown[line], ground) for ground in grounds) >= 3, line
    assert contrast(shown[PALE], shown[PAPER]) >= 3


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_colours_of_data_regions_are_told_apart_by_all_kinds_of_colour_vision(theme: str, vision: str) -> None:
    """Colour is an extra even so: each box carries the key of its region."""
    shown = THEMES[theme]
    seen = [lab(shown[colour], vision) for colour in STROKES]
    nearest = min(
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 for one, other in combinations(seen, 2)
    )
    assert nearest >= 20


def test_every_colour_has_a_counterpart_in_the_dark() -> None:
    named = {value for name, value in vars(palette).items() if isinstance(value, str) and value.startswith("#")}
    assert {*named, *STROKES, *FILLS} == set(DARK)
    assert len(set(DARK.values())) == len(DARK)
