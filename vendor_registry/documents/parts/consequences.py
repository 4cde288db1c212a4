"""What follows from the changes of a register: where data gets to, which law is asked, what rules find."""

from collections.abc import Iterable, Iterator, Sequence

from vendor_registry.case.case import Case
from vendor_registry.changes.concerned import Concern
from vendor_registry.changes.difference import Difference
from vendor_registry.changes.findings import KnownFinding
from vendor_registry.changes.reached import Arrival
from vendor_registry.changes.transfers import NewTransfer
from vendor_registry.documents.document import Block, Cell, Column, Heading, Row, Style, Table, cell, line
from vendor_registry.documents.parts.acts import reference
from vendor_registry.documents.parts.names import Names
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.findings.transfer import Answer, TransferVerdict
from vendor_registry.model.policy.policy import say
from vendor_registry.model.register.coverage import ALL

_REACHED = {"to": 20, "data": 25, "home": 15, "chain": 40}
_TRANSFERS = {"recipient": 25, "country": 20, "was": 25, "is": 30}
_FINDINGS = {"rule": 25, "where": 25, "what": 50}
_CUSTOMERS = {"customer": 25, "vendors": 30, "why": 45}


def blocks(found: Difference, case: Case, names: Names) -> Iterator[Block]:
    """A table for each sort of consequence that there is; `case` is the register afterwards."""
    findings, called = found.findings, _Called(case, names)
    yield from _table("reached", _REACHED, (_arrival(one, called, names) for one in found.reached), names)
    yield from _table("transfers", _TRANSFERS, (_transfer(one, called, names) for one in found.transfers), names)
    yield from _table("new", _FINDINGS, _findings(findings.new, names), names)
    yield from _table("worse", _FINDINGS, _findings(findings.changed, names), names)
    yield from _table("fixed", _FINDINGS, (_known(one, names) for one in findings.fixed), names)
    yield from _table("customers", _CUSTOMERS, (_concern(one, names) for one in found.customers), names)


def _table(key: str, widths: dict[str, int], rows: Iterable[Row], names: Names) -> Iterator[Block]:
    listed = tuple(rows)
    if listed:
        say = names.phrases.say
        title = say(f"consequence.{key}")
        yield Heading(title)
        yield Table(title, tuple(Column(_title(one, names), wide) for one, wide in widths.items()), listed)


def _title(key: str, names: Names) -> str:
    """The title of a column; what rules find is told in English, which the column says in other languages."""
    title = names.phrases.say(f"consequence.{key}")
    return names.marked(title, "en") if key == "what" and names.phrases.language != "en" else title


class _Called:
    """What people call the ends of a flow: vendors by their names, systems by those of the policy."""

    def __init__(self, case: Case, names: Names) -> None:
        systems = {key: say(one.name, names.phrases.language) for key, one in case.policy.systems.items()}
        self._names = systems | {one.key: one.vendor for one in case.registry.engagements}

    def __call__(self, key: str) -> str:
        return self._names.get(key) or key

    def cell(self, key: str) -> Cell:
        """The name, and where it is another the key, since a vendor may have several rows."""
        name = self(key)
        return (line(name, Style.STRONG), *((line(key),) if name != key else ()))


def _arrival(one: Arrival, called: _Called, names: Names) -> Row:
    say = names.phrases.say
    place: Cell = (line(names.country(one.place), Style.STRONG),) if one.place else called.cell(one.sink)
    doubt = () if one.sure else (line(say("consequence.perhaps"), Style.MISSING),)
    chain = [one.witness[0].flow.source, *(hop.flow.target for hop in one.witness)] if one.witness else [one.sink]
    return Row(
        (
            (*place, *doubt),
            cell(names.categories(one.data), say("document.missing")),
            cell("" if one.home == ALL else names.zones([one.home]), say("document.missing")),
            (line(" → ".join(map(called, chain))), *(line(str(hop.flow.cell)) for hop in one.witness[-1:])),
        )
    )


def _transfer(one: NewTransfer, called: _Called, names: Names) -> Row:
    say = names.phrases.say
    country = names.country(one.country) if one.country else say("consequence.unknown_country")
    was, now = (_answer(answer, one.regime, names) for answer in (one.before, one.after))
    law = names.phrases.opening(say(f"ground.{one.regime}"))
    where = (line(country), line(names.phrases.series((law, say(f"transfers.via_{one.via}")))))
    return Row((called.cell(one.sink), where, was, now))


def _answer(answer: Answer | None, regime: str, names: Names) -> Cell:
    """What the law says, and the act or instrument that it rests on."""
    if answer is None or answer.verdict is TransferVerdict.NOT_RESTRICTED:
        return (line(names.phrases.say("consequence.no_transfer")),)
    told = line(names.phrases.say(f"consequence.{answer.verdict}"))
    return (told, line(reference(answer, regime, names))) if answer.ground else (told,)


def _findings(found: Iterable[Finding], names: Names) -> Iterator[Row]:
    """A row for each, or for all of a rule that differ in nothing but the vendor: where, and what is so of it."""
    groups: dict[object, list[Finding]] = {}
    for number, one in enumerate(found):
        alike = (one.rule, one.verdict, one.shared.sentence) if one.shared else number
        groups.setdefault(alike, []).append(one)
    yield from (_row(alike, names) for alike in groups.values())


def _row(alike: Sequence[Finding], names: Names) -> Row:
    first = alike[0]
    what: Cell = (line(first.message),)
    if len(alike) > 1 and first.shared:
        facts = dict.fromkeys(one.shared.fact for one in alike if one.shared)
        what = (line(first.shared.sentence), line(f"{'; '.join(facts)}."))
    return Row((_rule(first.rule, first.verdict, names), tuple(line(str(one.cell)) for one in alike), what))


def _rule(rule: str, verdict: Verdict, names: Names) -> Cell:
    return line(rule, Style.STRONG), line(names.phrases.say(f"consequence.{verdict}"))


def _known(one: KnownFinding, names: Names) -> Row:
    where = " ".join(part for part in (one.identity.sink, f"[{one.identity.column}]" if one.identity.column else ""))
    return Row(
        (
            _rule(one.identity.rule, one.verdict, names),
            cell(where.strip(), "–"),
            (line(one.message or str(one.identity)),),
        )
    )


def _concern(one: Concern, names: Names) -> Row:
    """Whom the changes concern, with which vendors, and why."""
    say = names.phrases.say
    why = [say("consequence.has", products=names.products(one.products), zones=names.zones(one.zones))]
    if one.conditions and one.customer.conditions is None:  # of whom they are known, they hold
        why.append(say("consequence.condition", conditions=names.conditions(one.conditions)))
    why += [say("consequence.promised", text=promised.text) for promised in one.commitments]
    doubt = () if one.sure else (line(say("consequence.condition_unknown"), Style.MISSING),)
    who = (line(one.customer.name, Style.STRONG), line(one.customer.key))
    return Row((who, tuple(map(line, one.vendors)), (*map(line, why), *doubt)))
