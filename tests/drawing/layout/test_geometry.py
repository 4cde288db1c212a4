"""How large boxes are."""

from dataclasses import replace

import pytest

from tests.drawing import acme
from vendor_registry.drawing.layout.geometry import CHIP_EDGE, PADDING, TITLE, chip, chip_width, measure
from vendor_registry.drawing.picture.lettering import width


@pytest.mark.parametrize("key", ["eu", "eu-west", "apac-singapore-1"])
def test_the_key_of_a_data_region_never_lies_on_the_title(key: str) -> None:
    """The title is centred in what the key leaves."""
    box = replace(acme.picture(acme.small()).boxes[1], zone=key, title="Vendor 16", badge="", lines=())
    size = measure(box)
    titles = max(width(line, TITLE, bold=True) for line in size.title)
    assert titles + 2 * PADDING + chip_width(key) + CHIP_EDGE <= size.width


def test_long_keys_keep_both_ends_so_that_neighbours_differ() -> None:
    assert chip("eu-west") == "EU-WEST"
    assert {chip(key) for key in ("eu-central-1", "eu-central-2", "us-central-1")} == {
        "EU-C…L-1",
        "EU-C…L-2",
        "US-C…L-1",
    }
