"""What an instrument is called under each law: Data Privacy Framework, its UK Extension, its Swiss counterpart."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from vendor_registry.law.tables.read import read_records


class Form(NamedTuple):
    """One of these names: of which instrument it is the form, and under which law."""

    instrument: str
    regime: str


def forms(instrument: str) -> Mapping[str, str]:
    """By regime; of "addendum" those of the UK and of Switzerland; none: it has no other forms."""
    return _by_instrument().get(instrument, {})


def form(name: str) -> Form | None:
    """The instrument and the law of a name; of one that several share the first of the table."""
    return _by_name().get(name)


@cache
def _by_instrument() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for record in read_records("forms.csv"):
        found.setdefault(record["instrument"], {})[record["regime"]] = record["form"]
    return found


@cache
def _by_name() -> Mapping[str, Form]:
    found: dict[str, Form] = {}
    for record in read_records("forms.csv"):
        found.setdefault(record["form"], Form(record["instrument"], record["regime"]))
    return found
