"""Publish the registry, list what was published."""

from datetime import datetime

from vendor_registry.intake.columns import COLUMNS
from vendor_registry.model.origin import UsageError
from vendor_registry.model.registry import Registry
from vendor_registry.store import revisions as store
from vendor_registry.store.revisions import Revision


def publish(registry: Registry, url: str, note: str, now: datetime) -> Revision | None:
    """Store the registry's sheets, cells as written, as the next revision; None where nothing changed.

    Raises UsageError for a note that is no text.
    """
    try:
        note.encode()
    except UnicodeEncodeError:
        raise UsageError("The note holds bytes that are not UTF-8; write it again.") from None
    return store.publish(url, registry.sheets, note, now, [column.header for column in COLUMNS])


def log(url: str) -> tuple[Revision, ...]:
    """All revisions, newest first."""
    return store.revisions(url)
