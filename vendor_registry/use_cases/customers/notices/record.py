"""Keep on record that customers were told, and list it. Nothing is ever sent: people say what they sent."""

import hashlib
from datetime import date
from pathlib import Path

from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.origin import RefusedError, UsageError
from vendor_registry.store import notices as store
from vendor_registry.store.chain import content_of
from vendor_registry.store.revisions import revisions
from vendor_registry.use_cases.customers.notices.notifications import Notification, Whom, notifications
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.files.repository import Archive

_LONGEST = 100  # characters of a channel


def record(
    archive: Archive,
    whom: Whom,
    *,
    channel: str,
    sent: date,
    effective: date | None,
    by: str,
    revision: int | None = None,
    file: Path | None = None,
) -> tuple[Notice, ...]:
    """That customers were sent the notice of a revision, by default the newest; those it concerns, by key. Of the first
    one it is the whole list that they were sent.

    `file`: what was sent, whose digest is kept; with all customers the folder that holds a file each, by their keys.
    Raises UsageError where there is nothing to be told, no such file, and for days in the wrong order.
    """
    number = str(revision if revision is not None else _newest(archive.repository.ledger))
    if effective is not None and effective < sent:
        raise UsageError(f"A change of {effective} was over when the notice was sent, on {sent}; swap the two days.")
    channel = _text(channel, "--channel")
    found = notifications(whom, "", number, archive, sent, sent, effective, whole=True)
    if not found.told:
        who = whom.customer or "any customer"
        raise UsageError(f"Revision {number} changes nothing for {who} since what was told or agreed before.")
    return store.record(
        archive.repository.ledger, [_record(one, int(number), channel, by, file, whom.every) for one in found.told]
    )


def unpublished(archive: Archive) -> bool:
    """Whether the sheet says anything else than the newest revision, so that letters written from it told of more than
    can be on record."""
    newest = next(iter(revisions(archive.repository.ledger)), None)
    try:
        sheets = load(archive.repository.sheet, archive.repository.policy, archive.repository.worksheet).registry.sheets
    except RefusedError:  # no letter was written from a sheet that cannot be read
        return False
    return newest is not None and content_of(sheets) != newest.content


def listed(url: str, customer: str = "") -> tuple[Notice, ...]:
    """The notices on record, oldest first; those that reached a customer."""
    return tuple(one for one in store.notices(url) if not customer or one.reaches(customer))


def _record(told: Notification, number: int, channel: str, by: str, file: Path | None, every: bool) -> store.Record:
    concern = told.concern
    notice = Notice(
        number=0,
        customer=told.key,
        channel=channel,
        before=int(told.before) if told.before else None,
        after=number,
        vendors=concern.vendors,
        sent_on=told.days.sent,
        effective_on=told.days.effective,
        object_until=told.days.object_until,
        recorded_by=by,
    )
    sent = _sent(file, concern.customer, every) if file is not None else ""
    scope = f"{', '.join(concern.products)}; {', '.join(concern.zones)}"
    return store.Record(notice=notice, scope=scope, sha256=sent)


def _sent(file: Path, customer: Customer, every: bool) -> str:
    """The digest of what a customer was sent."""
    path = _in_folder(file, customer) if every else file
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as wrong:
        raise UsageError(f'"{path}" cannot be read: {(wrong.strerror or "").lower()}; name what was sent.') from wrong


def _in_folder(folder: Path, customer: Customer) -> Path:
    found = sorted(path for path in folder.glob("*") if path.stem == customer.key and path.is_file())
    if len(found) != 1:
        what = "no file" if not found else "several files"
        raise UsageError(f'"{folder}" holds {what} of {customer.key}; --file names the folder with a letter for each.')
    return found[0]


def _newest(url: str) -> int:
    found = revisions(url)
    if not found:
        raise UsageError("Nothing has been published yet; `vendors publish` stores the first revision.")
    return found[0].number


def _text(text: str, option: str) -> str:
    shown = " ".join(text.split())
    try:
        shown.encode()
    except UnicodeEncodeError:
        raise UsageError(f"What stands behind {option} holds bytes that are not UTF-8; write it again.") from None
    if not shown or len(shown) > _LONGEST:
        raise UsageError(f"Write behind {option} how it was sent, such as e-mail or letter.")
    return shown
