"""The registry as it was published, for documents that say when their list last changed."""

from collections.abc import Iterator
from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.model.ledger.revision import Issue
from vendor_registry.model.text.origin import RefusedError
from vendor_registry.store.revisions import revisions
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.comparison.earlier import revision


def with_issues(case: Case, archive: Archive, last: int | None = None) -> Case:
    """The case with what was published, up to revision `last` (None: the newest).

    Each is read only when it is asked for, understood by the policy of today; one that this policy cannot understand
    ends them. Raises FailureError where the store does not answer.
    """
    published = [one for one in revisions(archive.repository.ledger) if last is None or one.number <= last]

    def issues() -> Iterator[Issue]:
        for one in published:
            try:
                yield Issue(one.effective or one.published_at.date(), revision(one.number, archive))
            except RefusedError:
                return

    return replace(case, issues=issues) if published else case
