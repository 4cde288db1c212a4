"""Hop after hop: which transfers brought the data that a recipient hands on, and in which order they are judged."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field

from vendor_registry.case.answers import Answered, Answers
from vendor_registry.flows.network import Network
from vendor_registry.model.findings.transfer import Answer, TransferVerdict


@dataclass(frozen=True, order=True, slots=True)
class Tool:
    """What an earlier hop rested on under one regime, at its worst."""

    regime: str
    sure: bool  # False: a blank decides whether the regime bound that hop
    basis: str
    ground: str
    verdict: TransferVerdict
    answer: Answer = field(compare=False)


def further_hops(network: Network, found: Answered) -> Iterator[tuple[int, tuple[Tool, ...]]]:
    """The flows on which a recipient hands on what transfers brought, each with the tools of those transfers.

    The tools are those of regimes that do not bind the recipient itself. A flow comes after those that brought its
    data; its answer must be in `found`, by the number of the flow, before the next is asked for. A circle is entered
    where data first comes in, and the flow that closes it brings nothing new.
    """
    waiting = set(_behind_transfers(network, found))
    hops = _Hops(network, found, waiting)
    for node in _in_order(network, frozenset(waiting)):
        brought = hops.brought(node)
        leaving = [number for number in network.out_of(node) if number in waiting]
        for number in leaving:
            own = found[number].in_own_right
            tools = [tool for tool, data in brought.items() if data & network.may[number] and tool.regime not in own]
            if tools:
                yield number, tuple(sorted(tools))
        waiting.difference_update(leaving)


def _behind_transfers(network: Network, found: Answered) -> Iterator[int]:
    """The flows by which what a transfer brought may be handed on, hop after hop."""
    front = list({network.target[number] for number in found.where(lambda answers: answers.restricted)})
    seen = set(front)
    while front:
        for number in network.out_of(front.pop()):
            if number in found:
                yield number
                if network.target[number] not in seen:
                    seen.add(network.target[number])
                    front.append(network.target[number])


@dataclass
class _Hops:
    """The answers found so far, but for the flows that are waiting for those before them."""

    network: Network
    found: Answered
    waiting: set[int]
    _tools: dict[Answers, tuple[Tool, ...]] = field(default_factory=dict)  # many flows share their answers

    def brought(self, node: int) -> dict[Tool, int]:
        """The tools of the transfers into a node, each with the categories that came by it."""
        tools: dict[Tool, int] = {}
        for number in self.network.into.at(node):
            if number in self.found and number not in self.waiting:
                for tool in self._worst(self.found[number]):
                    tools[tool] = tools.get(tool, 0) | self.network.may[number]
        return tools

    def _worst(self, answers: Answers) -> tuple[Tool, ...]:
        if answers not in self._tools:
            self._tools[answers] = tuple(_worst(answers))
        return self._tools[answers]


def _worst(answers: Answers) -> Iterator[Tool]:
    """The worst answer to a flow under each regime, where it is a transfer at all."""
    for regime, sure in dict.fromkeys((binding.regime, binding.sure) for _, binding, _ in answers.each):
        under_it = (answer for _, binding, answer in answers.each if binding.regime == regime)
        answer = max(under_it, key=lambda one: one.verdict.rank)
        if answer.restricted:
            yield Tool(regime, sure, answer.basis, answer.ground, answer.verdict, answer)


def _in_order(network: Network, flows: frozenset[int]) -> Iterator[int]:
    """The nodes that these flows leave, each after all that hand it something by them; ties by key.

    In a circle no node comes after all others: the first is one that something else enters.
    """
    pending = {network.source[number]: 0 for number in flows}
    for number in flows:
        if network.target[number] in pending:
            pending[network.target[number]] += 1
    line = [(_place(network, flows, node, count), node) for node, count in pending.items()]
    heapq.heapify(line)
    done: set[int] = set()
    while line:
        _, node = heapq.heappop(line)
        if node in done:
            continue
        done.add(node)
        yield node
        for target in (network.target[number] for number in network.out_of(node) if number in flows):
            if target in pending:
                pending[target] -= 1
                heapq.heappush(line, (1 if pending[target] else 0, target))


def _place(network: Network, flows: frozenset[int], node: int, pending: int) -> int:
    """0: nothing is waited for; 1: something else has entered; 2: only a circle leads here."""
    if pending == 0:
        return 0
    return 1 if any(number not in flows for number in network.into.at(node)) else 2
