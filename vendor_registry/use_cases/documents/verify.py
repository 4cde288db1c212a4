"""Whether a document that left the house still follows from the register."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from vendor_registry.case.case import Case
from vendor_registry.changes.difference import Difference
from vendor_registry.documents.annex import annex
from vendor_registry.documents.document import Document
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats.catalogue import FORMATS
from vendor_registry.documents.pack.kinds import KINDS, SCHEDULE
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.seal import Seal, content_of, read_seal, sealed, short
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store import chain
from vendor_registry.store.revisions import Revision, revisions
from vendor_registry.use_cases.documents.pack import paper
from vendor_registry.use_cases.documents.records import KINDS as RECORDS
from vendor_registry.use_cases.documents.records import paper as record
from vendor_registry.use_cases.documents.written import written
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.files.repository import Archive, Repository
from vendor_registry.use_cases.ledger.comparison.difference import difference
from vendor_registry.use_cases.ledger.objections import with_objections
from vendor_registry.use_cases.ledger.published import with_revisions
from vendor_registry.use_cases.selection.scope import Asked

_EXTRAS = {extra.value: extra for extra in Extra}
_OPTIONS = asdict(Asked())
_ASKED = {**_OPTIONS, "detail": ""}  # what a document can be asked for, by name


class Standing(StrEnum):
    """What became of a document."""

    FOLLOWS = "follows"  # the register still says the same, and the file is as it was written
    EDITED = "edited"  # the register still says the same, but the file is not as it was written
    OUTDATED = "outdated"  # the register, the policy or the law says something else now


@dataclass(frozen=True, kw_only=True)
class Verified:
    """`day` is the day the document speaks of; `then` and `now` are the digests of the registers."""

    standing: Standing
    day: date
    then: str
    now: str
    revision: Revision | None = None  # the newest one with the rows of then, where the ledger has one
    changes: tuple[Difference, Case] | None = None  # from that revision to the sheet

    def told(self, file: Path, sheet: Path) -> str:
        """What a person should know, in sentences."""
        made = f"made as of {self.day} from the register {short(self.then)}"
        match self.standing:
            case Standing.FOLLOWS:
                return f"{file} follows from {sheet} and is as it was written ({made})."
            case Standing.EDITED:
                return (
                    f"What {file} was {made} to say still follows from {sheet}, but the file is not as it was written: "
                    "somebody edited it, another program saved it, it has another template (--template), or another "
                    "version of vendors wrote it. Make it again, and compare."
                )
            case Standing.OUTDATED:
                return f"{file} does not follow from {sheet} any more ({made}). {self._since()}"

    def _since(self) -> str:
        if self.then == self.now:
            return "The rows are the same: what changed is the policy, the law, or vendors itself."
        if self.revision is None:
            unpublished = "what it was made from was never published, so what changed is unknown"
            return f"The register now is {short(self.now)}; {unpublished}."
        return f"It was made from revision {self.revision.number}; since then:"


def _document(kind: str, case: Case, request: Mapping[str, Any]) -> Document:
    asked = Asked(**{name: _value(value) for name, value in request.items() if name in _OPTIONS})
    if kind in KINDS:
        return paper(case, KINDS[kind], asked).document
    if kind in RECORDS:
        return record(case, kind, asked, request.get("detail", "")).document
    theirs, scope, language = asked.of(case)
    return annex(theirs, scope, language=language, extras=[_EXTRAS[name] for name in request.get("extras", ())])


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def verify(file: Path, repository: Repository, template: bytes = b"") -> Verified:
    """Make the document again from the register of today, for the day and the scope that it names, and compare; in
    Word with the template of one's own that it was made with, where it was.

    Raises UsageError for a file that has no seal of ours, and RefusedError where sheet or policy have faults.
    """
    content = _content(file)
    seal = _seal_of(content, file)
    day = date.fromisoformat(seal.request["as_of"])
    loaded = load(repository.sheet, repository.policy, repository.worksheet)
    case = Case(loaded.registry, loaded.policy, day, loaded.beside.waivers, loaded.beside.customers)
    case = with_objections(case, repository.ledger) if seal.request.get("customer") else case
    now = chain.content_of(case.registry.sheets)
    archive = Archive(repository, case.policy)
    known = next((one for one in revisions(repository.ledger) if one.content == seal.register), None)
    again = next((one for one in _again(case, archive, known, seal) if content_of(one) == seal.content), None)
    if again is not None:
        same = content in _files(
            sealed(again, seal.document, seal.request, seal.register, phrases(again.language)), file, template
        )
        return Verified(standing=Standing.FOLLOWS if same else Standing.EDITED, day=day, then=seal.register, now=now)
    since = difference(str(known.number), "", archive, day) if known else None
    return Verified(standing=Standing.OUTDATED, day=day, then=seal.register, now=now, revision=known, changes=since)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error


def _seal_of(content: bytes, file: Path) -> Seal:
    """The seal, of which everything is checked: a stranger may have written it."""
    seal = read_seal(content)
    if seal is None:
        raise UsageError(
            f"{file} does not say from which register it follows; documents of `vendors annex` and `vendors records` "
            "do, unless the program that saved them last took it away."
        )
    if seal.document not in (SCHEDULE, *KINDS, *RECORDS) or not _sound(seal.request):
        raise UsageError(f"{file} was made by another version of vendors, which this one does not understand.")
    return seal


def _sound(request: Mapping[str, Any]) -> bool:
    """Whether the request has a day, and nothing but what a document can be asked for."""
    extras = request.get("extras", [])
    try:
        date.fromisoformat(request["as_of"])
        known = _EXTRAS.keys() >= set(extras)
    except (KeyError, TypeError, ValueError):
        return False
    return known and all(
        name in ("as_of", "extras") or (name in _ASKED and _of_kind(value, _ASKED[name]))
        for name, value in request.items()
    )


def _of_kind(value: Any, usual: object) -> bool:
    if isinstance(usual, str):
        return isinstance(value, str)
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _again(case: Case, archive: Archive, known: Revision | None, seal: Seal) -> Iterator[Document]:
    """The document from the register of today, with all that has been published, with nothing, and with what was around
    the revision with its rows: a list says when it last changed. None where what was asked for is not known."""
    for last in dict.fromkeys((None, 0, *((known.number, known.number - 1) if known else ()))):
        try:
            yield _document(seal.document, with_revisions(case, archive.repository.ledger, last), seal.request)
        except UsageError:
            return


def _files(document: Document, file: Path, template: bytes) -> Sequence[bytes]:
    """The document in the formats that a file of this name can have; in all where its name says none."""
    fitting = [one for one in FORMATS.values() if one.suffix == file.suffix.lower()]
    forms = [replace(one, template=template) if one.name == "docx" else one for one in fitting or FORMATS.values()]
    return [written(document, one)[0] for one in forms]
