"""Grounds of transfers in the words of published lists."""

from vendor_registry.law.words import claims

LONGEST = 120  # characters of a ground; what is longer is prose


def is_mechanism(text: str) -> bool:
    """Whether a text is grounds of a transfer and nothing else: "SCCs & DPF"."""
    understood, strange = claims.understand(text[:LONGEST])
    return len(text) < LONGEST and bool(understood) and not strange
