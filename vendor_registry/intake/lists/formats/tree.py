"""Limits for data that people nest: how deep, how much, and what is said of more."""

from vendor_registry.intake.lists.formats.page import Node
from vendor_registry.intake.lists.formats.text import refused

DEEPEST = 60
LARGEST = 200_000  # values
TOO_DEEP = f"this file nests its values more than {DEEPEST} levels deep"
TOO_MUCH = f"this file unfolds to more than {LARGEST:,} values"
HINT = "A list of vendors is a few levels deep; hand in that part alone."


class Budget:
    """How many values may still be read, and how deep."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.left = LARGEST

    def spend(self, depth: int, line: int) -> None:
        """One more value; raises RefusedError where that is too many or too deep."""
        self.left -= 1
        if self.left < 0 or depth > DEEPEST:
            raise refused(self.name, line, TOO_MUCH if self.left < 0 else TOO_DEEP, HINT)


def scalar(value: object) -> str:
    """A number, a date or a truth value as it would be written."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def texts(node: Node) -> list[str]:
    """All texts below a node, in order, with the keys of tables before those they belong to.

    Keys of JSON-LD that speak of the data themselves ("@type") are left out.
    """
    if isinstance(node.value, str):
        return [node.value] if node.value else []
    if isinstance(node.value, tuple):
        return [text for one in node.value for text in texts(one)]
    return [f"{key}: {', '.join(found)}" for key, one in node.value.items() if key[:1] != "@" and (found := texts(one))]


def leaves(node: Node) -> list[str]:
    """The same without the keys, for what reads as one: the parts of an address, the places of a vendor."""
    if isinstance(node.value, str):
        return [node.value] if node.value else []
    below = node.value if isinstance(node.value, tuple) else [one for key, one in node.value.items() if key[:1] != "@"]
    return [text for one in below for text in leaves(one)]
