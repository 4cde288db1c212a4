"""Write a document of a contract: the annexes that the clauses ask for, or the recipients of a privacy notice."""

from collections.abc import Callable, Collection, Sequence
from importlib import import_module

from vendor_registry.case.case import Case
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats.catalogue import Format
from vendor_registry.documents.pack.kinds import KINDS, SCHEDULE, Kind
from vendor_registry.documents.parts.clauses import note_incomplete
from vendor_registry.documents.parts.contract import Blank, Contract, Paper
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import counted
from vendor_registry.use_cases.documents.annex import annex
from vendor_registry.use_cases.documents.sealing import seal
from vendor_registry.use_cases.documents.written import DocumentFile, warned, written
from vendor_registry.use_cases.selection.scope import Asked


def document(
    case: Case, kind: str, wanted: Format, asked: Asked, extras: Collection[Extra] = (), report: Report | None = None
) -> DocumentFile:
    """The schedule of sub-processors or another document of a contract, in one format.

    `extras` and `report` are for the schedule, as `annex` has them. Raises UsageError for what is asked and is none.
    """
    if kind == SCHEDULE:
        return annex(case, wanted, asked, extras, report)
    made = paper(case, KINDS[kind], asked)
    content, warnings = written(seal(made.document, kind, case, asked), wanted)
    return DocumentFile(content, (*warned(warnings), *to_complete(made.blanks)))


def paper(case: Case, kind: Kind, asked: Asked) -> Paper:
    """A document other than the schedule, before it has a format."""
    return composed(kind, contract_of(case, asked))


def composed(kind: Kind, contract: Contract) -> Paper:
    """The document of a kind; only its own module is loaded."""
    compose: Callable[[Contract], Paper] = import_module(kind.module).paper
    return compose(contract)


def incomplete(case: Case, asked: Asked) -> tuple[Blank, ...]:
    """What the schedule of sub-processors lacks of the fields of SCC 2021/914 Annex III."""
    contract = contract_of(case, asked)
    note_incomplete(contract)
    return tuple(contract.blanks)


def contract_of(case: Case, asked: Asked) -> Contract:
    """What a document of a contract is made from. Raises UsageError for what is asked and is none."""
    theirs, scope, language = asked.of(case)
    return Contract(theirs, scope, Names(theirs.policy, phrases(language)))


def to_complete(blanks: Sequence[Blank]) -> tuple[str, ...]:
    """What is missing, with the place where it can be filled in, each entry once."""
    if not blanks:
        return ()
    by_entry: dict[str, list[str]] = {}
    for blank in blanks:
        by_entry.setdefault(blank.entry, []).append(blank.label)
    lines = [f"  {entry}: {'; '.join(dict.fromkeys(labels))}" for entry, labels in by_entry.items()]
    return (f"To be completed: {counted(len(by_entry), 'entry', 'entries')}.", *lines)
