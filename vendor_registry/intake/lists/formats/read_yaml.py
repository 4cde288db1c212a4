"""YAML: plain data only. Tags that would build objects are refused, anchors are unfolded up to a limit."""

from collections.abc import Iterator

import yaml

from vendor_registry.intake.lists.formats.page import Block, Node
from vendor_registry.intake.lists.formats.text import refused, text_of_file
from vendor_registry.intake.lists.formats.tree import HINT, TOO_DEEP, Budget
from vendor_registry.intake.words.complaints import quote

PLAIN = "tag:yaml.org,2002:"
KNOWN = frozenset(f"{PLAIN}{kind}" for kind in "str int float bool null timestamp seq map merge value set omap".split())
NOTHING = ("", "~", "null", "Null", "NULL")


def read(raw: bytes, name: str) -> list[Block]:
    """The documents of the file; raises RefusedError for what is no YAML, for tags, and for what unfolds too far."""
    text = text_of_file(raw, name)
    budget = Budget(name)
    try:
        return [_node(found, 0, budget) for found in _documents(text)]
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 0
        raise refused(name, line, "this is not YAML", f"{(wrong.problem or 'it breaks off').capitalize()}.") from None
    except yaml.YAMLError:
        raise refused(name, 0, "this is not YAML", "Is it another kind of file?") from None
    except RecursionError:
        raise refused(name, 0, TOO_DEEP, HINT) from None


def _documents(text: str) -> Iterator[yaml.Node]:
    found = yaml.compose_all(text, Loader=yaml.SafeLoader)
    return (one for one in found if one is not None)


def _node(node: yaml.Node, depth: int, budget: Budget) -> Node:
    line = node.start_mark.line + 1
    budget.spend(depth, line)
    if node.tag not in KNOWN:
        message = f"{quote(node.tag.removeprefix(PLAIN))} is a tag, and tags are not read"
        raise refused(budget.name, line, message, "Write plain texts, lists and tables.")
    if isinstance(node, yaml.MappingNode):
        pairs = ((key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
        return Node({key.value: _node(value, depth + 1, budget) for key, value in pairs}, str(line))
    if isinstance(node, yaml.SequenceNode):
        return Node(tuple(_node(one, depth + 1, budget) for one in node.value), str(line))
    plain = isinstance(node, yaml.ScalarNode) and node.style is None and node.value in NOTHING
    return Node("" if plain else str(node.value), str(line))
