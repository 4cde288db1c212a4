"""vendors site"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.customers.feed import BaseOption, left_out_told
from vendor_registry.cli.options import POLICY, AsOfOption, DatabaseOption, PolicyOption


def site(
    as_of: AsOfOption,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder.")] = Path("site"),
    base: BaseOption = "",
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--lang",
            metavar="CODE",
            show_default="all",
            help="A language of the pages, the first at the top; repeat it.",
        ),
    ] = None,
    annexes: Annotated[bool, typer.Option("--annexes/--no-annexes", help="The annexes to download.")] = True,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit status 1 where the folder says something else.")
    ] = False,
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Write the public page, from what was published.

    A folder of static files: the list by service, announced changes with the day until which customers may object,
    every revision with what it changed, feeds, annexes, and the list for programs. `[site] columns` of the policy says
    which columns are public.

    Example: vendors site -o public --base-url https://acme.example/sub-processors/
    """
    from vendor_registry.cli.opening import archive_beside, print_text
    from vendor_registry.cli.progress import waiting
    from vendor_registry.cli.talk import talk
    from vendor_registry.model.text.counting import counted
    from vendor_registry.use_cases.customers.site import site as made
    from vendor_registry.use_cases.customers.site import stale, write_site

    archive = archive_beside(policy, database)
    with waiting("writing pages"):
        found = made(archive, as_of, base=base, wanted=language or (), annexes=annexes)
    for sentence in left_out_told(found.left_out):
        talk(sentence)
    if not check:
        write_site(found, output, [archive.repository.sheet, policy])
        print_text(f"{output / 'index.html'}\n")
        return
    old = stale(found, output)
    print_text("".join(f"{output / name}: out of date or missing\n" for name in old))
    talk(f"{counted(len(old), 'file')} of {len(found.files)} out of date or missing.")
    if old:
        raise typer.Exit(1)
