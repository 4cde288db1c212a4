"""What `vendors serve` asks for before it listens."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from vendor_registry.desk.settings import LOOPBACK, Settings
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.desk.users import listed

_EVERYWHERE = ("0.0.0.0", "::")


def safe(settings: Settings) -> Settings:
    """The settings as they are safe: whoever is reached by others has users.

    Raises UsageError where nobody could sign in, where a name is missing, and where a package is.
    """
    needs("starlette", "uvicorn", "python_multipart")
    path = settings.root_path
    if path and (not path.startswith("/") or path.endswith("/")):
        raise UsageError(f'"{path}" is no path: write it as in --root-path /desk.')
    if settings.host in _EVERYWHERE and not settings.names:
        raise UsageError("On every address of the machine, say by which name people reach it: --name HOST[:PORT].")
    shared = settings.host not in LOOPBACK or bool(settings.names)
    if shared and not listed(settings.repository.ledger):
        raise UsageError(
            "Others can reach that address, and nobody is there to sign in yet. First: vendors users add NAME --role "
            "publish."
        )
    return replace(settings, users=shared)


def needs(*modules: str) -> None:
    """Raises UsageError that says what to install where one of these packages is missing."""
    missing = [one for one in modules if find_spec(one) is None]
    if missing:
        raise UsageError(f'The desk needs "{missing[0]}": pip install "vendor-registry[serve]".')


def said_of(settings: Settings, certificate: Path | None) -> Iterator[str]:
    """What whoever starts it should know."""
    if settings.users and settings.host not in LOOPBACK and certificate is None:
        yield "Passwords travel in the clear: give it --certificate and --key, or put a proxy with TLS in front of it."
    yield "Stop it with Ctrl-C." if settings.users else "The address works once, in one browser. Stop it with Ctrl-C."
