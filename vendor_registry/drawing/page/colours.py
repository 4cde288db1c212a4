"""The colours of the palette as variables of the style sheet, light and dark."""

from collections.abc import Iterable, Mapping

from vendor_registry.drawing import palette
from vendor_registry.drawing.svg.lines import DASHES

_NAMED = {
    palette.INK: "ink",
    palette.PALE: "pale",
    palette.GREY: "grey",
    palette.PAPER: "paper",
    palette.BROKEN: "broken",
    palette.GAP: "gap",
    palette.NO_ZONE_FILL: "plain",
}
NAMES: Mapping[str, str] = {
    colour: _NAMED.get(colour, f"zone{number}") for number, colour in enumerate(palette.DARK, start=1)
}
"""The name of the variable for each colour."""


def colours() -> str:
    """The rules that give each variable its value, and each ground its dashes."""
    light = _set([(name, colour) for colour, name in NAMES.items()] + [("faint", "#C9C9C9")])
    dark = _set([(name, palette.DARK[colour]) for colour, name in NAMES.items()] + [("faint", "#474E57")])
    dashes = "".join(
        f'[data-ground="{ground}"]>.stroke{{stroke-dasharray:{dash}}}\n' for ground, dash in DASHES.items()
    )
    return (
        f":root{{{light}}}\n"
        f'@media (prefers-color-scheme:dark){{:root:not([data-theme="light"]){{{dark}}}}}\n'
        f':root[data-theme="dark"]{{{dark}}}\n'
        f"@media print{{:root:root:root{{{light}}}}}\n{dashes}"
    )


def _set(values: Iterable[tuple[str, str]]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in values)
