"""What `vendors serve` asks for before it listens."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path

from vendor_registry.desk.settings import LOOPBACK, Settings
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.desk.users import listed
from vendor_registry.use_cases.files.repository import Repository

_EVERYWHERE = ("0.0.0.0", "::")


def settings_for(
    repository: Repository,
    *,
    host: str,
    port: int,
    names: tuple[str, ...],
    root_path: str,
    patience: float,
    owner: str,
    today: Callable[[], date],
    clock: Callable[[], datetime],
) -> Settings:
    """The settings, if they are safe: whoever is reached by others has users.

    Raises UsageError where nobody could sign in, where a name is missing, and where a package is.
    """
    needs("starlette", "uvicorn", "python_multipart")
    if root_path and (not root_path.startswith("/") or root_path.endswith("/")):
        raise UsageError(f'"{root_path}" is no path: write it as in --root-path /desk.')
    if host in _EVERYWHERE and not names:
        raise UsageError("On every address of the machine, say by which name people reach it: --name HOST[:PORT].")
    shared = host not in LOOPBACK or bool(names)
    if shared and not listed(repository.ledger):
        raise UsageError(
            "Others can reach that address, and nobody is there to sign in yet. First: vendors users add NAME --role "
            "publish."
        )
    return Settings(
        repository=repository,
        today=today,
        clock=clock,
        owner=owner,
        host=host,
        port=port,
        names=names,
        root_path=root_path,
        users=shared,
        patience=patience,
    )


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
