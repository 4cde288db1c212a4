"""The rules of a policy: what all rules say, and the parameters that a rule's own class describes.

A parameter may be a text, a number, true or false, a date, one of a few words (Literal or StrEnum), a list of them
(tuple), a Selector, or columns of the sheet (AskedColumn); `from_` is spelt `from`.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import get_args, get_type_hints

from vendor_registry.case import selectors
from vendor_registry.case.selectors import Selector
from vendor_registry.intake.policy.rule_examples import examples
from vendor_registry.intake.policy.tables import array
from vendor_registry.intake.policy.toml_file import Book, TomlEntry
from vendor_registry.intake.policy.typed_values import (
    Dataclass,
    Each,
    Reader,
    check_names,
    choice,
    is_table,
    read_table,
)
from vendor_registry.intake.words import cells
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.text.counting import abridged
from vendor_registry.model.text.origin import UsageError
from vendor_registry.rules.catalogue import RULES
from vendor_registry.rules.shared import asked_columns
from vendor_registry.rules.shared.asked_columns import AskedColumn

STANDING = [rule.id for rule in RULES if rule.standing]
PARAMETERS = {rule.id: rule.parameters for rule in RULES if not rule.standing}  # by type
SHARED = [field.name for field in fields(RuleSpec) if field.name not in ("parameters", "cell", "examples")]


def rules(book: Book) -> tuple[RuleSpec, ...]:
    """Every [[rules]] of the policy."""
    found: dict[str, RuleSpec] = {}
    for entry in array("rules", book):
        spec = _rule(entry) if is_table(entry) else None
        if spec and spec.id in (*found, *STANDING):
            whose = "another rule" if spec.id in found else "a rule of the law"
            entry.inside("id").say(
                f"{quote(spec.id)} is the id of {whose} already", "Give every rule an id of its own."
            )
        elif spec:
            found[spec.id] = spec
    return tuple(found.values())


def _rule(entry: TomlEntry) -> RuleSpec | None:
    before = len(entry.book.faults)
    cls = parameters(entry)
    if cls is None:
        _say_type(entry)
    value = None
    if cls:
        own = [field.name.rstrip("_") for field in fields(cls)]
        check_names(entry, [*SHARED, *own, "examples"])
        value = read_table(cls, _only(entry, own), {}, {**selector_readers(cls), **_column_readers(cls)})
    cell = replace(entry.cell, column=f"rules.{entry.value.get('id', '')}")
    given = {"parameters": value, "cell": cell, "examples": examples(entry)}
    spec = read_table(RuleSpec, _only(entry, SHARED), given, {"id": cells.key})
    if "severity" in entry.value:
        choice([*Verdict], entry.inside("severity"))
    return spec if len(entry.book.faults) == before else None


def parameters(entry: TomlEntry) -> type[Dataclass] | None:
    """The class of parameters of the rule's type; None where there is no such type."""
    given = entry.value.get("type")
    cls = PARAMETERS.get(given) if isinstance(given, str) else None
    return cls if cls is not None and is_dataclass(cls) else None


def _say_type(entry: TomlEntry) -> None:
    given = entry.value.get("type")
    if given in STANDING:
        entry.inside("type").say(f"{quote(given)} is a rule of the law and always on", "Take it out of the policy.")
    elif isinstance(given, str):
        hint = did_you_mean(
            nearest(given, PARAMETERS), f"Types are {abridged(PARAMETERS)}; vendors rules explains them."
        )
        entry.inside("type").say(f"{quote(given)} is not a type of rule", hint)


def selector_readers(cls: type[Dataclass]) -> dict[str, Reader]:
    """A reader for every parameter that is a selector."""
    return {name: _selector for name, kind in get_type_hints(cls).items() if Selector in (kind, *get_args(kind))}


def _selector(written: str) -> Selector:
    try:
        return selectors.parse(written)
    except UsageError as wrong:
        raise UnclearError(f"{quote(written)} is not a selector", str(wrong)) from None


def _column_readers(cls: type[Dataclass]) -> dict[str, Reader]:
    """A reader for every parameter that names columns of the sheet, a list of them each."""
    return {name: Each(_column) for name, kind in get_type_hints(cls).items() if AskedColumn in get_args(kind)}


def _column(written: str) -> AskedColumn:
    try:
        return asked_columns.parse(written)
    except UsageError as wrong:
        raise UnclearError(f"{quote(written)} is no column that can be asked for", str(wrong)) from None


def _only(entry: TomlEntry, names: list[str]) -> TomlEntry:
    """The same table with these entries only."""
    table: Mapping[str, object] = entry.value
    return entry.holding({name: value for name, value in table.items() if name in names})
