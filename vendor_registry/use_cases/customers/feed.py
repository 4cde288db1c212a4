"""The feed of what was published."""

from collections.abc import Callable, Mapping

from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.text.origin import UsageError
from vendor_registry.site import as_atom, as_json_feed
from vendor_registry.site.feed import Feed, web
from vendor_registry.site.feed import feed as compose
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.editions import editions

WRITERS: Mapping[str, Callable[[Feed], bytes]] = {"atom": as_atom.as_atom, "json": as_json_feed.as_json_feed}


def feed(archive: Archive, wanted: str, language: str, base: str) -> tuple[bytes, tuple[int, ...]]:
    """The feed as Atom or JSON Feed, and the numbers of revisions left out. `language` "": the first of the policy.

    Raises UsageError where nothing was published, and for a language or an address that is none.
    """
    found, left_out = editions(archive)
    names = Names(archive.policy, phrases(language or next(iter(archive.policy.languages), "en")))
    return WRITERS[wanted](compose(found, names, address(base))), left_out


def address(base: str) -> str:
    """The address of the public page, ending in a slash. Raises UsageError where it is none of the web."""
    if base and not web(base):
        raise UsageError(f'"{base}" is no address of the web; write it as in https://acme.example/sub-processors/.')
    return base if not base or base.endswith("/") else f"{base}/"
