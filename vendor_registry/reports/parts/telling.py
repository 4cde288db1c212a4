"""How a report is told to people."""

from dataclasses import dataclass

from vendor_registry.reports.parts.wrapping import WIDTH


@dataclass(frozen=True, slots=True)
class Telling:
    """What a person asked for; programs get everything, whatever is asked."""

    each: bool = False  # every finding by itself, however much it has in common with others
    quiet: bool = False  # how each rule stands, and no finding
    width: int = WIDTH  # columns
    colour: bool = False


PLAIN = Telling()
