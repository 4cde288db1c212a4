"""The record of a processor (GDPR Art. 30(2)(a) to (d)): for whom, what is done, transfers, measures."""

from collections.abc import Iterable, Iterator

from vendor_registry.documents.document import (
    Block,
    Cell,
    Column,
    Fields,
    Heading,
    Paragraph,
    Picture,
    Row,
    Style,
    Table,
    cell,
    line,
)
from vendor_registry.documents.parts import activities, clauses
from vendor_registry.documents.parts.abroad import abroad
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.parts.customer_categories import CustomerCategory, categories, category, title
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement, Role

_CONTROLLERS = {"name": 30, "seat": 15, "address": 25, "category": 30}


def paper(contract: Contract, pictures: Iterable[Picture | Table] = ()) -> Paper:
    """One complete record: each controller, and per category of customers what is done for them.

    `pictures` show the flows to the further processors.
    """
    return contract.paper(contract.say("records.processor_title"), _blocks(contract, pictures), lettered=True)


def rows(contract: Contract) -> list[Engagement]:
    """The further processors in scope."""
    return [one for one in activities.in_scope(contract) if one.role is Role.SUB_PROCESSOR]


def _blocks(contract: Contract, pictures: Iterable[Picture | Table]) -> Iterator[Block]:
    say = contract.say
    yield Paragraph(line(say("records.processor_act")))
    yield Heading(say("records.processor_a"))
    yield activities.responsible(contract, "records.processor_a", [])
    yield Heading(say("records.controllers"))
    yield from _controllers(contract)
    further = rows(contract)
    alike: dict[tuple[tuple[str, Cell], ...], list[CustomerCategory]] = {}
    for one in categories(contract):
        alike.setdefault(_processing(contract, one, further), []).append(one)
    for fields, group in alike.items():
        heading = contract.names.phrases.opening(say("records.processing_for", category=title(group, contract.names)))
        yield Heading(heading)
        yield Fields(heading, fields)
    yield Heading(say("records.measures_d"))
    yield from clauses.measures(contract, say("records.measures_d"), assisting=False)
    yield from activities.diagram(contract, pictures)


def _processing(
    contract: Contract, customers: CustomerCategory, further: Iterable[Engagement]
) -> tuple[tuple[str, Cell], ...]:
    """Letters (b) and (c) for a category of customers: what is done, with whose data, by whom else, and where it goes.

    What is done is said as the contract says it, else as our systems of the products do.
    """
    say, names = contract.say, contract.names
    ours = [one for one in further if customers.has(one)]
    systems = [one for one in contract.case.policy.systems.values() if customers.runs_on(one)]
    own = [one for one in systems if ALL not in one.products]
    done = contract.text(contract.terms.nature) or names.phrases.series(one.purpose for one in own if one.purpose)
    people, data = clauses.handed_over(contract, own, ours)
    senders = {one.key for one in systems} | {one.key for one in ours}
    return (
        contract.field("records.processing", done, "[contract] nature"),
        contract.field("entry.subjects", names.subjects(people), "[systems.KEY] data_subjects"),
        contract.field("entry.data", names.categories(data), "[systems.KEY] data"),
        (say("records.further"), activities.recipients(contract, ours)),
        (say("records.transfers_c"), abroad(contract, ours, senders)),
    )


def _controllers(contract: Contract) -> Iterator[Block]:
    """Each controller on whose behalf we act: the sheet of customers, or the one who is asked for."""
    customers = [contract.customer] if contract.customer else list(contract.case.customers)
    name = contract.say("records.controllers")
    if not customers:
        yield Paragraph(contract.value(name, "", "customers.csv")[0])
        return
    columns = tuple(Column(contract.say(f"records.{key}"), wide) for key, wide in _CONTROLLERS.items())
    yield Table(name, columns, tuple(_controller(contract, one) for one in customers))


def _controller(contract: Contract, customer: Customer) -> Row:
    names, missing = contract.names, contract.say("document.missing")
    cells: tuple[Cell, ...] = (
        (line(customer.formal_name, Style.STRONG),),
        cell(names.country(customer.country) if customer.country else "", missing),
        cell("\n".join(filter(None, (customer.address, customer.contact or customer.notice_address))), missing),
        (line(title([category(customer)], names)),),
    )
    return Row(cells)
