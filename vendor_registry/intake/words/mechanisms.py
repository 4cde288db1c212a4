"""Reader of mechanism cells: what people write, as claims that the law can judge."""

from vendor_registry.intake.words.complaints import all_unclear, quote
from vendor_registry.law.words import claims
from vendor_registry.model.register.claim import Claim

WRITE = "Write what carries the transfer, such as DPF (2023-09-01) or SCC M3 (2021-10-01), with ; between."


def mechanism(written: str) -> tuple[Claim, ...]:
    """The claims of a cell in its order; raises UnclearError with every piece that means nothing."""
    found, meaningless = claims.understand(written)
    if meaningless:
        raise all_unclear([(f"{quote(piece)} is no mechanism that we know", _hint(piece)) for piece in meaningless])
    return found


def _hint(piece: str) -> str:
    meant = claims.suggest(piece)
    if meant.endswith("?"):
        return f"{meant} {WRITE}"
    return f"{meant[0].upper()}{meant[1:]}." if meant else WRITE
