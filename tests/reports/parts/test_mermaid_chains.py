"""The chains of findings as a small picture."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.reports import sample
from vendor_registry.model.findings.finding import Finding, Hop
from vendor_registry.reports.parts.mermaid_chains import mermaid_chains

_QUOTED = r'"(?:[\w .,:/()-]|#\d+;)*"'
_LINE = re.compile(
    rf"  n\d+(?:\(\[{_QUOTED}\]\)|\{{\{{{_QUOTED}\}}\}}|\[{_QUOTED}\])|  n\d+ (?:--|==)>\|{_QUOTED}\| n\d+"
)


def _chain(number: int, hops: int) -> Finding:
    keys = [f"k{number}-{hop}" for hop in range(hops + 1)]
    flows = (sample.flow(source, target, 2) for source, target in pairwise(keys))
    return replace(sample.BROKEN, witness=tuple(Hop(flow, ("content",)) for flow in flows))


def test_start_and_end_have_shapes_of_their_own_and_the_cut_is_thick() -> None:
    chart, drawn = mermaid_chains([sample.BROKEN])
    assert drawn == 1
    assert chart.split("\n") == [
        "flowchart LR",
        '  n1(["platform-eu"])',
        '  n2["desk"]',
        '  n3{{"lake"}}',
        '  n1 -->|"content"| n2',
        '  n2 ==>|"content"| n3',
    ]


def test_chains_that_share_a_flow_share_an_arrow() -> None:
    other = replace(sample.BROKEN, witness=(Hop(sample.FIRST, ("contact",)),))
    chart, drawn = mermaid_chains([sample.BROKEN, other])
    assert drawn == 2
    assert '  n1 -->|"contact, content"| n2' in chart
    assert chart.count("-->") + chart.count("==>") == 2


def test_without_a_chain_there_is_no_picture() -> None:
    assert mermaid_chains([sample.GAP]) == ("", 0)


def test_a_chain_is_drawn_whole_or_not_at_all() -> None:
    chart, drawn = mermaid_chains([_chain(1, 30), _chain(2, 11), _chain(3, 10)])
    assert drawn == 2
    assert chart.count("-->") == 40
    assert "k2-" not in chart


@pytest.mark.parametrize("text", sample.HOSTILE_TEXTS)
def test_strange_text_stays_between_the_quotes(text: str) -> None:
    odd = replace(sample.flow("platform-eu", "lake", 2), target=text)
    chart, _ = mermaid_chains([replace(sample.BROKEN, witness=(Hop(odd, (text,)),))])
    first, *lines = chart.split("\n")
    assert first == "flowchart LR"
    assert len(lines) == 3
    assert all(_LINE.fullmatch(line) for line in lines)
