"""The record of processing activities of a controller (GDPR Art. 30(1)(a) to (g)), purpose by purpose."""

from collections.abc import Iterable, Iterator, Sequence

from vendor_registry.documents.document import Block, Cell, Fields, Heading, Paragraph, Picture, Style, Table, line
from vendor_registry.documents.parts import activities, clauses
from vendor_registry.documents.parts.abroad import abroad
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.model.policy.policy import Purpose
from vendor_registry.model.register.engagement import Engagement, Role


def paper(contract: Contract, pictures: Iterable[Picture | Table] = ()) -> Paper:
    """One complete record: the controller, each purpose with its recipients, transfers and limits, the measures.

    `pictures` show the flows to the recipients.
    """
    return contract.paper(contract.say("records.controller_title"), _blocks(contract, pictures), lettered=True)


def rows(contract: Contract) -> list[Engagement]:
    """The recipients: everybody in scope who is not engaged for what we do on behalf of customers."""
    return [one for one in activities.in_scope(contract) if one.role is not Role.SUB_PROCESSOR]


def _blocks(contract: Contract, pictures: Iterable[Picture | Table]) -> Iterator[Block]:
    say, policy = contract.say, contract.case.policy
    yield Paragraph(line(say("records.controller_act")))
    yield Heading(say("records.controller_a"))
    joint = [one for one in contract.case.running if one.role is Role.JOINT_CONTROLLER]
    yield activities.responsible(contract, "records.controller_a", joint)
    recipients = rows(contract)
    placed: set[str] = set()
    claimed = frozenset(service for purpose in policy.purposes.values() for service in purpose.services)
    if not policy.purposes:
        yield Paragraph(contract.value(say("records.purpose"), "", "[purposes.KEY]")[0])
    for purpose in policy.purposes.values():
        ours = [one for one in recipients if activities.serves(one, purpose, claimed)]
        placed |= {one.key for one in ours}
        yield Heading(contract.text(purpose.name))
        yield _purpose(contract, purpose, ours)
    others = [one for one in recipients if one.key not in placed]
    if others:
        yield Heading(say("records.unplaced"))
        yield Paragraph(line(say("records.unplaced_lead")))
        yield Fields(
            say("records.unplaced"),
            (
                (say("records.recipients"), activities.recipients(contract, others)),
                (say("records.transfers"), abroad(contract, others)),
            ),
        )
    if policy.recipients:
        yield Heading(say("recipients.occasion"))
        yield Fields(say("recipients.occasion"), tuple(_occasion(contract)))
    yield Heading(say("records.measures"))
    yield from clauses.measures(contract, say("records.measures"), assisting=False)
    yield from activities.diagram(contract, pictures)


def _purpose(contract: Contract, purpose: Purpose, recipients: Sequence[Engagement]) -> Fields:
    """Letters (b) to (f) for one purpose; (g) is said once for all."""
    names, entry = contract.names, f"[purposes.{purpose.key}]"
    subjects = names.subjects(purpose.data_subjects)
    return Fields(
        contract.text(purpose.name),
        (
            contract.field("records.purpose", contract.text(purpose.name), f"{entry} name"),
            contract.field("records.basis", contract.text(purpose.legal_basis), f"{entry} legal_basis"),
            contract.field("records.subjects", subjects, f"{entry} data_subjects"),
            contract.field("records.data", names.categories(purpose.data), f"{entry} data"),
            (contract.say("records.recipients"), activities.recipients(contract, recipients)),
            (contract.say("records.transfers"), abroad(contract, recipients)),
            contract.field("records.limits", activities.limits(contract, purpose, recipients), f"{entry} retention"),
        ),
    )


def _occasion(contract: Contract) -> Iterator[tuple[str, Cell]]:
    """Recipients that are engaged for nothing: authorities, a successor."""
    for recipient in contract.case.policy.recipients.values():
        told = [contract.text(text) for text in (recipient.who, recipient.when, recipient.basis)]
        lines = tuple(line(text) for text in told if text)
        yield contract.text(recipient.name), lines or (line(contract.say("document.missing"), Style.MISSING),)
