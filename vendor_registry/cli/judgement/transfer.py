"""vendors transfer"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import AsOfOption
from vendor_registry.cli.talk import talk


def transfer(
    context: typer.Context,
    as_of: AsOfOption,
    exporter: Annotated[str, typer.Option("--from", metavar="COUNTRY", help="Where the exporter processes.")] = "",
    exporter_seat: Annotated[str, typer.Option(metavar="COUNTRY", help="Where it is established, if elsewhere.")] = "",
    importer: Annotated[str, typer.Option("--to", metavar="COUNTRY", help="Where the importer is.")] = "",
    exporter_role: Annotated[str, typer.Option(metavar="ROLE", help="controller, processor ...")] = "controller",
    importer_role: Annotated[str, typer.Option(metavar="ROLE", help="processor, sub-processor ...")] = "processor",
    mechanism: Annotated[str, typer.Option(metavar="TEXT", help="What is claimed, as in the sheet.")] = "",
    regime: Annotated[str, typer.Option(metavar="eu|uk|ch", help="Default: all that bind the exporter.")] = "",
    bound: Annotated[bool, typer.Option("--bound", help="The regime binds the exporter wherever it is.")] = False,
    same_entity: Annotated[bool, typer.Option("--same-entity", help="Both are one legal entity.")] = False,
    importer_public: Annotated[str, typer.Option(metavar="yes|no", help="A public body; blank: unknown.")] = "no",
    importer_under_gdpr: Annotated[str, typer.Option(metavar="yes|no", help="By Art. 3(2) itself.")] = "no",
    pipeda: Annotated[str, typer.Option(metavar="yes|no", help="Canada: subject to PIPEDA; blank: unknown.")] = "",
    tia: Annotated[str, typer.Option(metavar="DATE", help="Day of the transfer impact assessment.")] = "",
    without: Annotated[list[str] | None, typer.Option(metavar="GROUND", help="What if it fell: mechanism:scc.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show every step that led to the answer.")] = False,
    wanted: Annotated[str, typer.Option("--format", metavar="text|json", help="How to print the answer.")] = "text",
    batch: Annotated[Path | None, typer.Option(metavar="FILE", help="Answer a CSV table of cases instead.")] = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Of --batch.")] = Path("-"),
) -> None:
    """Ask whether data may go from one country to another on a day.

    The answer has the ground that carries the transfer, with its citation.

    A company established in the Union is bound by the GDPR wherever its servers stand; --exporter-seat says where it
    is established, --from where it sends from, and the answer names what binds it.

    Example: vendors transfer --from DE --to US --as-of 2024-03-01 --mechanism "DPF (2023-09-01); SCC M2 (2021-10-01)"

    Example: vendors transfer --from US --exporter-seat DE --to CN

    With --batch, the columns are regime, exporter_country, exporter_role, importer_country, importer_role, date,
    mechanism_claimed and, if wanted, case_id, exporter_seat, mechanism_from, importer_dpf_from, importer_dpf_to,
    importer_pipeda. All columns come back with verdict, basis, citation and notes; a text that a spreadsheet would take
    for a formula gets an apostrophe. A row that cannot be read is answered fault, and the exit status stays 0.
    """
    if batch is not None:
        _refuse(context, {"batch", "output", "as_of"}, only=True)
        _answer_table(batch, output)
        return
    _refuse(context, {"output"}, only=False)
    from vendor_registry.cli.opening import chosen, print_text
    from vendor_registry.reports.pages.transfer_page import as_json, as_text
    from vendor_registry.use_cases.judgement.transfer.question import Words, answers, ask

    said = {name: context.params[name] for name in Words.__slots__}
    write = chosen("format", wanted, {"text": lambda found: as_text(found, explain), "json": as_json})
    print_text(write(answers(ask(Words(**said), as_of), without or ())))


def _refuse(context: typer.Context, options: set[str], *, only: bool) -> None:
    """The table of --batch asks by itself, and -o is of no use without it; a day is no contradiction."""
    from vendor_registry.model.text.origin import UsageError

    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source and source.name == "COMMANDLINE" and (parameter.name in options) is not only:
            told = "has no place beside --batch, where the table asks" if only else "needs --batch FILE"
            raise UsageError(f"{parameter.opts[-1]} {told}.")


def _answer_table(batch: Path, output: Path) -> None:
    from vendor_registry.cli.opening import print_text
    from vendor_registry.model.text.origin import UsageError
    from vendor_registry.use_cases.files.output import write
    from vendor_registry.use_cases.judgement.transfer.batch import answer_table

    try:
        raw = batch.read_bytes()
    except OSError as error:
        raise UsageError(f'"{batch}" cannot be read: {error.strerror}.') from error
    answered = answer_table(raw, str(batch))
    if str(output) == "-":
        print_text(answered.text)
    else:
        write(output, answered.text.encode("utf-8"))
    faults = f"; {answered.faults} could not be read and are answered fault" if answered.faults else ""
    talk(f"{answered.rows} cases answered{faults}.")
