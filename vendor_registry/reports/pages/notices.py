"""The notices on record, for people and for programs."""

from collections.abc import Iterable
from dataclasses import fields

from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.json_text import json_text

VERSION = 1  # raised when a key changes its meaning or goes; new keys do not raise it


def as_text(notices: Iterable[Notice]) -> str:
    """A line a notice; the vendors below it."""
    lines = [line for one in notices for line in _lines(one)]
    return "".join(f"{line}\n" for line in lines) or "No notice is recorded.\n"


def as_json(notices: Iterable[Notice]) -> str:
    """One JSON object with `notices`, oldest first; `before` is null where the whole list was told."""
    told = [{one.name: _plain(getattr(two, one.name)) for one in fields(two)} for two in notices]
    return json_text({"version": VERSION, "notices": told})


def _lines(one: Notice) -> tuple[str, str]:
    states = f"revision {one.after}" if one.before is None else f"revisions {one.before} to {one.after}"
    head = f"{one.number}  {one.sent_on}  {one.customer or 'all customers'}  {visible(one.channel)}  {states}"
    days = f"in effect {one.effective_on}, objections until {one.object_until}"
    return head, f"   {', '.join(map(visible, one.vendors))}: {days}, recorded by {visible(one.recorded_by)}"


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value if isinstance(value, int | None) else str(value)
