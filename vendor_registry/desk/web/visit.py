"""One request, with who makes it and the desk they are at."""

from dataclasses import dataclass, field
from functools import cached_property

from starlette.datastructures import FormData
from starlette.requests import Request

from vendor_registry.case.case import Case
from vendor_registry.desk.office import Office
from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.register.current import Register
from vendor_registry.desk.security.sessions import Session
from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.model.desk.user import Role
from vendor_registry.store.activity import record
from vendor_registry.use_cases.desk.standing import Standing
from vendor_registry.use_cases.files.repository import Archive


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
            looks = self.request.method in ("GET", "HEAD")
            self._standing = await (self.register.glance(self.name) if looks else self.register.now())
        return self._standing

    async def case(self) -> Case:
        """The register as the rules see it. Raises ProblemError while cells are not understood."""
        now = await self.standing()
        if now.case is None and not now.rows and now.sheet.header:
            raise ProblemError(409, "The sheet has no rows yet. Add the first one in the register, or upload a list.")
        if now.case is None:
            faults = [
                {"place": str(one.cell), "message": one.message, "hint": one.hint}
                | ({"line": one.cell.line, "column": one.cell.column} if one.cell.line in now.by_line else {})
                for one in now.faults
            ]
            raise ProblemError(
                409,
                "First mend what cannot be understood; until then the rules cannot be asked.",
                more={"faults": faults},
            )
        return now.case

    async def archive(self) -> Archive:
        """For use cases that compare states of the register."""
        return Archive(self.office.settings.repository, (await self.case()).policy)

    @property
    def register(self) -> Register:
        return self.office.register

    @property
    def ledger(self) -> str:
        """The address of the ledger."""
        return self.office.settings.repository.ledger

    async def keep(self, deed: Deed, what: str, before: str = "", after: str = "") -> None:
        """Write into the trail what was done, and judge anew."""
        at = self.office.settings.clock()
        made = Activity(at=at, by=self.name, deed=deed, what=what, before=before, after=after)
        await self.register.fetch(record, self.ledger, [made])
        self.register.forget()

    @property
    def name(self) -> str:
        """Who it is, for what is kept."""
        return self.session.name if self.session else ""

    @property
    def done(self) -> str:
        """What was just done by whoever is sent to this page; "" where nothing was."""
        return self.session.kept(self.asked("done")) if self.session else ""

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
