"""HTML: one page that can be asked, and that needs nothing but itself: no network, no font, no file beside it.

Only the one script that was written here may run (its hash stands in the page's policy), and what strangers wrote goes
in as text.
"""

import json
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from vendor_registry.drawing.album import Album
from vendor_registry.drawing.page.bundle import hashed, read, script, style
from vendor_registry.drawing.page.facts import facts
from vendor_registry.drawing.page.stage import key, stage
from vendor_registry.drawing.page.supplement import NOTHING, Supplement

_INERT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}  # nothing in a string ends the element it stands in


def write(album: Album, supplement: Supplement = NOTHING) -> bytes:
    """The page of one view, UTF-8. Raises UsageError where the engine is not installed, FailureError where it fails."""
    return write_all([album], supplement)


def write_all(albums: Sequence[Album], supplement: Supplement = NOTHING) -> bytes:
    """The page of several views of one register."""
    first = albums[0].pages[0].picture
    pages = [page for album in albums for page in album.pages]
    words, whole = first.words, first.words.say("index.whole", company=first.company)
    title = f"{first.title} · {first.company}" if len(albums) == 1 else whole
    day = words.say("block.as_of", day=first.day)
    about = " · ".join(part for part in (day, first.filter, first.source, first.rules) if part)
    text = Markup(read("page.html")).format(
        title=title,
        about=about,
        language=words.language,
        words=words.table("page"),
        back=words.say("page.back", day=first.day),
        style_hash=hashed(style()),
        script_hash=hashed(script()),
        style=Markup(style()),
        script=Markup(script()),
        figures=Markup("\n").join(_figures([(stage(page), page.picture.description) for page in pages])),
        legends=Markup("").join(Markup(key(page.picture)) for page in pages),
        facts=Markup(json.dumps(facts(albums, supplement), separators=(",", ":")).translate(_INERT)),
    )
    return f"{text}\n".encode()


def _figures(drawn: Sequence[tuple[str, str]]) -> Iterator[Markup]:
    """The first is seen, also where no script runs."""
    for number, (svg, description) in enumerate(drawn):
        hidden = Markup(" hidden") if number else ""
        yield Markup('<figure{}>{}<figcaption class="quiet">{}</figcaption></figure>').format(
            hidden, Markup(svg), escape(description)
        )
