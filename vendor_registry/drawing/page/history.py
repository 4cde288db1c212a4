"""What is so on each day, for the script: who is there, on what each flow rests, what was found."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.marks import numbered, remark
from vendor_registry.drawing.picture.picture import Mark, Remark
from vendor_registry.drawing.picture.question import Question
from vendor_registry.model.register.flow import FlowKey, flow_key

Numbers = Mapping[Any, int]
"""By key the place in a list that was told already."""


class History:
    """What is so on each day, told as what differs from the day before."""

    def __init__(self, parties: Numbers, flows: Numbers) -> None:
        self._parties, self._flows = parties, flows
        self._state: dict[int, list[int | str] | None] = {}
        self._ground_numbers: dict[tuple[str, str], int] = {}
        self._finding_numbers: dict[Remark, int] = {}
        self.grounds: list[tuple[str, str]] = []  # kind and words
        self.findings: list[Mapping[str, Any]] = []

    def day(self, question: Question) -> Mapping[str, Any]:
        """One day; call it for each day in order."""
        state = dict(self._flow_states(question))
        changed = {number: one for number, one in state.items() if self._state.get(number, ()) != one}
        self._state = state
        return {
            "day": question.case.as_of.isoformat(),
            "name": question.words.day(question.case.as_of.isoformat()),
            "absent": [number for key, number in self._parties.items() if key not in question.case.graph.nodes],
            "flows": changed,
            "findings": [self._finding(one) for one in _remarks(question)],
        }

    def _flow_states(self, question: Question) -> Iterator[tuple[int, list[int | str] | None]]:
        known: dict[FlowKey, Any] = {flow_key(flow): flow for flow in question.case.graph.flows}
        found = question.facts
        for key, number in self._flows.items():
            if key in known:
                ground = found.grounds[key]
                yield number, [self._ground(ground.kind, clean(ground.text)), found.marks.of(key)]
            else:
                yield number, None

    def _ground(self, kind: str, words: str) -> int:
        number = self._ground_numbers.setdefault((kind, words), len(self.grounds))
        if number == len(self.grounds):
            self.grounds.append((kind, words))
        return number

    def _finding(self, one: tuple[Remark, str, str]) -> list[int | str]:
        """Its number and its sign on this day."""
        found, waived, sink = one
        number = self._finding_numbers.setdefault(replace(found, sign=""), len(self.findings))
        if number == len(self.findings):
            self.findings.append(self._told(found, waived, sink))
        return [number, found.sign]

    def _told(self, found: Remark, waived: str, sink: str) -> Mapping[str, Any]:
        return {
            "mark": found.mark,
            "rule": found.rule,
            "text": found.text.removesuffix(f" ({found.rule})"),
            "mend": found.mend,
            "place": found.place,
            "waived": waived,
            "party": self._parties.get(sink, -1),
            "chain": [
                {
                    "flow": self._flows[(link.source, link.target, link.key)],
                    "data": link.data,
                    "place": link.place,
                    "cut": link.cut,
                }
                for link in found.chain
                if (link.source, link.target, link.key) in self._flows
            ],
        }


def _remarks(question: Question) -> Iterator[tuple[Remark, str, str]]:
    """Every finding that concerns a flow or a party of the case: those with a sign first, then the others by row."""
    files = (*(sheet.file for sheet in question.case.registry.sheets), question.case.policy.file)
    signed = list(numbered(question.findings))
    for sign, finding in signed:
        mark = Mark.NONE if finding.waived_by else _mark(finding.verdict)
        yield remark(sign, mark, finding, files), clean(finding.waived_by), finding.sink
    seen = {id(finding) for _, finding in signed}
    for finding in question.findings:
        if id(finding) not in seen:
            told = remark("", _mark(finding.verdict), finding, files)
            yield told, clean(finding.waived_by), finding.sink


def _mark(verdict: str) -> Mark:
    return Mark(verdict) if verdict in list(Mark) else Mark.NONE
