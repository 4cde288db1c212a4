"""vendors import"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, SHEET, PolicyOption, SheetOption
from vendor_registry.cli.talk import talk

INCOMING = Path("incoming.csv")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE|-", help="The list; - reads it from stdin.")],
    kind: Annotated[
        str,
        typer.Option("--as", metavar="md|html|csv|xlsx|json|js|yaml|docx|txt", help="Its format, if its name lies."),
    ] = "",
    profile: Annotated[Path | None, typer.Option("--profile", metavar="FILE", help="How its titles are read.")] = None,
    save_profile: Annotated[
        Path | None, typer.Option("--save-profile", metavar="FILE", help="Write how they were read, for the next time.")
    ] = None,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The new sheet; - is stdout.")
    ] = INCOMING,
    yes: Annotated[bool, typer.Option("--yes", help="Overwrite what an earlier import wrote.")] = False,
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
) -> None:
    """Read a published list of vendors into a sheet of its own.

    The sheet that Legal keeps is never touched. Every word of the list is kept, in notes and source.

    Example: vendors import subprocessors.md && vendors check --sheet incoming.csv
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.intake.lists.profile import Profile, read_profile
    from vendor_registry.use_cases.files.output import write
    from vendor_registry.use_cases.register import incoming

    fixed = read_profile(profile) if profile else Profile()
    words = incoming.policy_for(policy, POLICY)
    piped = _piped() if str(file) == "-" else None
    found = incoming.listing(Path("stdin") if piped is not None else file, piped, kind, fixed, words)
    to_stdout = str(output) == "-"
    targets = [*([] if to_stdout else [output]), *([save_profile] if save_profile else [])]
    for target in targets:
        kept = [*incoming.kept_by_people(sheet, policy, words, file), *(one for one in targets if one is not target)]
        incoming.refuse_target(target, kept, yes)
    content = incoming.as_sheet(found.rows)
    if not to_stdout:
        write(output, content)
    if save_profile:
        write(save_profile, found.profile.encode("utf-8"))
    print_text(content.decode("utf-8") if to_stdout else incoming.preview(found))
    for sentence in incoming.closing(found, words, "stdout" if to_stdout else str(output)):
        talk(sentence)


def _piped() -> bytes:
    """What comes through stdin, up to one byte more than a list may have."""
    from vendor_registry.intake.lists.formats.text import LARGEST
    from vendor_registry.model.text.origin import UsageError

    if sys.stdin is None:
        raise UsageError("There is no stdin to read from; name a file.")
    return sys.stdin.buffer.read(LARGEST + 1)
