"""Names as they are compared."""


def folded(name: str) -> str:
    """A name by which others are found: blanks around it and capitals do not make another vendor of it."""
    return name.strip().casefold()
