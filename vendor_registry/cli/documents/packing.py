"""How the documents of a contract leave: one file, or one each in a folder."""

from collections.abc import Collection
from pathlib import Path

import typer

from vendor_registry.case.case import Case
from vendor_registry.cli.leaving import hand_out
from vendor_registry.cli.opening import print_text
from vendor_registry.cli.progress import counting
from vendor_registry.cli.talk import talk
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats.catalogue import Format
from vendor_registry.documents.pack.kinds import ALL, KINDS, SCHEDULE, meant
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.documents.pack import document, incomplete, paper, to_complete
from vendor_registry.use_cases.documents.packs import Work, packs
from vendor_registry.use_cases.files.output import inputs_of
from vendor_registry.use_cases.selection.customers import customer_called
from vendor_registry.use_cases.selection.scope import Asked

_FOLDER = Path("annexes")


def write_documents(
    case: Case,
    form: Format,
    asked: str,
    output: str,
    extras: Collection[Extra],
    wanted: Asked,
) -> None:
    """The document of a kind into a file, or all of them into a folder."""
    theirs = f".{customer_called(case, wanted.customer).key}" if wanted.customer else ""
    for kind in meant(asked):
        made = document(case, kind, form, wanted, extras)
        file = str(Path(output or _FOLDER) / f"{kind}{form.suffix}") if asked == ALL else output
        usual = Path(f"{'annex' if kind == SCHEDULE else kind}{theirs}{form.suffix}")
        hand_out(made.content, file, usual, made.remarks, inputs_of(case))


def write_packs(case: Case, form: Format, asked: str, output: str, extras: Collection[Extra], wanted: Asked) -> None:
    """The documents of every customer into a folder, while a bar shows how far it is."""
    if wanted.customer or wanted.products or wanted.zone:
        raise UsageError("Each customer brings its own; leave --customer, --product and --zone out.")
    work = Work(case, form, asked, wanted, tuple(extras))
    made = packs(work, Path(output or _FOLDER), tuple(inputs_of(case)))
    new = 0
    for one in counting("Customers", len(case.customers), made):
        new += one.new
        print_text("".join(f"{file}\n" for file in one.files))
    same = len(case.customers) - new
    talk(f"{counted(len(case.customers), 'customer')}: {new} written, {same} there already and the same.")


def refuse_incomplete(case: Case, asked: str, wanted: Asked) -> None:
    """Exit status 1, and every field that is to be completed, where there is one in a document that is asked for."""
    by_kind = (
        incomplete(case, wanted) if kind == SCHEDULE else paper(case, KINDS[kind], wanted).blanks
        for kind in meant(asked)
    )
    blanks = [blank for some in by_kind for blank in some]
    if blanks:
        for sentence in to_complete(blanks):
            talk(sentence)
        talk("Nothing was written, as --strict asks for.")
        raise typer.Exit(1)
