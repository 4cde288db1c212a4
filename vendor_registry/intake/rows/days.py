"""Days of a column as ISO 8601 writes them, in the order that the column proves, else in that of the policy."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.day_orders import Evidence, Order, evidence, in_iso
from vendor_registry.model.text.column import Column
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import Cell, Fault, Remark
from vendor_registry.model.text.sheet import Sheet

TWO_ORDERS = "Write all of them as 2024-12-31; a spreadsheet that mixes two orders has taken some days for others."
SAY_ORDER = 'Write days as 2024-12-31, or say the order in the policy: dates = "dmy" or dates = "mdy" under [sheet].'


class Days(NamedTuple):
    """How the days of one column are read."""

    iso: Mapping[str, str]  # by text as written, where it differs
    unclear: frozenset[str] = frozenset()  # texts of which nobody can say which day they mean: told once for all
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()


NO_DAYS = Days({})


def days(sheet: Sheet, header: str, texts: Sequence[str], preferred: Order | None) -> Days:
    """How the days in the cells of a column are read. `texts`: one for each row of the sheet."""
    different = dict.fromkeys(texts.different() if isinstance(texts, Column) else texts)
    found = evidence(different)
    if len(found.proofs) > 1:
        return _contradicted(sheet, header, texts, found)
    order = next(iter(found.proofs), preferred)
    iso = {text: read for text in different if (read := in_iso(text, order)) != text}
    if found.open and order is None:
        return Days(iso, frozenset(found.open), (_open(sheet, header, texts, found),))
    return Days(iso, remarks=tuple(_told(sheet, header, texts, found, order)))


def _contradicted(sheet: Sheet, header: str, texts: Sequence[str], found: Evidence) -> Days:
    (first, one), (second, other) = sorted((texts.index(text), order) for order, text in found.proofs.items())
    cell = Cell(sheet.file, sheet.rows[second].line, header)
    message = (
        f"{quote(texts[second])} is {other.words}, while {quote(texts[first])} in line {sheet.rows[first].line} "
        f"of this column is {one.words}"
    )
    unclear = frozenset((*found.open, *(text for text in texts if evidence([text]).proofs)))
    return Days({}, unclear, (Fault(cell, message, TWO_ORDERS),))


def _open(sheet: Sheet, header: str, texts: Sequence[str], found: Evidence) -> Fault:
    row = texts.index(found.open[0])
    more = sum(map(frozenset(found.open).__contains__, texts)) - 1
    readings = " or ".join(sorted(in_iso(texts[row], order) for order in Order))
    message = f"{quote(texts[row])} is {readings}, and no cell of the column says which"
    others = f"; so {'is' if more == 1 else 'are'} {counted(more, 'more cell')} of it" if more else ""
    return Fault(Cell(sheet.file, sheet.rows[row].line, header), message + others, SAY_ORDER)


def _told(sheet: Sheet, header: str, texts: Sequence[str], found: Evidence, order: Order | None) -> Iterator[Remark]:
    cell = Cell(sheet.file, sheet.header_line, header)
    if found.dotted:
        yield Remark(cell, f"days such as {quote(found.dotted)} are read as day.month.year", True)
    proof = found.proofs.get(order) if order else None
    if order and proof:
        shown = f"{quote(proof)} in line {sheet.rows[texts.index(proof)].line} can be nothing else"
        yield Remark(cell, f"days are read as {order.words}: {shown}", True)
    elif order and found.open:
        yield Remark(cell, f"days such as {quote(found.open[0])} are read as {order.words}, as the policy says", True)
