"""Lists held against the register, for people: what differs, and where it stands on either side."""

from collections.abc import Iterator, Sequence

from vendor_registry.model.ledger.reconciliation import Item, Outcome, Reconciliation
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.wrapping import inert, wrapped

_KINDS = {
    "list": "a list of third parties",
    "terraform": "a state or plan of Terraform",
    "hosts": "a list of hosts",
    "cookies": "a list of cookies",
    "bearer": "a report of Bearer",
    "privado": "a report of Privado",
    "cyclonedx": "a bill of materials in CycloneDX",
    "text": "a text",
}
_TITLES = {
    Outcome.MISSING: "missing: in {file}, without a row in {against}",
    Outcome.EXTRA: "extra: in {against}, not in {file} (added since, where that is the older one)",
    Outcome.OTHER_PLACE: "other place",
    Outcome.OTHER_NAME: "other name",
    Outcome.UNMATCHED: "unmatched: nobody here knows who that is",
}
_LEFT_OUT = 5  # remarks that are told one by one
_WIDE = 34


def as_text(found: Sequence[Reconciliation]) -> str:
    """A paragraph for each list and, in it, one for each kind of difference."""
    return "\n".join("".join(f"{line}\n" for line in _lines(one)) for one in found)


def _lines(one: Reconciliation) -> Iterator[str]:
    file, against = visible(one.file), visible(one.against)
    yield inert(f"{file} is {_KINDS[one.kind]}; it is held against {against}, as of {one.day}.")
    for outcome in Outcome:
        if some := one.of(outcome):
            yield ""
            yield inert(f"{_TITLES[outcome].format(file=file, against=against)} ({len(some)})")
            for item in some:
                yield from _item(item)
    yield ""
    if one.not_shown:
        shown = f"Not shown there, which such a list need not do: {listed([visible(name) for name in one.not_shown])}."
        yield from wrapped("", shown, indent=0)
    yield from (
        inert(visible(remark if remark.endswith(("?", ".")) else f"{remark}.")) for remark in one.remarks[:_LEFT_OUT]
    )
    if len(one.remarks) > _LEFT_OUT:
        yield f"{counted(len(one.remarks) - _LEFT_OUT, 'more remark')} of that sort; --format json has all of them."
    yield _sum(one)


def _item(item: Item) -> Iterator[str]:
    places = [item.place + (f" and {item.more} more" if item.more else "") if item.place else ""]
    places += [str(item.cell) if item.cell else ""]
    where = visible("; ".join(filter(None, places)))
    yield inert(f"  {visible(item.vendor).ljust(_WIDE)}  {where}".rstrip())
    said = _said(item)
    yield from wrapped("", visible(said), indent=6)


def _said(item: Item) -> str:
    told = ""
    if item.outcome is Outcome.OTHER_PLACE:
        told = f"the list says {item.listed or 'nothing'}, the register {item.registered or 'nothing'}"
    elif item.outcome is Outcome.OTHER_NAME:
        told = f'the list says "{item.listed}"'
    elif item.listed and item.listed != item.vendor:
        told = f"as {item.listed}"
    return "; ".join(filter(None, (told, item.note)))


def _sum(one: Reconciliation) -> str:
    """Every kind is counted, so that none is not a silence."""
    counts = ", ".join(f"{len(one.of(outcome))} {str(outcome).replace('-', ' ')}" for outcome in Outcome)
    named = f"{one.same} of {counted(one.registered, 'vendor')} in {visible(one.against)} are there"
    return inert(f"{visible(one.file)}: {counts}; {named}.")
