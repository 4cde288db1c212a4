"""What scanners of code found: third parties in the reports of Bearer and Privado.

Sources: https://docs.bearer.com/guides/privacy and /guides/dataflow (`third_party`, `components`); the exporter of
Privado (`sinks`: sinkType, id, name, domains, apiUrl) at https://github.com/Privado-Inc/privado-core.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from vendor_registry.intake.inventories.host_names import host_of
from vendor_registry.intake.inventories.json_file import entries, texts
from vendor_registry.intake.inventories.sighting import KnownNames, gathered, seen_host, seen_name, synonyms
from vendor_registry.model.ledger.mention import Inventory, Mention

BEARER_TITLES = "Third Party,Subject,"
_APIS = re.compile(r"\s+(?:APIs?|SDK|Client)$")  # "Amazon AWS APIs" is a name with what is called
_BY_ID = re.compile(r"ThirdParties?\.\w+\.(?P<name>[\w.]+)")
_ANY_API = "third party api"  # what a rule is called that stands for every call to outside


def is_bearer(value: Any) -> bool:
    """The report `privacy` or `dataflow`."""
    if not isinstance(value, dict):
        return False
    return ("third_party" in value and "subjects" in value) or ("data_types" in value and "components" in value)


def is_privado(value: Any) -> bool:
    """The file privado.json."""
    return isinstance(value, dict) and "sinks" in value and ("sources" in value or "privadoCoreVersion" in value)


def read_bearer(value: Any, file: str, known: KnownNames) -> Inventory:
    """Third parties of either report; stores and dependencies within are none."""
    named = [(one.get("third_party"), at) for one, at in entries(value.get("third_party"), "/third_party")]
    found = entries(value.get("components"), "/components")
    named += [(one.get("name"), at) for one, at in found if one.get("sub_type") == "third_party"]
    said = (_bearer(name, f"{file}#{at}", known) for name, at in named if isinstance(name, str) and name)
    return Inventory(file, "bearer", gathered(said), whole=False)


def read_bearer_table(text: str, file: str, known: KnownNames) -> Inventory:
    """The second table of the report `privacy` as CSV."""
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(BEARER_TITLES)) + 1
    rows = csv.reader(lines[start:])
    said = [_bearer(row[0], f"{file}:{start + rows.line_num}", known) for row in rows if row and row[0].strip()]
    return Inventory(file, "bearer", gathered(said), whole=False)


def read_privado(value: Any, file: str, known: KnownNames) -> Inventory:
    """Sinks that are third parties."""
    found = [(sink, f"{file}#{at}") for sink, at in entries(value.get("sinks"), "/sinks")]
    said = (one for sink, place in found if _is_outside(sink) for one in _privado(sink, place, known))
    return Inventory(file, "privado", gathered(said), whole=False)


def _bearer(name: str, place: str, known: KnownNames) -> Mention:
    """Bearer names what is called ("Amazon AWS APIs"): words within it may be a vendor that is well known."""
    mention = seen_name(_APIS.sub("", name), place, known)
    words = mention.written.split()
    parts = [" ".join(words[a:b]) for a in range(len(words)) for b in range(len(words), a, -1) if b - a < len(words)]
    return _with_names(mention, [other for part in parts for other in synonyms(part)])


def _is_outside(sink: dict[str, Any]) -> bool:
    kind, identity = str(sink.get("sinkType", "")), str(sink.get("id", ""))
    return kind == "third_parties" or identity.startswith(("ThirdParties", "Sinks.ThirdParties"))


def _privado(sink: dict[str, Any], place: str, known: KnownNames) -> Iterator[Mention]:
    """A sink with a name is one third party; the sink of all calls to outside is one for each host."""
    name, domains = str(sink.get("name") or "").strip(), texts(sink.get("domains"))
    called = [one for one in texts(sink.get("apiUrl")) if host_of(one)]
    if name.casefold() == _ANY_API or not name:
        hosts = called or [one for one in domains if host_of(one)]
        seen = (seen_host(host, place, known) for host in hosts)
        yield from (one for one in seen if one)
    else:
        by_id = _BY_ID.search(str(sink.get("id", "")))
        mention = seen_name(name, place, known, [one for one in domains if host_of(one)])
        yield mention if not by_id else _with_names(mention, [by_id["name"].replace(".", " ")])


def _with_names(mention: Mention, names: Sequence[str]) -> Mention:
    return replace(mention, names=tuple(dict.fromkeys((*mention.names, *names))))
