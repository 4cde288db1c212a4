"""A worksheet for the transfer impact assessment of one country (EDPB Recommendations 01/2020, version 2.0).

The six steps, filled in as far as the register and the tables of the law go. What a person has to judge is marked so:
nothing here finds that the law of a country is good enough.
"""

from collections.abc import Iterable, Iterator, Sequence

from vendor_registry.case.reviews import last_done
from vendor_registry.documents.document import (
    Block,
    Cell,
    Column,
    Fields,
    Heading,
    Paragraph,
    Run,
    Style,
    Table,
    cell,
    line,
)
from vendor_registry.documents.parts import restricted
from vendor_registry.documents.parts.acts import effect, statute_name
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.parts.restricted import Laws, Restricted
from vendor_registry.law.tables.lookup import statutes
from vendor_registry.model.findings.transfer import TransferVerdict

_TRANSFERS = {"exporter": 18, "importer": 22, "data": 26, "purpose": 22, "how": 12}
_TOOLS = {"importer": 25, "ground": 45, "duty": 30}
_STATUTES = {"statute": 30, "note": 58, "status": 12}


def paper(contract: Contract, country: str) -> Paper:
    """Steps 1 to 6 for what goes to a country, or can be reached from it."""
    found = [one for one in restricted.transfers_of(contract) if one.transfer.importer_country == country]
    title = contract.say("assessment.title", country=contract.names.country(country))
    return contract.paper(title, _blocks(contract, country, found), lettered=True)


def countries(contract: Contract) -> tuple[str, ...]:
    """The countries there is something to assess for."""
    found = {one.transfer.importer_country for one in restricted.transfers_of(contract)}
    return tuple(sorted(found - {""}))


def _blocks(contract: Contract, country: str, found: Sequence[Restricted]) -> Iterator[Block]:
    say, flows = contract.say, restricted.by_flow(found)
    yield Paragraph(line(say("assessment.lead", day=contract.names.day(contract.case.as_of))))
    yield Heading(say("assessment.step_1"))
    yield _table(contract, "step_1", _TRANSFERS, (_transfer(contract, laws) for laws in flows))
    yield Heading(say("assessment.step_2"))
    yield _table(contract, "step_2", _TOOLS, _tools(contract, flows))
    yield Heading(say("assessment.step_3"))
    yield from _law(contract, country)
    yield Heading(say("assessment.step_4"))
    yield Fields(say("assessment.step_4"), tuple(_measures(contract, found)))
    yield Heading(say("assessment.step_5"))
    yield Fields(say("assessment.step_5"), (_judged(contract, "procedure"), _judged(contract, "suspend")))
    yield Heading(say("assessment.step_6"))
    yield Fields(say("assessment.step_6"), tuple(_again(contract, found)))
    yield Heading(say("assessment.result"))
    yield Fields(say("assessment.result"), (_judged(contract, "outcome"), *_signed(contract)))


def _table(contract: Contract, key: str, widths: dict[str, int], rows: Iterable[tuple[Cell, ...]]) -> Table:
    day = contract.names.day(contract.case.as_of)
    columns = tuple(Column(contract.say(f"assessment.{name}", day=day), wide) for name, wide in widths.items())
    return Table(contract.say(f"assessment.{key}"), columns, restricted.stacked(rows))


def _transfer(contract: Contract, laws: Laws) -> tuple[Cell, ...]:
    one = laws[0]
    names, missing, row = contract.names, contract.say("document.missing"), one.engagement
    data, subjects = (row.data or (), row.data_subjects or ()) if row else (one.transfer.flow.data or (), ())
    purpose = names.said(row, "purpose") if row else one.transfer.flow.purpose
    return (
        (line(restricted.exporter(contract, one), Style.STRONG),),
        restricted.importer(contract, one),
        (*cell(names.categories(data), missing), *cell(names.subjects(subjects), missing)),
        cell(purpose, missing),
        restricted.way(contract, one),
    )


def _tools(contract: Contract, flows: Iterable[Laws]) -> Iterator[tuple[Cell, ...]]:
    """Each tool, and what follows of it, with all who receive under it."""
    importers: dict[tuple[Cell, Cell], list[str]] = {}
    for laws in flows:
        name = restricted.importer(contract, laws[0])[0][0].text
        importers.setdefault(_tool(contract, laws), []).append(name)
    for told, names in importers.items():
        yield (line(contract.names.phrases.series(names), Style.STRONG),), *told


