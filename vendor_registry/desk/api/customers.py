"""Notices, letters, deadlines and objections."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from vendor_registry.desk.api.operation import Field, Operation
from vendor_registry.desk.services import telling
from vendor_registry.desk.services.days import day_of
from vendor_registry.desk.services.papers import attachment
from vendor_registry.desk.web.visit import Visit
from vendor_registry.documents.formats.catalogue import LETTERS
from vendor_registry.model.desk.user import Role
from vendor_registry.model.ledger.notice import Outcome
from vendor_registry.reports.calendar import as_json as calendar_json
from vendor_registry.reports.pages import notices, objections


async def told(visit: Visit, _: Mapping[str, Any]) -> Response:
    """On record, oldest first."""
    return _json(notices.as_json(await telling.told(visit)))


async def record(visit: Visit, values: Mapping[str, Any]) -> Response:
    """That the notice of the newest revision was sent."""
    made = await telling.record(
        visit,
        customer=values.get("customer", ""),
        channel=values["channel"],
        sent=values.get("sent", ""),
        effective=values.get("effective", ""),
    )
    return _json(notices.as_json(made), 201)


async def letter(visit: Visit, values: Mapping[str, Any]) -> Response:
    """The letter to a customer."""
    content, name = await telling.letter(
        visit, values["customer"], values.get("format", "docx"), values.get("lang", ""), values.get("reason", "")
    )
    return attachment(content, name)


async def deadlines(visit: Visit, values: Mapping[str, Any]) -> Response:
    """What ends, falls due or takes effect."""
    today = visit.office.settings.today()
    first = day_of(values.get("from", ""), today)
    last = day_of(values.get("to", ""), max(today, first))
    return _json(calendar_json.as_json(await telling.deadlines(visit, first, last), str(first), str(last)))


async def objected(visit: Visit, _: Mapping[str, Any]) -> Response:
    """Oldest first."""
    return _json(objections.as_json(await telling.objected(visit)))


async def object_to(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Record what a customer says to a change."""
    made = await telling.object_to(
        visit,
        customer=values["customer"],
        vendor=values["vendor"],
        reason=values["reason"],
        received=values.get("received", ""),
    )
    return _json(objections.as_json([made]), 201)


async def decide(visit: Visit, values: Mapping[str, Any]) -> Response:
    """What became of one."""
    made = await telling.decide(
        visit, number=values["number"], outcome=values["outcome"], decided=values.get("decided", "")
    )
    return _json(objections.as_json([made]))


def _json(text: str, status: int = 200) -> Response:
    return JSONResponse(json.loads(text), status)


_CUSTOMER = Field(name="customer", meaning="The key of a customer", required=True, longest=200)
_SENT = Field(name="sent", meaning="The day it was sent; by default today", day=True, longest=10)
_EFFECTIVE = Field(name="effective", meaning="The day from which the changes count", day=True, longest=10)

OPERATIONS = (
    Operation(method="GET", path="/api/v1/notices", summary="Notices on record", handle=told, answer={}),
    Operation(
        method="POST",
        path="/api/v1/notices",
        summary="Record that the notice of the newest revision was sent",
        handle=record,
        needs=Role.EDIT,
        status=201,
        body=(
            Field(name="channel", meaning="How: e-mail, letter, page", required=True, longest=100),
            Field(name="customer", meaning="The key of a customer; by default every one concerned", longest=200),
            _SENT,
            _EFFECTIVE,
        ),
        answer={},
    ),
    Operation(
        method="GET",
        path="/api/v1/letters",
        summary="The letter that tells a customer of what the sheet changes",
        handle=letter,
        query=(
            _CUSTOMER,
            Field(name="format", meaning="The format", among=tuple(LETTERS)),
            Field(name="lang", meaning="The language; by default the customer's", longest=20),
            Field(name="reason", meaning="Why the changes are made", longest=2_000),
        ),
        files=True,
    ),
    Operation(
        method="GET",
        path="/api/v1/deadlines",
        summary="What ends, falls due or takes effect",
        handle=deadlines,
        query=(
            Field(name="from", meaning="The first day; by default today", day=True, longest=10),
            Field(name="to", meaning="The last day; by default the first", day=True, longest=10),
        ),
        answer={},
    ),
    Operation(method="GET", path="/api/v1/objections", summary="Objections", handle=objected, answer={}),
    Operation(
        method="POST",
        path="/api/v1/objections",
        summary="Record what a customer says to a change of which it was told",
        handle=object_to,
        needs=Role.EDIT,
        status=201,
        body=(
            _CUSTOMER,
            Field(name="vendor", meaning="The vendor, as the notice names it", required=True, longest=1_000),
            Field(name="reason", meaning="What the customer says", required=True, longest=4_000),
            Field(name="received", meaning="The day it came; by default today", day=True, longest=10),
        ),
        answer={},
    ),
    Operation(
        method="POST",
        path="/api/v1/objections/{number}/decision",
        summary="Write down what became of an objection",
        handle=decide,
        needs=Role.PUBLISH,
        path_fields=(Field(name="number", meaning="The number of the objection", type="integer", required=True),),
        body=(
            Field(
                name="outcome",
                meaning="What became of it",
                required=True,
                among=tuple(one for one in Outcome if one is not Outcome.OPEN),
            ),
            Field(name="decided", meaning="The day; by default today", day=True, longest=10),
        ),
        answer={},
    ),
)
