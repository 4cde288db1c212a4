"""Text of strangers inside a SARIF message."""

import re

from vendor_registry.model.text.visible import visible

_LINK = re.compile(r"\](?=\()")


def plain(text: str) -> str:
    """The text on one line, with no placeholder (SARIF 2.1.0 section 3.11.5) and no link (3.11.6) of its own."""
    return _LINK.sub("] ", visible(text)).replace("{", "{{").replace("}", "}}")
