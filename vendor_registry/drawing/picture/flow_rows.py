"""The table of flows: what each row of the sheet hands over, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from vendor_registry.drawing.picture.grounds import Ground
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.marks import Marks, worse
from vendor_registry.drawing.picture.names import Names
from vendor_registry.drawing.picture.picture import FlowRow
from vendor_registry.model.register.flow import Flow, FlowKey, flow_key
from vendor_registry.model.text.origin import Cell


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the flows: what their ends are called, their grounds and their marks."""

    names: Names
    grounds: Mapping[FlowKey, Ground]
    marks: Marks

    def signs(self, flows: Iterable[Flow]) -> tuple[str, ...]:
        """The signs of the findings that some flows take part in, in the order of the findings."""
        found = {sign for flow in flows for sign in self.marks.signs.get(flow_key(flow), ())}
        return tuple(remark.sign for remark in self.marks.remarks if remark.sign in found)


def rows(facts: Facts, number: str, flows: Sequence[Flow]) -> tuple[FlowRow, ...]:
    """The rows for the flows of one line; flows that say the same of the same parties share a row."""
    by_row: dict[tuple[str, str], list[Flow]] = {}
    for flow in flows:
        by_row.setdefault((flow.target, flow.key), []).append(flow)
    alike: dict[tuple[tuple[str, ...], str, str], list[Flow]] = {}
    for _, bundle in sorted(by_row.items()):
        for flow in bundle:
            sources = tuple(one.source for one in bundle if _words(facts, one) == _words(facts, flow))
            alike.setdefault((sources, *_words(facts, flow)), []).append(flow)
    return tuple(_row(facts, number, bundle) for bundle in alike.values())


def _words(facts: Facts, flow: Flow) -> tuple[str, str]:
    return facts.names.data(flow), facts.grounds[flow_key(flow)].text


def _row(facts: Facts, number: str, flows: Sequence[Flow]) -> FlowRow:
    data, ground = _words(facts, flows[0])
    return FlowRow(
        number=number,
        source=", ".join(dict.fromkeys(facts.names.node(flow.source) for flow in flows)),
        target=", ".join(dict.fromkeys(facts.names.node(flow.target) for flow in flows)),
        data=data,
        ground=clean(ground),
        mark=worse(facts.marks.of(flow_key(flow)) for flow in flows),
        signs=facts.signs(flows),
        place=_places([flow.cell for flow in flows]),
    )


def _places(cells: Iterable[Cell]) -> str:
    """The cells without their folders, so that a picture is the same wherever the sheet lies."""
    lines: dict[str, list[str]] = {}
    for cell in sorted(set(cells)):
        found = lines.setdefault(PurePath(cell.file).name, [])
        if cell.line and str(cell.line) not in found:
            found.append(str(cell.line))
    return "; ".join(f"{file}:{', '.join(found)}" if found else file for file, found in lines.items())
