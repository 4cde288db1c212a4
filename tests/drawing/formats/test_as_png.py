"""The PNG image."""

from tests.drawing import acme, png
from vendor_registry.drawing.formats import as_png
from vendor_registry.drawing.layout.readability import TARGETS
from vendor_registry.drawing.paper import PIXELS_PER_INCH


def test_it_is_an_image_of_the_whole_page_and_the_same_every_time() -> None:
    picture = acme.picture(acme.small())
    image = as_png.write(acme.album(picture))
    width, height = png.read(image)
    assert width == TARGETS["screen"].width * PIXELS_PER_INCH / 96
    assert height > 300
    assert as_png.write(acme.album(picture)) == image
