"""The few cells with which to begin, proved by judging again with them filled."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome
from vendor_registry.model.findings.remedy import Remedy
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import Cell, RefusedError
from vendor_registry.rules.judge import judge
from vendor_registry.use_cases.judgement.remedies.candidates import Bundle, Candidates
from vendor_registry.use_cases.judgement.remedies.supposed import Supposing

MOST = 7  # cells; a list that is longer is no longer a beginning
_WORK = 8_000  # so much may be judged again, some 60 ms: flows three times and findings ten times
Gist = tuple[str, ...]
_LARGEST = 65_000  # the work of one judgement from which on even one is too much


def first(case: Case, judged: Report, shown: Report) -> Report:
    """What is shown of a report, with the cells that settle most of its open findings: at most seven, best first.

    The greedy cover (V. Chvatal, 1979) over the cells that decide each finding, each step proved: the register is
    judged again with the cell filled, findings that come up in place of others are taken off, and what does not help
    is no remedy. The larger the register, the fewer of these judgements, so that a check takes hardly longer; of a very
    large one nothing is said. `judged`: the case by all rules, before anything was left out or marked as known.
    """
    return replace(shown, first=tuple(_Cover(case, judged, shown).remedies()))


@dataclass
class _Cover:
    """What was found so far; `worth` is by how many findings fewer there are with these cells filled."""

    case: Case
    judged: Report
    shown: Report
    worth: dict[frozenset[Cell], int] = field(default_factory=lambda: {frozenset(): 0})
    supposed: dict[Cell, str] = field(default_factory=dict)
    settles: Counter[Cell] = field(default_factory=Counter)
    together: dict[Cell, set[Cell]] = field(default_factory=dict)
    weight: dict[Cell, tuple[int, int]] = field(default_factory=dict)

    def remedies(self) -> Iterator[Remedy]:
        wanted = [one for one in self.shown.findings if one.is_open]
        if not wanted:
            return
        work = 3 * len(self.case.graph.flows) + 10 * len(wanted)
        judgements = max(_WORK // work, 1 if work <= _LARGEST else 0)
        if not judgements:
            return
        supposing = Supposing(self.case, wanted)
        proof = _Proof(self.judged, supposing, wanted, judgements)
        candidates = Candidates(wanted, supposing)
        while len(self.settles) < MOST and proof.left and (bundle := candidates.best(self.supposed, MOST)):
            if bundle.decides == 1 and max(self.settles.values(), default=0) > 1:
                break  # what is left settles one finding each: the list of findings says as much
            self._tried(proof, bundle, candidates)
        order = sorted(self.settles, key=lambda cell: (-self.settles[cell], self.weight[cell], supposing.place(cell)))
        for cell in order:
            yield Remedy(
                cell=cell,
                write=supposing.sentence(cell),
                supposed=supposing.shown(cell, self.supposed[cell]),
                settles=self.settles[cell],
                together=tuple(one for one in order if one in self.together[cell]),
            )

    def _tried(self, proof: "_Proof", bundle: Bundle, candidates: Candidates) -> None:
        """Fill the cells of a bundle, beside those of the list without which they settle nothing."""
        needed = frozenset(bundle.needs)
        before = needed.union(*(self.together[cell] for cell in needed))
        if before not in self.worth:
            self.worth[before] = proof.fewer({cell: self.supposed[cell] for cell in before})
        known = {cell: self.supposed[cell] for cell in before}
        gains: list[tuple[int, dict[Cell, str]]] = []
        for texts in proof.supposing.scenarios(bundle.cells):
            gain = proof.fewer(known | texts) - self.worth[before]
            gains.append((gain, texts))
            if (gain > 0 and self.supposed) or not proof.left:
                break  # what is supposed of these cells fits what was supposed of the others
        gain, texts = max(gains, key=lambda pair: pair[0])
        candidates.tried(bundle, helped=gain > 0)
        if gain > 0:
            self.worth[before | set(texts)] = self.worth[before] + gain
            self.supposed |= texts
            proof.supposing.prefer(texts)
            for cell in (*needed, *texts):
                self.settles[cell] += gain
                self.weight[cell] = min(bundle.weight, self.weight.get(cell, bundle.weight))
                self.together.setdefault(cell, set()).update((before | set(texts)) - {cell})


@dataclass
class _Proof:
    """Judging again, a limited number of times."""

    judged: Report
    supposing: Supposing
    wanted: list[Finding]
    left: int
    _before: Counter[Gist] = field(init=False)
    _all: Counter[Gist] = field(init=False)

    def __post_init__(self) -> None:
        self._before = Counter(map(gist, self.wanted))
        self._all = Counter(map(gist, _open(self.judged.outcomes)))

    def fewer(self, texts: dict[Cell, str]) -> int:
        """By how many findings fewer there are: those that go, without those that are new.

        None fewer where the rest of the row does not let it be so: a start after the end, for instance.
        """
        if not texts:
            return 0
        self.left -= 1
        try:
            case = self.supposing.filled(texts)
        except RefusedError:
            return 0
        after = Counter(map(gist, _open(judge(case, case.waivers))))
        return (self._before - after).total() - (after - self._all).total()


def _open(outcomes: Iterable[Outcome]) -> Iterable[Finding]:
    return (one for outcome in outcomes for one in outcome.findings if one.is_open)


def gist(finding: Finding) -> Gist:
    """A finding that only gets worse, or milder, is not gone."""
    return (*finding.identity, finding.verdict)
