"""The OpenAPI document, made of the operations themselves (OpenAPI 3.1)."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from vendor_registry.desk.api.operation import BYTES, JSON, Field, Operation
from vendor_registry.desk.problem import MEDIA_TYPE

_PROBLEM = {
    "type": "object",
    "description": "RFC 9457, Problem Details for HTTP APIs.",
    "required": ["title", "status", "detail"],
    "properties": {
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "A sentence for people."},
        "faults": {"type": "array", "items": {"type": "object"}},
    },
}
_REFUSED = {
    "description": "It was not carried out.",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_STATUSES = ("400", "401", "403", "404", "405", "408", "409", "413", "415", "421", "422", "429", "503")


def document(operations: Sequence[Operation], root: str) -> dict[str, Any]:
    """The document; `root` is what a proxy puts in front of every path."""
    paths: dict[str, dict[str, Any]] = {}
    for one in operations:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "vendors",
            "version": version("vendor-registry"),
            "description": "The register as the desk has it. Every refusal is a problem as RFC 9457 has it.",
        },
        "servers": [{"url": root or "/"}],
        "paths": paths,
        "components": {
            "schemas": {"Problem": _PROBLEM},
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"bearer": []}],
    }


def _operation(one: Operation) -> dict[str, Any]:
    answer: dict[str, Any] = {BYTES: {"schema": {}}} if one.files else {JSON: {"schema": dict(one.answer)}}
    made: dict[str, Any] = {
        "summary": one.summary,
        "operationId": _identity(one),
        "parameters": [
            *(_parameter(field, "path") for field in one.path_fields),
            *(_parameter(field, "query") for field in one.query),
        ],
        "responses": {str(one.status): _done(one, answer)} | dict.fromkeys(_STATUSES, _REFUSED),
    }
    if one.needs is None:
        made["security"] = []
    if one.raw:
        made["requestBody"] = {"required": True, "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}
    elif one.body:
        made["requestBody"] = {"required": True, "content": {JSON: {"schema": _object(one.body)}}}
    return made


def _done(one: Operation, content: dict[str, Any]) -> dict[str, Any]:
    if one.files:
        content = {"*/*": {"schema": {}}}
    return {"description": one.summary} | ({} if one.status == 204 else {"content": content})


def _identity(one: Operation) -> str:
    words = one.path.removeprefix("/api/v1/").replace("{", "").replace("}", "").replace(".", "-").split("/")
    return "-".join((one.method.lower(), *words))


def _parameter(field: Field, where: str) -> dict[str, Any]:
    return {
        "name": field.name,
        "in": where,
        "required": where == "path" or field.required,
        "description": field.meaning,
        "schema": field.schema,
    }


def _object(fields: Sequence[Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [one.name for one in fields if one.required],
        "properties": {one.name: field_schema(one) for one in fields},
    }


def field_schema(one: Field) -> dict[str, Any]:
    """A field of a body, with what it means."""
    return one.schema | {"description": one.meaning}
