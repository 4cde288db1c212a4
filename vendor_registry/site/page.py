"""The pages: the newest list, and each revision with what it changed; every language beside the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from vendor_registry.case.promises import terms
from vendor_registry.documents.parts.names import Names
from vendor_registry.law.periods.counting import object_until
from vendor_registry.model.text.visible import printable
from vendor_registry.site.as_json import linked_data
from vendor_registry.site.edition import Edition
from vendor_registry.site.filters import Filters, conditional, filters
from vendor_registry.site.public_changes import PublicChange, public_changes
from vendor_registry.site.rows import Block, groups
from vendor_registry.site.style import Look, source

Groups = tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
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
    difference: tuple[PublicChange, ...] | None
    announced: tuple[tuple[str, str, Groups], ...]
    filters: Filters
    conditional: bool
    groups: Groups
    archive: tuple[tuple[str, str, bool], ...]
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Pages:
    """What the pages of a site have in common."""

    editions: Sequence[Edition]  # oldest first, the last one as it is now
    tongues: Sequence[Names]
    address: Address
    downloads: Mapping[str, Sequence[str]]  # file names below the top of the site, by language
    look: Look

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of each page."""
        for names in self.tongues:
            for edition in (None, *self.editions):
                folder = self.address.folder(names.phrases.language) + _below(edition)
                yield f"{folder}index.html", self._rendered(self._page(folder, edition, names), names)

    def _page(self, folder: str, archived: Edition | None, names: Names) -> Page:
        edition, company = archived or self.editions[-1], names.policy.company
        root, below = "../" * folder.count("/"), _below(archived)
        downloads = () if archived else self.downloads[names.phrases.language]
        return Page(
            language=names.phrases.tag,
            code=names.phrases.language,
            title=names.phrases.say("annex.title"),
            company=company.formal_name,
            edition=_called(edition, names),
            root=root,
            canonical=self.address.base + folder if self.address.base else "",
            languages=tuple(self._alternates(below, root)),
            tongues=tuple(self._tongues(below, root)),
            linked_data=Markup("") if archived else Markup(linked_data(edition, names)),
            lead=names.phrases.say("site.first") if edition.first else "",
            difference=public_changes(edition.changes, names, edition.vendors) if archived else None,
            announced=tuple(_announced(edition, names)),
            filters=filters(edition, names),
            conditional=conditional(edition),
            groups=groups(edition.selection.entries, names),
            archive=tuple(self._archive(root, archived, names)),
            downloads=tuple((one.rpartition("/")[2], root + one) for one in downloads),
        )

    def _rendered(self, page: Page, names: Names) -> bytes:
        phrases = names.phrases
        return f"{_template().render(page=page, say=phrases.say, label=phrases.label, look=self.look)}\n".encode()

    def _alternates(self, below: str, root: str) -> Iterator[tuple[str, str]]:
        """Absolute where the site's address is known, as search engines ask; the first language is for everybody
        else."""

        def address(one: Names) -> str:
            base, folder = self.address.base, self.address.folder(one.phrases.language)
            return f"{base}{folder}{below}" if base else f"{root}{folder}{below}index.html"

        yield from ((one.phrases.language, address(one)) for one in self.tongues)
        yield "x-default", address(self.tongues[0])

    def _tongues(self, below: str, root: str) -> Iterator[tuple[str, str, str]]:
        """The same page in each language: its code, its name in itself, a link."""
        for one in self.tongues:
            language = one.phrases.language
            name = one.phrases.locale.display_name.split(" (")[0]
            yield language, name, f"{root}{self.address.folder(language)}{below}index.html"

    def _archive(self, root: str, archived: Edition | None, names: Names) -> Iterator[tuple[str, str, bool]]:
        """Every revision, the newest first: what it is called, a link, and whether it is this page."""
        top = root + self.address.folder(names.phrases.language)
        for one in reversed(self.editions):
            yield _called(one, names), f"{top}{_below(one)}index.html", one is archived


def _below(archived: Edition | None) -> str:
    """The folder of a revision; "" for the list as it is now."""
    return f"revisions/{archived.number}/" if archived else ""


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    environment.filters["printable"] = printable
    return environment.from_string(source("page.html"))


def _called(edition: Edition, names: Names) -> str:
    return names.phrases.say("site.revision", number=edition.number, day=names.day(edition.published_at.date()))


def _announced(edition: Edition, names: Names) -> Iterator[tuple[str, str, Groups]]:
    say = names.phrases.say
    for one in edition.selection.announcements:
        heading = say("annex.announcement", since=names.day(one.since), notified=names.day(one.notified))
        specific = names.policy.notice.authorisation == "specific"  # then each change waits for the customer's answer
        until = "" if specific else names.day(object_until(terms(names.policy), one.notified))
        yield heading, say("site.object_until", day=until) if until else "", groups(one.entries, names)
