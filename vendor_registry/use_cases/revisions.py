"""Publish the registry, list what was published."""

from datetime import datetime

from vendor_registry.intake.columns import COLUMNS
from vendor_registry.model.registry import Registry
from vendor_registry.store import revisions as store
from vendor_registry.store.revisions import Revision


def publish(registry: Registry, url: str, note: str, now: datetime) -> Revision | None:
    """Store the registry's sheets, cells as written, as the next revision; None where nothing changed."""
    return store.publish(url, registry.sheets, note, now, [column.header for column in COLUMNS])


def log(url: str) -> tuple[Revision, ...]:
    """All revisions, newest first."""
    return store.revisions(url)
