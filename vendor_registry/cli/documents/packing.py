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
from vendor_registry.documents.pack.kinds import ALL, KINDS, SCHEDULE
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.documents.annex import annex
from vendor_registry.use_cases.documents.pack import incomplete, pack, paper, to_complete
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

    def place(name: str) -> str:
        return str(Path(output or _FOLDER) / f"{name}{form.suffix}") if asked == ALL else output

    theirs = f".{customer_called(case, wanted.customer).key}" if wanted.customer else ""
    inputs = inputs_of(case)
    if asked in (SCHEDULE, ALL):
        listed = annex(case, form, wanted, extras)
        hand_out(listed.content, place(SCHEDULE), Path(f"annex{theirs}{form.suffix}"), listed.remarks, inputs)
    for kind in KINDS.values():
        if asked in (kind.name, ALL):
            made = pack(case, kind, form, wanted)
            hand_out(made.content, place(kind.name), Path(f"{kind.name}{theirs}{form.suffix}"), made.remarks, inputs)


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
    blanks = [*incomplete(case, wanted)] if asked in (SCHEDULE, ALL) else []
    for kind in KINDS.values():
        if asked in (kind.name, ALL):
            blanks += paper(case, kind, wanted).blanks
    if blanks:
        for sentence in to_complete(blanks):
            talk(sentence)
        talk("Nothing was written, as --strict asks for.")
        raise typer.Exit(1)
