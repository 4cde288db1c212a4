"""Cells of the sheet that decide findings, and what could truthfully stand in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import answered
from vendor_registry.flows.build import sources_of
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.register.coverage import share_data
from vendor_registry.model.register.engagement import VENDOR_LEVEL, Engagement
from vendor_registry.model.text.counting import listed
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.rules.shared.offers import offered

_SENTENCES = {
    "legal_name": "Write which company contracts.",
    "address": "Write its address.",
    "contact": "Write its contact person.",
    "country": "Write where it is established.",
    "data_subjects": "Write whose data it gets.",
    "region": "Write where it processes the data.",
    "mechanism": "Write what carries the transfer.",
    "measures": "Write the supplementary measures.",
    "tia": "Make the transfer impact assessment, and write its day.",
    "reviewed": "Review it, and write the day.",
    "notified": "Write when customers were told.",
    "since": "Write when it started.",
}
_OTHERWISE = {  # of what is written: a cell that is true is not to be written over, but what it says to be changed
    "region": "Have it process the data elsewhere, and write where.",
    "mechanism": "Agree on what carries the transfer, and write it.",
}
_LINKS = {"dpa_url", "subprocessors_url"}
_SOME_LINK, _SOME_TEXT = "https://example.com/", "filled in"  # of which nothing but its being there counts
_SAID_TWICE = {"vendor", *VENDOR_LEVEL}  # where one row may contradict another
_DAYS_OF_DOING = {"tia", "reviewed"}


class SheetCells:
    """What is supposed of a cell follows from its column, its row and the findings that it decides."""

    def __init__(self, case: Case, wanted: Iterable[Finding]) -> None:
        self._case = case
        self._rows = {(one.file, one.line): one for one in case.running}
        self._deciding: dict[Cell, list[Finding]] = {}
        for finding in wanted:
            for cell in {cell for way in finding.settled_by for cell in way}:
                self._deciding.setdefault(cell, []).append(finding)
        self._texts: dict[Cell, str | None] = {}

    def key(self, cell: Cell) -> str:
        return self._rows[cell.file, cell.line].key

    def text(self, cell: Cell) -> str | None:
        """What is supposed; None where nothing can be, "" where the cell is to be emptied."""
        if cell not in self._texts:
            row = self._rows.get((cell.file, cell.line))
            sheet = next((one for one in self._case.registry.sheets if one.file == cell.file), None)
            self._texts[cell] = self._supposed(row, cell) if row and sheet else None
        return self._texts[cell]

    def matters(self, cell: Cell) -> bool:
        """Whether it makes a difference which text stands in the cell."""
        row = self._rows[cell.file, cell.line]
        return self.text(cell) not in (_SOME_LINK, _SOME_TEXT, row.vendor)

    def sentence(self, cell: Cell) -> str:
        row = self._rows[cell.file, cell.line]
        if cell.column == "data":
            off = self._taken_off(cell)
            return f"Take {listed(off)} out, if it can do without." if row.data else "Write which data it gets."
        if cell.column == "mechanism" and not self.text(cell):
            return "Take out what is not needed."
        if cell.column in _SAID_TWICE and getattr(row, cell.column):
            return "Write the same as in the other row."
        if (cell.column == "region" and not row.region.unknown) or (cell.column == "mechanism" and row.mechanism):
            return _OTHERWISE[cell.column]
        return _SENTENCES.get(cell.column, "Fill it in.")

    def _supposed(self, row: Engagement, cell: Cell) -> str | None:
        texts: Mapping[str, Callable[[], str | None]] = {
            "region": lambda: self._region(row),
            "data": lambda: self._kept(row, cell) if row.data else self._some_data(row, cell),
            "data_subjects": lambda: next(iter(self._case.policy.data_subjects), None),
            "mechanism": lambda: self._mechanism(row),
        }
        if cell.column in texts:
            return texts[cell.column]()
        if cell.column in _DAYS_OF_DOING:
            return self._case.as_of.isoformat()
        if cell.column in ("notified", "since"):
            return self._day(row, cell.column).isoformat()
        if cell.column in _SAID_TWICE and getattr(row, cell.column):
            return self._other(row, cell)
        if cell.column == "legal_name":
            return row.vendor
        if cell.column in self._case.registry.extras:
            return _SOME_TEXT
        if getattr(row, cell.column, None) == "" or cell.column == "measures":
            return _SOME_LINK if cell.column in _LINKS else _SOME_TEXT
        return None

    def _day(self, row: Engagement, column: str) -> date:
        """Of start and notice the one that keeps the promise, as seen from the other."""
        promised = timedelta(days=self._case.policy.notice.days)
        if column == "notified":
            return (row.since or self._case.as_of) - promised
        return row.notified + promised if row.notified else self._case.as_of

    def _region(self, row: Engagement) -> str | None:
        """The seat where that lies in the data region it serves, else the first place of that."""
        zone = self._case.policy.zones.get(row.zone)
        if zone is None or row.country in self._case.places.countries(row.zone):
            return row.country or None
        return zone.places[0]

    def _taken_off(self, cell: Cell) -> tuple[str, ...]:
        return tuple(sorted({key for finding in self._deciding.get(cell, ()) for key in finding.data}))

    def _kept(self, row: Engagement, cell: Cell) -> str | None:
        """What is left once the data of the findings is off, wider and narrower words for it too."""
        off = self._taken_off(cell)
        kept = [key for key in row.data or () if not any(share_data(key, one) for one in off)]
        return "; ".join(kept) or None

    def _some_data(self, row: Engagement, cell: Cell) -> str | None:
        """The first category that its systems hold and that no finding is about; else any other of the policy."""
        systems = self._case.policy.systems
        held = [key for source in sources_of(row, systems) if source in systems for key in systems[source].data]
        off = self._taken_off(cell)
        free = (key for key in (*sorted(held), *self._case.policy.data) if not any(share_data(key, one) for one in off))
        return next(free, None)

    def _mechanism(self, row: Engagement) -> str | None:
        """What could be agreed on for the transfers into the row; nothing where none needs it."""
        flows, network, found = self._case.graph.flows, self._case.reach.network, answered(self._case)
        into = [number for number in network.into.at(network.number[row.key]) if number in found]
        transfers = [one for number in into for one in found[number].transfers(flows[number])]
        restricted = [one for one in transfers if one.answer.restricted]
        words = dict.fromkeys(word for one in restricted for word in offered(self._case, one))
        return "; ".join(words) if words or not restricted else None

    def _other(self, row: Engagement, cell: Cell) -> str | None:
        """What the row says that this one contradicts."""
        cells = {other for finding in self._deciding.get(cell, ()) for way in finding.settled_by for other in way}
        others = [self._rows.get((one.file, one.line)) for one in cells - {cell}]
        said = sorted({str(getattr(one, cell.column)) for one in others if one})
        return said[0] if said and isinstance(getattr(row, cell.column), str) else None


def written(sheets: tuple[Sheet, ...], texts: Mapping[Cell, str]) -> tuple[Sheet, ...]:
    """The sheets with these cells filled; a column that a sheet has not is put behind the others."""
    return tuple(
        _written(sheet, {cell: text for cell, text in texts.items() if cell.file == sheet.file}) for sheet in sheets
    )


def _written(sheet: Sheet, texts: Mapping[Cell, str]) -> Sheet:
    new = tuple(dict.fromkeys(cell.column for cell in texts if cell.column not in sheet.header))
    header = (*sheet.header, *new)
    by_line: dict[int, dict[str, str]] = {}
    for cell, text in texts.items():
        by_line.setdefault(cell.line, {})[cell.column] = text
    return replace(sheet, header=header, rows=tuple(_rows(sheet.rows, header, by_line)))


def _rows(rows: Iterable[Row], header: tuple[str, ...], by_line: Mapping[int, Mapping[str, str]]) -> Iterator[Row]:
    for row in rows:
        if row.line not in by_line and len(row.values) == len(header):
            yield row
            continue
        values = (*row.values, *([""] * (len(header) - len(row.values))))
        changes = by_line.get(row.line, {})
        yield Row(row.line, tuple(changes.get(name, value) for name, value in zip(header, values, strict=True)))
