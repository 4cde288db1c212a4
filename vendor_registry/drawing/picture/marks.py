"""Which flows a finding is about: the signs V1, V2 ... of what is broken, ?1 ... of gaps, W1 ... of what is waived."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from vendor_registry.drawing.picture.grounds import Ground, GroundKind
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.picture import Link, Mark, Remark
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.register.flow import FlowKey, flow_key
from vendor_registry.model.text.origin import Cell

_LETTERS = {Verdict.BROKEN: "V", Verdict.GAP: "?"}
_MARKS = {Verdict.BROKEN: Mark.BROKEN, Verdict.GAP: Mark.GAP}
_WAIVED = "W"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is wrong with which flow, and the findings that say so."""

    remarks: tuple[Remark, ...]
    signs: Mapping[FlowKey, tuple[str, ...]]
    marks: Mapping[FlowKey, Mark]
    cut: frozenset[FlowKey] = frozenset()  # flows of which changing one settles a finding

    def of(self, key: FlowKey) -> Mark:
        return self.marks.get(key, Mark.NONE)


def marks(findings: Sequence[Finding], grounds: Mapping[FlowKey, Ground], files: Sequence[str] = ()) -> Marks:
    """The marks of all flows; the files are named in the remarks without their folders.

    Only findings with a witness are about flows; a waived one has its sign and no mark. A transfer that the law does
    not cover is marked whether or not a rule has said so.
    """
    signs: dict[FlowKey, list[str]] = {}
    worst: dict[FlowKey, Mark] = {key: _mark_of(ground.kind) for key, ground in grounds.items()}
    remarks = []
    cut: set[FlowKey] = set()
    for sign, finding in numbered(findings):
        mark = Mark.NONE if finding.waived_by else _MARKS[finding.verdict]
        remarks.append(remark(sign, mark, finding, files))
        cut.update(flow_key(flow) for flow in finding.cut if mark is not Mark.NONE)
        for key in dict.fromkeys(flow_key(hop.flow) for hop in finding.witness):
            signs.setdefault(key, []).append(sign)
            worst[key] = worse((worst.get(key, Mark.NONE), mark))
    return Marks(tuple(remarks), {key: tuple(found) for key, found in signs.items()}, worst, frozenset(cut))


def worse(found: Iterable[Mark]) -> Mark:
    """The worst of some marks."""
    return max(found, key=list(Mark).index, default=Mark.NONE)


def remark(sign: str, mark: Mark, finding: Finding, files: Sequence[str]) -> Remark:
    """A picture is the same wherever the sheet lies, so it tells nobody where that is."""
    cut = {flow_key(flow) for flow in finding.cut}
    return Remark(
        sign=sign,
        mark=mark,
        text=_plain(f"{_aside(finding)}{finding.message} ({finding.rule})", files),
        rule=finding.rule,
        mend=_plain(finding.mend, files),
        place=place_of(finding.cell),
        chain=tuple(
            Link(
                source=hop.flow.source,
                target=hop.flow.target,
                key=hop.flow.key,
                data=hop.data,
                place=place_of(hop.flow.cell),
                cut=flow_key(hop.flow) in cut,
            )
            for hop in finding.witness
        ),
    )


def place_of(cell: Cell) -> str:
    """A cell without the folder of its file: vendors.csv:14 [data]."""
    return str(cell).replace(cell.file, PurePath(cell.file).name) if cell.file else str(cell)


def _plain(text: str, files: Sequence[str]) -> str:
    for file in sorted(files, key=len, reverse=True):
        text = text.replace(file, PurePath(file).name)
    return clean(text)


def _place(finding: Finding) -> tuple[object, ...]:
    """Where a finding lies in the graph. Its row in the file would give it another number whenever rows move."""
    chain = tuple((hop.flow.source, hop.flow.target, hop.flow.key, hop.data) for hop in finding.witness)
    return (finding.sink, finding.source, finding.rule, finding.home, finding.data, chain, finding.cell.column)


def _aside(finding: Finding) -> str:
    return f"Waived ({finding.waived_by}): " if finding.waived_by else ""


def numbered(findings: Iterable[Finding]) -> Iterable[tuple[str, Finding]]:
    """The findings that pictures show, each with its sign; what is waived comes last."""
    by_letter: dict[str, list[Finding]] = {letter: [] for letter in (*_LETTERS.values(), _WAIVED)}
    for finding in sorted((one for one in findings if one.witness and one.verdict in _LETTERS), key=_place):
        by_letter[_WAIVED if finding.waived_by else _LETTERS[finding.verdict]].append(finding)
    for letter, found in by_letter.items():
        yield from ((f"{letter}{number}", finding) for number, finding in enumerate(found, start=1))


def _mark_of(kind: GroundKind) -> Mark:
    match kind:
        case GroundKind.NOT_COVERED:
            return Mark.BROKEN
        case GroundKind.UNKNOWN:
            return Mark.GAP
        case _:
            return Mark.NONE
