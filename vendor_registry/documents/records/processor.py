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
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.model.customer import Customer
from vendor_registry.model.engagement import Engagement, Role

_CONTROLLERS = {"name": 30, "seat": 15, "address": 25, "processing": 30}


def paper(contract: Contract, pictures: Iterable[Picture] = ()) -> Paper:
    """One complete record, per controller and per category of customers: the products they have.

    `pictures` show the flows to the further processors.
    """
    return contract.paper(contract.say("records.processor_title"), _blocks(contract, pictures))


def rows(contract: Contract) -> list[Engagement]:
    """The further processors in scope."""
    return [one for one in activities.in_scope(contract) if one.role is Role.SUB_PROCESSOR]


def _blocks(contract: Contract, pictures: Iterable[Picture]) -> Iterator[Block]:
    say, policy = contract.say, contract.case.policy
    yield Paragraph(line(say("records.processor_act")))
    yield Heading(say("records.processor_a"))
    yield activities.responsible(contract, "records.processor_a", [])
    yield Heading(say("records.controllers"))
    yield from _controllers(contract)
    further = rows(contract)
    wanted = contract.scope.products or tuple(policy.products)
    for product in wanted:
        ours = [one for one in further if one.serves(product)]
        name = contract.names.products([product])
        systems = [one for one in policy.systems.values() if product in one.products]
        keys = tuple(dict.fromkeys(key for one in systems for key in one.data))
        people = tuple(dict.fromkeys(key for one in systems for key in one.data_subjects))
        yield Heading(say("records.processing_for", product=name))
        yield Fields(
            say("records.processing_for", product=name),
            (
                contract.field("records.processing", _processing(contract, product), "[contract] nature"),
                contract.field("entry.subjects", contract.names.subjects(people), "[systems.KEY] data_subjects"),
                contract.field("entry.data", contract.names.categories(keys), "[systems.KEY] data"),
                (say("records.further"), activities.recipients(contract, ours)),
                (say("records.transfers_c"), activities.abroad(contract, ours)),
            ),
        )
    yield Heading(say("records.measures_d"))
    yield from clauses.measures(contract, say("records.measures_d"), assisting=False)
    yield from activities.diagram(contract, pictures)


def _processing(contract: Contract, product: str) -> str:
    """What is done on behalf of controllers: as the contract says, else as our systems of the product do."""
    systems = contract.case.policy.systems.values()
    purposes = dict.fromkeys(one.purpose for one in systems if product in one.products and one.purpose)
    return contract.text(contract.terms.nature) or contract.names.phrases.series(purposes)


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
    products = names.products(customer.products or ("*",))
    zone = names.zones([customer.zone])
    cells: tuple[Cell, ...] = (
        (line(customer.legal_name or customer.name, Style.STRONG),),
        cell(names.country(customer.country) if customer.country else "", missing),
        cell("\n".join(filter(None, (customer.address, customer.contact or customer.notice_address))), missing),
        (line(products), line(zone)),
    )
    return Row(cells)
