"""vendors graph"""

from collections.abc import Sequence
from pathlib import Path

import typer

from vendor_registry.cli import drawing_options as options
from vendor_registry.cli.leaving import form_called, hand_out
from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AsOfOption,
    DatabaseOption,
    HoldingOption,
    NotHoldingOption,
    OnlyOption,
    PolicyOption,
    RevisionOption,
    SheetOption,
    WorksheetOption,
)
from vendor_registry.drawing.formats import FORMATS
from vendor_registry.drawing.views.catalogue import DEFAULT
from vendor_registry.model.origin import FailureError

FOLDER = Path("diagrams")


def graph(
    as_of: AsOfOption,
    of: options.OfArgument = "",
    view: options.ViewOption = DEFAULT,
    wanted: options.FormatOption = "",
    output: options.OutputOption = "",
    product: options.ProductOption = "",
    only: OnlyOption = "",
    focus: options.FocusOption = "",
    depth: options.DepthOption = None,
    reaches: options.ReachesOption = "",
    highlight: options.HighlightOption = "",
    target: options.TargetOption = "screen",
    theme: options.ThemeOption = "light",
    page: options.PageOption = None,
    full: options.FullOption = False,
    stats: options.StatsOption = False,
    strict: options.StrictOption = False,
    engine: options.EngineOption = "auto",
    condition: HoldingOption = None,
    no_condition: NotHoldingOption = None,
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Draw who hands personal data to whom.

    Each view answers a question, on pages that can be read.

    Example: vendors graph --view product --product mail -o mail.pdf
    """
    from vendor_registry.cli.opening import open_revision
    from vendor_registry.use_cases.graph import Wish
    from vendor_registry.use_cases.graph import graph as draw
    from vendor_registry.use_cases.output import inputs_of

    form = form_called(wanted, output, FORMATS, "svg")
    case = open_revision(revision, sheet, policy, as_of, worksheet, database, condition, no_condition)
    wish = Wish(view, of, product, only, focus, depth, reaches, highlight, target, theme, full, page, engine)
    made = draw(case, form, wish, measured=stats or strict)
    trouble = Path(output).with_suffix(made.suffix) if made.trouble and output not in ("", "-") else None
    hand_out(made.content, str(trouble or output), FOLDER / f"{view}{made.suffix}", made.remarks, inputs_of(case))
    _tell(made.stats if stats else (), made.over if strict else (), made.trouble)


def _tell(stats: Sequence[str], over: Sequence[str], trouble: str) -> None:
    """How well each page can be read; a layout that failed is a failure, a page that cannot be read well status 1."""
    from vendor_registry.cli.talk import talk

    for line in stats:
        talk(line)
    if trouble:
        raise FailureError(f"{trouble} The diagram was written as DOT instead.")
    if over:
        talk(f"Over the budget of what can be read: {', '.join(over)}.")
        raise typer.Exit(1)
