"""Under which law a mechanism is claimed: "SCC (Swiss)", "EU, UK and Swiss DPF", "SCCs with UK and Swiss addenda"."""

from collections.abc import Collection, Iterator

from vendor_registry.law.tables.forms import form, forms
from vendor_registry.law.tables.zones import REGIMES
from vendor_registry.law.words.vocabulary import Said, Word

ADDENDUM = "addendum"  # adapts the clauses beside it to a law; which one, the words beside it say


def of_laws(claimed: tuple[Said, ...], named: Collection[str]) -> tuple[Said, ...]:
    """Each claim in the form that it has under the laws that are named beside it; none where an addendum is of no law.

    What adapts clauses to a law leaves the clauses what they are: "SCC with Swiss addendum" claims both.
    """
    laws = tuple(regime for regime in REGIMES if regime in named)
    adapting = any(one.word.instrument == ADDENDUM for one in claimed)
    if adapting and not {*forms(ADDENDUM)} & {*laws}:
        return ()
    families = [_family(one.word.instrument) for one in claimed]
    found: dict[str, Said] = {}
    for said, family in zip(claimed, families, strict=True):
        asked = () if adapting and family != ADDENDUM else laws
        alone = families.count(family) == 1
        for instrument in _forms(said.word, family, asked, alone):
            found.setdefault(instrument, _as(said, instrument))
    return tuple(found.values())


def _as(said: Said, instrument: str) -> Said:
    if instrument == said.word.instrument:
        return said
    return said._replace(word=said.word._replace(instrument=instrument, kind="mechanism"))


def _forms(word: Word, family: str, laws: tuple[str, ...], alone: bool) -> Iterator[str]:
    """The names of an instrument under these laws; as it stands, where none is named that it has a form under.

    "DPF" is that of the EU where nothing else is said, and beside a form of another law ("DPF, UK Extension").
    """
    known, own = forms(family), form(word.instrument)
    asked = {*laws} & {*known}
    if asked and own and own.instrument == family and (word.law or own.regime != "eu" or not alone):
        asked.add(own.regime)
    yield from (known[regime] for regime in REGIMES if regime in asked)
    if not asked:
        yield word.instrument


def _family(instrument: str) -> str:
    """The name that an instrument shares with its forms under other laws."""
    known = form(instrument)
    return instrument if forms(instrument) or known is None else known.instrument
