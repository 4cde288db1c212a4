"""What the ledger knows, for those who judge and write: revisions, notices, objections, reviews."""

from collections.abc import Iterator
from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.changes.known import known_lists
from vendor_registry.intake.registry import understand
from vendor_registry.model.ledger.revision import Published
from vendor_registry.model.text.origin import RefusedError
from vendor_registry.store.notices import notices
from vendor_registry.store.objections import objections
from vendor_registry.store.revisions import Revision, revisions, sheets_of
from vendor_registry.use_cases.ledger.reviews import with_reviews


def with_published(case: Case, url: str) -> tuple[Case, tuple[int, ...]]:
    """The case with the reviews, and where something was published, with the first and the newest revision, those that
    customers know, the notices and the objections. And the numbers of revisions left out.

    A revision that the policy of today does not understand is left out, and told. Raises as the store does.
    """
    case = with_reviews(case, url)
    found = {one.number: one for one in revisions(url)}
    if not found:
        return case, ()
    told = notices(url)
    days = {number: one.published_at.date() for number, one in found.items()}
    known = known_lists(case.customers, days, told).values() if case.customers else (one.after for one in told)
    wanted = sorted({min(found), max(found), *known} & found.keys())
    read = {number: _published(case, url, found[number]) for number in wanted}
    published = tuple(one for one in read.values() if one)
    judged = replace(case, published=published, notices=told, objections=objections(url))
    return judged, tuple(number for number, one in read.items() if one is None)


def with_revisions(case: Case, url: str, last: int | None = None) -> Case:
    """The case with the reviews, and with every revision up to `last` (None: the newest), for documents that say when
    their list last changed.

    Each is read only when it is asked for, understood by the policy of today; one that this policy cannot understand
    ends them. Raises as the store does.
    """
    case = with_reviews(case, url)
    found = [one for one in revisions(url) if last is None or one.number <= last]

    def newest_first() -> Iterator[Published]:
        for one in found:
            read = _published(case, url, one)
            if read is None:
                return
            yield read

    return replace(case, revisions=newest_first) if found else case


def _published(case: Case, url: str, revision: Revision) -> Published | None:
    sheets = (
        replace(sheet, file=f"{sheet.file} in revision {revision.number}") for sheet in sheets_of(url, revision.number)
    )
    try:
        registry = understand(tuple(sheets), case.policy)
    except RefusedError:
        return None
    return Published(
        number=revision.number, day=revision.published_at.date(), effective=revision.effective, registry=registry
    )
