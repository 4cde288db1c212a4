"""What is said to people beside the result: on stderr."""

import typer


def talk(text: str) -> None:
    """A sentence, or several lines, with whatever of the sheet or the request it quotes shown and not obeyed."""
    typer.echo("\n".join(map(_line, text.split("\n"))), err=True)


def _line(text: str) -> str:
    """Without what a terminal obeys; and a line that begins with :: would be a command to a build server."""
    from vendor_registry.model.visible import visible

    shown = visible(text)
    return shown.replace("::", r"\x3a:", 1) if shown.lstrip().startswith("::") else shown
