"""Reader of mechanism cells: what people write, as claims that the law can judge."""

from vendor_registry.intake.suggest import did_you_mean
from vendor_registry.intake.unclear import all_unclear
from vendor_registry.law import claims
from vendor_registry.model.claim import Claim

WRITE = (
    "Write what carries the transfer, such as DPF (2023-09-01), SCC M3 (2021-10-01), BCR, adequacy; notes go elsewhere."
)


def mechanism(written: str) -> tuple[Claim, ...]:
    """The claims of a cell in its order; raises UnclearError with every piece that means nothing."""
    found, meaningless = claims.understand(written)
    if meaningless:
        raise all_unclear(
            [
                (f'"{piece}" is no transfer mechanism', did_you_mean(claims.suggest(piece), WRITE))
                for piece in meaningless
            ]
        )
    return tuple(found)
