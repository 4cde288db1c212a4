"""vendors graph"""

from pathlib import Path

from vendor_registry.cli.diagrams import drawing_options as options
from vendor_registry.cli.leaving import form_called
from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    DatabaseOption,
    DifferenceDayOption,
    HoldingOption,
    NotHoldingOption,
    OnlyOption,
    PolicyOption,
    RevisionOption,
    SheetOption,
    WorksheetOption,
    today,
)
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.drawing.views.catalogue import DEFAULT

FOLDER = Path("diagrams")


def graph(
    of: options.OfArgument = "",
    view: options.ViewOption = DEFAULT,
    as_of: DifferenceDayOption = None,
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
    language: options.LanguageOption = "",
    page: options.PageOption = None,
    full: options.FullOption = False,
    stats: options.StatsOption = False,
    strict: options.StrictOption = False,
    all_: options.AllOption = False,
    check: options.CheckOption = "",
    engine: options.EngineOption = "auto",
    condition: HoldingOption = None,
    no_condition: NotHoldingOption = None,
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Draw who hands personal data to whom, question by question.

    Example: vendors graph --view product --product mail -o mail.pdf

    Or: vendors graph --format html; vendors graph --view data contact.email; vendors graph --all -o review
    """
    from vendor_registry.cli.diagrams import drawing as command
    from vendor_registry.use_cases.diagrams.wish import Wish

    wish = Wish(view, of, product, only, focus, depth, reaches, highlight, target, theme, full, page, engine, language)
    source = command.Source((sheet, policy, database, worksheet), revision, condition, no_condition)
    if check:
        return command.check_set(source, Path(check))
    form = form_called(wanted, "" if all_ else output, FORMATS, "svg")
    if all_:
        return command.write_set(source, as_of or today(), wish, form, Path(output) if output else FOLDER)
    made, inputs = command.draw(source, as_of, wish, form, measured=stats or strict)
    command.hand_over(made, inputs, output, FOLDER / view)
    command.tell(made, stats, strict)
