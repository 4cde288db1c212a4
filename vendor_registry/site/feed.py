"""The feed of what was published: one entry a revision whose list changed, before it has a format."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote, urljoin, urlsplit

from markupsafe import Markup

from vendor_registry.documents.parts.names import Names
from vendor_registry.model.text.visible import printable
from vendor_registry.site.edition import Edition
from vendor_registry.site.public_changes import public_changes

_WEB = ("http", "https")


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One revision that changed the list."""

    identity: str  # an URI that stays for ever
    url: str  # "": there is no page
    title: str
    published: datetime  # UTC
    html: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """What RFC 4287 and JSON Feed 1.1 have in common; newest first."""

    identity: str
    title: str
    author: str
    language: str
    home: str  # URL of the page, or of the company; "": neither is known
    base: str  # URL below which the page lies; ""
    updated: datetime  # when the newest revision was published
    items: tuple[Item, ...]


def feed(editions: Sequence[Edition], names: Names, base: str = "") -> Feed:
    """The feed of some editions, oldest first, at least one. `base`: URL of the public page; "" where there is none."""
    company, say = names.policy.company, names.phrases.say
    oldest, newest = editions[0], editions[-1]
    host = _host(base) or _host(company.website)
    author = printable(company.formal_name)
    return Feed(
        identity=_identity(host, oldest.published_at.date(), oldest.digest, "sub-processors"),
        title=names.phrases.label(author) + say("annex.title"),
        author=author,
        language=names.phrases.tag,
        home=base or (company.website if _host(company.website) else ""),
        base=base,
        updated=newest.published_at,
        items=tuple(_items(editions, names, host, base))[::-1],
    )


def web(url: str) -> bool:
    """Whether an address is one of the web, so that a reader may follow it."""
    return bool(_host(url))


def _items(editions: Iterable[Edition], names: Names, host: str, base: str) -> Iterator[Item]:
    say = names.phrases.say
    for one in editions:
        if not one.changed:
            continue
        changes = public_changes(one.changes, names, one.vendors)
        told = [printable(change.sentence(names.phrases)) for change in changes]
        lead = say("site.first") if one.first else ""
        day = one.published_at.date()
        yield Item(
            identity=_identity(host, day, one.digest, f"sub-processors:{one.digest}"),
            url=urljoin(base, f"revisions/{one.number}/") if base else "",
            title=say("site.revision", number=one.number, day=names.day(day)),
            published=one.published_at,
            html=_html(lead, told),
            text="\n".join(filter(None, (lead, *told))),
        )


def _html(lead: str, told: Sequence[str]) -> str:
    first = Markup("<p>{}</p>").format(lead) if lead else Markup("")
    rows = Markup("").join(Markup("<li>{}</li>").format(one) for one in told)
    return str(first + (Markup("<ul>{}</ul>").format(rows) if told else Markup("")))


def _identity(host: str, day: date, digest: str, specific: str) -> str:
    """A tag: URI (RFC 4151) of the company's host; without one, a UUID that follows from the digest (RFC 9562, 5.5)."""
    if not host:
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, f'{specific}:{digest}')}"
    return f"tag:{host},{day.isoformat()}:{quote(specific, safe=':-')}"


def _host(url: str) -> str:
    """The host of a web address in ASCII, small letters; "" where it is none."""
    try:
        parts = urlsplit(url)
        name = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""
    return name if parts.scheme in _WEB else ""
