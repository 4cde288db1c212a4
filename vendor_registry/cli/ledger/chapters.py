"""Revisions as lines of text and for programs: when, why, by whom, and what they changed."""

from collections.abc import Sequence
from typing import Any

from vendor_registry.changes.change import Change
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.difference_json import change
from vendor_registry.reports.parts.json_text import json_text
from vendor_registry.store.revisions import Revision
from vendor_registry.use_cases.ledger.history import Chapter

VERSION = 1  # raised when a key changes its meaning or goes; new keys do not raise it


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


def as_json(found: Sequence[Revision]) -> str:
    """One JSON object with `revisions`, newest first (docs/ledger.schema.json)."""
    return json_text({"version": VERSION, "revisions": [_plain(one) for one in found]})


def told_as_json(found: Sequence[Chapter]) -> str:
    """The same of those that changed something of a vendor, each with `changes` as in the JSON of `vendors diff`."""
    told = [{**_plain(one.revision), "changes": [change(two) for two in one.changes]} for one in found]
    return json_text({"version": VERSION, "revisions": told})


def _plain(one: Revision) -> dict[str, Any]:
    return {
        "number": one.number,
        "published_at": one.published_at.isoformat().replace("+00:00", "Z"),
        "note": one.note,
        "author": one.author,
        "effective": one.effective.isoformat() if one.effective else None,
        "rows": one.rows,
        "digest": one.digest,
    }


def _change(one: Change) -> str:
    kind = phrases("en").say(f"change.{one.kind}")
    sides = f": {one.before or 'blank'} -> {one.after or 'blank'}" if one.column else f": {one.before or one.after}"
    column = f" [{one.column}]" if one.column else ""
    return f"{one.vendor} ({', '.join(one.keys)}): {kind}{column}{sides}"
