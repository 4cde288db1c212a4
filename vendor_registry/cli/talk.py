"""What is said to people beside the result: on stderr."""

import re

import typer

_ADDRESS = re.compile(r"(?<!\w)([A-Za-z][\w+.-]{1,40}:/+)(.*@)?([^\s\"'?]*)(\?\S*)?")
_PUBLIC = re.compile(r"(?:https?|file):/", re.IGNORECASE)  # pages; an @ in a path of theirs is no secret
_LOGIN = re.compile(r"(?<=//)[^/\s@]*@")
_OPTION = re.compile(r"(?<!\w)(\w*(?:password|passwd|pwd|secret|token)=)[^\s&;\"']+", re.IGNORECASE)
_HIDDEN = "***"


def talk(text: str) -> None:
    """A sentence, or several lines, with whatever of the sheet or the request it quotes shown and not obeyed,
    and without user and password of an address: it may be a log that others read."""
    typer.echo("\n".join(map(_line, text.split("\n"))), err=True)


def _line(text: str) -> str:
    """Without what a terminal obeys; and a line that begins with :: would be a command to a build server."""
    from vendor_registry.model.text.visible import visible

    shown = visible(without_secrets(text))
    return shown.replace("::", r"\x3a:", 1) if shown.lstrip().startswith("::") else shown


def without_secrets(line: str) -> str:
    """A line with the addresses of stores in it, also misspelt ones and ones behind the wrong option, without user,
    password and options. As a bare @ in a password cannot be told from the one behind it, the last one counts."""
    return _OPTION.sub(rf"\g<1>{_HIDDEN}", _ADDRESS.sub(_without_secrets, line))


def _without_secrets(address: re.Match[str]) -> str:
    if _PUBLIC.match(address[0]):
        return _LOGIN.sub(f"{_HIDDEN}@", address[0])
    kind, login, place, options = address.groups()
    host, _, port = place.partition(":")
    hidden = port and not re.fullmatch(r"\d{1,5}(?:[/:)\].,].*)?", port)  # a password whose @ and host were forgotten
    shown = f"{host}:{_HIDDEN}" if hidden and not login else place
    return f"{kind}{f'{_HIDDEN}@' if login else ''}{shown}{f'?{_HIDDEN}' if options else ''}"
