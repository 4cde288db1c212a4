"""Pages on which an eye can follow the lines: where too many cross, the next reduction is drawn.

Seven systems of seven products, each of which hands data to the same six vendors: 42 lines, within the budget.
"""

from tests import make
from tests.drawing import acme
from vendor_registry.case.case import Case
from vendor_registry.drawing.album import album
from vendor_registry.drawing.layout.courses import crossings
from vendor_registry.drawing.views import product
from vendor_registry.model.policy.policy import Named

SYSTEMS = tuple(f"s{number}" for number in range(7))


def everybody_to_everybody() -> Case:
    vendors = (make.engagement(f"v{one}", receives_from=SYSTEMS, service=f"service {one}") for one in range(6))
    return make.case(
        *vendors,
        products={f"p{number}": Named(key=f"p{number}", name={"": f"P{number}"}) for number in range(7)},
        systems={key: make.system(key, products=(f"p{number}",), region="DE") for number, key in enumerate(SYSTEMS)},
    )


def test_a_page_whose_lines_cross_too_often_is_folded_further() -> None:
    question = acme.question(everybody_to_everybody())
    [whole] = album(question, product.VIEW, engine="wasm", full=True).pages
    assert len(whole.picture.lines) >= 42
    assert whole.fits
    assert whole.is_tangled
    pages = album(question, product.VIEW, engine="wasm").pages
    assert not any(page.is_tangled for page in pages)
    [page] = pages
    assert {row.target for row in page.picture.rows} == {row.target for row in whole.picture.rows}, (
        "all are in the table"
    )
    assert crossings([*page.layout.courses.values()]) < crossings([*whole.layout.courses.values()]) / 5
