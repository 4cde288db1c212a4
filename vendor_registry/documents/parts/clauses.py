"""What is transferred or processed, and how it is protected: the descriptive annexes of both sets of clauses."""

from collections.abc import Iterable, Iterator, Sequence

from vendor_registry.documents.document import Block, Cell, Column, Fields, Paragraph, Row, Style, Table, cell, line
from vendor_registry.documents.parts import head
from vendor_registry.documents.parts.contract import Contract
from vendor_registry.documents.parts.entries import Entries
from vendor_registry.model.policy.contract import Measure, MeasureHeading
from vendor_registry.model.policy.policy import System
from vendor_registry.model.register.coverage import ALL, meet
from vendor_registry.model.register.engagement import Engagement

_MEASURES = {"heading": 28, "measure": 52, "services": 20}


def description(contract: Contract, keys: Sequence[str], act: str) -> Fields:
    """The fields of SCC 2021/914 Annex I.B or 2021/915 Annex II, in the order of the act."""
    return Fields(contract.say(f"{act}.description"), tuple(_field(contract, key, act) for key in keys))


def measures(contract: Contract, name: str, *, assisting: bool = True) -> Iterator[Block]:
    """Technical and organisational measures under the headings of the clauses' own list; none is passed over that
    the policy has. That there is none at all, or none that helps the controller, is to be completed."""
    by_heading: dict[MeasureHeading, list[Measure]] = {}
    for measure in contract.case.policy.measures.values():
        by_heading.setdefault(measure.heading, []).append(measure)
    wanted = [one for one in MeasureHeading if one in by_heading or (assisting and one is MeasureHeading.ASSISTANCE)]
    rows = tuple(row for heading in wanted for row in _measures(contract, heading, by_heading.get(heading, [])))
    if not by_heading:
        contract.value(name, "", "[measures.KEY]")
        yield Paragraph(line(contract.say("pack.to_complete", what=contract.say("measures.heading")), Style.MISSING))
    if rows:
        columns = tuple(Column(contract.say(f"measures.{key}"), wide) for key, wide in _MEASURES.items())
        yield Table(name, columns, rows)


def sub_processors(contract: Contract, entries: Entries, name: str) -> Iterator[Block]:
    """The list of sub-processors: each with what it is authorised for."""
    found = contract.selection.entries
    if not found:
        yield Paragraph(line(contract.say("annex.none", day=contract.names.day(contract.case.as_of))))
        return
    yield from head.establishment([contract.case], contract.selection, contract.names)
    columns = entries.columns(contract.names.day(contract.case.as_of))
    yield Table(name, columns, tuple(entries.row(entry, "") for entry in found))
    note_incomplete(contract)


def note_incomplete(contract: Contract) -> None:
    """Take down which sub-processors lack a field that Annex III asks for: name, address, contact person."""
    for entry in contract.selection.entries:
        for column in ("legal_name", "address", "contact"):
            lacking = [one.key for one in entry.engagements if not getattr(one, column)]
            if lacking:  # rows of one vendor share these cells: one of them is enough
                label = f"{entry.vendor}: {contract.say(f'entry.{column}')}"
                contract.value(label, "", f"{lacking[0]} [{column}]")


def handed_over(
    contract: Contract, systems: Iterable[System], rows: Iterable[Engagement]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Groups of people and categories: what systems hold, and what sub-processors get of it."""
    policy = contract.case.policy
    given: list[System | Engagement] = [*systems, *rows]
    subjects = {key for one in given for key in one.data_subjects or ()}
    data = {key for one in given for key in one.data or ()}
    return (
        tuple(key for key in policy.data_subjects if key in subjects),
        tuple(key for key in policy.data if key in data),
    )


def told(contract: Contract, key: str) -> tuple[str, str]:
    """What the register says of a field, and where more can be said."""
    terms, names = contract.terms, contract.names
    systems = (one for one in contract.case.policy.systems.values() if _in_scope(contract, one))
    subjects, data = handed_over(contract, systems, contract.selection.engagements)
    match key:
        case "subjects":
            return names.subjects(subjects), "[systems.KEY] data_subjects"
        case "data":
            return names.categories(data), "[systems.KEY] data"
        case "sensitive":
            special = names.categories(one for one in data if _special(contract, one))
            return "\n".join(filter(None, (special, contract.text(terms.sensitive_data)))), "[contract] sensitive_data"
        case "retention":
            return contract.text(terms.retention) or contract.deletion, "[contract] retention"
        case "sub_processing":
            facts = {name: contract.text(getattr(terms, name)) for name in ("subject_matter", "nature", "duration")}
            full = contract.say("pack.sub_processing", **facts) if all(facts.values()) else ""
            return full, "[contract] subject_matter"
        case _:
            return contract.text(getattr(terms, key)), f"[contract] {key}"


def _field(contract: Contract, key: str, act: str) -> tuple[str, Cell]:
    text, entry = told(contract, key)
    return contract.field(f"{act}.{key}", text, entry)


def _in_scope(contract: Contract, system: System) -> bool:
    """Whether a system runs a product that is asked for, in the data region asked for."""
    scope = contract.scope
    if ALL in system.products:
        return False  # of the whole company: what it holds is no matter of one contract
    return meet(scope.products or (ALL,), system.products) and meet((scope.zone or ALL,), (system.zone,))


def _special(contract: Contract, key: str) -> bool:
    category = contract.case.policy.data.get(key)
    return category is not None and category.special


def _measures(contract: Contract, heading: MeasureHeading, found: list[Measure]) -> Iterator[Row]:
    name = contract.say(f"measures.{heading.value}")
    title = (line(name, Style.STRONG),)
    everywhere = contract.say("measures.everywhere")
    for measure in found:
        text = contract.value(name, contract.text(measure.text), f"[measures.{measure.key}] text")
        yield Row((title, text, cell(contract.names.services(measure.services) or everywhere, "")))
    if not found:
        yield Row((title, contract.value(name, "", "[measures.KEY] heading = assistance"), cell(everywhere, "")))
