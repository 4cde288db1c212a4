"""One request, with who makes it and the desk they are at."""

from dataclasses import dataclass, field
from functools import cached_property

from starlette.datastructures import FormData
from starlette.requests import Request

from vendor_registry.desk.office import Office
from vendor_registry.desk.security.sessions import Session
from vendor_registry.model.user import Role
from vendor_registry.use_cases.desk.standing import Standing


@dataclass
class Visit:
    """What a page is given."""

    request: Request
    office: Office
    session: Session | None = None
    form: FormData = field(default_factory=FormData)
    _standing: Standing | None = None

    async def standing(self) -> Standing:
        """The register, the same for the whole request."""
        if self._standing is None:
            self._standing = await self.office.register.now()
        return self._standing

    @property
    def name(self) -> str:
        """Who it is, for what is kept."""
        return self.session.name if self.session else ""

    def may(self, role: Role) -> bool:
        return self.session is not None and self.session.role.may(role)

    def asked(self, name: str, usual: str = "") -> str:
        """A field of the address, without blanks around it."""
        return self.request.query_params.get(name, usual).strip()

    def filled(self, name: str) -> str:
        """A field of the form that is a text; "" where it is not there."""
        value = self.form.get(name, "")
        return value if isinstance(value, str) else ""

    def number(self, name: str, usual: int) -> int:
        """A field of the address that is a number of up to nine digits, else the usual one."""
        text = self.asked(name)
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else usual

    @cached_property
    def address(self) -> str:
        """Where the request comes from, as far as can be known."""
        return self.request.client.host if self.request.client else ""
