"""The options of `vendors graph`: what is drawn, how, and on what it has to be readable."""

from typing import Annotated

import typer

from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.drawing.views.catalogue import VIEWS

OfArgument = Annotated[str, typer.Argument(metavar="[OF]", help="What the view is about: data CATEGORY, vendor KEY.")]
ViewOption = Annotated[str, typer.Option("--view", metavar="|".join(VIEWS), help="The question it answers.")]
FormatOption = Annotated[
    str, typer.Option("--format", metavar="|".join(FORMATS), show_default="by the suffix of -o, else svg")
]
OutputOption = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", show_default="diagrams/<view>.<format>", help="- for stdout.")
]
ProductOption = Annotated[str, typer.Option("--product", metavar="KEY", help="Only what serves this product.")]
FocusOption = Annotated[
    str, typer.Option("--focus", metavar="SELECTOR", help="Only what lies within --depth flows of these.")
]
DepthOption = Annotated[
    int | None, typer.Option("--depth", metavar="N", min=0, show_default="1", help="For --focus and --view vendor.")
]
ReachesOption = Annotated[
    str, typer.Option("--reaches", metavar="SELECTOR", help="Only those from whom data gets to these.")
]
HighlightOption = Annotated[
    str, typer.Option("--highlight", metavar="SIGN", help="One finding stands out, by its sign: V1, ?3.")
]
TargetOption = Annotated[
    str, typer.Option("--target", metavar="screen|a3|a4", help="What each page has to be readable on.")
]
LanguageOption = Annotated[
    str, typer.Option("--lang", metavar="CODE", show_default="en", help="Language of the diagram: en, de, fr, es.")
]
ThemeOption = Annotated[str, typer.Option("--theme", metavar="light|dark", help="For SVG and PNG.")]
PageOption = Annotated[
    int | None, typer.Option("--page", metavar="N", min=1, show_default="all", help="One page of several.")
]
FullOption = Annotated[bool, typer.Option("--full", help="Everybody in a box of their own, however small.")]
StatsOption = Annotated[bool, typer.Option("--stats", help="Say how well each page can be read.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Fail where a page cannot be read well.")]
EngineOption = Annotated[
    str, typer.Option("--engine", metavar="auto|wasm|dot", help="Graphviz: bundled, or the program dot.")
]
AllOption = Annotated[
    bool, typer.Option("--all", help="The set a review needs, with an index page, into the folder of -o.")
]
CheckOption = Annotated[
    str, typer.Option("--check", metavar="DIR", help="Whether such a folder is as it would be drawn on its day.")
]
