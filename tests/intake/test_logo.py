"""A logo is looked into before it becomes part of a page."""

import struct
import zlib
from pathlib import Path

import pytest

from vendor_registry.intake.logo import read_logo
from vendor_registry.model.text.origin import RefusedError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
FORBIDDEN = {
    "<script>alert(1)</script>": '"script" may not stand in a logo',
    "<g onload='alert(1)'/>": '"onload" may not stand in a logo',
    "<foreignObject/>": '"foreignObject" may not stand in a logo',
    "<i xmlns='http://www.w3.org/1999/xhtml'/>": '"i" may not stand in a logo',
    "<image/>": '"image" may not stand in a logo',
    "<use xlink:href='other.svg#a'/>": "it fetches something from elsewhere",
    "<use href='data:image/svg+xml,x'/>": "it fetches something from elsewhere",
    "<style>@import 'a.css';</style>": "it fetches something from elsewhere",
    "<rect style='fill:url(https://acme.example/)'/>": "it fetches something from elsewhere",
    "<animate/>": '"animate" may not stand in a logo',
    "<?php x?>": "it holds an instruction or an entity",
}


def kept(folder: Path, content: str | bytes) -> Path:
    path = folder / "logo"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


@pytest.mark.parametrize(("inside", "told"), FORBIDDEN.items(), ids=FORBIDDEN)
def test_what_runs_or_fetches_is_refused_with_its_line(tmp_path: Path, inside: str, told: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_logo(kept(tmp_path, HEAD.format("", f"\n{inside}\n")))
    assert [(one.cell.line, one.message) for one in refused.value.faults] == [(2, told)]


@pytest.mark.parametrize(
    "text",
    [
        "no picture",
        "<html/>",
        "<svg/>",
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + HEAD.format("", "&a;"),
        '<?xml-stylesheet href="a.css"?>' + HEAD.format("", ""),
        HEAD.format("", "<path/>" * 8_000),
        b"\x89PNG\r\n\x1a\n" + b"x" * 50,
    ],
)
def test_what_is_no_small_picture_is_refused(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(RefusedError):
        read_logo(kept(tmp_path, text))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 120.4 30"', (120, 30)),
        ('width="64px" height="32" viewBox="0 0 1 1"', (64, 32)),
        ('width="10em" height="100%"', (300, 150)),
        ('viewBox="0 0 0 -3"', (300, 150)),
    ],
)
def test_a_drawing_is_taken_as_it_is_with_its_size(tmp_path: Path, attributes: str, size: tuple[int, int]) -> None:
    """With what drawing programs leave in it: comments, their own notes, gradients."""
    inside = '<!-- x --><n:view xmlns:n="http://editor.example/"/><defs><linearGradient id="a"/></defs>'
    text = HEAD.format(attributes, f"{inside}<rect fill='url(#a)'/><use href='#a'/>")
    logo = read_logo(kept(tmp_path, text))
    assert (logo.kind, logo.content, (logo.width, logo.height)) == ("image/svg+xml", text.encode(), size)


def test_a_png_is_taken_with_its_size(tmp_path: Path) -> None:
    pixels = zlib.compress(b"\x00\xff" * 2)
    head = struct.pack(">IIBBBBB", 1, 2, 8, 0, 0, 0, 0)
    raw = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    logo = read_logo(kept(tmp_path, raw))
    assert (logo.kind, logo.width, logo.height) == ("image/png", 1, 2)
