"""What could be agreed on for a transfer."""

from vendor_registry.case.case import Case
from vendor_registry.case.parties import roles
from vendor_registry.law.procedure.offer import offer
from vendor_registry.law.question import Question
from vendor_registry.model.findings.transfer import Transfer


def offered(case: Case, transfer: Transfer) -> tuple[str, ...]:
    """What could be agreed on the day for these roles under this law."""
    nodes = case.graph.nodes
    exporter_role, importer_role = roles(case, nodes[transfer.flow.source], nodes[transfer.flow.target])
    asked = Question(
        regime=transfer.regime,
        exporter_country=transfer.exporter_country,
        exporter_role=exporter_role,
        importer_country=transfer.importer_country,
        importer_role=importer_role,
        day=case.as_of,
    )
    return offer(asked)
