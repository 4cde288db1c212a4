"""What customers know: the revisions and notices of the ledger, for the rules that judge what they were told."""

from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.changes.known import known_lists
from vendor_registry.intake.registry import understand
from vendor_registry.model.ledger.revision import Published
from vendor_registry.model.text.origin import RefusedError
from vendor_registry.store.notices import notices
from vendor_registry.store.objections import objections
from vendor_registry.store.revisions import Revision, revisions, sheets_of


def with_published(case: Case, url: str) -> tuple[Case, tuple[int, ...]]:
    """The case with the first and the newest revision, those that customers know, the notices and the objections; as
    it is where nothing was published. And the numbers of revisions left out.

    A revision that the policy of today does not understand is left out, and told. Raises as the store does.
    """
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
