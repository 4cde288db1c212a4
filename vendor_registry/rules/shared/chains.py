"""What is said of a chain of flows, and what stops it."""

from collections.abc import Sequence

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Hop, Ways
from vendor_registry.model.register.flow import Flow
from vendor_registry.model.text.counting import listed


def by_way_of(case: Case, witness: tuple[Hop, ...]) -> str:
    """`By way of Desk, ` where others stand between; "" where the data is handed over directly."""
    names = [case.graph.nodes[hop.flow.target].name for hop in witness[:-1]]
    return f"By way of {listed(names)}, " if names else ""


def settled_by_cut(cut: tuple[Flow, ...]) -> Ways:
    """Taking the data off all flows of the cut settles it."""
    return (tuple(dict.fromkeys(flow.cell for flow in cut)),) if cut else ()


def verb(subjects: Sequence[str], one: str, several: str) -> str:
    """The form of a verb that goes with what was listed: content reaches, content and usage reach."""
    return one if len(subjects) == 1 else several
