"""What differs between two states of the register, whichever they are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.changes.difference import Difference
from vendor_registry.changes.difference import difference as differ
from vendor_registry.changes.findings import compare, remembered
from vendor_registry.changes.rows import changes
from vendor_registry.changes.state import State
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store.revisions import revisions
from vendor_registry.use_cases.files.beside import beside
from vendor_registry.use_cases.files.repository import Archive, Repository, archive_of
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.ledger.comparison.earlier import (
    called,
    earlier,
    is_number,
    revision,
    revisions_called,
)


def difference(
    before: str, after: str, archive: Archive, as_of: date, *, once_in_force: bool = False
) -> tuple[Difference, Case]:
    """What differs between two states, each a revision, a commit or a file, judged on one day; and the later one.

    `before` "": the newest published revision; `after` "": the sheet; `once_in_force`: judged on the first day on which
    all changes count, and on `as_of` at the earliest. Raises UsageError for what is none of these, and RefusedError
    where a sheet has faults.
    """
    wanted = (before or _newest(archive.repository.ledger), after or str(archive.repository.sheet))
    then, now = _states(wanted, archive, as_of)
    if once_in_force:
        then, now = both_in_force(then, now)
    return between(then, now, (called(wanted[0]), called(wanted[1]))), now


def both_in_force(then: Case, now: Case) -> tuple[Case, Case]:
    """Two cases of one day, on the first day from then on on which every difference counts.

    What is announced for a later day breaks nothing before it begins; whoever decides on it asks what it will break.
    """
    day = max((one.effective for one in changes(then, now) if one.effective), default=now.as_of)
    return (then, now) if day <= now.as_of else (replace(then, as_of=day), replace(now, as_of=day))


def state(wanted: str, archive: Archive, as_of: date) -> Case:
    """A revision, a commit or a file as a case, with the policy and what stands beside it today. Raises as above."""
    return _of_registry(earlier(wanted, archive), archive, as_of)


def _states(wanted: Sequence[str], archive: Archive, as_of: date) -> Iterator[Case]:
    """Each as a case; what published revisions share is read once. Raises as `state` does."""
    published = revisions_called([int(one) for one in wanted if is_number(one)], archive)
    for one in wanted:
        yield _of_registry(published[int(one)] if is_number(one) else earlier(one, archive), archive, as_of)


def _of_registry(registry: Registry, archive: Archive, as_of: date) -> Case:
    """A registry as a case. Raises RefusedError where what stands beside the policy has faults."""
    others = beside(archive.repository.policy, archive.policy)
    return Case(registry, archive.policy, as_of, others.waivers, others.customers)


def between(then: Case, now: Case, names: tuple[State, State]) -> Difference:
    """What differs between two cases of one policy and day."""
    findings = compare(remembered(check(then).findings), check(now).findings)
    return differ(then, now, findings, names)


def published(number: int, repository: Repository, as_of: date) -> Case:
    """A revision as a case of its own, understood by the policy and the waivers of today.

    Raises UsageError where there is no such revision, and RefusedError where its sheet has faults.
    """
    archive = archive_of(repository)
    return _of_registry(revision(number, archive), archive, as_of)


def _newest(url: str) -> str:
    published = revisions(url)
    if not published:
        raise UsageError("Nothing has been published yet: name what to compare with, a commit or a file.")
    return str(published[0].number)
