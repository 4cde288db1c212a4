"""What stands behind a page that can be asked: one case for all days, the days, the entries of the annex."""

from vendor_registry.case.case import Case
from vendor_registry.drawing.page.supplement import Supplement
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.register.flow import flow_key
from vendor_registry.use_cases.diagrams.behind import Behind
from vendor_registry.use_cases.diagrams.days import days
from vendor_registry.use_cases.documents.annex_entries import annex_entries
from vendor_registry.use_cases.ledger.comparison.compared import Compared


def behind(case: Case, words: Words, compared: Compared | None = None) -> Behind:
    """Of two states that are compared the days are not told: their difference is the question."""
    entries = annex_entries(case, words.language)
    if compared:
        return Behind(case, compared.transfers, Supplement(entries=entries))
    known = days(case, words)
    supplement = Supplement(days=known.days, left_out=known.left_out, entries=entries)
    return Behind(known.whole, known.transfers, supplement, frozenset(map(flow_key, case.graph.flows)))
