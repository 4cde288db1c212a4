"""Days on which law ends that transfers of the register rest on: adequacy decisions with a last day, instruments."""

from collections.abc import Iterator
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.model.ledger.due import Due, DueKind
from vendor_registry.model.text.counting import counted

_NAMED = 3  # vendors that an entry names


def of_law(case: Case) -> Iterator[Due]:
    """One entry for each ground with a last day that is fixed in advance; what a claim itself ends with is not law."""
    vendors: dict[tuple[str, str, date], set[str]] = {}
    for one in transfers(case):
        answer = one.answer
        if answer.until and answer.ground and not (answer.claim and answer.claim.until == answer.until):
            row = case.registry.by_key.get(one.flow.target)
            key = (answer.ground, answer.citation, answer.until)
            vendors.setdefault(key, set()).add(row.vendor if row else one.flow.target)
    for (ground, citation, until), names in sorted(vendors.items()):
        yield Due(
            day=until,
            kind=DueKind.LAW_ENDS,
            what=f"last day of {citation or ground.partition(':')[2]}",
            whose=_named(sorted(names, key=str.casefold)),
            where=ground,
            do="See whether it is prolonged, and agree on a second ground in mechanism.",
            identity=(ground,),
        )


def _named(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {counted(more, 'more vendor')}" if more > 0 else "")
