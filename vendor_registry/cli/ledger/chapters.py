"""Revisions as lines of text: when, why, by whom, and what they changed."""

from vendor_registry.changes.change import Change
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.text.visible import visible
from vendor_registry.store.revisions import Revision
from vendor_registry.use_cases.ledger.history import Chapter


def headline(revision: Revision) -> str:
    """One line."""
    moment = revision.published_at.strftime("%Y-%m-%d %H:%M UTC")
    told = [revision.note, f"by {revision.author}" if revision.author else ""]
    told += [f"in force from {revision.effective}" if revision.effective else ""]
    line = f"{revision.number:>4}  {moment}  {revision.rows:>4} rows  {visible('; '.join(filter(None, told)))}"
    return line.rstrip()


def told(chapter: Chapter) -> str:
    """A revision, and below it what it changed."""
    lines = [headline(chapter.revision), *(f"      {visible(_change(one))}" for one in chapter.changes)]
    return "\n".join(lines) + "\n"


def _change(one: Change) -> str:
    kind = phrases("en").say(f"change.{one.kind}")
    sides = f": {one.before or 'blank'} -> {one.after or 'blank'}" if one.column else f": {one.before or one.after}"
    column = f" [{one.column}]" if one.column else ""
    return f"{one.vendor} ({', '.join(one.keys)}): {kind}{column}{sides}"
