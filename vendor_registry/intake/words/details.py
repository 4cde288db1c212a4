"""What stands in brackets behind a name: `DE (Frankfurt, eu-central-1)`."""

from vendor_registry.intake.words.characters import trim


def with_detail(text: str) -> tuple[str, str]:
    """A name and what stands in the one bracket behind it; the whole text and "" where it is not written so."""
    depth, opened = 0, text.find("(")
    for at in range(max(opened, 0), len(text)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            whole = opened >= 0 and at == len(text) - 1
            return (trim(text[:opened]), trim(text[opened + 1 : at])) if whole else (text, "")
    return text, ""
