"""The register of a day, read and judged, or only read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

from vendor_registry.case.case import Case
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import Reading, look_at
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import Fault, RefusedError
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.use_cases.desk.standing import Standing
from vendor_registry.use_cases.files.beside import NO_DRAFTS, Drafts
from vendor_registry.use_cases.files.load import Loaded, load
from vendor_registry.use_cases.files.repository import Repository
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.judgement.remedies.first import first
from vendor_registry.use_cases.ledger.first_revision import with_first_revision
from vendor_registry.use_cases.ledger.published import with_published

_FROM_THE_LEDGER = ("published", "notices", "objections", "reviews", "first_revision")  # fields of a case


def standing(
    repository: Repository, as_of: date, drafts: Drafts = NO_DRAFTS, before: Standing | None = None
) -> Standing:
    """The register of a day, faults and all; with `drafts`, as it would stand if files beside it said that. Raises
    FailureError where the ledger does not answer.

    `before` is the register as it stood while the ledger told the rules what it tells them now: it is not read again.
    """
    try:
        loaded = load(repository.sheet, repository.policy, repository.worksheet, drafts)
    except RefusedError as refused:
        return _faulty(repository, as_of, refused.faults)
    case = Case(loaded.registry, loaded.policy, as_of, loaded.beside.waivers, loaded.beside.customers)
    case, left_out = _told(case, repository.ledger, before)
    judged = check(case)
    sound = _bare(repository, as_of, loaded)
    return replace(sound, case=case, left_out=left_out, report=first(case, judged, judged))


def _told(case: Case, url: str, before: Standing | None) -> tuple[Case, tuple[int, ...]]:
    """The case with what the ledger tells the rules, and the revisions left out."""
    known = before.case if before else None
    if before and known and (known.policy, known.customers) == (case.policy, case.customers):
        told = {name: getattr(known, name) for name in _FROM_THE_LEDGER}
        return replace(case, **told), before.left_out
    case, left_out = with_published(case, url)
    return with_first_revision(case, url), left_out


def _bare(repository: Repository, as_of: date, loaded: Loaded) -> Standing:
    sheets = loaded.registry.sheets
    return Standing(repository, as_of, sheets[0], sheets, policy=loaded.policy, version=sheets[0].sha256)


def _faulty(repository: Repository, as_of: date, faults: tuple[Fault, ...]) -> Standing:
    policy = next(_policy(repository), None)
    reading, version = _reading(repository, policy)
    return Standing(
        repository=repository,
        as_of=as_of,
        sheet=reading.sheet,
        sheets=(reading.sheet,),
        unread=reading.unread,
        policy=policy,
        faults=faults,
        version=version,
    )


def unjudged(repository: Repository, as_of: date) -> Standing:
    """The sheet of a day as it stands, for who writes into it: neither faults nor findings are looked for."""
    return _faulty(repository, as_of, ())


def _policy(repository: Repository) -> Iterator[Policy]:
    try:
        yield read_policy(repository.policy, str(repository.policy))
    except RefusedError:
        return


def _reading(repository: Repository, policy: Policy | None) -> tuple[Reading, str]:
    """The sheet, and the digest of the whole file: reading stops at a record that breaks off."""
    try:
        raw = read_bytes(repository.sheet, str(repository.sheet))
    except RefusedError:
        return Reading(Sheet(str(repository.sheet), (), ()), whole=False), ""
    mapped = policy.sheet.columns if policy else {}
    return look_at(raw, str(repository.sheet), repository.worksheet, engagements(mapped)), sha256(raw).hexdigest()
