"""The pages: the newest list, and each revision with what it changed; every language beside the others."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from vendor_registry.case.promises import terms
from vendor_registry.documents.parts.names import Names
from vendor_registry.law.periods.counting import object_until
from vendor_registry.model.visible import printable
from vendor_registry.site.as_json import linked_data
from vendor_registry.site.edition import Edition
from vendor_registry.site.rows import Block, groups
from vendor_registry.site.told import Told, told

_INERT = re.compile(r"[A-Za-z0-9._-]+")  # what may stand in a selector of CSS as it is
Groups = tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where pages lie: URL of the site ("": not known), and the languages, the first at the root."""

    base: str
    languages: tuple[str, ...]

    def folder(self, language: str) -> str:
        return "" if language == self.languages[0] else f"{language}/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Everything the template says."""

    language: str
    code: str
    title: str
    company: str
    edition: str
    root: str  # from the page to the top of the site
    canonical: str
    languages: tuple[tuple[str, str], ...]
    tongues: tuple[tuple[str, str, str], ...]
    linked_data: Markup
    lead: str
    difference: tuple[Told, ...] | None
    announced: tuple[tuple[str, str, Groups], ...]
    filters: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    groups: Groups
    archive: tuple[tuple[str, str, bool], ...]
    downloads: tuple[tuple[str, str], ...]


def pages(
    editions: Sequence[Edition], tongues: Sequence[Names], place: Place, downloads: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each page; `editions` oldest first, the last one as it is now. `downloads`: file names below
    the top of the site, by language."""
    style = _style(editions)
    for names in tongues:
        folder = place.folder(names.phrases.language)
        yield f"{folder}index.html", _page(editions, None, names, tongues, place, downloads, style)
        for edition in editions:
            path = f"{folder}revisions/{edition.number}/index.html"
            yield path, _page(editions, edition, names, tongues, place, downloads, style)


def security(editions: Sequence[Edition]) -> str:
    """What a page may load: nothing but the style it brings."""
    digest = base64.b64encode(hashlib.sha256(_style(editions).encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def headers(editions: Sequence[Edition]) -> bytes:
    """`_headers`, as static hosts read it."""
    lines = (
        "/*",
        f"  Content-Security-Policy: {security(editions)}; frame-ancestors 'none'",
        "  Referrer-Policy: no-referrer",
        "  X-Content-Type-Options: nosniff",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _page(
    editions: Sequence[Edition],
    archived: Edition | None,
    names: Names,
    tongues: Sequence[Names],
    place: Place,
    downloads: Mapping[str, Sequence[str]],
    style: str,
) -> bytes:
    edition = archived or editions[-1]
    language, company = names.phrases.language, names.policy.company
    below = f"revisions/{archived.number}/" if archived else ""
    path = place.folder(language) + below
    root = "../" * path.count("/")
    page = Page(
        language=names.phrases.tag,
        code=language,
        title=names.phrases.say("annex.title"),
        company=company.legal_name or company.name,
        edition=_called(edition, names),
        root=root,
        canonical=place.base + path if place.base else "",
        languages=tuple(_alternates(place, tongues, below, root)),
        tongues=tuple(
            (one.phrases.language, one.phrases.locale.display_name.split(" (")[0], _link(root, place, one, below))
            for one in tongues
        ),
        linked_data=Markup(linked_data(edition, names)) if archived is None else Markup(""),
        lead=names.phrases.say("site.first") if edition.first else "",
        difference=told(edition.changes, names) if archived else None,
        announced=tuple(_announced(edition, names)),
        filters=tuple(_filters(edition, names)),
        groups=groups(edition.selection.entries, names),
        archive=tuple(
            (_called(one, names), f"{_folder(root, place, names)}revisions/{one.number}/index.html", one is archived)
            for one in reversed(editions)
        ),
        downloads=() if archived else tuple((one.rpartition("/")[2], root + one) for one in downloads[language]),
    )
    text = _template().render(page=page, say=names.phrases.say, style=Markup(style), policy=Markup(security(editions)))
    return f"{text}\n".encode()


def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    environment.filters["printable"] = printable
    return environment.from_string(_source("page.html"))


def _source(name: str) -> str:
    return files("vendor_registry.site").joinpath("templates", name).read_text("utf-8")


def _called(edition: Edition, names: Names) -> str:
    return names.phrases.say("site.revision", number=edition.number, day=names.day(edition.published_at.date()))


def _folder(root: str, place: Place, names: Names) -> str:
    return root + place.folder(names.phrases.language)


def _link(root: str, place: Place, names: Names, below: str) -> str:
    return f"{_folder(root, place, names)}{below}index.html"


def _alternates(place: Place, tongues: Sequence[Names], below: str, root: str) -> Iterator[tuple[str, str]]:
    """Absolute where the site's address is known, as search engines ask; the first language is for everybody else."""

    def address(one: Names) -> str:
        folder = place.folder(one.phrases.language)
        return f"{place.base}{folder}{below}" if place.base else f"{root}{folder}{below}index.html"

    yield from ((one.phrases.language, address(one)) for one in tongues)
    yield "x-default", address(tongues[0])


def _announced(edition: Edition, names: Names) -> Iterator[tuple[str, str, Groups]]:
    say = names.phrases.say
    for one in edition.selection.announcements:
        heading = say("annex.announcement", since=names.day(one.since), notified=names.day(one.notified))
        until = object_until(terms(names.policy), one.notified)
        yield heading, say("site.object_until", day=names.day(until)), groups(one.entries, names)


def _choices(edition: Edition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the list can be narrowed to: only what makes a difference."""
    listed = edition.selection.engagements
    policy = edition.case.policy
    products = {key for one in listed for key in one.products if key in policy.products}
    zones = {one.zone for one in listed if one.zone in policy.zones}
    places = {place.code for one in listed for place in (*one.region.places, *one.access_from.places)}
    for kind, keys in (("product", products), ("zone", zones), ("place", places)):
        yield kind, tuple(sorted(key for key in keys if _INERT.fullmatch(key)))


def _filters(edition: Edition, names: Names) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    read = {
        "product": lambda key: names.products([key]),
        "zone": lambda key: names.zones([key]),
        "place": names.country,
    }
    for kind, keys in _choices(edition):
        links = sorted(((f"{kind}-{key}", read[kind](key)) for key in keys), key=lambda one: (one[1].casefold(), one))
        if links:
            yield names.phrases.say(f"site.{kind}"), tuple(links)


def _style(editions: Sequence[Edition]) -> str:
    """The style of all pages, so that one digest stands for it. A link that was followed (`#zone-eu`) hides what is
    for others: by selectors, so that nothing has to run."""
    chosen = {(kind, key) for one in editions for kind, keys in _choices(one) for key in keys}
    rules = (_rule(kind, key) for kind, key in sorted(chosen))
    return _source("page.css") + "\n".join(rules)


def _rule(kind: str, key: str) -> str:
    link, fits = f"main:has(#{_identifier(f'{kind}-{key}')}:target)", f'[data-{kind}~="{key}"]'
    return f"{link} li[data-{kind}]:not({fits}),{link} .group:not(:has({fits})){{display:none}}"


def _identifier(name: str) -> str:
    return name.replace(".", r"\.")
