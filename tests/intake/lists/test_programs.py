"""Data that programs assign: plain data are read as they stand, whatever quotes they have; nothing is run."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.lists.reading import left_out, listing, read
from vendor_registry.intake.lists.formats.page import Node
from vendor_registry.intake.lists.formats.read_js import assigned
from vendor_registry.intake.lists.formats.tree import scalar
from vendor_registry.model.text.origin import RefusedError

PROGRAM = """// kept by Legal
import { page } from './page';
export const subprocessors: Vendor[] = [
  { name: 'Acme\\u0020Inc.', purpose: "Mail", location: `Dublin, ` + 'Ireland', },  // a comma too many
  /* { name: 'Gone Ltd', purpose: 'Nothing', location: 'US' }, */
  {
    "name": "Beta GmbH", purpose: 'Customers\\' support', location: 'Germany', since: 2020, active: true, logo: null,
  },
];
page.render(subprocessors.map((one) => `<b>${one.name}</b>`));
"""
ROWS = [("4", "Acme Inc.", "Mail", "IE (Dublin)"), ("6", "Beta GmbH", "Customers' support", "DE")]


@pytest.mark.parametrize("name", ["vendors.js", "vendors.ts", "vendors.mjs"])
def test_a_file_of_a_program(name: str) -> None:
    assert read(PROGRAM, name, "purpose", "region") == ROWS


def test_a_script_of_a_page_that_names_no_vendor_itself() -> None:
    page = f"<h1>Subprocessors</h1><table id=t><tr><th>Name<th>Purpose</table><script>{PROGRAM}</script>"
    assert read(page, "a.html", "purpose", "region") == ROWS
    other = page.replace("subprocessors", "menu")  # nothing says that these are vendors
    with pytest.raises(RefusedError, match="no vendor is named"):
        listing(other, "a.html")


def test_data_under_a_name_of_the_window_and_in_an_attribute() -> None:
    data = '{"menu": [{"name": "Home", "type": "page"}], "subprocessors": [{"name": "Acme Inc.", "purpose": "Mail"}]}'
    for page in (
        f"<div id=app></div>\n<script>window.__DATA__ = {data};</script>",
        f'<div id=app></div>\n<script>window["__DATA__"] = {data};</script>',
        f"<div id=app></div>\n<script>window.state = JSON.parse({json.dumps(data)});</script>",
        f"<div id=app></div>\n<div data-page='{data}'></div>",
    ):
        assert read(page, "a.html", "purpose") == [("2", "Acme Inc.", "Mail")]


def test_exports_of_mdx_stand_for_the_table_that_is_drawn_of_them() -> None:
    page = f"# Sub-processors\n\n{PROGRAM.split('page.render')[0]}\n<Vendors rows={{subprocessors}} />\n"
    assert [row[1:] for row in read(page, "a.mdx", "purpose", "region")] == [row[1:] for row in ROWS]


def test_what_is_whole_of_data_that_a_program_works_out() -> None:
    text = """const app = { start() {}, vendors: [{ name: 'Acme Inc.', purpose: 'Mail' }], other: fetch('/x') };
const subprocessors = { core: [{ name: 'Beta GmbH', purpose: 'Hosting' }], more: load() };"""
    assert [row[1:] for row in read(text, "a.js", "purpose")] == [("Acme Inc.", "Mail"), ("Beta GmbH", "Hosting")]


def test_a_value_that_a_program_works_out_is_unknown() -> None:
    """A text that the program names is known; what it imports, calls or puts together is not. The others are read."""
    text = """const US = "United States";
const subprocessors = [
  { name: "Acme", logo: require("./a.png"), purpose: t('mail, "fast"'), location: US, icon: <Icon a={1} /> },
  ...others,
  { name: `${brand} Ltd`, purpose: "Chat", location: US },
];"""
    assert read(text, "a.js", "purpose", "region") == [("3", "Acme", "unknown", "US")]
    assert [one.split(" was left out")[0] for one in left_out(text, "a.js")] == [
        '2 "unknown"',
        "5 an entry",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "const vendors = load();",
        "const vendors = [name, { name: t('Acme'), purpose: `${x}` }];",
        "const vendors = [...others];",
        "const vendors = [{ name: 'Acme' purpose: 'Mail' }];",
        "const vendors = [",
        "const vendors = [{ name: 'Acme",
        "// nothing",
    ],
)
def test_a_program_without_plain_data_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match=r"assigns no plain data|no vendor is named"):
        listing(text, "a.js")


def test_what_nests_too_far_or_says_a_key_twice_is_refused() -> None:
    for text in ("const vendors = " + "[" * 5000 + "]" * 5000, "const vendors = [{ name: 'A Inc.', name: 'B Inc.' }]"):
        with pytest.raises(RefusedError, match=r"levels deep|stands twice"):
            listing(text, "a.js")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(st.lists(JSON), st.booleans())
def test_every_json_is_such_data(value: list[Any], as_ascii: bool) -> None:
    (found,) = assigned(f"const x = {json.dumps(value, ensure_ascii=as_ascii)};", "a.js")
    assert isinstance(found.node.value, dict)
    assert _plain(found.node.value["x"]) == _as_texts(value)


@given(st.text(alphabet="const x=[]{}:,'\"`\\/*\n a1+$", max_size=80))
def test_no_text_is_too_much(text: str) -> None:
    for found in assigned(f"const vendors = {text}", "a.js"):
        assert isinstance(found.node, Node)


def _plain(node: Node) -> Any:
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, tuple):
        return [_plain(one) for one in node.value]
    return {key: _plain(one) for key, one in node.value.items()}


def _as_texts(value: Any) -> Any:
    if isinstance(value, list):
        return [_as_texts(one) for one in value]
    return {key: _as_texts(one) for key, one in value.items()} if isinstance(value, dict) else scalar(value)


def test_data_that_a_page_streams_to_its_scripts() -> None:
    data = json.dumps(
        '1:["$","p",null,{"x":1}]\n7:["$","div",null,{"subprocessors":[{"name":"Acme","purpose":"Mail"}]}]\n'
    )
    page = f"<h1>x</h1><script>self.__next_f.push([0])</script><script>self.__next_f.push([1,{data}])</script>"
    assert read(page, "a.html", "purpose") == [("1", "Acme", "Mail")]
