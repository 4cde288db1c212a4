"""The pages: the newest list, and each revision with what it changed; every language beside the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from vendor_registry.case.promises import terms
from vendor_registry.documents.parts.names import Names
from vendor_registry.law.periods.counting import object_until
from vendor_registry.model.text.visible import printable
from vendor_registry.site.as_json import linked_data
from vendor_registry.site.edition import Edition
from vendor_registry.site.filters import Filters, conditional, filters
from vendor_registry.site.rows import Block, groups
from vendor_registry.site.style import Look, source
from vendor_registry.site.told import Told, told

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
    filters: Filters
    conditional: bool
    groups: Groups
    archive: tuple[tuple[str, str, bool], ...]
    downloads: tuple[tuple[str, str], ...]


def pages(
    editions: Sequence[Edition],
    tongues: Sequence[Names],
    place: Place,
    downloads: Mapping[str, Sequence[str]],
    look: Look,
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each page; `editions` oldest first, the last one as it is now. `downloads`: file names below
    the top of the site, by language."""
    for names in tongues:
        folder = place.folder(names.phrases.language)
        yield f"{folder}index.html", _page(editions, None, names, tongues, place, downloads, look)
        for edition in editions:
            path = f"{folder}revisions/{edition.number}/index.html"
            yield path, _page(editions, edition, names, tongues, place, downloads, look)


def _page(
    editions: Sequence[Edition],
    archived: Edition | None,
    names: Names,
    tongues: Sequence[Names],
    place: Place,
    downloads: Mapping[str, Sequence[str]],
    look: Look,
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
        filters=filters(edition, names),
        conditional=conditional(edition),
        groups=groups(edition.selection.entries, names),
        archive=tuple(
            (_called(one, names), f"{_folder(root, place, names)}revisions/{one.number}/index.html", one is archived)
            for one in reversed(editions)
        ),
        downloads=() if archived else tuple((one.rpartition("/")[2], root + one) for one in downloads[language]),
    )
    text = _template().render(page=page, say=names.phrases.say, look=look)
    return f"{text}\n".encode()


def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    environment.filters["printable"] = printable
    return environment.from_string(source("page.html"))


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
