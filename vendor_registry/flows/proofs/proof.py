"""What proves that data gets to a node, and what would stop it."""

from dataclasses import dataclass

from vendor_registry.model.findings.finding import Hop
from vendor_registry.model.register.flow import Flow


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """Categories that get to a node by the same shortest chain.

    Routes and cut count what blanks may let pass as well: what the cut is said to stop, it stops for certain.
    Where the data starts at the sink itself there is no chain and no cut: the place of the sink is what is wrong.
    """

    sure: bool  # by what is declared; False: a blank `data` cell lies on the chain
    data: tuple[str, ...]  # in the fewest words, sorted
    covered: tuple[str, ...]  # the same, with the categories under them that take this chain
    source: str  # the system where the label starts, or the third party that got it from nowhere
    sink: str
    homes: tuple[str, ...]
    witness: tuple[Hop, ...]
    more: tuple[tuple[Hop, ...], ...]  # further chains, as many as asked for: no flow of theirs is in another
    disjoint: tuple[tuple[Flow, ...], ...]  # routes without a common flow, of the category that has most
    on_every_route: tuple[Flow, ...]  # in the order in which the data passes them
    cut: tuple[Flow, ...]  # stops all the categories, with no flow too many; see below

    # The cut is the smallest there is and the nearest to the sink, except where categories with the same shortest
    # chain also take other ways, each its own: then it is what the cuts of all of them need together.

    @property
    def routes(self) -> int:
        return len(self.disjoint)
