"""Annexes and diagrams, as files."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from vendor_registry.desk.api.operation import Field, Operation
from vendor_registry.desk.services.papers import attachment, paper, picture
from vendor_registry.desk.web.visit import Visit
from vendor_registry.documents.formats.catalogue import FORMATS as DOCUMENTS
from vendor_registry.documents.pack.kinds import KINDS, SCHEDULE
from vendor_registry.drawing.formats.catalogue import FORMATS as DRAWINGS
from vendor_registry.drawing.views.catalogue import DEFAULT, VIEWS
from vendor_registry.use_cases.diagrams.wish import Wish


async def annex(visit: Visit, values: Mapping[str, Any]) -> Response:
    """A document."""
    made = await paper(
        visit,
        kind=values.get("kind", SCHEDULE),
        form=values.get("format", "docx"),
        customer=values.get("customer", ""),
        product=values.get("product", ""),
        zone=values.get("zone", ""),
        language=values.get("lang", ""),
    )
    return attachment(made.content, made.name)


async def diagram(visit: Visit, values: Mapping[str, Any]) -> Response:
    """A picture."""
    wish = Wish(
        view=values.get("view", DEFAULT),
        of=values.get("of", ""),
        product=values.get("product", ""),
        only=values.get("only", ""),
    )
    made = await picture(visit, wish, values.get("format", "svg"))
    return attachment(made.content, made.name)


_PRODUCT = Field(name="product", meaning="Only for this product", longest=200)

OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/annexes",
        summary="The schedule of sub-processors or another annex, for everybody or for one customer",
        handle=annex,
        query=(
            Field(name="kind", meaning="Which document", among=(SCHEDULE, *KINDS)),
            Field(name="format", meaning="The format", among=tuple(DOCUMENTS)),
            Field(name="customer", meaning="The key of a customer", longest=200),
            _PRODUCT,
            Field(name="zone", meaning="Only for this data region", longest=200),
            Field(name="lang", meaning="The language; by default the customer's", longest=20),
        ),
        files=True,
    ),
    Operation(
        method="GET",
        path="/api/v1/diagrams",
        summary="Who hands personal data to whom, as a picture or as data",
        handle=diagram,
        query=(
            Field(name="view", meaning="Which question it answers", among=tuple(one for one in VIEWS if one != "diff")),
            Field(name="of", meaning="What the view is about, where it asks for something", longest=200),
            _PRODUCT,
            Field(name="only", meaning="A selector, as zone:eu", longest=1_000),
            Field(name="format", meaning="The format", among=tuple(DRAWINGS)),
        ),
        files=True,
    ),
)
