"""The cookie that holds the secret of a session."""

from starlette.requests import Request
from starlette.responses import Response

from vendor_registry.desk.settings import Settings


def secret_of(request: Request, settings: Settings) -> str:
    """The secret that comes with a request: in the cookie, or from a program as a bearer token (RFC 6750)."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() == "bearer":
        return token.strip()
    return request.cookies.get(_name(request, settings), "")


def keep(response: Response, request: Request, settings: Settings, secret: str) -> None:
    """Only this site gets it, no script reads it, and over TLS it never leaves without."""
    response.set_cookie(
        _name(request, settings), secret, httponly=True, samesite="lax", secure=_is_secure(request), path="/"
    )


def drop(response: Response, request: Request, settings: Settings) -> None:
    response.delete_cookie(
        _name(request, settings), httponly=True, samesite="lax", secure=_is_secure(request), path="/"
    )


def _name(request: Request, settings: Settings) -> str:
    """Browsers keep the cookies of all ports of a machine together, so the port is part of the name."""
    return f"{'__Host-' if _is_secure(request) else ''}vendors-{settings.port}"


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"


def is_bearer(request: Request) -> bool:
    """Whether the secret came as a header, which no browser sends by itself."""
    return request.headers.get("authorization", "").casefold().startswith("bearer ")
