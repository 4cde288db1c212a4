"""Write a record that the law asks for: of processing, of transfers, or the worksheet of an assessment."""

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import Any

from vendor_registry.case.case import Case
from vendor_registry.documents.document import Picture, Table
from vendor_registry.documents.formats.catalogue import Format
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.records.kinds import AS, ASSESSMENT, EVERY, TRANSFERS
from vendor_registry.intake.words import places
from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.use_cases.documents.flow_pictures import numbered, pages, png, svg
from vendor_registry.use_cases.documents.pack import contract_of, to_complete
from vendor_registry.use_cases.documents.sealing import seal
from vendor_registry.use_cases.documents.written import DocumentFile, warned, written
from vendor_registry.use_cases.selection.scope import Asked

RECORD, TRANSFER, WORKSHEET = KINDS = ("record", "transfers", "assessment")
_PROCESSORS = ("processor", "sub-processor")


def record(case: Case, wanted: Format, asked: Asked, *, capacity: str = "") -> DocumentFile:
    """The record of processing as controller or as processor; "": as our role has it (Art. 30)."""
    usual = "processor" if case.policy.company.role in _PROCESSORS else "controller"
    try:
        return _written(case, wanted, asked, RECORD, capacity or usual)
    except FailureError as failed:  # a record without its diagram is better than none
        made = _written(case, wanted, asked, RECORD, capacity or usual, pictured=False)
        missing = f"there is no diagram in it: {failed}".removesuffix(".")
        return DocumentFile(made.content, (*warned([missing]), *made.remarks))


def transfers(case: Case, wanted: Format, asked: Asked) -> DocumentFile:
    """Every restricted transfer of the day."""
    return _written(case, wanted, asked, TRANSFER)


def assessment(case: Case, wanted: Format, asked: Asked, country: str) -> DocumentFile:
    """The worksheet of one country, by its code."""
    return _written(case, wanted, asked, WORKSHEET, country)


def paper(case: Case, kind: str, asked: Asked, detail: str = "", *, pictured: bool = True) -> Paper:
    """A document before it has a format; `detail` is the capacity of a record, or the country of a worksheet.

    Raises UsageError for a detail there is not.
    """
    contract = contract_of(case, asked)
    if kind == TRANSFER:
        made: Paper = _module(TRANSFERS).paper(contract)
    elif kind == RECORD:
        if detail not in AS:
            raise UsageError(f'There is no record as "{detail}"; there is one as {" and as ".join(AS)}.')
        module = _module(AS[detail])
        shown = frozenset(one.key for one in module.rows(contract))
        made = module.paper(contract_of(case, asked), _pictures(contract, shown) if pictured else ())
    else:
        destinations(case, asked, detail)
        made = _module(ASSESSMENT).paper(contract, detail)
    return made


def destinations(case: Case, asked: Asked, word: str) -> tuple[str, ...]:
    """The country of a worksheet, or (`all`) each that something goes to.

    Raises UsageError for a word that is no country, or one that nothing goes to.
    """
    found: tuple[str, ...] = _module(ASSESSMENT).countries(contract_of(case, asked))
    if word.strip().casefold() == EVERY:
        return found
    try:
        code = places.country(word.strip())
    except UnclearError as unclear:
        raise UsageError("; ".join(f"{message}: {hint}" for message, hint in unclear.complaints)) from None
    if code not in found:
        raise UsageError(f"Nothing is transferred to {code} on {case.as_of}; there is {', '.join(found) or 'nothing'}.")
    return (code,)


def _pictures(contract: Contract, shown: frozenset[str]) -> Iterator[Picture | Table]:
    """The flows to those whom the record names, a picture a page, drawn when a format asks for it, with its table."""
    say, day = contract.say, contract.names.day(contract.case.as_of)
    for drawn in pages(contract.case, shown, contract.names.phrases.language) if shown else ():
        [page] = drawn.pages
        yield Picture(
            svg=partial(svg, drawn),
            png=partial(png, drawn),
            alt=say("records.diagram_alt", count=len(shown), day=day),
            caption=say("records.diagram_caption", day=day, source=page.picture.source),
        )
        yield numbered(drawn)


def _module(name: str) -> Any:
    return import_module(name)


def _written(
    case: Case, wanted: Format, asked: Asked, kind: str, detail: str = "", *, pictured: bool = True
) -> DocumentFile:
    made = paper(case, kind, asked, detail, pictured=pictured)
    content, warnings = written(seal(made.document, kind, case, asked, detail=detail), wanted)
    return DocumentFile(content, (*warned(warnings), *to_complete(made.blanks)))
