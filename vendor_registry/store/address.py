"""The address of a store: what is one, and what of it may be shown."""

import re
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from vendor_registry.model.text.origin import UsageError

FORMS = "write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE"
_DRIVERS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_LAST_PORT = 65535


def address_of(url: str) -> URL:
    """The address a person wrote, with the driver that serves it.

    Raises UsageError for what is no address, for a store that would forget everything, and where characters that
    have a meaning in an address stand bare in a user, password or name. No message repeats what was written.
    """
    try:
        address = make_url(url)
    except ArgumentError:
        raise UsageError(f"The address of the store is not one: {FORMS}.") from None
    except ValueError:  # what follows the last colon of the host
        raise _no_port() from None
    if address.drivername not in _DRIVERS:
        raise UsageError(f'There is no store of the kind "{address.drivername}": {FORMS}.')
    if address.get_backend_name() == "sqlite":
        _refuse_no_file(address)
    else:
        _refuse_bare(url, address)
        _refuse_ports(address)
    return address.set(drivername=_DRIVERS[address.drivername])


def shown(address: URL) -> str:
    """An address without user, password and options: those may be secrets, and are not needed to find the store."""
    kind = address.get_backend_name()
    return f"{kind}://{address.host or ''}/{address.database or ''}"


def file_of(address: URL) -> Path | None:
    """The file of a SQLite store; None for a server."""
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def without_secrets(text: str, address: URL) -> str:
    """What a driver says, without the passwords of the address, should it repeat them."""
    options = (value for key, value in address.normalized_query.items() if "pass" in key.casefold())
    secrets = {str(address.password or ""), *(one for values in options for one in values)} - {""}
    for secret in sorted(secrets, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", "***", text)
    return text


def _refuse_no_file(address: URL) -> None:
    if address.host or address.username or address.query or "\0" in (address.database or ""):
        raise UsageError(f"The address of the store is not one: {FORMS}.")
    if address.database in (None, "", ":memory:"):
        raise UsageError(f"A store in memory would be forgotten at once: {FORMS}.")


def _refuse_bare(url: str, address: URL) -> None:
    """One @ ends the user and the password; any other would make a part of the password look like the host."""
    signs = url.count("@")
    if signs > 1 or (signs == 1 and address.username is None):
        raise UsageError(
            "The address of the store can be read in two ways: in a user, password or name write @ as %40, "
            ": as %3A and / as %2F."
        )


def _refuse_ports(address: URL) -> None:
    """Ports stand behind the host, in the option `port`, or behind a host in the option `host`."""
    options = address.normalized_query
    hosts = [host for hosts in options.get("host", ()) for host in hosts.split(",")]
    ports = [port for ports in options.get("port", ()) for port in ports.split(",")]
    ports += [host.partition(":")[2] for host in hosts if host.count(":") == 1]  # more of them: an IPv6 address
    ports += [] if address.port is None else [str(address.port)]
    if not all(re.fullmatch("[0-9]{1,5}", port) and 0 < int(port) <= _LAST_PORT for port in ports if port):
        raise _no_port()


def _no_port() -> UsageError:
    return UsageError(f"The port in the address of the store is not a number from 1 to {_LAST_PORT}.")