def _tool(contract: Contract, laws: Laws) -> tuple[Cell, Cell]:
    """The tool of Chapter V; under an adequacy decision only its validity is watched, and nothing else assessed."""
    verdicts = {one.transfer.answer.verdict for one in laws}
    if all(one.transfer.answer.basis == "adequacy" for one in laws):
        duty = line(contract.say("assessment.adequate"))
    elif verdicts == {TransferVerdict.NOT_COVERED}:
        duty = line(contract.say("assessment.no_tool"))
    else:
        known = not verdicts <= {TransferVerdict.NOT_COVERED, TransferVerdict.UNKNOWN}
        duty = _to_judge(contract, "tool" if known else "open_tool")
    return restricted.grounds(contract, laws), (duty,)


def _law(contract: Contract, country: str) -> Iterator[Block]:
    say, day = contract.say, contract.case.as_of
    known = [one for one in statutes(country) if one.holds(day)]
    if known:
        rows = [
            (
                (line(statute_name(one, contract.names), Style.STRONG),),
                cell(effect(one, contract.names.phrases.language), say("document.missing")),
                (line(say("assessment.seen" if not one.unverified else "assessment.not_seen")),),
            )
            for one in known
        ]
        yield _table(contract, "step_3", _STATUTES, rows)
    else:
        yield Paragraph(line(say("assessment.no_statute")))
    yield Fields(say("assessment.step_3"), tuple(_judged(contract, key) for key in ("law", "practice", "redress")))


def _measures(contract: Contract, found: Sequence[Restricted]) -> Iterator[tuple[str, Cell]]:
    """What is agreed; and the cases of Annex 2 that decide whether a technical measure can work at all."""
    rows = {one.engagement.key: one.engagement for one in found if one.engagement}
    label, said = contract.names.phrases.label, contract.names.said
    agreed = dict.fromkeys(label(row.vendor) + said(row, "measures") for row in rows.values() if row.measures)
    yield (
        contract.say("assessment.agreed"),
        tuple(map(line, agreed)) or (line(contract.say("document.missing"), Style.MISSING),),
    )
    ways = {one.transfer.via for one in found}
    if "access_from" in ways:
        yield contract.say("assessment.case_7"), (line(contract.say("assessment.case_7_told")),)
    yield (
        contract.say("assessment.case_6"),
        (line(contract.say("assessment.case_6_told")), _to_judge(contract, "clear")),
    )
    yield _judged(contract, "keys")


def _again(contract: Contract, found: Sequence[Restricted]) -> Iterator[tuple[str, Cell]]:
    names, missing = contract.names, contract.say("document.missing")
    dated = ((one.engagement, last_done(contract.case, one.engagement, "tia")) for one in found if one.engagement)
    assessed = {row.vendor: day for row, day in dated if day}
    ends = {one.transfer.answer.until for one in found if one.transfer.answer.until}
    lines = [line(names.phrases.label(vendor) + names.short_day(day)) for vendor, day in sorted(assessed.items())]
    yield contract.say("assessment.last"), tuple(lines) or (line(missing, Style.MISSING),)
    yield contract.say("assessment.ends"), cell("\n".join(names.short_day(day) for day in sorted(ends)), missing)
    yield _judged(contract, "next")


def _signed(contract: Contract) -> Iterator[tuple[str, Cell]]:
    """Who assessed it and signs: nothing to judge, but to be filled in."""
    for key in ("who", "signed"):
        what = contract.say(f"assessment.{key}_asked")
        yield contract.say(f"assessment.{key}"), (line(contract.say("pack.to_complete", what=what), Style.MISSING),)


def _judged(contract: Contract, key: str) -> tuple[str, Cell]:
    return contract.say(f"assessment.{key}"), (_to_judge(contract, key),)


def _to_judge(contract: Contract, key: str) -> tuple[Run, ...]:
    return line(contract.say("assessment.to_judge", what=contract.say(f"assessment.{key}_asked")), Style.MISSING)
