"""The part of the register that a document is asked for, in words of the command line."""

from dataclasses import dataclass, replace

from vendor_registry.case.case import Case
from vendor_registry.case.promises import objected
from vendor_registry.case.selectors import choose, parse
from vendor_registry.case.selectors import select as meaning
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.selection.conditions import under
from vendor_registry.use_cases.selection.customers import customer_called, scope_of, under_conditions
from vendor_registry.use_cases.selection.declared import refuse_undeclared

_USUAL = "en"  # where nobody asks for a language


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What somebody wants a document about, and in which language."""

    products: tuple[str, ...] = ()  # keys; none: all
    zone: str = ""  # key of a data region; "": all
    customer: str = ""  # key of one, who brings products, data region, conditions and language
    language: str = ""  # "": the customer's, else English
    only: str = ""  # the selector of an excerpt; "": everything
    holding: tuple[str, ...] = ()  # conditions that hold, and no other; none: all may
    not_holding: tuple[str, ...] = ()  # conditions that do not hold

    def of(self, case: Case) -> tuple[Case, Scope, str]:
        """The register as the customer has it, what the document is about, and its language.

        Raises UsageError for a product, data region, selector, condition or customer that is none.
        """
        refuse_undeclared(case.policy, self.products, self.zone)
        theirs = customer_called(case, self.customer) if self.customer else None
        if theirs and (self.products or self.zone):
            raise UsageError("A customer brings its own products and data region; leave --product and --zone out.")
        case = under(case, self.holding, self.not_holding)
        case = under_conditions(case, theirs.conditions) if theirs else case
        language = self.language or (theirs.language if theirs else "") or _USUAL
        selector, chosen = self.only.strip(), _chosen(case, self.only)
        if theirs:
            return case, scope_of(theirs, selector, chosen, objected(case, theirs)), language
        return case, Scope(products=self.products, zone=self.zone, selector=selector, chosen=chosen), language


def _chosen(case: Case, only: str) -> frozenset[str]:
    """What the selector means on the day, and of what is to come, on the first day in force."""
    if not only.strip():
        return frozenset()
    selector = parse(only)
    later = {one.since for one in case.registry.engagements if one.since and case.as_of < one.since and one.notified}
    cases = (case, *(replace(case, as_of=day) for day in sorted(later)))
    meant = frozenset(key for one in cases for key in choose(one, selector).sure)
    return meant or frozenset(meaning(case, selector))  # which says why there is nothing
