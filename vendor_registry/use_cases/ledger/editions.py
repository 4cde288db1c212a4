"""What was published, as everybody may read it: each revision with its public rows and what changed since."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import RefusedError, UsageError
from vendor_registry.site.edition import Edition, differing, public
from vendor_registry.store.revisions import Revision, revisions
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.comparison.earlier import revision


def editions(archive: Archive) -> tuple[tuple[Edition, ...], tuple[int, ...]]:
    """Every revision on the day it was published, oldest first, and the numbers of those left out.

    A revision that the policy of today does not understand is left out, and told. Raises UsageError where nothing was
    published, or nothing of it can be read.
    """
    published = sorted(revisions(archive.repository.ledger), key=lambda one: one.number)
    if not published:
        raise UsageError("Nothing has been published yet: run `vendors publish` first; a draft is shown to nobody.")
    read = [(one, _registry(one, archive)) for one in published]
    left_out = tuple(one.number for one, registry in read if registry is None)
    found = tuple(_editions([(one, registry) for one, registry in read if registry is not None], archive))
    if not found:
        raise UsageError("The policy of today understands no revision; mend it so that it knows their words.")
    return found, left_out


def standing(edition: Edition, archive: Archive, as_of: date) -> Edition:
    """The edition as its list stands on a later day: on the last day until then on which anything came or went, so
    that the same list gives the same bytes."""
    registry = revision(edition.number, archive)
    days = {edition.published_at.date()}
    for one in registry.engagements:
        days.update(day for day in (one.since, one.notified) if day and edition.published_at.date() <= day <= as_of)
        if one.until and edition.published_at.date() <= one.until < as_of:
            days.add(date.fromordinal(one.until.toordinal() + 1))
    return replace(edition, case=public(Case(registry, archive.policy, max(days))))


def _registry(one: Revision, archive: Archive) -> Registry | None:
    try:
        return revision(one.number, archive)
    except RefusedError:
        return None


def _editions(read: list[tuple[Revision, Registry]], archive: Archive) -> Iterator[Edition]:
    before: Case | None = None
    for one, registry in read:
        case = public(Case(registry, archive.policy, one.published_at.date()))
        yield Edition(
            number=one.number,
            published_at=one.published_at,
            digest=one.digest,
            case=case,
            changes=() if before is None else differing(before, case),
            first=before is None,
        )
        before = case
