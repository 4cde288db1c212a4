"""Files as accidents and attackers leave them: sound ones with something wrong in the bytes, or inside the ZIP."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.intake.hand_in import SOUND, sheet
from tests.intake.ods_book import ods_book
from tests.intake.workbook_values import Error, Formula, Linked, Padded, Value, Worksheet, zipped
from tests.intake.xlsx_book import xlsx_book

STARTER = Path(__file__).parents[2] / "vendor_registry" / "intake" / "starter"
TOKENS = [
    *(b"\0", b'"', b'""', b",", b";", b"\t", b"\r", b"\n", b"\r\n", b"sep=;\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x81"),
    *(b"#N/A", b"=1+1", b"01/02/2023", b"99999999999999999999", b"-1", b"1e308", b"NaN", b"<", b">", b"</", b"/>"),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&#0;", b'r="XFD1048576"', b't="s"', b't="e"', b"]]>", b"[[", b"<c "),
    *(b'repeated="99999999"', b"]]", b"= [", b"'''", b"[a.b.c]", b"\xe2\x80\xae", b"\xf0\x9f\x91\xa9", b"x" * 3000),
    *(b"PK\x03\x04", b"_x0000_", b"\xc3"),
]


def _workbooks() -> list[Worksheet]:
    rows: list[list[Value]] = [
        ["Register"],
        [*SOUND, "since", "notes", "dpa_url"],
        [*SOUND.values(), 45170, Padded(1067, "00000"), Linked("x", "https://a.example")],
        [*SOUND.values(), Formula("1+1", 2), True, None],
        ["Total", Error("#N/A")],
    ]
    return [
        Worksheet([["Read me"]], "Read me"),
        Worksheet(rows, merged=[(3, 4, 2)], filtered=[4]),
        Worksheet([], "b", True),
    ]


SOUND_FILES: list[tuple[str, bytes]] = [
    ("sheet", (STARTER / "vendors.csv").read_bytes()),
    ("sheet", sheet({}, {"purpose": 'a "b"\nc'}).encode("utf-16")),
    ("sheet", ("Title\n\n" + sheet({"purpose": "Grüße"}).replace(",", ";") + "\nTotal: 1\n").encode("cp1252")),
    ("sheet", xlsx_book(_workbooks())),
    ("sheet", xlsx_book(_workbooks(), shared=True)),
    ("sheet", ods_book(_workbooks())),
    ("policy", (STARTER / "policy.toml").read_bytes()),
    ("waivers", b"rule,from,to,data,reason,approved_by,granted,expires\nx,,a,,Tests,Ada,2026-01-01,2026-02-01\n"),
]


def mutated(number: int) -> tuple[str, bytes]:
    """What kind of file it was, and the file; the same for the same number."""
    dice = random.Random(number)
    kind, raw = dice.choice(SOUND_FILES)
    if raw.startswith(b"PK") and dice.random() < 0.75:
        return kind, _inside(raw, dice)
    return kind, _several(raw, dice)


def _inside(raw: bytes, dice: random.Random) -> bytes:
    """A part of the ZIP is changed, lost, or in the place of another, and the ZIP itself is whole."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice([*parts])
    what = dice.random()
    if what < 0.1:
        del parts[name]
    elif what < 0.2:
        parts[name] = parts[dice.choice([*parts])]
    else:
        parts[name] = _several(bytes(parts[name]), dice)  # type: ignore[arg-type]  # they are all bytes here
    return zipped(parts)


def _several(raw: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.choice([1, 1, 2, 5])):
        start = dice.randrange(len(raw) + 1)
        end = min(len(raw), start + dice.choice([0, 1, 2, 20, 300]))
        raw = raw[:start] + dice.choice(CHANGES)(raw[start:end], dice) + raw[end:]
    return raw[: dice.randrange(len(raw) + 1)] if dice.random() < 0.1 else raw


CHANGES: list[Callable[[bytes, random.Random], bytes]] = [
    lambda piece, dice: b"",
    lambda piece, dice: piece * 2,
    lambda piece, dice: piece[::-1],
    lambda piece, dice: dice.choice(TOKENS),
    lambda piece, dice: piece + dice.choice(TOKENS) * dice.choice([1, 2, 200]),
    lambda piece, dice: bytes(byte ^ 1 << dice.randrange(8) for byte in piece),
    lambda piece, dice: dice.randbytes(len(piece)),
]
