"""How a text is written into a TOML file."""

import json


def toml_text(text: str) -> str:
    """A text as a basic string of TOML 1.0: JSON escapes what TOML wants escaped, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
