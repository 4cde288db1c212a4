"""The restricted transfers of a register, one by one, in the words of a document."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from vendor_registry.case.transfers import transfers
from vendor_registry.documents.document import Cell, Line, Row, Run, Style, line
from vendor_registry.documents.parts.contract import Contract
from vendor_registry.documents.parts.grounds import ground_of
from vendor_registry.law.tables.zones import REGIMES
from vendor_registry.model.findings.transfer import Answer, Transfer, TransferVerdict
from vendor_registry.model.policy.policy import say as worded
from vendor_registry.model.register.engagement import Engagement

NOT_CARRIED = (TransferVerdict.NOT_COVERED, TransferVerdict.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Restricted:
    """A transfer into a country that is outside the area of the law that binds, or may bind, the exporter."""

    transfer: Transfer
    engagement: Engagement | None  # the row of the importer; None: a system of ours
    instead: Answer | None  # the answer without its ground; None: nothing carries it anyhow


Laws = tuple[Restricted, ...]  # what each law says of one transfer


def transfers_of(contract: Contract) -> tuple[Restricted, ...]:
    """Those of the day in the scope, each once, by country, importer and exporter."""
    case, by_key = contract.case, contract.case.registry.by_key
    shown = {one.key for one in case.running if not contract.scope.outside(one) and contract.scope.shows(one)}
    all_of_it = not (contract.scope.products or contract.scope.zone or contract.scope.selector)
    found = [
        (number, one)
        for number, one in enumerate(transfers(case))
        if one.answer.restricted
        and (one.flow.target in shown or (all_of_it and one.flow.target in case.policy.systems))
    ]
    without = _without(contract, {one.answer.ground for _, one in found if _carried(one)})
    listed = [
        Restricted(
            one, by_key.get(one.flow.target), without[one.answer.ground][number].answer if _carried(one) else None
        )
        for number, one in found
    ]
    unique = {_place(one): one for one in reversed(listed)}
    return tuple(unique[place] for place in sorted(unique))


def exporter(contract: Contract, one: Restricted) -> str:
    """Who sends: a system of ours with the entity that runs it, or a vendor."""
    policy, key = contract.case.policy, one.transfer.flow.source
    if key in policy.systems:
        entity = policy.entities.get(policy.systems[key].operator)
        name = worded(policy.systems[key].name, contract.names.phrases.language) or key
        return f"{name} ({entity.legal_name})" if entity else name
    return contract.case.registry.by_key[key].vendor


def importer(contract: Contract, one: Restricted) -> Cell:
    """Who receives: the vendor and the company that contracts, or a system of ours."""
    row = one.engagement
    if row is None:
        name = contract.case.policy.systems[one.transfer.flow.target].name
        return (line(worded(name, contract.names.phrases.language), Style.STRONG),)
    legal = (line(row.legal_name),) if row.legal_name and row.legal_name != row.vendor else ()
    return (line(row.vendor, Style.STRONG), *legal)


def way(contract: Contract, one: Restricted) -> Cell:
    """What brings the data into the country: the seat, a place of processing, remote access."""
    return (line(contract.names.phrases.opening(contract.say(f"transfers.via_{one.transfer.via}"))),)


def country(contract: Contract, one: Restricted) -> str:
    code = one.transfer.importer_country
    return contract.names.country(code) if code else contract.say("transfers.unknown_country")


def by_flow(found: Iterable[Restricted]) -> list[Laws]:
    """The laws that restrict one and the same transfer, together."""
    groups: dict[tuple[str, ...], list[Restricted]] = {}
    for one in found:
        flow = one.transfer.flow
        groups.setdefault((flow.target, flow.source, one.transfer.importer_country, one.transfer.via), []).append(one)
    return [tuple(group) for group in groups.values()]


def grounds(contract: Contract, laws: Laws) -> Cell:
    """What carries a transfer under each law that binds the exporter, or may; equal answers once."""
    told: dict[tuple[str, bool], list[str]] = {}
    for one in sorted(laws, key=lambda one: REGIMES.index(one.transfer.regime)):
        told.setdefault((ground_of(one.transfer, contract.names), one.transfer.sure), []).append(one.transfer.regime)
    return tuple((_label(contract, regimes, sure), Run(ground)) for (ground, sure), regimes in told.items())


def _named(contract: Contract, regimes: Iterable[str], sure: bool) -> str:
    names = contract.names.phrases.series(contract.say(f"ground.{one}") for one in regimes)
    return contract.names.phrases.opening(names if sure else contract.say("transfers.perhaps", law=names))


def instead(contract: Contract, laws: Laws) -> Cell:
    """What would carry it if its ground fell: judged again without it, under each law; one answer of all laws once."""
    told: dict[Line, list[str]] = {}
    for one in sorted(laws, key=lambda one: REGIMES.index(one.transfer.regime)):
        told.setdefault(_instead(contract, one), []).append(one.transfer.regime)
    if len(told) == 1:
        return tuple(told)
    return tuple((_label(contract, regimes), *answer) for answer, regimes in told.items())


def _label(contract: Contract, regimes: Iterable[str], sure: bool = True) -> Run:
    return Run(contract.names.phrases.label(_named(contract, regimes, sure)), Style.LABEL)


def _instead(contract: Contract, one: Restricted) -> Line:
    if one.instead is None:
        open_yet = one.transfer.answer.verdict is TransferVerdict.UNKNOWN
        return line(contract.say("consequence.unknown" if open_yet else "transfers.not_carried"), Style.MISSING)
    if one.instead.verdict in NOT_CARRIED:
        return line(contract.say("transfers.nothing"), Style.STRONG)
    return line(ground_of(replace(one.transfer, answer=one.instead), contract.names))


def stacked(rows: Iterable[tuple[Cell, ...]]) -> tuple[Row, ...]:
    """Rows that differ in their first cell alone, as one: who sends the same to the same importer."""
    firsts: dict[tuple[Cell, ...], dict[Line, None]] = {}
    for first, *rest in rows:
        firsts.setdefault(tuple(rest), {}).update(dict.fromkeys(first))
    return tuple(Row((tuple(lines), *rest)) for rest, lines in firsts.items())


def _without(contract: Contract, grounds: set[str]) -> dict[str, tuple[Transfer, ...]]:
    """All transfers of the day, judged again without each of the grounds."""
    case = contract.case
    return {one: transfers(replace(case, without=case.without | {one})) for one in sorted(grounds)}


def _carried(one: Transfer) -> bool:
    return one.answer.verdict not in NOT_CARRIED and one.answer.ground != ""


def _place(one: Restricted) -> tuple[str, ...]:
    flow = one.transfer.flow
    return one.transfer.importer_country, flow.target, flow.source, one.transfer.regime, one.transfer.via
