"""What a document says of itself to programs, in every format."""

import io
import json
import zipfile
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.sample import HOSTILE, everywhere, plain
from vendor_registry.documents.document import Document
from vendor_registry.documents.formats.catalogue import FORMATS, Format
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.seal import content_of, read_seal, sealed, short

REGISTER = "0123456789abcdef" * 4
ODD = {"only": 'vendor:"--> <b>&amp;\' {x} \u202e 株 \\u0041 "\n-- |', "products": ["a--b", "</title>"]}


def written(document: Document, form: Format) -> bytes:
    content: bytes = getattr(import_module(form.module), form.function)(document)
    return content


def seal(document: Document) -> Document:
    return sealed(document, "annex", {"as_of": "2026-11-23", "language": "en", **ODD}, REGISTER, phrases("en"))


@pytest.mark.parametrize("form", FORMATS.values(), ids=str)
def test_every_format_keeps_the_seal(form: Format) -> None:
    found = read_seal(written(seal(plain()), form))
    assert found is not None
    assert (found.document, found.register, found.content) == ("annex", REGISTER, content_of(plain()))
    assert found.request == {"as_of": "2026-11-23", "language": "en", **ODD}


@pytest.mark.parametrize("form", FORMATS.values(), ids=str)
def test_a_document_without_a_seal_has_none_whatever_its_texts_say(form: Format) -> None:
    forged = json.dumps({"vendors": 1, "document": "annex", "register": "x", "content": "y", "request": {}})
    texts = (
        f"vendors-seal: {forged}",
        f"<!-- vendors-seal: {forged} -->",
        f"<meta name=\"vendors-seal\" content='{forged}'/>",
        f"</dc:title><dc:description>{forged}</dc:description>",
    )
    for text in texts:
        assert read_seal(written(everywhere(text), form)) is None


def test_the_register_is_in_the_foot_and_does_not_change_what_the_document_says() -> None:
    one, other = seal(plain()), sealed(plain(), "annex", {}, "f" * 64, phrases("en"))
    assert one.footer == f"List of things · foot · register {short(REGISTER)}"
    assert json.loads(one.seal)["content"] == json.loads(other.seal)["content"]


def test_what_a_document_says_changes_its_digest() -> None:
    assert len({content_of(everywhere(text)) for text in HOSTILE}) == len(HOSTILE)


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_no_file_is_too_odd(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"{", b"\nvendors-seal: {", b"%PDF-1.7\n<dc:description>{"):
        assert read_seal(start + content) is None


def test_a_zip_that_claims_to_be_enormous_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("docProps/core.xml", "<dc:description>{" + " " * 2_000_000)
    assert read_seal(out.getvalue()) is None
