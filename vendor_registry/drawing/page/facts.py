"""The facts behind the pictures, for the script: parties, flows, findings, and what is so on each day.

Parties, flows and findings are told once and meant by their number; a day tells what differs from the day before.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vendor_registry.drawing.album import Album, Page
from vendor_registry.drawing.page.history import History, Numbers
from vendor_registry.drawing.page.supplement import Supplement
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.model import PartyFacts, categories, flow_facts, party_facts
from vendor_registry.drawing.picture.picture import Grid
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.picture.words import Words


def facts(albums: Sequence[Album], supplement: Supplement) -> Mapping[str, Any]:
    """One object; all albums are of one register."""
    question, first = albums[0].question, albums[0].pages[0].picture
    asked = select(question)
    parties, flows = list(party_facts(question, asked)), list(flow_facts(question, asked))
    party_numbers = {party.key: number for number, party in enumerate(parties)}
    flow_numbers = {(one.source, one.target, one.key): number for number, one in enumerate(flows)}
    history = History(party_numbers, flow_numbers)
    days = [history.day(one) for one in supplement.days or (question,)]
    return {
        "words": _words(question.words),
        "company": first.company,
        "asOf": first.as_of,
        "source": first.source,
        "filter": first.filter,
        "rules": first.rules,
        "states": _states(question),
        "highlight": question.highlight,
        "names": _names(question, parties, dict(categories(question, asked))),
        "parties": [_party(party, supplement) for party in parties],
        "flows": [
            {
                "source": party_numbers[one.source],
                "target": party_numbers[one.target],
                "categories": one.categories,
                "data": one.data,
                "purpose": one.purpose,
                "mechanism": "; ".join(one.mechanism),
                "place": one.place,
            }
            for one in flows
        ],
        "views": [
            {
                "name": album.view.name,
                "title": album.view.title(question.words),
                "question": album.view.answers(question.words),
            }
            for album in albums
        ],
        "pages": [
            _page(page, number, party_numbers, flow_numbers)
            for number, album in enumerate(albums)
            for page in album.pages
        ],
        "grounds": history.grounds,
        "findings": history.findings,
        "days": days,
        "daysLeftOut": supplement.left_out,
    }


def _words(words: Words) -> Mapping[str, Any]:
    """What the script says."""
    return {
        "language": words.language,
        "grouped": "," in words.numbers,
        "phrases": words.table("script"),
        "counts": words.table("script_count"),
    }


def _states(question: Question) -> list[str] | None:
    """What is held against each other, in the words of the page; None where nothing is."""
    return [one.worded(question.words.say) for one in question.comparison.states] if question.comparison else None


def _names(question: Question, parties: Iterable[PartyFacts], data: Mapping[str, str]) -> Mapping[str, Any]:
    """What keys are called, for the filters."""
    policy, names, words = question.case.policy, question.names, question.words
    return {
        "zone": names.all({**policy.zones}),
        "product": names.all({**policy.products}),
        "category": data,
        "ground": {kind: kind.label(words) for kind in GroundKind},
        "groundShort": {kind: kind.short(words) for kind in GroundKind},
        "condition": names.all({**policy.conditions}),
        "service": {one.service: names.service(one.service) for one in parties if one.service},
    }


def _party(party: PartyFacts, supplement: Supplement) -> Mapping[str, Any]:
    return {
        "key": party.key,
        "kind": party.kind,
        "name": party.name,
        "role": party.role,
        "service": party.service,
        "purpose": party.purpose,
        "products": party.products,
        "zone": party.zone,
        "conditions": party.conditions,
        "details": party.details,
        "place": party.place,
        "entry": [
            [clean(heading), [clean(line) for line in lines]]
            for heading, lines in supplement.entries.get(party.key, ())
        ],
    }


def _sheet(grid: Grid, parties: Numbers) -> Mapping[str, Any]:
    """What is counted in a table, by party: the row it belongs to, what is said of it, the categories it has."""
    return {
        "titles": grid.titles,
        "whole": grid.whole,
        "members": {
            parties[key]: [grid.titles.index(one.title), one.words, one.data]
            for key, one in grid.members.items()
            if key in parties
        },
    }


def _page(page: Page, view: int, parties: Numbers, flows: Numbers) -> Mapping[str, Any]:
    picture = page.picture
    return {
        "id": picture.key,
        "view": view,
        "title": picture.title,
        "notes": picture.notes,
        "sheet": _sheet(picture.grid, parties) if picture.grid else None,
        "boxes": [
            {
                "id": f"{picture.key}-{box.id}",
                "title": box.title,
                "status": box.status,
                "parties": [parties[key] for key in box.members if key in parties],
            }
            for box in picture.boxes
        ],
        "lines": [
            {
                "id": f"{picture.key}-{line.id}",
                "number": line.number,
                "source": f"{picture.key}-{line.source}",
                "target": f"{picture.key}-{line.target}",
                "status": line.status,
                "flows": [flows[key] for key in line.flows if key in flows],
            }
            for line in picture.lines
        ],
    }
