"""How every command gets its case, and how files and texts leave."""

import os
import sys
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from vendor_registry.case.case import Case
from vendor_registry.cli.options import SHEET
from vendor_registry.cli.talk import talk
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.model.text.visible import visible
from vendor_registry.rules.sheet.dates_in_order import depends_on_first_revision
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.files.readings import strange_columns, unused_titles
from vendor_registry.use_cases.files.repository import Archive, Repository, archive_of
from vendor_registry.use_cases.selection.conditions import under
from vendor_registry.use_cases.selection.customers import as_had

_STORE = Path(".vendors/registry.db")
Choice = TypeVar("Choice")
_SAME = {"md": "markdown", "txt": "text"}  # what people write, and the name that help and messages have for it


def repository_of(sheet: Path, policy: Path, database: str = "", worksheet: str = "") -> Repository:
    """Where the register is kept, as the options of a command say."""
    return Repository(sheet, policy, database_url(database), worksheet)


def archive_beside(policy: Path, database: str) -> Archive:
    """The archive of a command that reads what was published, and asks for no sheet: it is the one beside the policy.

    Raises RefusedError where the policy cannot be understood.
    """
    return archive_of(repository_of(policy.with_name(SHEET.name), policy, database))


def open_case(
    repository: Repository,
    as_of: date,
    holding: Collection[str] | None = None,
    not_holding: Collection[str] | None = None,
) -> Case:
    """Read sheet and policy for a day, as they are under some conditions.

    What was passed over, and columns we do not know, are told once, on stderr.
    """
    loaded = load(repository.sheet, repository.policy, repository.worksheet)
    for remark in loaded.registry.remarks:
        if not remark.on_request:
            talk(f"{remark}.")
    for header, meant in strange_columns(loaded.registry, loaded.policy):
        hint = f'; did you mean "{meant}"?' if meant else "."
        talk(f'{repository.sheet}: column "{visible(header)}" is not one of ours and is left alone{hint}')
    for title, meant in unused_titles(loaded.registry, loaded.policy):
        hint = f'; did you mean "{meant}"?' if meant else "."
        talk(f'{repository.policy}: [sheet.columns] maps "{visible(title)}", which no sheet has{hint}')
    case = Case(loaded.registry, loaded.policy, as_of, loaded.beside.waivers, loaded.beside.customers)
    return under(case, holding or (), not_holding or ())


def open_revision(
    number: int | None,
    repository: Repository,
    as_of: date,
    holding: Collection[str] | None = None,
    not_holding: Collection[str] | None = None,
) -> Case:
    """The sheet, or a revision of the ledger, understood by the policy of today; `number` None: the sheet.

    Raises UsageError where there is no such revision.
    """
    if number is None:
        return open_case(repository, as_of, holding, not_holding)
    from vendor_registry.use_cases.ledger.comparison.difference import published

    case = published(number, repository, as_of)
    return under(case, holding or (), not_holding or ())


def print_text(text: str) -> None:
    """Text to stdout as UTF-8, whatever the terminal's locale; file names go out as the bytes they came in as.

    A reader who has seen enough (`| head`) is no error: the rest goes nowhere, and the command ends as it would have.
    Raises FailureError where stdout is closed or its disk is full.
    """
    if sys.stdout is None:
        raise FailureError("There is no stdout to write to; it was closed.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _write_nowhere(sys.stdout.fileno())
    except OSError as error:
        _write_nowhere(sys.stdout.fileno())
        raise FailureError(f"stdout cannot be written: {error.strerror}") from error


def _write_nowhere(stream: int) -> None:
    """What is still buffered would fail again when the program ends, where nobody can catch it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream)
    os.close(nowhere)


def database_url(given: str) -> str:
    """The store's address: as given, else a SQLite file in the hidden folder .vendors of the working directory."""
    return given or f"sqlite:///{_STORE}"


def has_ledger(repository: Repository) -> bool:
    """Whether there may be one to ask: its libraries are loaded only then."""
    return repository.ledger != database_url("") or _STORE.exists()


def published(case: Case, repository: Repository, customer: str = "") -> Case:
    """The case with what was published: the lists that customers know, and where a blank date makes it matter, the
    first; as one customer has it where one is named. The libraries of the store are loaded only where there may be
    one."""
    return as_had(_published(case, repository), customer)


def _published(case: Case, repository: Repository) -> Case:
    if not has_ledger(repository):
        return case
    from vendor_registry.use_cases.ledger.published import with_published

    case, unread = with_published(case, repository.ledger)
    for number in unread:
        talk(f"Revision {number} is not understood by the policy of today, so changes since then are not judged.")
    if not depends_on_first_revision(case):
        return case
    from vendor_registry.use_cases.ledger.first_revision import with_first_revision

    return with_first_revision(case, repository.ledger)


def with_revisions(case: Case, repository: Repository, last: int | None) -> Case:
    """The case with what was published up to a revision, where there is a ledger: none is made, none looked for."""
    if not has_ledger(repository):
        return case
    from vendor_registry.use_cases.ledger.published import with_revisions

    return with_revisions(case, repository.ledger, last)


def with_reviews(case: Case, repository: Repository) -> Case:
    """The case with the reviews on record, where there is a ledger."""
    if not has_ledger(repository):
        return case
    from vendor_registry.use_cases.ledger.reviews import with_reviews

    return with_reviews(case, repository.ledger)


def chosen(what: str, wanted: str, choices: Mapping[str, Choice]) -> Choice:
    """One of several by name, in capitals or not; raises UsageError that lists them."""
    word = wanted if wanted in choices else wanted.strip().casefold()
    word = word if word in choices else _SAME.get(word, "")
    if word not in choices:
        raise UsageError(f'"{wanted}" is no {what} here; choose one of {", ".join(choices)}.')
    return choices[word]
