"""The schedule of sub-processors that is attached to a data processing agreement (GDPR Art. 28(2) to (4))."""

from collections.abc import Iterator, Mapping, Sequence

from vendor_registry.case.case import Case
from vendor_registry.documents.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    cell,
    line,
)
from vendor_registry.documents.parts import head
from vendor_registry.documents.parts.entries import Entries
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.selection import Entry, Omission, Selection, select
from vendor_registry.model.transfer import Transfer

_FOOT = 90  # signs of a company's name that fit the foot of a page beside the title, the day and the number
_OMISSION_WIDTHS = {"vendor": 30, "service": 30, "reason": 40}


def annex(
    case: Case,
    transfers: Sequence[Transfer],
    *,
    products: Sequence[str] = (),
    zone: str = "",
    language: str = "en",
    only: frozenset[str] | None = None,
    listed_only: bool = False,
) -> Document:
    """The list of sub-processors on the day, for some products (none given: all) and a data region ("": all).

    Its fields are those of SCC 2021/914 Annex III and 2021/915 Annex IV, and what customers ask for besides. After
    the table it names everybody in the register who is not listed, with the reason. Raises UsageError for a language
    without wording; products and zone must be keys of the policy. `only` makes an excerpt of these engagements;
    `listed_only` leaves that second list out, which is for ourselves and not for a contract.
    """
    names = Names(case.policy, phrases(language))
    say = names.phrases.say
    selection = select(case, products, zone, only)
    company, title = case.policy.company.legal_name or case.policy.company.name, say("annex.title")
    foot = company if len(company) <= _FOOT else f"{company[:_FOOT]}…"
    return Document(
        title=title,
        language=names.phrases.tag,
        day=case.as_of,
        author=company,
        footer=say("document.footer", company=foot, title=title, day=names.day(case.as_of)),
        page=names.phrases.texts["document.page"],
        blocks=(
            Paragraph(line(say("annex.acts"))),
            *head.company(case, names),
            *head.scope(case, names, products, zone, selection),
            *_listed(case, selection, Entries(names, _by_importer(case, transfers))),
            *(() if listed_only else _omitted(case, selection, names, company)),
        ),
    )


def _by_importer(case: Case, transfers: Sequence[Transfer]) -> Mapping[str, Sequence[Transfer]]:
    """The transfers to each node that a flow leads to; none where no law on transfers binds the exporter."""
    received: dict[str, list[Transfer]] = {flow.target: [] for flow in case.graph.flows}
    for transfer in transfers:
        received[transfer.flow.target].append(transfer)
    return received


def _listed(case: Case, selection: Selection, entries: Entries) -> Iterator[Block]:
    say = entries.names.phrases.say
    yield Heading(say("annex.listed"))
    lead = f"annex.{case.policy.notice.authorisation}" if selection.entries else "annex.none"
    if lead in entries.names.phrases.texts:
        yield Paragraph(line(say(lead)))
    columns = entries.columns(entries.names.day(case.as_of))
    for heading, group in _groups(case, selection, entries.names):
        yield Heading(heading, 2)
        yield Table(heading, columns, tuple(entries.row(entry, heading) for entry in group))


def _groups(case: Case, selection: Selection, names: Names) -> list[tuple[str, list[Entry]]]:
    """Entries by service in the order of the policy, companies of our own group last; fourth parties stay behind
    the vendor that engages them."""
    order = {key: number for number, key in enumerate(case.policy.services)}
    groups: dict[tuple[int, str], list[Entry]] = {}
    place = (0, "")
    for entry in selection.entries:
        if entry.level == 0 and any(engagement.affiliate for engagement in entry.engagements):
            place = (len(order) + 1, names.phrases.say("annex.group"))
        elif entry.level == 0:
            number, service = min((order.get(one.service, len(order)), one.service) for one in entry.engagements)
            place = (number, names.services([service]))
        groups.setdefault(place, []).append(entry)
    return [(place[1], groups[place]) for place in sorted(groups)]


def _omitted(case: Case, selection: Selection, names: Names, company: str) -> Iterator[Block]:
    say = names.phrases.say
    if selection.omissions:
        yield Heading(say("annex.omitted"))
        yield Paragraph(line(say("annex.omitted_lead", company=company)))
        columns = tuple(Column(say(f"column.{key}"), width) for key, width in _OMISSION_WIDTHS.items())
        rows = tuple(_omission(omission, names, names.day(case.as_of)) for omission in selection.omissions)
        yield Table(say("annex.omitted"), columns, rows)


def _omission(omission: Omission, names: Names, day: str) -> Row:
    missing = names.phrases.say("document.missing")
    services = names.services(engagement.service for engagement in omission.engagements)
    reasons = "\n".join(names.phrases.say(f"reason.{reason}", day=day) for reason in omission.reasons)
    return Row(((line(omission.vendor, Style.STRONG),), cell(services, missing), cell(reasons, missing)))
