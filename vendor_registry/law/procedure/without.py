"""What-if: which rows of law fall when somebody takes one away."""

from collections.abc import Iterator

from vendor_registry.law.tables.lookup import condition
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import Adequacy, Mechanism
from vendor_registry.law.words.vocabulary import tokens


def stands(row: Adequacy | Mechanism, without: frozenset[str]) -> bool:
    """Whether a row is left when these are taken away; "decision:2023/1795", "mechanism:scc", "mechanism:dpf"."""
    return not any(_falls(row, key) for key in without)


def taken_away(key: str) -> tuple[str, ...]:
    """The grounds that fall with a key, sorted; none: the key names nothing."""
    return tuple(sorted(set(_grounds(key))))


def _grounds(key: str) -> Iterator[str]:
    for decision in tables().adequacy:
        if _falls(decision, key):
            yield decision.ground
    for mechanism in tables().mechanisms:
        if _falls(mechanism, key):
            yield mechanism.ground


def _falls(row: Adequacy | Mechanism, key: str) -> bool:
    kind, _, name = key.partition(":")
    if isinstance(row, Mechanism):
        return kind == "mechanism" and _in_family(row, name)
    if kind == "decision":
        return _contains(tokens(row.title), tokens(name))
    return kind == "mechanism" and name != "" and name in {"adequacy", condition(row.condition).programme}


def _in_family(row: Mechanism, name: str) -> bool:
    """By id, by the beginning of the id, or by basis; the UK Addendum falls with the clauses it is added to."""
    if name in {row.id, row.basis}:
        return True
    bare = row.id.removeprefix("ch_")
    return bool(name) and (bare == name or bare.startswith(f"{name}_"))


def _contains(decision: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether the words of a key stand together in a decision's title; what amends an act falls with it."""
    bare = tuple(word for word in decision if word not in {"eu", "ec"})
    sought = tuple(word for word in wanted if word not in {"eu", "ec"})
    size = len(sought)
    return size > 0 and any(bare[at : at + size] == sought for at in range(len(bare) - size + 1))
