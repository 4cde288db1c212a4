"""Whatever strangers write into the sheet and the policy, every command shows it and nothing obeys it.

Each floor has its own tests of this. Here the texts go the whole way: from the files, through the command line, into
every format, and each output is read back by a reader that knows nothing of us.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import docx
import jsonschema
import pypdf
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.drawing import mermaid, png
from tests.running import DAY, Ran, vendors
from tests.small import WHOLE_VIEWS as VIEWS
from vendor_registry.drawing.layout import engine
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.model.text.visible import printable, visible

TEXTS = {
    "formula": "=cmd|' /C calc'!A0",
    "sum": "@SUM(1+1)*cmd",
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "dot": '"]; x [label="',
    "jinja": "{{7*7}} {% raw %} ${7*7}",
    "typst": '#import "x" #panic() $7*7$ *b*',
    "right to left": "\u202egnp.exe\u202c \u200fעברית",
    "pipe": "a|b | c",
    "emoji": "👩‍💻🔥 Ünïcode",
    "quotes": "\"q\" 'r' `s` ''' \"\"\"",
    "backslash": "C:\\new\\N\\",
    "log command": "%0A::error file=x::pwned",
    "lines": "one\n::error::two\n##[error]three ##vso[task.complete]\n| a | b |\n# four",
    "entity": "&lt;script&gt; &amp; <!-- --> ]]> <?pi?>",
    "markdown": "[a](javascript:alert(1)) ![](http://x.example) **b** <b>",
    "mermaid": 'a"]:::x %%{init:{}}%% end',
    "long": "x" * 5_000,
}
ANSI = "\x1b[31mred\x1b[0m\x07"  # gets no further than the command line: sheets and policies with it are refused
COLUMNS = (
    "vendor",
    "legal_name",
    "address",
    "contact",
    "purpose",
    "purpose_de",
    "measures",
    "retention",
    "source",
    "notes",
)
HEADER = "<script>alert(2)</script>\n::error::header"
UNKNOWN = f'data/vendors.csv: column "{visible(HEADER)}" is not one of ours and is left alone.\n'
KEYS = {f"h{number:02}": text for number, text in enumerate(TEXTS.values())}
BROKEN_OUT = re.compile(r"\x1b|\x07|[\u202a-\u202e\u2066-\u2069]")  # what a terminal would obey
ALL = " ".join(text for name, text in TEXTS.items() if name != "long")


def _sheet() -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    rest = (
        "key",
        "country",
        "role",
        "service",
        "products",
        "zone",
        "data_subjects",
        "data",
        "region",
        "dpa_url",
        "since",
    )
    writer.writerow((*COLUMNS, *rest, HEADER))
    for key, text in KEYS.items():
        detail = re.sub(r"[();]", "", text)
        own = f"of-{key}"
        link = 'https://x.example/"><script>alert(3)</script>'
        row = ("US", "sub-processor", own, "*", "eu", own, own, f"US ({detail})", link, "2024-01-01", text)
        writer.writerow((*[text] * len(COLUMNS), key, *row))
    return out.getvalue()


def _policy() -> str:
    """A name of every kind for each text; texts that stand alone (the company's, a rule's) hold all of them."""
    lines = ["[company]", 'country = "DE"']
    fields = ("name", "legal_name", "address", "contact", "dpo", "authority", "representative")
    lines += [f"{field} = {_quoted(ALL)}" for field in fields]
    for table, names in (("products", {"p": ALL}), ("zones", {"eu": ALL, "us": ALL}), ("services", {})):
        keyed = names or {f"of-{key}": text for key, text in KEYS.items()}
        for key, text in keyed.items():
            lines += [f"[{table}.{key}]", f"name = {_quoted(text)}"]
            lines += [f"places = {json.dumps(['EEA'] if key == 'eu' else ['US'])}"] if table == "zones" else []
    own = [f"of-{key}" for key in KEYS]
    for key, text in KEYS.items():
        lines += [f"[data_subjects.of-{key}]", f"name = {_quoted(text)}", f"[data.of-{key}]", f"name = {_quoted(text)}"]
    lines += ["[systems.base]", f"name = {_quoted(ALL)}", 'products = ["p"]', 'zone = "eu"', 'region = "DE"']
    lines += [f"data_subjects = {json.dumps(own)}", f"data = {json.dumps(own)}"]
    lines += ["[[rules]]", 'id = "apart"', 'type = "isolation"', 'between = ["eu", "us"]', f"data = {json.dumps(own)}"]
    lines += [f"{field} = {_quoted(ALL)}" for field in ("statement", "why", "how")]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "data").mkdir()
    (folder / "data" / "vendors.csv").write_text(_sheet(), encoding="utf-8", newline="")
    (folder / "data" / "policy.toml").write_text(_policy(), encoding="utf-8", newline="")
    return folder


@pytest.fixture(autouse=True)
def _there(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def run(*arguments: str, status: int = 0) -> Ran:
    """A command whose exit status is the expected one and whose talk steers no terminal and no build server."""
    ran = vendors(*arguments)
    assert ran.status == status, ran.err
    quiet(ran.err)
    return ran


def quiet(text: str) -> None:
    assert not BROKEN_OUT.search(text)
    for line in text.split("\n"):
        assert not line.lstrip().startswith("::"), line[:80]
        assert not re.search(r"##[a-z]*\[", line), line[:80]


def bare(text: str) -> str:
    """Without what typesetting may add or take: blanks, soft hyphens, direction marks."""
    return re.sub(r"[\s\u00ad\u200d-\u200f\ufe0f\ufffe\x02]", "", text)


def checked(name: str) -> str:
    return run("check", "--as-of", DAY, "--format", name, status=1).out


def test_the_text_report_is_lines_of_plain_text(office: Path) -> None:
    text = checked("text")
    quiet(text)
    for key in KEYS:
        assert f"{key} (" in text
    assert "data/vendors.csv:3 [region]  broken" in text, "the header takes two lines"


def test_the_json_report_keeps_texts_and_its_schema(office: Path) -> None:
    found = json.loads(checked("json"))
    schema = json.loads((Path(__file__).parents[1] / "docs" / "findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(found)
    messages = "\n".join(one["message"] for one in found["findings"])
    assert len(found["findings"]) >= 2 * len(KEYS)
    assert TEXTS["script"] in messages
    assert TEXTS["jinja"] in messages


def test_sarif_and_junit_can_be_read_and_count_the_same_findings(office: Path) -> None:
    findings = json.loads(checked("json"))["findings"]
    sarif = json.loads(checked("sarif"))
    ours = Path(__file__).parent / "reports" / "formats" / "sarif_subset.schema.json"
    jsonschema.Draft202012Validator(json.loads(ours.read_text(encoding="utf-8"))).validate(sarif)
    assert len(sarif["runs"][0]["results"]) == len(findings)
    suites = ElementTree.fromstring(checked("junit"))
    assert {one.tag for one in suites.iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out", "properties", "property",
    }  # fmt: skip
    assert TEXTS["script"] in "".join(suites.itertext())


def test_every_github_annotation_is_one_of_ours(office: Path) -> None:
    findings = json.loads(checked("json"))["findings"]
    text = checked("github")
    assert not BROKEN_OUT.search(text)
    assert not re.search(r"##[a-z]*\[", text)
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert 0 < len(commands) <= len(findings) + 1
    place = r"file=data/vendors\.csv,line=\d+(,endLine=\d+|,col=\d+(,endColumn=\d+)?)?"
    for command in commands:
        properties = re.fullmatch(r"::(?:error|warning|notice) ([^:]*)::(.*)", command)
        assert properties, command[:80]
        assert re.fullmatch(rf"({place},)?title=[^,]*", properties[1]), command[:80]
        assert "%0A::error file" not in command, "what a cell writes is not unescaped"


MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SHOWN_BY_US = {"<br>", "<details>", "</details>", "<summary>", "</summary>"}


def sound_markdown(text: str) -> None:
    """No link, image or element of a stranger; every row of a table has as many cells as its head."""
    for token in _tokens(text):
        assert token.type not in ("link_open", "image"), token.content
        if token.type in ("html_inline", "html_block"):
            strange = set(re.findall(r"<[^>]*>", token.content)) - SHOWN_BY_US
            assert all(re.fullmatch(r"<!-- vendors-seal: [^<>]* -->", one) for one in strange), token.content[:80]
    bars = 0
    for line in text.split("\n"):
        found = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) if line.startswith("|") else 0
        assert not bars or found in (0, bars), line[:80]
        bars = found


def _tokens(text: str) -> Iterator[Token]:
    for token in MARKDOWN.parse(text):
        yield token
        yield from token.children or ()


def test_the_markdown_report_is_whole_tables_and_no_markup_of_strangers(office: Path) -> None:
    text = checked("markdown")
    assert not BROKEN_OUT.search(text)
    sound_markdown(text)


@pytest.mark.parametrize("command", ["check", "list"])
def test_csv_comes_back_with_its_rows_and_runs_nothing(office: Path, command: str) -> None:
    ran = run(command, "--as-of", DAY, "--format", "csv", status=int(command == "check"))
    header, *rows = csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"), newline=""), strict=True)
    assert len(rows) >= len(KEYS)
    for row in rows:
        assert len(row) == len(header)
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)
        assert not any(BROKEN_OUT.search(cell) for cell in row)
    assert any(visible(TEXTS["script"]) in cell for row in rows for cell in row)
    quiet(ran.out)


def test_another_list_held_against_the_register_breaks_nothing(office: Path) -> None:
    """The sheet itself as a list of somebody else, and half of it, so that some are named as missing."""
    half = (office / "data" / "vendors.csv").read_bytes().splitlines(keepends=True)[:-3]
    (office / "half.csv").write_bytes(b"".join(half))
    for name in ("text", "csv", "json"):
        ran = run("reconcile", "half.csv", "--as-of", DAY, "--format", name, status=1)
        assert not BROKEN_OUT.search(ran.out), name
        if name != "json":  # which keeps texts
            quiet(ran.out)
    header, *rows = csv.reader(io.StringIO(run("reconcile", "half.csv", "--format", "csv", status=1).out), strict=True)
    assert rows
    assert all(len(row) == len(header) for row in rows)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row)


class Page(HTMLParser):
    """The elements, attributes and texts that a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_html_annex_has_no_element_and_no_attribute_of_a_stranger(office: Path) -> None:
    page = Page(run("annex", "--as-of", DAY, "--format", "html", "-o", "-").out)
    assert not page.tags & {"script", "img", "a", "iframe", "b", "link", "object", "form", "svg"}
    assert not any(name.startswith("on") or name in ("href", "src") for name in page.attributes)
    assert not BROKEN_OUT.search(page.text)
    for text in TEXTS.values():
        assert bare(printable(text)) in bare(page.text)
    assert "49" not in page.text.replace("249", "")


