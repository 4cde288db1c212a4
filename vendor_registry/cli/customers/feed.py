"""vendors feed"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.leaving import TextFormat, form_called, hand_out
from vendor_registry.cli.options import LANGUAGES, POLICY, DatabaseOption, PolicyOption

FORMATS = {"atom": TextFormat("atom", ".atom"), "json": TextFormat("json", ".json")}
BaseOption = Annotated[
    str, typer.Option("--base-url", metavar="URL", help="Address of the public page, which entries then lead to.")
]


def feed(
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), show_default="by the suffix of -o, else atom")
    ] = "",
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="- for stdout.")] = "-",
    base: BaseOption = "",
    language: Annotated[
        str, typer.Option("--lang", metavar="CODE", show_default="the first of the policy", help=f"{LANGUAGES}.")
    ] = "",
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Write the feed of published changes, as Atom or JSON Feed.

    One entry for each published revision that changed the list of sub-processors, with what it changed; drafts, and
    columns that are not public, are never in it.

    Example: vendors feed -o feed.atom
    """
    from vendor_registry.cli.opening import archive_beside
    from vendor_registry.use_cases.customers.feed import feed as made

    form = form_called(wanted, output, FORMATS, "atom")
    archive = archive_beside(policy, database)
    content, left_out = made(archive, form.name, language, base)
    hand_out(content, output, Path(), left_out_told(left_out), [archive.repository.sheet, policy])


def left_out_told(numbers: tuple[int, ...]) -> list[str]:
    """A sentence for each revision that could not be read."""
    return [f"Revision {number} is not understood by the policy of today, so it is left out." for number in numbers]
