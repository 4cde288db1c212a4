"""What records of processing say of an activity: who is responsible, who receives data, where it goes, how long."""

from collections.abc import Iterable, Iterator, Sequence

from vendor_registry.documents.document import Block, Cell, Fields, Heading, Picture, Table, line
from vendor_registry.documents.parts import parties
from vendor_registry.documents.parts.contract import Contract
from vendor_registry.model.policy.policy import Purpose
from vendor_registry.model.register.coverage import share_data
from vendor_registry.model.register.engagement import Engagement


def in_scope(contract: Contract) -> list[Engagement]:
    """The engagements in force on the day for the products and the data region."""
    return [one for one in contract.case.running if not contract.scope.outside(one) and contract.scope.shows(one)]


def responsible(contract: Contract, name: str, joint: Sequence[Engagement]) -> Fields:
    """Letter (a): name and contact details, joint controllers, representative, data protection officer."""
    company = contract.case.policy.company
    others = [" – ".join(filter(None, (one.legal_name or one.vendor, one.address, one.contact))) for one in joint]
    shared = [(contract.say("records.joint"), tuple(map(line, others)))] if others else []
    return Fields(
        contract.say(name),
        (
            *parties.identity(contract, ours=True),
            *shared,
            contract.field(
                "records.representative", company.representative or _no_need(contract), "[company] representative"
            ),
            contract.field("records.dpo", company.dpo, "[company] dpo"),
        ),
    )


def diagram(contract: Contract, pictures: Iterable[Picture | Table]) -> Iterator[Block]:
    """The diagram of the flows, each page with its table, where there is one to show."""
    for number, picture in enumerate(pictures):
        yield from [] if number else [Heading(contract.say("records.diagram"))]
        yield picture


def serves(row: Engagement, purpose: Purpose, claimed: frozenset[str]) -> bool:
    """Whether an engagement is for a purpose: its service is named there.

    A service that no purpose names (`claimed`: those that are) counts where its data and people are those of the
    purpose; who does not say which is for none surely.
    """
    if row.service in claimed:
        return row.service in purpose.services
    people = set(row.data_subjects or ()) & set(purpose.data_subjects)
    return bool(people) and any(share_data(one, other) for one in row.data or () for other in purpose.data)


def recipients(contract: Contract, rows: Sequence[Engagement]) -> Cell:
    """Letter (d): categories of recipients, each with who is in it and in which role."""
    names, say = contract.names, contract.say
    by_group: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        by_group.setdefault((names.services([row.service]), say(f"role.{row.role}")), []).append(row.vendor)
    told = [
        line(
            say(
                "records.group",
                service=service,
                role=role,
                vendors=names.phrases.series(sorted(vendors, key=names.phrases.order)),
            )
        )
        for (service, role), vendors in by_group.items()
    ]
    return tuple(told) or (line(say("records.nobody")),)


def limits(contract: Contract, purpose: Purpose, rows: Iterable[Engagement]) -> str:
    """Letter (f): as the purpose says, and what vendors keep. What is promised at the end of a contract says nothing of
    people who have none, such as visitors of a website."""
    kept = dict.fromkeys(
        contract.names.phrases.label(row.vendor) + contract.names.said(row, "retention")
        for row in rows
        if row.retention
    )
    return "\n".join(filter(None, (contract.text(purpose.retention), *kept)))


def _no_need(contract: Contract) -> str:
    """A representative is asked of companies outside the Union only (Art. 27)."""
    inside = contract.case.policy.company.country in contract.area
    return contract.say("records.no_representative") if inside else ""
