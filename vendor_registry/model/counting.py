"""Numbers with their nouns."""


def counted(count: int, what: str, many: str = "") -> str:
    """`1 flow`, `0 flows`, `2 entries` (with `many` where an s does not make the plural)."""
    return f"{count} {what if count == 1 else many or what + 's'}"