def test_the_markdown_annex_is_whole_tables_and_no_markup_of_strangers(office: Path) -> None:
    text = run("annex", "--as-of", DAY, "--format", "md", "-o", "-").out
    assert not BROKEN_OUT.search(text)
    sound_markdown(text)
    rows = [line for line in text.split("\n") if line.startswith("| **")]
    assert len(rows) == len(KEYS)


def test_the_word_annex_opens_and_links_to_nothing(office: Path) -> None:
    run("annex", "--as-of", DAY, "-o", "annex.docx")
    word = docx.Document("annex.docx")
    cells = "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    for text in TEXTS.values():
        assert bare(printable(text)) in bare(cells)
    assert "49" not in cells
    with zipfile.ZipFile("annex.docx") as parts:
        for name in parts.namelist():
            part = parts.read(name)
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(part)
            assert b'TargetMode="External"' not in part
            assert b"w:instrText" not in part or b"PAGE" in part, "no field but the number of the page"


def test_the_pdf_annex_shows_commands_of_its_typesetter_as_text(office: Path) -> None:
    run("annex", "--as-of", DAY, "-o", "annex.pdf")
    reader = pypdf.PdfReader("annex.pdf", strict=True)
    text = bare("".join(page.extract_text() for page in reader.pages))
    for name in ("formula", "script", "dot", "jinja", "typst", "backslash", "log command"):
        assert bare(TEXTS[name]) in text, name
    assert "x" * 1_000 in text
    assert "49" not in text
    assert "/JavaScript" not in str(reader.trailer["/Root"])


