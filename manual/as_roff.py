"""A page of the manual in the language of man pages (man(7))."""

from collections.abc import Iterator

from manual.commands import Manual, Rows

FILES: Rows = (
    ("data/vendors.csv", "The sheet of engagements; --sheet names another."),
    ("data/policy.toml", "The policy; --policy names another."),
    (".vendors/registry.db", "The published revisions."),
)
ENVIRONMENT: Rows = (
    ("VENDORS_DATABASE_URL", "Where revisions are kept: sqlite:///FILE or postgresql://..."),
    ("NO_COLOR", "Where it is set, nothing is coloured."),
)


def as_roff(page: Manual, release: str, others: tuple[Manual, ...]) -> str:
    """The page as text. `release` is what stands at its foot; `others` are all pages, to refer to."""
    return "\n".join(_lines(page, release, others)) + "\n"


def _lines(page: Manual, release: str, others: tuple[Manual, ...]) -> Iterator[str]:
    yield f'.TH "{_text(page.name.upper())}" 1 "" "{_text(release)}" "User Commands"'
    yield from (".SH NAME", f"{_text(page.name)} \\- {_text(page.headline[0].lower() + page.headline[1:].rstrip('.'))}")
    yield from (".SH SYNOPSIS", f".B {_text(' '.join(page.words))}", _text(page.synopsis))
    yield from (".SH DESCRIPTION", _text(page.headline))
    for one in page.paragraphs:
        yield from (".PP", _text(one))
    yield from _rows("ARGUMENTS", page.arguments)
    yield from _rows("OPTIONS", page.options)
    yield from _rows("COMMANDS", page.commands)
    for number, one in enumerate(page.examples):
        yield from ([".SH EXAMPLES"] if not number else [".PP"])
        yield from (".EX", _text(one), ".EE")
    if page.epilog:
        yield from (".SH EXIT STATUS", _text(page.epilog.removeprefix("Exit status: ").capitalize()))
        yield from _rows("FILES", FILES)
        yield from _rows("ENVIRONMENT", ENVIRONMENT)
    related = [one.name for one in others if _related(page, one)]
    if related:
        yield from (".SH SEE ALSO", ",\n".join(f"\\fB{_text(name)}\\fR(1)" for name in related))


def _rows(title: str, rows: Rows) -> Iterator[str]:
    if rows:
        yield f".SH {title}"
    for name, meaning in rows:
        yield from (".TP", f".B {_text(name)}", _text(meaning or "(no more is said of it)"))


def _related(page: Manual, other: Manual) -> bool:
    """Above it, or right below."""
    return other.words == page.words[:-1] or other.words[:-1] == page.words


def _text(text: str) -> str:
    """Nothing in it is an instruction: no backslash, no line that begins with a full stop or an apostrophe."""
    safe = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
