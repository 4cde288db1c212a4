"""What is said to people beside the result: on stderr."""

import typer


def talk(text: str) -> None:
    """A sentence, or several lines, with whatever of the sheet or the request it quotes shown and not obeyed."""
    from vendor_registry.reports.visible import visible

    typer.echo("\n".join(visible(line) for line in text.split("\n")), err=True)
