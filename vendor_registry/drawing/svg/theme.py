"""Light, or dark for screens: the same drawing in other colours."""

from enum import StrEnum
from xml.etree.ElementTree import Element

from vendor_registry.drawing import palette


class Theme(StrEnum):
    """On what the drawing is looked at."""

    LIGHT = "light"
    DARK = "dark"


def coloured(root: Element, theme: Theme) -> Element:
    """The drawing in the colours of a theme: every colour of the palette has one counterpart."""
    if theme is Theme.DARK:
        for element in root.iter():
            for name in ("fill", "stroke"):
                colour = element.get(name)
                if colour in palette.DARK:
                    element.set(name, palette.DARK[colour])
    return root
