"""The chains of findings as one small picture, in Mermaid, for readers of a pull request."""

import re
from collections.abc import Sequence

from vendor_registry.model.findings.finding import Finding, Hop
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.chain_words import carried

_FLOWS = 40  # more cannot be read, and renderers refuse large pictures
_LONGEST = 60
_SPECIAL = re.compile(r"[^\w .,/()-]", re.ASCII)


def mermaid_chains(findings: Sequence[Finding]) -> tuple[str, int]:
    """A flowchart of the witnesses, and how many of them are in it; "" where no finding has a chain.

    Round: where data starts. Six corners: where the finding is. Thick: a flow of the smallest cut. A chain is drawn
    whole or not at all.
    """
    flows: dict[tuple[str, str], set[str]] = {}
    drawn = [finding for finding in findings if finding.witness and _added(flows, finding.witness)]
    ends = {finding.witness[-1].flow.target for finding in drawn}
    cut = {(flow.source, flow.target) for finding in drawn for flow in finding.cut}
    starts = {finding.witness[0].flow.source for finding in drawn} - ends
    names = {key: f"n{number}" for number, key in enumerate(dict.fromkeys(key for pair in flows for key in pair), 1)}
    lines = [f"  {name}{_shape(key, starts, ends)}" for key, name in names.items()]
    lines += [
        f"  {names[source]} {'==>' if (source, target) in cut else '-->'}"
        f'|"{_label(", ".join(sorted(told)))}"| {names[target]}'
        for (source, target), told in flows.items()
    ]
    return "\n".join(["flowchart LR", *lines]) if drawn else "", len(drawn)


def _added(flows: dict[tuple[str, str], set[str]], chain: tuple[Hop, ...]) -> bool:
    new = {(hop.flow.source, hop.flow.target) for hop in chain} - flows.keys()
    if len(flows) + len(new) > _FLOWS:
        return False
    for hop in chain:
        flows.setdefault((hop.flow.source, hop.flow.target), set()).update(hop.data or [carried(hop)])
    return True


def _shape(key: str, starts: set[str], ends: set[str]) -> str:
    opening, closing = ("{{", "}}") if key in ends else ("([", "])") if key in starts else ("[", "]")
    return f'{opening}"{_label(key)}"{closing}'


def _label(text: str) -> str:
    """Text between quotes; every sign that could mean something is a numbered entity."""
    shown = visible(text)
    cut = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
    return _SPECIAL.sub(lambda found: f"#{ord(found[0])};", cut)