@pytest.mark.parametrize("view", VIEWS)
def test_diagrams_have_the_boxes_of_the_sheet_and_no_others(office: Path, view: str) -> None:
    made = {name: run(*_graph(view, name), "-o", "-").out for name in ("svg", "dot", "mermaid", "json")}
    [picture] = json.loads(made["json"])["pages"]
    boxes, lines = len(picture["nodes"]), len(picture["edges"])
    assert boxes >= len(KEYS)

    drawn = json.loads(engine.render(made["dot"], "wasm", "json0"))
    assert len([one for one in drawn["objects"] if not one["name"].startswith("cluster")]) == boxes
    assert len(drawn["edges"]) == lines
    chart = mermaid.read(made["mermaid"])
    assert (len(chart.boxes), len(chart.edges)) == (boxes, lines)

    svg = ElementTree.fromstring(made["svg"])
    assert not {"script", "foreignObject", "image", "a", "img"} & {one.tag.rpartition("}")[2] for one in svg.iter()}
    assert not any(name.rpartition("}")[2].startswith("on") for one in svg.iter() for name in one.attrib)
    shown = bare("".join(svg.itertext()))
    for text in TEXTS.values():
        assert bare(clean(text)) in shown
    for text in made.values():
        assert not BROKEN_OUT.search(text)


