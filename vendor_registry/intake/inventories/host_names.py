"""Hosts as people and programs write them: bare, with a port, in a URL, behind an address of the network."""

import ipaddress
import re
from urllib.parse import urlsplit

_LABEL = r"(?!-)[a-z0-9_-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?:[a-z]{{2,63}}|xn--[a-z0-9-]{{2,59}})", re.ASCII)
_OWN_ENDS = {
    "localhost",
    "local",
    "internal",
    "lan",
    "home",
    "corp",
    "intranet",
    "localdomain",
    "test",
    "invalid",
    "arpa",
}
_SHARED_ENDS = {"co", "com", "org", "net", "ac", "gov", "gv", "or", "ne"}  # before the letters of a country


def host_of(written: str) -> str:
    """The host that a text names, in small letters, without a port or a password; "" where it names none.

    `https://user:secret@API.example.com:443/v1`, `*.example.com`, `.example.com` and `example.com.` all name one.
    """
    text = written.strip().strip("\"'").casefold()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("*.").strip(".")
    try:
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return plain if is_address(plain) or _HOST.fullmatch(plain) or plain == "localhost" else ""


def is_address(host: str) -> bool:
    """Whether a host is an address of the network (IPv4 or IPv6), which says nothing of whose it is."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_own(host: str, domains: tuple[str, ...]) -> bool:
    """Whether a host is nobody else's: in the own network by its name or address, or under a domain of ours."""
    if is_address(host):
        address = ipaddress.ip_address(host)
        return address.is_private or address.is_loopback or address.is_link_local
    if host.rpartition(".")[2] in _OWN_ENDS:
        return True
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def company_label(host: str) -> str:
    """The label of a host that tells most of its owner: `acme` of mail.acme.co.uk."""
    labels = [] if is_address(host) else host.split(".")
    shared = len(labels) > 2 and labels[-2] in _SHARED_ENDS and len(labels[-1]) == 2
    place = 3 if shared else 2
    return labels[-place] if len(labels) >= place else ""
