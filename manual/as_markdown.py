"""All pages of the manual as one page of the documentation."""

from collections.abc import Iterator

from manual.commands import Manual, Rows


def as_markdown(pages: tuple[Manual, ...]) -> str:
    """The page as text, each command under a heading of its own."""
    return "\n".join(line for page in pages for line in _lines(page))


def _lines(page: Manual) -> Iterator[str]:
    yield from (f"{'#' * min(len(page.words), 3)} {' '.join(page.words)}", "", _text(page.headline), "")
    for one in page.paragraphs:
        yield from (_text(one), "")
    yield from ("```text", f"{' '.join(page.words)} {page.synopsis}", "```", "")
    for one in page.examples:
        yield from ("For example:", "", "```sh", one, "```", "")
    yield from _table("argument", page.arguments)
    yield from _table("option", page.options)
    if page.epilog:
        yield from (_text(page.epilog), "")


def _table(title: str, rows: Rows) -> Iterator[str]:
    if rows:
        yield from (f"| {title} | meaning |", "|---|---|")
    for name, meaning in rows:
        yield f"| `{name.replace('|', chr(92) + '|')}` | {_text(meaning)} |"
    if rows:
        yield ""


def _text(text: str) -> str:
    """Letters of help, none of them markup; addresses that are examples stay text."""
    for sign in ("\\", "`", "*", "_", "<", "[", "]", "|", "#"):
        text = text.replace(sign, f"\\{sign}")
    return text
