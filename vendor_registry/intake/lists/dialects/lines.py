"""What the dialects write in other signs, as lines of Markdown: headings, points, terms."""


def heading(level: int, words: str) -> str:
    return f"{'#' * level} {words}"


def point(level: int, words: str) -> str:
    """A point of a list; those of level 1 are not indented."""
    return f"{'  ' * (level - 1)}- {words}"


def term(named: str, said: str) -> str:
    """A term with what is said of it, if anything."""
    return f"- {named}{': ' + said if said else ''}"
