"""Two lists held against each other: what must hold whatever stands in them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.model.ledger.mention import Inventory, Mention
from vendor_registry.model.ledger.reconciliation import Outcome
from vendor_registry.model.register.place import Place, Region
from vendor_registry.use_cases.register.reconciliation.held_against import held_against
from vendor_registry.use_cases.register.reconciliation.matching import identity
from vendor_registry.use_cases.register.reconciliation.parties import of_inventory

DAY = date(2026, 11, 23)
NAMES = ["Acme", "Acme Hosting", "Beta GmbH", "Gamma, Inc.", "Delta", "Déjà Vu", "Stripe", "Zeta Mail", "Omega"]
PLACES = st.sampled_from([Region(), Region((Place("DE"),)), Region((Place("US"),)), Region((Place("DE"), Place("US")))])


@st.composite
def inventories(draw: st.DrawFn, file: str) -> Inventory:
    chosen = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=6))
    mentions = [
        Mention(place=f"{file}:{n}", written=name, names=(name,), region=draw(PLACES)) for n, name in enumerate(chosen)
    ]
    return Inventory(file, "list", tuple(mentions), whole=True)


def countries(code: str) -> frozenset[str]:
    return frozenset({code})


@given(inventories("a.md"), inventories("b.md"))
def test_nobody_is_lost(one: Inventory, other: Inventory) -> None:
    """Each name of either list is the same, missing, extra or goes by another name."""
    found = held_against(one, of_inventory(other), "b.md", DAY, countries)
    assert found.same + len(found.of(Outcome.EXTRA)) == len(other.mentions)
    theirs = {identity(mention.written) for mention in other.mentions}
    missing = {identity(item.vendor) for item in found.of(Outcome.MISSING)}
    renamed = {identity(item.listed) for item in found.of(Outcome.OTHER_NAME)}
    for mention in one.mentions:
        assert identity(mention.written) in theirs | missing | renamed


@given(inventories("a.md"))
def test_a_list_does_not_differ_from_itself(one: Inventory) -> None:
    found = held_against(one, of_inventory(one), "a.md", DAY, countries)
    assert [item for item in found.items if item.outcome is not Outcome.OTHER_PLACE] == []


@given(inventories("a.md"), inventories("b.md"))
def test_the_order_of_either_list_does_not_matter(one: Inventory, other: Inventory) -> None:
    first = held_against(one, of_inventory(other), "b.md", DAY, countries)
    turned = Inventory(one.file, one.kind, tuple(reversed(one.mentions)), one.whole)
    around = Inventory(other.file, other.kind, tuple(reversed(other.mentions)), other.whole)
    assert held_against(turned, of_inventory(around), "b.md", DAY, countries).items == first.items
