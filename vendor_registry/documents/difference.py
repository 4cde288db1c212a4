"""What differs between two states of the register, for people: the changes, and what follows from them."""

from collections.abc import Iterable, Iterator

from vendor_registry.case.case import Case
from vendor_registry.changes.change import Change, Kind
from vendor_registry.changes.difference import Difference
from vendor_registry.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    cell,
    line,
)
from vendor_registry.documents.parts import consequences
from vendor_registry.documents.parts.frame import framed
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.summaries import in_language, summary

_WIDTHS = {"vendor": 20, "change": 18, "before": 31, "after": 31}
_SUMMED = (Kind.ADDED, Kind.REMOVED, Kind.REPLACED, Kind.RENAMED)


def difference(found: Difference, case: Case, *, language: str = "en") -> Document:
    """The changes by vendor, then what data newly reaches, new transfers, and findings that are new or fixed.

    `case` is the register afterwards. Raises UsageError for a language without wording.
    """
    names = Names(case.policy, phrases(language))
    say = names.phrases.say
    return framed(
        say("difference.title"),
        found.day,
        names,
        (
            _head(found, names),
            *([Paragraph(line(say("difference.none")))] if found.is_empty else _changes(found.changes, names)),
            *consequences.blocks(found, case, names),
        ),
    )


def _head(found: Difference, names: Names) -> Fields:
    say, missing = names.phrases.say, names.phrases.say("difference.nobody")
    fields = (
        ("before", found.before.worded(say)),
        ("after", found.after.worded(say)),
        ("day", names.day(found.day)),
        *((str(kind), names.phrases.series(found.vendors(kind))) for kind in _SUMMED),
        ("findings", _counts(found, names)),
    )
    return Fields(
        say("difference.title"), tuple((say(f"difference.{key}"), cell(text, missing)) for key, text in fields)
    )


def _counts(found: Difference, names: Names) -> str:
    counted = found.findings
    return names.phrases.say(
        "difference.counts", new=len(counted.new), worse=len(counted.changed), fixed=len(counted.fixed)
    )


def _changes(changes: Iterable[Change], names: Names) -> Iterator[Block]:
    rows = tuple(_row(one, names) for one in changes)
    if rows:
        title = names.phrases.say("difference.changes")
        columns = tuple(Column(names.phrases.say(f"difference.{key}"), width) for key, width in _WIDTHS.items())
        yield Heading(title)
        yield Table(title, columns, rows)


def _row(one: Change, names: Names) -> Row:
    vendor: Cell = (line(one.vendor, Style.STRONG), line(", ".join(one.keys)))
    before, after = (_side(one, text, names) for text in (one.before, one.after))
    return Row((vendor, _kind(one, names), before, after))


def _kind(one: Change, names: Names) -> Cell:
    """The change in words, below it the column, and from when it counts."""
    say = names.phrases.say
    column = (line(f"[{one.column}]"),) if one.column else ()
    day = (line(say("difference.effective", day=names.short_day(one.effective))),) if one.effective else ()
    return (line(say(f"change.{one.kind}")), *column, *day)


def _side(one: Change, text: str, names: Names) -> Cell:
    """A cell as it is written, of translations those into the language; of an engagement that came or went only one
    side says something."""
    if not one.column:
        return cell(summary(one, text, names), "–")
    translated = in_language(text, names.phrases.language) if one.column == "purpose" else ""
    return cell(translated or text, names.phrases.say("difference.blank"))
