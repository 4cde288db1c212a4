"""What a change says of an engagement that came or went, and of texts in several languages."""

import re

from vendor_registry.changes.change import Change
from vendor_registry.documents.parts.names import Names

_TRANSLATION = re.compile(r"(?:^|; )(\w+_[a-z]{2}): ")  # purpose_es: ..., of each text that is translated


def summary(change: Change, text: str, names: Names) -> str:
    """The service of an engagement by its name, and its purpose as the row has it in the language."""
    service, _, purpose = text.partition(": ")
    if service not in names.policy.services:
        return text
    translated = dict(change.translations).get(f"purpose_{names.phrases.language}")
    return names.phrases.label(names.services([service])) + (translated or names.quoted(purpose))


def in_language(text: str, language: str) -> str | None:
    """Of the translations in a cell of a change those into a language, "" where there are none; None where the cell is
    not of translations."""
    _, *parts = _TRANSLATION.split(text)
    if not parts:
        return None
    said = zip(parts[::2], parts[1::2], strict=True)
    return "; ".join(one for header, one in said if header.endswith(f"_{language}"))
