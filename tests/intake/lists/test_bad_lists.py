"""Lists that cannot be read: one sentence each, whatever is done to them, and never a traceback."""

import contextlib
import io
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.lists.reading import listing
from tests.intake.lists.test_formats import CSV, HTML
from tests.intake.lists.test_markdown import TABLE
from vendor_registry.intake.columns import BY_HEADER
from vendor_registry.intake.lists.formats.readers import READERS
from vendor_registry.model.text.origin import RefusedError, VendorsError
from vendor_registry.use_cases.register.incoming import as_sheet

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def _zip(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "name", "line", "message"),
    [
        (
            b"| Vendor | Purpose |\n|--|--|\n| A | b |\n| C d |\n| E | f | g |\n",
            "a.md",
            5,
            "this row of a table has 3 cells where 2",
        ),
        (
            b"| Vendor | Purpose | Where |\n|--|--|--|\n| A | b |\n",
            "a.md",
            3,
            "this row of a table has 2 cells where 3 belong",
        ),
        (
            b"Vendors\n\n| Vendor | Purpose |\n| A | b | c |\n| C | d |\n",
            "a.md",
            3,
            "begins a table that cannot be read",
        ),
        (b"# Us\n\nNothing here.\n", "a.md", 0, "no vendor is named in this list"),
        ("Anbieter;Zweck\nMüller;x\n".encode() + "Böll;y\n".encode("latin-1"), "a.md", 3, "another encoding"),
        (b"a\0b", "a.md", 1, "control character (U+0000)"),
        (b"{", "a.json", 1, "this is not JSON"),
        (b"[" * 10_000 + b"]" * 10_000, "a.json", 1, "more than 60 levels deep"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "a.json", 1, "more than 60 levels deep"),
        (b'{"name": "A", "name": "B"}', "a.json", 1, '"name" stands twice'),
        (b"- name: !!python/object/apply:os.system ['true']\n", "a.yaml", 1, "tags are not read"),
        (BOMB.encode(), "a.yaml", None, "unfolds to more than"),
        (b"[" * 5000, "a.yaml", None, ""),
        (b"a: [1, 2\nb: 3", "a.yaml", 2, "this is not YAML"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.docx", 0, "locked with a password"),
        (b"PK\x03\x04 no", "a.docx", 0, "cannot be opened"),
        (_zip("word/document.xml", b"0" * 110_000_000), "a.docx", 0, "unpacks to more than 100,000,000 bytes"),
        (_zip("_rels/.rels", b"<x/>"), "a.docx", 0, "cannot be opened"),
        (_zip("word/document.xml", b"<x/>"), "a.docx", 0, "cannot be opened"),
        (b"", "a.csv", 0, "the file is empty"),
        (b"", "a.html", 0, "the file is empty"),
        (b"", "a.docx", 0, "cannot be opened"),
        (b"<div>" * 10_000, "a.html", 0, "no vendor is named"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(raw: bytes, name: str, line: int | None, message: str) -> None:
    with pytest.raises(RefusedError) as refused:
        listing(raw, name)
    (fault,) = refused.value.faults
    assert message in fault.message
    assert line is None or fault.cell.line == line
    assert "\n" not in fault.message


@pytest.mark.parametrize(
    ("raw", "name", "message"),
    [
        (b"%PDF-1.7\n1 0 obj", "list.pdf", "this is a PDF"),
        (b"%PDF-1.7\n1 0 obj", "list.docx", "this is a PDF"),
        (b"{\\rtf1\\ansi Sub-processor}", "list.rtf", "this is a text in RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "list.png", "this is a picture"),
        (b"\xd0\xcf\x11\xe0" + bytes(3000), "list.doc", "this is a document of an older Office"),
        (b" \r\n", "list.txt", "the file is empty"),
        (b"", "list.html", "the file is empty"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(raw: bytes, name: str, message: str) -> None:
    with pytest.raises(RefusedError, match=f"^{name}: {message}"):
        listing(raw, name)


def test_a_cell_that_covers_a_million_rows_costs_nothing() -> None:
    text = "<table><tr><th>Vendor<th>Purpose<tr><td rowspan=1000000 colspan=999999999999>A<td>b</table>"
    (row,) = listing(text, "a.html").rows
    assert (row.cells["vendor"], row.cells["purpose"]) == ("A", "b")


def test_a_tab_without_words_that_can_be_shown_names_no_part() -> None:
    table = "<table><tr><th>Vendor<th>Purpose<tr><td>A<td>b</table>"
    page = f'<p id="a">&#1;&#x0b;</p><div role="tabpanel" aria-labelledby="a">{table}</div>'
    assert [row.cells["vendor"] for row in listing(page, "a.html").rows] == ["A"]


@pytest.mark.parametrize(
    "line",
    [
        "Name",
        "Name Purpose Location",
        "Acme\nMail\nGermany\n",
        "const vendors = [{",
        "{| a\n|-",
        "|===\n|a",
        "+--+--+\n",
    ],
)
@pytest.mark.parametrize("kind", ["txt", "js", "md", "rst", "adoc", "wiki"])
def test_the_same_line_again_and_again_takes_no_longer_than_its_length(line: str, kind: str) -> None:
    """Whoever looks from each line at all that follow needs minutes for these."""
    with contextlib.suppress(VendorsError):
        listing(f"{line}\n" * 2_000, f"list.{kind}")


SAMPLES = {
    "md": TABLE,
    "html": HTML,
    "json": '[{"name": "Acme", "purpose": "hosting", "location": "EU"}, {"name": "Beta", "data": ["x"]}]',
    "yaml": "- name: Acme\n  purpose: hosting\n  location: EU\n- name: Beta\n  data: [x, y]\n",
    "csv": CSV,
    "js": "const vendors = [{ name: 'Acme', purpose: `mail`, location: x() }, { name: \"Beta\", data: [1, [2]] }];\n",
    "rst": "Subs\n====\n\n"
    + "".join(f"{line}\n" for line in ("+---+---+", "| A | B |", "+===+===+", "| C | D |", "+---+---+")),
    "adoc": '[cols="1,1"]\n|===\n|Vendor |Purpose\n.2+|Acme |mail\na|chat\n|===\n',
    "wiki": '{| class="x"\n|+ All\n! Vendor !! Purpose\n|-\n| rowspan="2" | Acme || [[a|mail]]\n|-\n| chat\n|}\n',
    "org": "#+TITLE: Vendors\n* Now\n| Vendor | Purpose |\n|--------+---------|\n| Acme | mail |\n| Beta | chat |\n",
    "txt": "Name Purpose Location\nAcme Inc. Mail US\nBeta Ltd Chat UK\n\nVendors\nC\tMail\tUS\nD\tChat\tUK\n",
}


@pytest.mark.parametrize("kind", SAMPLES)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_mutated_lists_are_read_or_refused(kind: str, seed: int) -> None:
    """Bytes changed, cut, doubled and swapped: rows that a sheet can hold, or a sentence."""
    chance = random.Random(seed)
    raw = bytearray(SAMPLES[kind].encode())
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(raw) + 1)
        end = min(len(raw), at + chance.randint(0, 30))
        raw[at:end] = chance.choice(
            [b"", bytes([chance.randrange(256)]), bytes(raw[at:end]) * 2, b"|", b"<", b"{", b"&a *a", b"\n\n", b"=1+1"]
        )
    try:
        found = listing(bytes(raw), f"list.{kind}")
    except VendorsError:
        return
    assert found.rows
    keys = [row.cells["key"] for row in found.rows]
    assert len(set(keys)) == len(keys)
    assert all(set(row.cells) <= set(BY_HEADER) for row in found.rows)
    assert as_sheet(found.rows).decode("utf-8-sig").startswith("key,vendor,")


@settings(max_examples=60, deadline=None)
@given(raw=st.binary(max_size=300), kind=st.sampled_from(sorted(READERS)))
def test_any_bytes_are_read_or_refused(raw: bytes, kind: str) -> None:
    with contextlib.suppress(VendorsError):
        listing(raw, f"list.{READERS[kind][1][0].removeprefix('.')}")


@pytest.mark.parametrize("name", ["list.csv", "list.md", "list.txt", "list.html", "list.yaml"])
@pytest.mark.parametrize(
    ("unit", "said"),
    [("a\n", "this list has more than 200,000 lines"), ("a" * 1_000_000, "this list has more than 20,000,000 bytes")],
    ids=["lines", "bytes"],
)
def test_a_list_that_is_longer_than_any_is_refused_before_it_is_taken_apart(name: str, unit: str, said: str) -> None:
    """Twenty megabytes of nothing took minutes, and gigabytes."""
    with pytest.raises(RefusedError, match=said):
        listing(unit * (200_001 if unit.endswith("\n") else 21), name)
