"""What `vendors graph` does with its arguments: one diagram, a set of them, or a look at a set."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import typer

from vendor_registry.case.case import Case
from vendor_registry.cli.leaving import hand_out
from vendor_registry.cli.opening import open_revision, print_text, repository_of
from vendor_registry.cli.options import today
from vendor_registry.cli.talk import talk
from vendor_registry.drawing.formats.catalogue import Format
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.use_cases.diagrams.graph import Diagram, graph
from vendor_registry.use_cases.diagrams.wish import Wish
from vendor_registry.use_cases.files.output import inputs_of, refuse_outputs, write
from vendor_registry.use_cases.files.repository import Repository, archive_of

_LESS = "To draw less, leave --full out, or choose a part with --product, --only or --focus."


@dataclass(frozen=True, slots=True)
class Source:
    """The register that is drawn: where it is kept, which state of it, under which conditions."""

    files: tuple[Path, Path, str, str]  # sheet, policy, database, worksheet, as the options have them
    revision: int | None
    condition: Collection[str] | None
    no_condition: Collection[str] | None

    @property
    def repository(self) -> Repository:
        return repository_of(*self.files)

    def case(self, as_of: date) -> Case:
        return open_revision(self.revision, self.repository, as_of, self.condition, self.no_condition)


def draw(
    source: Source, as_of: date | None, wish: Wish, form: Format, *, measured: bool
) -> tuple[Diagram, Sequence[Path]]:
    """One diagram, and the files it was read from; of two states for the view of what changes, without a day on the
    first one on which all changes count."""
    if wish.view == "diff" and wish.of:
        from vendor_registry.use_cases.ledger.comparison.drawn import compared

        archive = archive_of(source.repository)
        both = compared(wish.of, archive, as_of or today(), once_in_force=as_of is None)
        return graph(both.case, form, replace(wish, compared=both), measured=measured), [*inputs_of(both.case)]
    case = source.case(as_of or today())
    return graph(case, form, wish, measured=measured), [*inputs_of(case)]


def hand_over(made: Diagram, inputs: Sequence[Path], output: str, usual: Path) -> None:
    """The diagram to where it was asked for, `usual` with its suffix if nowhere; DOT in its place beside it."""
    failed = made.trouble and output not in ("", "-")
    target = str(Path(output).with_suffix(made.suffix)) if failed else output
    hand_out(made.content, target, Path(f"{usual}{made.suffix}"), made.remarks, inputs)


def write_set(source: Source, as_of: date, wish: Wish, form: Format, folder: Path) -> None:
    """The set into a folder; each path is printed."""
    from vendor_registry.use_cases.diagrams.diagram_set import diagram_set

    if folder == Path("-"):
        raise UsageError("A set of diagrams is many files; name a folder with -o.")
    case = source.case(as_of)
    files = diagram_set(case, wish, form)
    refuse_outputs([folder / name for name in files], inputs_of(case))
    for name, content in files.items():
        write(folder / name, content)
        print_text(f"{folder / name}\n")


def check_set(source: Source, folder: Path) -> None:
    """Whether a folder is as it would be drawn on the day and with the options it was drawn with; 1 where it is not."""
    from vendor_registry.use_cases.diagrams.diagram_set import diagram_set, drawn_with, stale

    day, form, wish = drawn_with(folder)
    said = list(stale(folder, diagram_set(source.case(day), wish, form)))
    if said:
        print_text("".join(f"{line}\n" for line in said))
        talk(f"Draw them anew: vendors graph --all --as-of {day} -o {folder}")
        raise typer.Exit(1)
    print_text(f"{folder} is as the register says on {day}.\n")


def tell(made: Diagram, stats: bool, strict: bool) -> None:
    """How well each page can be read; a layout that failed is a failure, a page that cannot be read well status 1."""
    for line in made.stats if stats else ():
        talk(line)
    if made.trouble:
        raise FailureError(f"{made.trouble} The diagram was written as DOT instead. {_LESS}")
    if strict and made.over:
        talk(f"Over the budget of what can be read: {', '.join(made.over)}.")
        raise typer.Exit(1)
