"""What people are told of a chain of flows, hop by hop; every format sets these words in its own way."""

from vendor_registry.model.findings.finding import Finding, Hop
from vendor_registry.model.register.flow import Flow


def carried(hop: Hop) -> str:
    """The categories that travel at this point."""
    return ", ".join(hop.data) or "data that is not named"


def claimed(hop: Hop) -> str:
    """The mechanisms the sheet claims for the flow, in its own words."""
    return ", ".join(claim.written for claim in hop.flow.claims)


def path(chain: tuple[Hop, ...]) -> str:
    """`platform-eu -> desk -> lake`."""
    return " -> ".join([chain[0].flow.source, *(hop.flow.target for hop in chain)]) if chain else ""


def routes(finding: Finding) -> str:
    """How many ways there are, what all of them share, and the least that would have to change."""
    if not finding.routes:  # unasked, or none at all: the data starts where it must not be
        return ""
    told = [f"{finding.routes} that share no flow"] if finding.routes > 1 else []
    if finding.on_every_route:
        told.append(f"all take {_flows(finding.on_every_route)}")
    if finding.cut:
        told.append(f"smallest cut: {_flows(finding.cut)}")
    return "; ".join(told)


def _flows(flows: tuple[Flow, ...]) -> str:
    return ", ".join(f"{flow.source} -> {flow.target}" for flow in flows)
