"""A case to draw, and what else is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.drawing.page.supplement import Supplement
from vendor_registry.model.findings.transfer import Transfer
from vendor_registry.model.register.flow import FlowKey


@dataclass(frozen=True, slots=True)
class Behind:
    """A case to draw; its transfers, where somebody has worked them out."""

    case: Case
    transfers: Sequence[Transfer] | None = None
    supplement: Supplement | None = None
    in_force: frozenset[FlowKey] | None = None  # on its day, where the case has the flows of several
