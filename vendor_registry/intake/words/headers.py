"""Headers as people write them: which of our columns a title means.

To add one: add a row to `headers.csv` (title, our column, language). Nothing else.
"""

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("headers.csv")
_TAG = re.compile(r"<[^<>]{0,200}>")
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"\w+")
_BETWEEN = str.maketrans({"-": None, "_": " "})  # "Sub-processor" is one word, "sub_processor" two

# Words that say no more than that a title is about the vendor of the row: "Address of the sub-processor".
_SAYS_NOTHING = frozenset(
    "the of our your its their a an and or for s l d "
    "subprocessor subprocessors subprocessing processor vendor vendors supplier provider company entity third party "
    "thirdparty der die das des dem den von vom und unser unsere anbieters anbieter dienstleisters dienstleister "
    "unterauftragnehmers unterauftragsverarbeiters unternehmens du de la le les del el los las en "
    "fournisseur prestataire soustraitant entite proveedor subencargado encargado entidad".split()
)


def column_of(title: str) -> str | None:
    """The column of ours that a title means, such as legal_name for "Legal entity"; None where no table knows it.

    Capitals, accents, punctuation, mark-up and what stands in brackets do not matter.
    """
    return next(iter(columns_of(title)), None)


def columns_of(title: str) -> tuple[str, ...]:
    """What a title means, the likeliest first: "Rolle" is what a vendor does, or, beside "Zweck", its role in law."""
    known = _columns()
    words = _words(title)
    found = known.get("".join(words), ())
    if found or not words:
        return found
    telling = [word for word in words if word not in _SAYS_NOTHING]
    return known.get("".join(telling), ()) if telling and len(telling) < len(words) else ()


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    """Columns by title, without what does not matter in it; of a title that stands twice, in the order of the table."""
    columns: dict[str, tuple[str, ...]] = {}
    for record in csv.DictReader(_TABLE.read_text(encoding="utf-8").splitlines()):
        title = "".join(_words(record["header"]))
        columns[title] = tuple(dict.fromkeys((*columns.get(title, ()), record["column"])))
    return columns


def _words(title: str) -> list[str]:
    """The words of a title that do not stand in brackets, folded."""
    bare = unicodedata.normalize("NFKD", _TAG.sub(" ", title[:500])).casefold().translate(_BETWEEN)
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return _WORD.findall(_BRACKET.sub(" ", plain))
