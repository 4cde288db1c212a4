"""The diagrams a review needs, in a folder with an index; and whether a folder still shows what the register says."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.drawing.album import Album
from vendor_registry.drawing.formats.catalogue import FORMATS, Format
from vendor_registry.drawing.index_page import Shown, index_page
from vendor_registry.drawing.views.catalogue import VIEWS
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.diagrams.behind import Behind
from vendor_registry.use_cases.diagrams.page import behind
from vendor_registry.use_cases.diagrams.views import drawn_for
from vendor_registry.use_cases.diagrams.wish import Wish, view_called
from vendor_registry.use_cases.diagrams.written import written
from vendor_registry.use_cases.judgement.check import check

PAGE = "interactive.html"
SET = "set.json"  # which day and options a folder was drawn with
VERSION = 1
_OPTIONS = ("view", "product", "only", "focus", "depth", "reaches", "highlight", "target", "theme", "full")
PICTURES = ("svg", "png")  # formats that a page can show


def diagram_set(case: Case, wish: Wish, wanted: Format) -> Mapping[str, bytes]:
    """The files by name: each page of each view that asks for nothing, the table of flows, the index.

    Raises UsageError for a format that no page can show, for one page of several, and where nothing at all can be
    drawn.
    """
    if wanted.name not in PICTURES:
        raise UsageError(f"A set of diagrams is made of pictures; choose --format {' or '.join(PICTURES)}.")
    if wish.page is not None:
        raise UsageError("A set of diagrams has every page; leave --page out.")
    found = check(case)
    drawn, left_out = _views(Behind(case), found, wish)
    files: dict[str, bytes] = {}
    shown: list[Shown] = []
    for album in drawn:
        for page in album.pages:
            name = page.picture.key + wanted.suffix
            files[name] = written(replace(album, pages=(page,)), wanted, wish.theme, tables=False)[0]
            shown.append(Shown(name, album.view.answers(wish.words), page.picture))
    [summary] = [album for album in drawn if album.view.name == wish.view]
    for name in ("csv", "md", "json"):
        files[f"flows{FORMATS[name].suffix}"] = written(summary, FORMATS[name], wish.theme)[0]
    files[PAGE] = _page(case, found, wish, drawn)
    files["index.html"] = index_page(shown, left_out, PAGE)
    return {**dict(sorted(files.items())), SET: _manifest(case, wish, wanted, files)}


def _page(case: Case, found: Report, wish: Wish, drawn: Sequence[Album]) -> bytes:
    """All views in one page that can be asked; drawn anew only where other days have parties of their own."""
    known = behind(case, wish.words)
    if known.case is not case:
        drawn, _ = _views(known, found, wish)
    content: bytes = import_module(FORMATS["html"].module).write_all(drawn, known.supplement)
    return content


def _views(known: Behind, found: Report, wish: Wish) -> tuple[list[Album], list[str]]:
    """Each view with its pages; a view that has nothing to draw gives a sentence instead."""
    drawn: list[Album] = []
    left_out: list[str] = []
    for name in VIEWS:
        if import_module(VIEWS[name]).VIEW.asks:
            continue
        one = replace(wish, view=name)
        try:
            drawn.append(drawn_for(known, found, one))
        except UsageError as error:
            if name == wish.view:
                raise
            left_out.append(f"{view_called(one).title(wish.words)}: {error}")
    return drawn, left_out


def _manifest(case: Case, wish: Wish, wanted: Format, files: Mapping[str, bytes]) -> bytes:
    values = {
        "format": "vendors-diagrams",
        "version": VERSION,
        "as_of": case.as_of.isoformat(),
        "pictures": wanted.name,
        "options": {name: getattr(wish, name) for name in _OPTIONS} | _language(wish),
        "files": {name: sha256(content).hexdigest() for name, content in sorted(files.items())},
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _language(wish: Wish) -> dict[str, str]:
    """Remembered where somebody asked for one."""
    return {"language": wish.language} if wish.language else {}


def drawn_with(folder: Path) -> tuple[date, Format, Wish]:
    """The day, the format and the options with which a folder was drawn.

    Raises UsageError where the folder holds no set, or one of a version that is not known.
    """
    try:
        values = json.loads((folder / SET).read_text("utf-8"))
        known = (
            values["format"] == "vendors-diagrams"
            and values["version"] == VERSION
            and isinstance(values["files"], dict)
        )
        day, pictures, options = date.fromisoformat(values["as_of"]), FORMATS[values["pictures"]], values["options"]
        wish = Wish(**options)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f'"{folder}" holds no set of diagrams ({SET} is missing or not ours); '
            f"vendors graph --all -o {folder} makes one."
        ) from error
    if not known:
        raise UsageError(f'"{folder / SET}" is of a version that is not known here; make the set anew with --all.')
    return day, pictures, wish


def stale(folder: Path, files: Mapping[str, bytes]) -> Iterator[str]:
    """What in a folder is not as it would be drawn today, a sentence each; files of others are left alone."""
    old = json.loads((folder / SET).read_text("utf-8"))["files"]
    for name, content in files.items():
        path = folder / name
        if not path.is_file():
            yield f"{path} is missing."
        elif path.read_bytes() != content and name != SET:
            yield f"{path} is stale."
    yield from (f"{folder / name} is not drawn any more." for name in sorted(set(old) - set(files)))
