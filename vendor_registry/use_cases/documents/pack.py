"""Write a document of a contract: the annexes that the clauses ask for, or the recipients of a privacy notice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from vendor_registry.case.case import Case
from vendor_registry.documents.formats.catalogue import Format
from vendor_registry.documents.pack.kinds import Kind
from vendor_registry.documents.parts.clauses import note_incomplete
from vendor_registry.documents.parts.contract import Blank, Contract, Paper
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.text.counting import counted
from vendor_registry.use_cases.documents.sealing import seal
from vendor_registry.use_cases.documents.written import written
from vendor_registry.use_cases.selection.scope import Asked


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """The file, and what is still to be completed in it."""

    content: bytes
    blanks: tuple[Blank, ...]
    warnings: tuple[str, ...]  # of the writer: what this format could not do

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of the file, a sentence each."""
        return (*(f"Warning: {warning}." for warning in self.warnings), *to_complete(self.blanks))


def pack(case: Case, kind: Kind, wanted: Format, asked: Asked) -> Written:
    """One document in one format. Raises UsageError for what is asked and is none."""
    made = paper(case, kind, asked)
    content, told = written(seal(made.document, kind.name, case, asked), wanted)
    return Written(content=content, blanks=made.blanks, warnings=told)


def paper(case: Case, kind: Kind, asked: Asked) -> Paper:
    """The same before it has a format."""
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
