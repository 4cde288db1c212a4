"""Words of a request that the policy has to declare."""

from collections.abc import Iterable

from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.counting import abridged
from vendor_registry.model.text.origin import UsageError


def refuse_undeclared(policy: Policy, products: Iterable[str], zone: str) -> None:
    """Raises UsageError for a product or a data region that the policy does not have, with the one that may be meant;
    a blank data region asks for none."""
    for product in products:
        _refuse("product", product, policy.products)
    if zone:
        _refuse("data region", zone, policy.zones)


def _refuse(what: str, word: str, known: Iterable[str]) -> None:
    words = sorted(known)
    if word not in words:
        meant = f'; did you mean "{near}"?' if (near := nearest(word, words)) else "."
        raise UsageError(f'"{word}" is no {what} of the policy{meant} It has {abridged(words) or "none"}.')
