"""The gate: every request goes through it before anything of the desk sees it."""

from urllib.parse import urlsplit

import anyio
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vendor_registry.desk.problem import ProblemError, told
from vendor_registry.desk.security.headers import HEADERS, kind_of_body
from vendor_registry.desk.settings import Settings

SAFE = frozenset(("GET", "HEAD"))
UPLOADS = ("/proposals", "/api/v1/proposals")
FILES = ("multipart/form-data", "application/octet-stream")
_DIGITS = 12
_STRICT_TRANSPORT = "max-age=31536000"


class Gate:
    """Refuses other names of this address, other sites' requests, and bodies larger than anything people send."""

    def __init__(self, inside: ASGIApp, settings: Settings) -> None:
        self._inside, self._settings = inside, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        scope["path"] = self._stripped(scope["path"])
        scope["root_path"] = ""
        secure = scope["scheme"] == "https"

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if secure:
                    headers.setdefault("strict-transport-security", _STRICT_TRANSPORT)
            await send(message)

        try:
            self._refuse_others(scope)
            limited = self._limited(scope, receive)
        except ProblemError as problem:
            await told(problem, scope["path"])(scope, receive, guarded)
            return
        await self._inside(scope, limited, guarded)

    def _stripped(self, path: str) -> str:
        """The path without what a proxy puts in front of it, whether it took it off already or not."""
        root = self._settings.root_path
        return (path[len(root) :] or "/") if root and (path == root or path.startswith(f"{root}/")) else path

    def _refuse_others(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].casefold() not in self._settings.authorities:
            raise ProblemError(
                421, "This desk is not known by that name. Use the address that was printed at its start."
            )
        if scope["method"] in SAFE:
            return
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise ProblemError(403, "That request came from another site, and was not carried out.")
        origin = headers.get("origin")
        if origin is not None and not self._ours(origin, hosts[0], scope["scheme"]):
            raise ProblemError(403, "That request came from another site, and was not carried out.")

    def _ours(self, origin: str, host: str, scheme: str) -> bool:
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return parts.netloc.casefold() == host.casefold() and parts.scheme == scheme and origin.count("/") == 2

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        """The body, as long as it is not too large, by what is said beforehand and by what comes, nor too slow."""
        headers = Headers(scope=scope)
        kind = kind_of_body(headers)
        upload = scope["path"].startswith(UPLOADS) and kind in FILES
        most = self._settings.upload_bytes if upload else self._settings.form_bytes
        said = headers.get("content-length", "0")
        if not said.isdecimal() or len(said) > _DIGITS or int(said) > most:
            raise _too_large(most)
        size, whole, end = 0, False, anyio.current_time() + self._settings.body_seconds

        async def counted() -> Message:
            nonlocal size, whole
            if whole:
                return await receive()  # which waits for who asked to go away
            with anyio.move_on_at(end):
                message = await receive()
                size += len(message.get("body", b""))
                whole = not message.get("more_body", False)
                if size > most:
                    raise _too_large(most)
                return message
            raise ProblemError(408, "That came too slowly, and nothing was done.", {"connection": "close"})

        return counted


def _too_large(most: int) -> ProblemError:
    return ProblemError(413, f"That is more than the {most // 1_000_000} MB that can be sent here; nothing was done.")
