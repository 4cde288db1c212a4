"""What is known of the nodes of a case, and how the words of a selector ask for it.

An answer is yes, no, or None: a blank decides, so nobody can say.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.model.register.columnar import numbered
from vendor_registry.model.register.flow import Node, NodeKind
from vendor_registry.model.register.on_demand import cells_of

Answer = bool | None


class Facts:
    """What is known of the nodes of one case, looked up once for all rules."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._facts: dict[object, tuple[dict[int, Any], list[int]]] = {}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Of all nodes, in their order."""
        return self.case.reach.network.keys

    @cached_property
    def own(self) -> list[int]:
        """The nodes that are no engagements, by number."""
        kinds = enumerate(cells_of(self.case.graph.by_key.in_order, "kind"))
        return [number for number, kind in kinds if kind is not NodeKind.ENGAGEMENT]

    def given(self, node: Node) -> tuple[tuple[str, ...] | None, ...]:
        """What data subjects give, what systems are declared to get."""
        network = self.case.reach.network
        number = network.number[node.key]
        flows = network.out_of(number) if node.kind is NodeKind.SUBJECT else network.into.at(number)
        return tuple(flow.data for flow in network.flows(flows))

    def facts(self, word: "Word") -> tuple[dict[int, Any], list[int]]:
        """What is known of each kind of rows, and of which kind each row is: many say the same."""
        if word not in self._facts:
            columns = [cells_of(self.case.running, name) for name in word.fields]
            kinds = numbered(zip(*(one.number for one in columns), strict=True))
            first = dict(zip(kinds, zip(*columns, strict=True), strict=True))
            self._facts[word] = ({kind: word.of_row(*cells) for kind, cells in first.items()}, kinds)
        return self._facts[word]

    def answers(self, word: "Word", value: str) -> list[Answer]:
        """What each node answers."""
        facts, kinds = self.facts(word)
        known = {kind: word.answer(self.case, fact, value) for kind, fact in facts.items()}
        found: list[Answer] = [False] * len(self.keys)
        for number, kind in zip(self.case.node_of_row, kinds, strict=True):
            found[number] = known[kind]
        for number in self.own:
            found[number] = word.answer(self.case, word.of_own(self, self.case.graph.by_key.in_order[number]), value)
        return found


def _nothing(facts: Facts, node: Node) -> None:
    """Of our own systems and of data subjects nothing of the kind is known, and nothing can be."""


class Word(NamedTuple):
    """One word of the grammar."""

    meaning: str
    fields: tuple[str, ...]  # of a row, from which the answer follows
    of_row: Callable[..., Any]  # these together
    answer: Callable[[Case, Any, str], Answer]
    values: Callable[[Case], Iterable[str]]  # all it can have
    of_own: Callable[[Facts, Node], Any] = _nothing  # the same of a node that is no engagement; None: nothing is known
