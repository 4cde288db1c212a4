"""From the blocks of a page to its entries: each block under its headings, each by the reader of its kind."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vendor_registry.intake.lists.entries.announced import COLUMN, with_day
from vendor_registry.intake.lists.entries.bullets import paragraphs_as_points, read_items, says_what_they_do
from vendor_registry.intake.lists.entries.copied import copied_tables
from vendor_registry.intake.lists.entries.edition import Edition, edition
from vendor_registry.intake.lists.entries.entry import (
    ABOUT_VENDORS,
    INHERITED,
    LIKELY,
    Choice,
    Findings,
    ListEntry,
    Remark,
    Said,
)
from vendor_registry.intake.lists.entries.enumerated import enumerations_as_points, lines_as_points
from vendor_registry.intake.lists.entries.flattened import paragraphs_as_table
from vendor_registry.intake.lists.entries.footnotes import with_footnotes
from vendor_registry.intake.lists.entries.forms import say_what_they_do, vendors_by_form
from vendor_registry.intake.lists.entries.grids import read_table
from vendor_registry.intake.lists.entries.headed import names_with_points
from vendor_registry.intake.lists.entries.headings import standing_of_heading
from vendor_registry.intake.lists.entries.records import read_tree
from vendor_registry.intake.lists.entries.sections import entry_of_section, vendors_by_heading, vendors_in_prose
from vendor_registry.intake.lists.entries.strays import leave_out_strays
from vendor_registry.intake.lists.formats.page import Block, Heading, Items, Node, Paragraph, Table, Text
from vendor_registry.intake.lists.words.where import located_in
from vendor_registry.intake.words.complaints import quote

NO_LIST = re.compile(
    r"\b(?:change ?log|changes|history|revisions?|versions?|previous(?:ly)?|former(?:ly)?|removed|no longer|not used|"
    r"glossary|definitions?|document information|historie|änderung\w*|frühere|"
    r"versionshistorie|historique|historial)\b|변경",
    re.IGNORECASE,
)
HISTORY = re.compile(
    r"\bchange ?log\b|\bhistor|\bformer|\bprevious|\bremoved\b|\bno longer\b|\bnot used\b|frühere", re.I
)
COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
THIRD_ANNEX = re.compile(r"\b(?:annexe?|anhang|anexo) iii\b", re.IGNORECASE)  # where the clauses list sub-processors


class _Reader:
    """A page as far as it is read: the headings above, and the sentence that says where all below it are."""

    def __init__(self, choice: Choice, whole: bool = False) -> None:
        self.choice = choice
        self.whole = whole  # a page of which nothing is left otherwise: "Changes to our vendors" is read as well
        self.findings = Findings()
        self.headings: list[Heading] = []
        self.introduction = ""
        self.inherited: Said | None = None
        self.edition: Edition | None = None
        self.of_data: list[ListEntry] = []  # entries that stand in data, not on the page

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(heading.text.text for heading in self.headings)

    @property
    def left_out(self) -> str:
        """The heading because of which nothing here is read; "" where everything is."""
        nearest = self.groups[-1] if self.groups else ""
        if COOKIES.search(nearest) and not ABOUT_VENDORS.search(nearest):
            return nearest
        return next((one for one in self.groups if self.unwanted(one)), "")

    def unwanted(self, heading: str) -> bool:
        """Whether nothing below a heading is read: past changes, or what a person leaves out."""
        changes = NO_LIST.search(heading) is not None and standing_of_heading(heading) not in COLUMN
        read = changes and self.whole and _speaks_of_vendors(heading)
        if read:
            sentence = f"{quote(heading)} may be of changes alone; what stands below it is taken as in force: is it?"
            self.findings.remarks += [Remark("", sentence)] * (Remark("", sentence) not in self.findings.remarks)
        return (changes and not read) or heading in self.choice.skip

    def under(self, heading: Heading) -> None:
        self.headings = [
            *(one for one in self.headings if one.level < heading.level),
            *([heading] if heading.text.text else []),
        ]
        self.introduction, self.inherited = heading.text.text, None

    def look_at_edition(self, block: Block) -> None:
        """Keep the first words of the page that say as of which day it holds."""
        if self.edition is None and not self.left_out and all(map(_is_of_now, self.groups)):
            self.edition = edition(block)

    def block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self.under(block)
        elif isinstance(block, Paragraph):
            self.introduction = block.text.text
            sentence = located_in(block.text.text)
            self.inherited = Said(INHERITED, Text(sentence), "region", LIKELY) if sentence else None
        elif self.left_out and isinstance(block, Table | Items):
            kind = "table" if isinstance(block, Table) else "list"
            self.findings.remark(block.place, f"a {kind} was left out, as it stands under {quote(self.left_out)}")
        elif isinstance(block, Table):
            read_table(block, self.groups, self.choice, self.findings)
        elif isinstance(block, Items):
            self._items(block)
        else:
            read_tree(block, self.groups, self.choice, self.findings)

    def _items(self, block: Items) -> None:
        about = ABOUT_VENDORS.search(" ".join((*self.groups, self.introduction))) or says_what_they_do(
            block, self.choice
        )
        if not about or not read_items(block, self.groups, self.inherited, self.choice, self.findings):
            self.findings.remark(block.place, f"a list was left out, as its points name no vendors: {_shown(block)}")


def entries_of(blocks: Sequence[Block], choice: Choice) -> Findings:
    """All entries of a page in its order, and what of it was left out.

    Names in prose are looked for only where the page has no table and no list of vendors.
    """
    blocks = paragraphs_as_points(paragraphs_as_table(lines_as_points(blocks), choice), choice)
    blocks = names_with_points(copied_tables(blocks, choice), choice)
    reader = _Reader(choice)
    _read(blocks, reader)
    named = enumerations_as_points(blocks) if not reader.findings.entries else blocks
    if len(named) > len(blocks):
        reader = _Reader(choice)
        _read(named, reader)
    if not reader.findings.entries and any(map(_is_of_changes, blocks)):
        whole = _Reader(choice, whole=True)
        _read(blocks, whole)
        reader = whole if whole.findings.entries else reader
    leave_out_strays(reader.findings, reader.of_data)
    if not reader.findings.entries:
        vendors_in_prose(blocks, reader.findings)
    with_footnotes(blocks, reader.findings)
    _tell_edition(reader)
    return reader.findings


def _tell_edition(reader: _Reader) -> None:
    found = reader.edition
    if found and found.day:
        reader.findings.updated = found.day
        sentence = f"the list says {quote(found.words)}; {found.day} stands in the source of every row"
        reader.findings.remark(found.place, sentence)
    elif found:
        sentence = f"the list says {quote(found.words)}, which can be read as two days; none of them is taken over"
        reader.findings.remark(found.place, sentence)


def _is_of_changes(block: Block) -> bool:
    words = block.text.text if isinstance(block, Heading) else ""
    return NO_LIST.search(words) is not None and _speaks_of_vendors(words)


def _speaks_of_vendors(heading: str) -> bool:
    """Whether a heading of changes may stand above all vendors; a history, or who has left, never does."""
    return bool(ABOUT_VENDORS.search(heading)) and not HISTORY.search(heading)


def _is_of_now(heading: str) -> bool:
    return standing_of_heading(heading) not in COLUMN


def _read(blocks: Sequence[Block], reader: _Reader) -> None:
    """All blocks of a page, each under its headings."""
    choice, findings = reader.choice, reader.findings
    vendors = vendors_by_heading(blocks, choice)
    forms = vendors_by_form(blocks, choice)
    end = 0
    for number, block in enumerate(blocks):
        before = len(findings.entries)
        reader.look_at_edition(block)
        if number in vendors and isinstance(block, Heading) and not reader.unwanted(block.text.text):
            reader.headings = [one for one in reader.headings if one.level < block.level]
            end = vendors[number]
            findings.entries.append(entry_of_section(blocks, number, end, reader.groups, choice))
        elif (
            number in forms
            and number >= end
            and not reader.left_out
            and (_about_vendors(reader, block) or say_what_they_do(forms[number][1]))
        ):
            end, entries = forms[number]
            findings.entries += [replace(one, groups=reader.groups) for one in entries]
        elif number >= end:
            reader.block(block)
        findings.entries[before:] = [with_day(one, reader.introduction) for one in findings.entries[before:]]
        reader.of_data += findings.entries[before:] if isinstance(block, Node) else []


def _about_vendors(reader: _Reader, block: Block) -> bool:
    """Whether the headings, or the words with which a run begins, say so: the parties to a contract have forms too."""
    words = block.text.text if isinstance(block, Paragraph) else ""
    return any(ABOUT_VENDORS.search(one) or THIRD_ANNEX.search(one) for one in (*reader.groups, words))


def _shown(block: Items) -> str:
    return quote(block.items[0].text.text if block.items else "")
