"""What customers know: the revisions and notices of the ledger, for the rules that judge what they were told."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.intake.registry import understand
from vendor_registry.model.notice import Notice
from vendor_registry.model.origin import RefusedError
from vendor_registry.model.revision import Published
from vendor_registry.store.notices import notices
from vendor_registry.store.objections import objections
from vendor_registry.store.revisions import Revision, revisions, sheets_of


def with_published(case: Case, url: str) -> tuple[Case, tuple[int, ...]]:
    """The case with the first and the newest revision, those that customers were last told of, the notices and the
    objections; as it is where nothing was published. And the numbers of revisions left out.

    A revision that the policy of today does not understand is left out, and told. Raises as the store does.
    """
    found = {one.number: one for one in revisions(url)}
    if not found:
        return case, ()
    told = notices(url)
    wanted = sorted({min(found), max(found), *_last_told(told)} & found.keys())
    read = {number: _published(case, url, found[number]) for number in wanted}
    published = tuple(one for one in read.values() if one)
    known = replace(case, published=published, notices=told, objections=objections(url))
    return known, tuple(number for number, one in read.items() if one is None)


def _last_told(told: Iterable[Notice]) -> Iterator[int]:
    """The newest revision of which each customer, and all of them, were told."""
    newest: dict[str, int] = {}
    for one in told:
        newest[one.customer] = max(newest.get(one.customer, 0), one.after)
    return iter(newest.values())


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
