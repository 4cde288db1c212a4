"""Sealing a document: it says from which register it follows, and what was asked for, so that both can be checked."""

from collections.abc import Collection, Iterator
from dataclasses import asdict

from vendor_registry.case.case import Case
from vendor_registry.documents.document import Document
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.seal import sealed
from vendor_registry.store.chain import content_of
from vendor_registry.use_cases.selection.scope import Asked


def seal(
    document: Document, kind: str, case: Case, asked: Asked, extras: Collection[Extra] = (), detail: str = ""
) -> Document:
    """The document of a kind with its seal: the day, what was asked for as far as anything was, the language that it is
    in, and the digest of the rows whatever their order, as the ledger has it of a revision."""
    wording = phrases(document.language)
    request = {"as_of": case.as_of.isoformat(), **dict(_said(asked)), "language": wording.language}
    if detail:
        request["detail"] = detail
    if extras:
        request["extras"] = sorted(extra.value for extra in extras)
    return sealed(document, kind, request, content_of(case.registry.sheets), wording)


def _said(asked: Asked) -> Iterator[tuple[str, str | list[str]]]:
    for name, value in asdict(asked).items():
        if value:
            yield name, value if isinstance(value, str) else list(value)
