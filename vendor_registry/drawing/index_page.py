"""The page that shows a set of diagrams: a static HTML file, without a script, that loads nothing but its pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from vendor_registry.drawing.picture.picture import Picture

_STYLE = (
    "body{font:16px/1.5 'Liberation Sans',Arial,sans-serif;color:#1a1a1a;background:#fff;max-width:1640px;"
    "margin:2rem auto;padding:0 1rem}img{max-width:100%;height:auto;border:1px solid #767676}"
    "nav li,main li{margin:.3rem 0}h2{margin-top:3rem}a{color:#12306b}"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One file of a set, with what it shows."""

    file: str
    question: str  # that its view answers
    picture: Picture


def index_page(shown: Sequence[Shown], left_out: Sequence[str], asked: str) -> bytes:
    """UTF-8 HTML. `left_out`: a sentence for each view with nothing to draw; `asked`: the file that can be asked."""
    return ("\n".join(_lines(shown, left_out, asked)) + "\n").encode()


def _lines(shown: Sequence[Shown], left_out: Sequence[str], asked: str) -> Iterator[str]:
    first = shown[0].picture
    say = first.words.say
    title = escape(say("index.title", company=first.company, day=first.day))
    yield f'<!doctype html>\n<html lang="{first.words.language}">\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; "
    yield "style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    yield f"<p>{escape(first.source)}. {escape(first.rules)}.</p>"
    yield f'<p><a href="{escape(asked)}">{escape(say("index.page"))}</a>: {escape(say("index.page_has"))}</p>'
    yield "<nav>\n<ol>"
    yield from (f'<li><a href="#{escape(_anchor(one))}">{escape(one.picture.title)}</a></li>' for one in shown)
    yield "</ol>\n</nav>\n<main>"
    for one in shown:
        yield from _section(one)
    if left_out:
        yield f"<h2>{escape(say('index.not_drawn'))}</h2>\n<ul>"
        yield from (f"<li>{escape(sentence)}</li>" for sentence in left_out)
        yield "</ul>"
    yield "</main>\n</body>\n</html>"


def _section(one: Shown) -> Iterator[str]:
    picture = one.picture
    yield f'<section aria-labelledby="{escape(_anchor(one))}">'
    yield f'<h2 id="{escape(_anchor(one))}">{escape(picture.title)}</h2>\n<p>{escape(one.question)}</p>'
    yield f'<a href="{escape(one.file)}"><img src="{escape(one.file)}" alt="{escape(picture.description)}"></a>'
    if picture.remarks:
        words = picture.words
        yield f"<details>\n<summary>{escape(words.say('index.findings'))}</summary>\n<ul>"
        yield from (f"<li>{escape(f'{remark.sign}: {words.original(remark.text)}')}</li>" for remark in picture.remarks)
        yield "</ul>\n</details>"
    yield "</section>"


def _anchor(one: Shown) -> str:
    return one.file.rpartition(".")[0]
