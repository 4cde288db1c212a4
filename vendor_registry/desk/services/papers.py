"""Annexes and diagrams, as files."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from starlette.responses import Response

from vendor_registry.case.case import Case
from vendor_registry.desk.web.visit import Visit
from vendor_registry.documents.formats.catalogue import FORMATS as DOCUMENTS
from vendor_registry.documents.pack.kinds import KINDS, SCHEDULE
from vendor_registry.drawing.formats.catalogue import FORMATS as DRAWINGS
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.diagrams.graph import graph
from vendor_registry.use_cases.diagrams.wish import Wish
from vendor_registry.use_cases.documents.pack import document
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.objections import with_objections
from vendor_registry.use_cases.ledger.published import with_revisions
from vendor_registry.use_cases.selection.customers import customer_called
from vendor_registry.use_cases.selection.scope import Asked

_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".eml": "message/rfc822",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".html": "text/html; charset=utf-8",
}
Named = TypeVar("Named")


@dataclass(frozen=True, kw_only=True, slots=True)
class File:
    """A file to be handed out; its name is made of words of ours and a key of the policy."""

    content: bytes
    name: str
    remarks: tuple[str, ...] = ()


def type_of(name: str) -> str:
    """The media type of a file, by its suffix."""
    return _TYPES.get("." + name.rpartition(".")[2], "text/plain; charset=utf-8")


def attachment(content: bytes, name: str) -> Response:
    """A file to be kept; of its name only letters, digits, dots and hyphens are left."""
    plain = "".join(one if one.isascii() and (one.isalnum() or one in ".-_") else "-" for one in name)
    headers = {"content-disposition": f'attachment; filename="{plain}"'}
    return Response(content, media_type=type_of(name), headers=headers)


async def paper(visit: Visit, *, kind: str, form: str, customer: str, product: str, zone: str, language: str) -> File:
    """The schedule of sub-processors or another annex. Raises UsageError for what the policy or the ledger has not."""
    case, archive = await visit.case(), await visit.archive()
    _called("format", form or "docx", DOCUMENTS.get)
    if kind not in (SCHEDULE, *KINDS):
        raise UsageError(f'"{kind[:40]}" is no kind of annex; there are {", ".join((SCHEDULE, *KINDS))}.')
    if customer:
        customer_called(case, customer)
    asked = Asked(products=(product,) if product else (), zone=zone, customer=customer, language=language)
    return await visit.register.judge(_paper, case, archive, kind, form or "docx", asked)


def _paper(case: Case, archive: Archive, kind: str, form: str, asked: Asked) -> File:
    known, wanted = _known(case, archive), DOCUMENTS[form]
    made = document(known, kind, wanted, asked)
    name = _name(kind, asked.customer, asked.language, wanted.suffix)
    return File(content=made.content, name=name, remarks=made.remarks)


def _known(case: Case, archive: Archive) -> Case:
    return with_objections(with_revisions(case, archive.repository.ledger), archive.repository.ledger)


def _name(kind: str, customer: str, language: str, suffix: str) -> str:
    return ".".join(filter(None, ("annex" if kind == SCHEDULE else kind, customer, language))) + suffix


async def picture(visit: Visit, wish: Wish, form: str) -> File:
    """A diagram. Raises UsageError for a view that is none, and for what the view has not."""
    case = await visit.case()
    _called("format", form or "svg", DRAWINGS.get)
    now, form = await visit.standing(), form or "svg"
    return await visit.register.once(now, (form, wish), _picture, case, form, wish)


def _picture(case: Case, form: str, wish: Wish) -> File:
    made = graph(case, DRAWINGS[form], wish)
    return File(content=made.content, name=f"{wish.view}{made.suffix}", remarks=made.remarks)


def _called(what: str, name: str, known: Callable[[str], Named | None]) -> Named:
    found = known(name)
    if found is None:
        raise UsageError(f'"{name[:40]}" is no {what} here.')
    return found