@pytest.mark.parametrize("view", VIEWS)
def test_pictures_and_pages_can_be_opened(office: Path, view: str) -> None:
    run(*_graph(view, "png"), "-o", f"{view}.png")
    assert png.read(Path(f"{view}.png").read_bytes())[0] > 800
    run(*_graph(view, "pdf"), "-o", f"{view}.pdf")
    pages = pypdf.PdfReader(f"{view}.pdf", strict=True).pages
    assert TEXTS["script"] in "\n".join(page.extract_text() for page in pages)


def _graph(view: str, name: str) -> tuple[str, ...]:
    return ("graph", "--as-of", DAY, "--view", view, "--format", name, "--full")


def test_what_a_terminal_shows_stays_on_its_lines(office: Path) -> None:
    """list, list --count-by, show, rules: a row is a line, and nothing moves the cursor."""
    listed = run("list", "--as-of", DAY).out
    assert len(listed.splitlines()) == len(KEYS) + 2
    counted = run("list", "--as-of", DAY, "--count-by", "vendor", "--count-by", "zone").out
    assert len(counted.splitlines()) == len(KEYS) + 3
    shown = "".join(run("show", key, "--as-of", DAY).out for key in KEYS)
    rules = run("rules").out
    for text in (listed, counted, shown, rules):
        quiet(text)
    assert shown.count("\n  seat      US\n") == len(KEYS)
    assert [line for line in rules.split("\n") if line.startswith("  apart ")] != []


def test_the_json_list_keeps_texts_as_they_were(office: Path) -> None:
    found = json.loads(run("list", "--as-of", DAY, "--format", "json").out)
    assert {one["key"]: one["vendor"] for one in found} == KEYS


def test_an_unknown_header_is_mentioned_on_one_line(office: Path) -> None:
    assert run("list", "--as-of", DAY).err == UNKNOWN


def test_the_store_keeps_texts_and_the_log_shows_notes_as_text(office: Path) -> None:
    run("publish", "--note", ANSI + ALL)
    log = run("log").out
    assert len(log.splitlines()) == 1
    quiet(log)
    assert visible(ANSI + ALL) in log


def test_hostile_words_in_a_request_are_quoted_and_not_obeyed(office: Path) -> None:
    word = "\x1b[2J##[error]\n::error::x"
    for arguments in (
        ["show", word],
        ["annex", "--product", word],
        ["graph", "--view", word],
        ["list", "--count-by", word],
    ):
        ran = vendors(*arguments)
        assert (ran.status, ran.stdout) == (2, b"")
        quiet(ran.err.removeprefix(UNKNOWN))


def test_faults_quote_hostile_cells_on_one_line_each(office: Path, tmp_path: Path) -> None:
    """Every text in a column that cannot hold it."""
    header, *rows = csv.reader(io.StringIO(_sheet(), newline=""))
    spoilt = [
        [text if name == "role" else cell for name, cell in zip(header, row, strict=True)]
        for row, text in zip(rows, TEXTS.values(), strict=True)
    ]
    out = io.StringIO()
    csv.writer(out).writerows([header, *spoilt])
    (tmp_path / "bad.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    ran = vendors("check", "--all-faults", "--sheet", str(tmp_path / "bad.csv"))
    assert (ran.status, ran.stdout) == (2, b"")
    quiet(ran.err)
    assert len(re.findall(r"bad\.csv:\d+ \[role\] ", ran.err)) == len(KEYS)
    assert ran.err.endswith(f"{len(KEYS)} faults; nothing was written.\n")


def test_a_sheet_and_a_policy_with_escape_sequences_are_refused(office: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(_sheet().replace(TEXTS["emoji"], ANSI), encoding="utf-8", newline="")
    policy = (office / "data" / "policy.toml").read_text(encoding="utf-8")
    (tmp_path / "bad.toml").write_text(f'{policy}\n[products.q]\nname = "\\u001b[31mred"\n', encoding="utf-8")
    for arguments in (["--sheet", str(tmp_path / "bad.csv")], ["--policy", str(tmp_path / "bad.toml")]):
        ran = vendors("list", *arguments)
        assert (ran.status, ran.stdout) == (2, b"")
        assert "holds a control character (U+001B)" in ran.err
        quiet(ran.err)
