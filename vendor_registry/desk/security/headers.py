"""What every answer carries, so that a browser does nothing that the desk did not mean; and what a request says."""

from collections.abc import Mapping

from starlette.datastructures import Headers

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
PICTURE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"  # an SVG opened by itself
INTERACTIVE = (  # a page that carries its own script: in a sandbox, where it is nobody, and reaches nothing
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
    "frame-ancestors 'none'; sandbox allow-scripts allow-downloads"
)

HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # "no-referrer" would make browsers send "Origin: null" with our own forms
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",
}


def kind_of_body(headers: Headers) -> str:
    """The media type that a request says its body has, without parameters, in small letters (RFC 9110, 8.3.1)."""
    return headers.get("content-type", "").partition(";")[0].strip().casefold()
