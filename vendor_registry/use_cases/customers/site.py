"""The public site: pages, feeds, downloads and the list for programs, as files of one folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vendor_registry.documents.annex import annex
from vendor_registry.documents.formats.catalogue import FORMATS
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.intake.logo import read_logo
from vendor_registry.site import as_atom, as_json, as_json_feed
from vendor_registry.site.edition import Edition
from vendor_registry.site.feed import feed
from vendor_registry.site.page import Address, Pages
from vendor_registry.site.style import headers, look
from vendor_registry.use_cases.customers.feed import address
from vendor_registry.use_cases.documents.written import written
from vendor_registry.use_cases.files.output import refuse_outputs, write
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.editions import editions, standing

_DOWNLOADS = ("pdf", "docx", "xlsx")  # those of them that there is a writer for


@dataclass(frozen=True, slots=True)
class Site:
    """The files by their path in the folder, and the numbers of revisions left out."""

    files: Mapping[str, bytes]
    left_out: tuple[int, ...]


def site(archive: Archive, as_of: date, *, base: str = "", wanted: Sequence[str] = (), annexes: bool = True) -> Site:
    """The site of the newest revision as its list stands on a day. `wanted`: languages, the first at the top; none:
    every language there is, the first of the policy at the top.

    Raises UsageError where nothing was published, and for a language or an address that is none; RefusedError for a
    logo that may not leave the house.
    """
    base = address(base)
    found, left_out = editions(archive)
    now = standing(found[-1], archive, as_of)
    codes = tuple(dict.fromkeys(phrases(one).language for one in wanted)) or _usual(archive)
    tongues = [Names(archive.policy, phrases(code)) for code in codes]
    downloads = dict(_downloads(now, codes)) if annexes else {}
    offered = {code: [name for name in downloads if f".{code}." in name] for code in codes}
    shown = {code: [*names, as_json.FILE, as_atom.FILE, as_json_feed.FILE] for code, names in offered.items()}
    told = feed(found, tongues[0], base)
    named = archive.policy.site.logo
    logo = read_logo(archive.repository.policy.parent / named) if named else None
    shape = look((*found[:-1], now), archive.policy.site, logo)
    pages = Pages((*found[:-1], now), tongues, Address(base=base, languages=codes), shown, shape)
    files = {
        **downloads,
        as_atom.FILE: as_atom.as_atom(told),
        as_json_feed.FILE: as_json_feed.as_json_feed(told),
        as_json.FILE: as_json.as_json(now),
        as_json.SCHEMA: as_json.schema(),
        "_headers": headers(shape),
        **({logo.name: logo.content} if logo else {}),
        **dict(sorted(pages.written(), reverse=True)),
    }
    return Site(files, left_out)


def write_site(made: Site, folder: Path, inputs: Iterable[Path]) -> None:
    """The files into a folder, each whole or not there; what else is in it stays. Raises as `write` does."""
    refuse_outputs([folder / name for name in made.files], inputs)
    for name, content in made.files.items():
        write(folder / name, content)


def stale(made: Site, folder: Path) -> tuple[str, ...]:
    """The files of a deployed copy that are missing or say something else than they would now."""
    return tuple(sorted(name for name, content in made.files.items() if _content(folder / name) != content))


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _usual(archive: Archive) -> tuple[str, ...]:
    known = languages()
    first = next((one for one in archive.policy.languages if one in known), "en")
    return (first, *(one for one in known if one != first))


def _downloads(edition: Edition, codes: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The annex of the list, with nothing in it that is not public."""
    for code in codes:
        document = annex(edition.case, language=code)
        for name in _DOWNLOADS:
            if name in FORMATS:
                yield f"annex/sub-processors.{code}{FORMATS[name].suffix}", written(document, FORMATS[name])[0]
