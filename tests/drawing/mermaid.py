"""A reader of the part of Mermaid's flowchart grammar that is written here; anything else is refused."""

import re
from dataclasses import dataclass, field

ID = r"[a-z][0-9]+"
TEXT = r'"((?:[^"#;{}|`<>\\]|#\d+;|<br/>)*)"'  # everything with a meaning of its own is written as #number;
BOX = re.compile(rf"({ID})(?:\[{TEXT}\]|\({TEXT}\)|\[\({TEXT}\)\])")
EDGE = re.compile(rf"({ID}) (?:-->|==>)\|{TEXT}\| ({ID})")
SUBGRAPH = re.compile(rf"subgraph ({ID})\[{TEXT}\]")
ACCESSIBLE = re.compile(r"acc(?:Title|Descr): (?:[^#;{}]|#\d+;)+")
CLASS_DEF = re.compile(r"classDef [a-z]+\d* [a-z0-9:#,. A-Z-]+")
CLASS = re.compile(rf"class {ID}(?:,{ID})* [a-z]+\d*")
STYLE = re.compile(rf"style {ID} [a-z0-9:#,A-Z-]+")
LINK_STYLE = re.compile(r"linkStyle (\d+) [a-z0-9:#, A-Z-]+")


@dataclass
class Flowchart:
    """What was read."""

    boxes: dict[str, str] = field(default_factory=dict)
    edges: list[tuple[str, str, str]] = field(default_factory=list)
    styled: list[int] = field(default_factory=list)  # indices of edges with a style


def read(text: str) -> Flowchart:
    """Raises AssertionError with the line that is not Mermaid."""
    first, *lines = text.splitlines()
    assert first == "flowchart TB"
    chart, depth = Flowchart(), 0
    for line in map(str.strip, lines):
        depth += bool(SUBGRAPH.fullmatch(line)) - (line == "end")
        assert depth >= 0, "an end too many"
        if line != "end" and not SUBGRAPH.fullmatch(line):
            _statement(chart, line)
    assert depth == 0, "a subgraph without its end"
    assert {end for edge in chart.edges for end in edge[:2]} <= set(chart.boxes)
    return chart


def _statement(chart: Flowchart, line: str) -> None:
    if box := BOX.fullmatch(line):
        chart.boxes[box[1]] = _plain(next(text for text in box.groups()[1:] if text is not None))
    elif edge := EDGE.fullmatch(line):
        chart.edges.append((edge[1], edge[3], _plain(edge[2])))
    elif style := LINK_STYLE.fullmatch(line):
        chart.styled.append(int(style[1]))
    else:
        assert any(one.fullmatch(line) for one in (ACCESSIBLE, CLASS_DEF, CLASS, STYLE)), line


def _plain(text: str) -> str:
    """As a reader sees it: a space without width, #8203;, is not seen."""
    lines = text.replace("<br/>", "\n").replace("#8203;", "")
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), lines)
