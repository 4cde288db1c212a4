"""The transfers to each third party on the day."""

from collections.abc import Mapping, Sequence

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.model.findings.transfer import Transfer


def by_importer(case: Case) -> Mapping[str, Sequence[Transfer]]:
    """The transfers to each node that a flow leads to; none where no law on transfers binds the exporter."""
    received: dict[str, list[Transfer]] = {flow.target: [] for flow in case.graph.flows}
    for transfer in transfers(case):
        received[transfer.flow.target].append(transfer)
    return received
