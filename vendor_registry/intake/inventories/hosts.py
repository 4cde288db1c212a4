"""Outbound hosts: one a line, URLs, `host:port`, as in /etc/hosts, or a CSV file with a column for them."""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import Any

from vendor_registry.intake.inventories.host_names import host_of, is_address
from vendor_registry.intake.inventories.json_file import escaped
from vendor_registry.intake.inventories.sighting import KnownNames, gathered, seen_host
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.ledger.mention import Inventory

TITLES = {
    "host", "hosts", "hostname", "host name", "domain", "domain name", "fqdn", "destination", "destination host",
    "dest host", "dest", "dst host", "destination hostname", "url", "endpoint", "server name", "sni", "remote host",
    "request host", "zielhost", "hôte", "hote",
}  # fmt: skip
_COMMENT = re.compile(r"(?:^|\s)(?:#|//).*$|^\s*;.*$")
_MOST = 0.8  # of the lines of a list of hosts are hosts


def is_hosts(text: str) -> bool:
    """Whether nearly every line names a host."""
    lines = [line for _, line in _lines(text)]
    named = sum(bool(_hosts_in(line)) for line in lines)
    return bool(lines) and named >= _MOST * len(lines)


def is_hosts_json(value: Any) -> bool:
    """Whether it is a list of hosts, or an object of such lists: `{"allow": ["api.stripe.com"]}`."""
    return is_hosts("\n".join(host for host, _ in _pointed(value) or ()))


def _pointed(value: Any) -> list[tuple[str, str]] | None:
    """The texts of a list, or of the lists of an object, each with its pointer; None where there is anything else."""
    if isinstance(value, list):
        named = all(isinstance(one, str) for one in value)
        return [(one, f"/{number}") for number, one in enumerate(value)] if named else None
    if not isinstance(value, dict):
        return None
    lists = {key: _pointed(one) if isinstance(one, list) else None for key, one in value.items()}
    if None in lists.values():
        return None
    return [(host, f"/{escaped(key)}{pointer}") for key, some in lists.items() for host, pointer in some or ()]


def is_hosts_table(titles: Sequence[str]) -> bool:
    """Whether a table has a column of hosts."""
    return any(fold(title) in TITLES for title in titles)


def read(text: str, file: str, known: KnownNames) -> Inventory:
    """Every host, once; lines that name none are told."""
    written: list[tuple[str, str]] = []
    remarks: list[str] = []
    for number, line in _lines(text):
        hosts = _hosts_in(line)
        written += [(host, f"{file}:{number}") for host in hosts]
        remarks += [] if hosts else [f"{file}:{number} a line names no host and was left out"]
    return _inventory(written, file, known, remarks)


def read_table(text: str, file: str, known: KnownNames) -> Inventory:
    """The hosts of a CSV file."""
    rows = csv.reader(text.splitlines(), delimiter=delimiter_of(text))
    titles = [fold(title) for title in next(rows, [])]
    column = next(number for number, title in enumerate(titles) if title in TITLES)
    cells = [(row[column], rows.line_num) for row in rows if len(row) > column and row[column].strip()]
    remarks = [f"{file}:{line} a cell names no host and was left out" for cell, line in cells if not host_of(cell)]
    return _inventory([(cell, f"{file}:{line}") for cell, line in cells], file, known, remarks)


def read_json(value: Any, file: str, known: KnownNames) -> Inventory:
    """The hosts of a JSON list, or of an object of such lists."""
    return _inventory([(host, f"{file}#{pointer}") for host, pointer in _pointed(value) or ()], file, known, [])


def delimiter_of(text: str) -> str:
    """What stands between the titles of a table."""
    first = text.lstrip("\ufeff\n").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        bare = _COMMENT.sub("", line).strip() if "://" not in line else line.strip()
        if bare and not bare.startswith("#"):
            yield number, bare


def _hosts_in(line: str) -> list[str]:
    """The hosts of a line; behind an address of the network its names, as in /etc/hosts, and not the address."""
    words = line.split()
    if len(words) > 1 and is_address(words[0]):
        words = words[1:]
    found = [host_of(word) for word in words]
    return [host for host in found if host] if all(found) else []


def _inventory(written: list[tuple[str, str]], file: str, known: KnownNames, remarks: list[str]) -> Inventory:
    seen = (seen_host(one, place, known) for one, place in written)
    return Inventory(file, "hosts", gathered(one for one in seen if one), whole=False, remarks=tuple(remarks))
