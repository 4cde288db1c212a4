"""The documents of a contract, in the order people see. To add one: a module in this folder and a line here.

A module has `paper(contract) -> Paper`. Modules are named, not imported, so that one document loads no other.
"""

from collections.abc import Mapping
from typing import NamedTuple

SCHEDULE = "subprocessors"  # the list of sub-processors alone: vendor_registry.documents.annex
ALL = "all"


class Kind(NamedTuple):
    """A document of the pack."""

    name: str
    module: str
    meaning: str


_FOLDER = "vendor_registry.documents.pack."

KINDS: Mapping[str, Kind] = {
    one.name: one
    for one in (
        Kind("scc", _FOLDER + "scc", "appendix to the clauses for transfers, Decision (EU) 2021/914"),
        Kind("art28", _FOLDER + "art28", "annexes to the clauses for processors, Decision (EU) 2021/915"),
        Kind("uk", _FOLDER + "uk", "tables of the UK Addendum and of the UK agreement (IDTA)"),
        Kind("ch", _FOLDER + "swiss", "what Swiss law needs beside the clauses"),
        Kind("recipients", _FOLDER + "recipients", "who receives data, for a privacy notice"),
    )
}


def meant(kind: str) -> tuple[str, ...]:
    """The kinds that a word asks for: itself, or all of them."""
    return (SCHEDULE, *KINDS) if kind == ALL else (kind,)
