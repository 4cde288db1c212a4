"""What could be agreed for a transfer that nothing carries: examples in the words of the sheet, and no advice."""

from collections.abc import Iterator
from functools import lru_cache

from vendor_registry.law.procedure.adequacy import reaches
from vendor_registry.law.procedure.checks import can_be_signed
from vendor_registry.law.question import Question
from vendor_registry.law.tables.lookup import clauses, mechanism
from vendor_registry.law.tables.programmes import programme_of
from vendor_registry.law.words.vocabulary import split_id

_WORDS = {
    "dpf": "DPF",
    "uk_extension": "UK Extension",
    "swiss_us_dpf": "Swiss-U.S. DPF",
    "scc_2021_914": "SCC",
    "ch_scc_2021_914": "Swiss SCC",
    "uk_idta": "IDTA",
}


@lru_cache(maxsize=4096)
def offer(question: Question) -> tuple[str, ...]:
    """A certificate where there is a programme, and the clauses for the roles, each dated the day asked."""
    return tuple(f"{words} ({question.day})" for words in _offered(question))


def _offered(question: Question) -> Iterator[str]:
    programme = programme_of(question.regime, question.day)
    row = mechanism(programme, question.regime)
    if row and reaches(question.regime, question.importer_country, programme):
        yield _WORDS.get(programme, row.name_en)
    fitting = next((one for one in clauses(question.regime) if can_be_signed(one, question)), None)
    if fitting:
        instrument, module = split_id(fitting.id)
        yield _WORDS.get(instrument, fitting.name_en) + (f" M{module}" if module else "")
