"""One operation of the API: what it takes and gives, said once for the request, the check and the OpenAPI document."""

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from starlette.responses import Response

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role

Handler = Callable[[Visit, Mapping[str, Any]], Awaitable[Response]]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LARGEST = 1_000_000_000
_LONGEST = 100_000  # characters of any text
_MOST = 400  # texts of an object
JSON, BYTES = "application/json", "application/octet-stream"


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A value that comes with a request: in the address, or in the body."""

    name: str
    meaning: str
    type: str = "string"  # as JSON Schema says it: string, integer, boolean; object: texts by name
    required: bool = False
    many: bool = False  # may be repeated
    among: tuple[str, ...] = ()  # the only values there are
    day: bool = False
    longest: int = _LONGEST

    @property
    def schema(self) -> dict[str, Any]:
        """As JSON Schema."""
        one: dict[str, Any] = {"type": self.type}
        if self.type == "integer":
            one |= {"minimum": 0, "maximum": _LARGEST}
        if self.type == "string" and not self.among and not self.day:
            one |= {"maxLength": self.longest}
        if self.among:
            one["enum"] = list(self.among)
        if self.day:
            one["format"] = "date"
        if self.type == "object":
            text = {"type": "string", "maxLength": self.longest}
            one |= {"maxProperties": _MOST, "propertyNames": {"maxLength": self.longest}, "additionalProperties": text}
        return {"type": "array", "items": one} if self.many else one

    def checked(self, value: Any) -> Any:
        """The value. Raises ProblemError where it is of another type."""
        if self.type == "integer" and isinstance(value, float) and value.is_integer():
            value = int(value)  # JSON has one kind of number
        types = {"string": str, "integer": int, "boolean": bool, "object": dict}
        fits = isinstance(value, types[self.type]) and (self.type == "boolean" or not isinstance(value, bool))
        if not fits:
            raise ProblemError(422, f'"{self.name}" is no {self.type}.')
        if self.type == "integer" and not 0 <= value <= _LARGEST:
            raise ProblemError(422, f'"{self.name}" is a number from 0 to {_LARGEST}.')
        for text in self._texts(value):
            self._check_text(text)
        return value

    def _texts(self, value: Any) -> Iterator[str]:
        if self.type == "string":
            yield value
        if self.type == "object":
            if len(value) > _MOST or not all(isinstance(text, str) for text in value.values()):
                raise ProblemError(422, f'"{self.name}" holds up to {_MOST} texts, each under a name.')
            yield from (*value.keys(), *value.values())

    def _check_text(self, value: str) -> None:
        if self.among and value not in self.among:
            raise ProblemError(422, f'"{self.name}" is one of {", ".join(self.among)}.')
        if self.day and not _is_day(value):
            raise ProblemError(422, f'"{self.name}" is a day as 2026-12-31; leave it out for the usual one.')
        if len(value) > self.longest:
            raise ProblemError(422, f'"{self.name}" has up to {self.longest} characters.')
        if any("\ud800" <= one <= "\udfff" for one in value):
            raise ProblemError(422, f'"{self.name}" holds half a character; send whole ones.')


def _is_day(text: str) -> bool:
    """A full-date of RFC 3339, as JSON Schema asks of the format "date"."""
    try:
        return bool(_DAY.fullmatch(text)) and date.fromisoformat(text) is not None
    except ValueError:
        return False


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """What can be done at one address with one method."""

    method: str
    path: str
    summary: str
    handle: Handler
    needs: Role | None = Role.READ  # None: open to who is not known yet
    path_fields: tuple[Field, ...] = ()
    query: tuple[Field, ...] = ()
    body: tuple[Field, ...] = ()
    raw: bool = False  # the body is a file as it is
    status: int = 200
    answer: Mapping[str, Any] = field(default_factory=lambda: {"type": "object"})  # JSON Schema of what it gives
    files: bool = False  # it gives a file
