"""A document in a format: the only place where writers are looked up, so that none loads the others' libraries."""

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

from vendor_registry.documents.document import Document
from vendor_registry.documents.formats.catalogue import Format


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A document as it leaves, and what a person should know of it, a sentence each."""

    content: bytes
    remarks: tuple[str, ...]


def warned(warnings: Iterable[str]) -> tuple[str, ...]:
    """What the writer of a format warns of, as sentences."""
    return tuple(f"Warning: {warning}." for warning in warnings)


def writer(letter: Document, wanted: Format) -> Callable[[Document], bytes]:
    """What writes a letter and the same one to others, laid out once where the format can."""
    if not wanted.laid_out:
        return lambda other: written(other, wanted)[0]
    lay_out: Callable[..., Callable[[Document], bytes]] = getattr(import_module(wanted.module), wanted.laid_out)
    return lay_out(letter, wanted.template)


def written(document: Document, wanted: Format) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what its writer warns of: what this format could not do."""
    write: Callable[..., bytes] = getattr(import_module(wanted.module), wanted.function)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        content = write(document, wanted.template) if wanted.template else write(document)
    return content, tuple(str(warning.message) for warning in caught if issubclass(warning.category, UserWarning))
