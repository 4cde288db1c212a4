"""How well published lists are read: vendors, places, purposes and mechanisms against answers made by hand.

    python benchmarks/import_lists.py FOLDER

FOLDER holds the lists and INDEX.csv (name, entries_expected). The answers beside this file are facts, not texts: a
purpose is kept as a fingerprint of its words. Lists of one plain table are answered by their own columns (tables.csv).
"""

import csv
import hashlib
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vendor_registry.intake.lists.entries.entry import Choice
from vendor_registry.intake.lists.read import Listing, read_list
from vendor_registry.intake.lists.rows.candidate import UNKNOWN
from vendor_registry.intake.words.mechanisms import mechanism
from vendor_registry.intake.words.places import region
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.text.origin import VendorsError

HERE = Path(__file__).parent / "lists"
ASKED = ("vendor", "region", "seat", "purpose", "mechanism")


@dataclass
class Score:
    """What was right of one list."""

    expected: int
    found: int = 0
    invented: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ASKED, 0))


def fingerprint(text: str) -> str:
    """The words of a purpose, so that they can be compared and not be read."""
    return hashlib.sha256("".join(filter(str.isalnum, fold(text))).encode()).hexdigest()[:12] if text else ""


def said(listing: Listing) -> dict[tuple[str, str], dict[str, str]]:
    """What was read, by place and vendor, in the form of the answers."""
    return {
        (row.place, row.cells["vendor"]): {
            "vendor": row.cells["vendor"],
            "region": codes(row.cells.get("region", "")),
            "seat": row.cells["country"].replace("unknown", ""),
            "purpose": fingerprint("" if row.cells["purpose"] == UNKNOWN else row.cells["purpose"]),
            "mechanism": instruments(row.cells.get("mechanism", "")),
        }
        for row in listing.rows
    }


def codes(text: str) -> str:
    return " ".join(sorted(set(region(text, ()).codes))) if text else ""


def instruments(text: str) -> str:
    return " ".join(sorted({claim.instrument for claim in mechanism(text)})) if text else ""


def answers(name: str, raw: bytes) -> dict[tuple[str, str], dict[str, str]]:
    """What is right, by place and vendor."""
    with (HERE / "answers.csv").open(encoding="utf-8", newline="") as file:
        by_hand = [row for row in csv.DictReader(file) if row["list"] == name]
    places = {row["place"] for row in by_hand}
    rows = [*by_hand, *(row for row in _of_a_table(name, raw) if row["place"] not in places)]
    return {(row["place"], row["vendor"]): {key: row[key] for key in ASKED} for row in rows}


def _of_a_table(name: str, raw: bytes) -> Iterator[dict[str, str]]:
    with (HERE / "tables.csv").open(encoding="utf-8", newline="") as file:
        titles = next((row for row in csv.DictReader(file) if row["list"] == name), None)
    if titles is None:
        return
    reader = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    header, line = next(reader), reader.line_num
    for record in reader:
        cells = dict(zip(header, record, strict=False))
        yield {
            "place": str(line + 1),
            "vendor": cells[titles["vendor"]].strip(),
            "purpose": fingerprint(cells.get(titles["purpose"], "")),
            **dict.fromkeys(("region", "seat", "mechanism"), ""),
        }
        line = reader.line_num


def scored(name: str, raw: bytes, expected: int) -> Score:
    """One list, read and compared."""
    score = Score(expected)
    try:
        found = said(read_list(raw, name, "", Choice(), None))
    except VendorsError as refusal:
        score.wrong.append(str(refusal))
        return score
    right = answers(name, raw)
    score.found = len(found)
    score.invented = [f"{place} {vendor}" for place, vendor in found if (place, vendor) not in right]
    for key, wanted in right.items():
        for column in ASKED:
            got = found.get(key, {}).get(column)
            score.right[column] += got == wanted[column]
            if got != wanted[column]:
                score.wrong.append(f"{key[0]} {key[1]}: {column} is {got!r}, right is {wanted[column]!r}")
    return score


def main(folder: Path) -> int:
    """Print a row for each list and for all; the exit status is 1 where less than 95 % is right, or one is invented.

    An entry that names two vendors makes two rows.
    """
    with (folder / "INDEX.csv").open(encoding="utf-8", newline="") as file:
        lists = [(row["name"], int(row["entries_expected"])) for row in csv.DictReader(file)]
    total = Score(0)
    count = 0
    print("| list | entries | rows | invented | vendors | places | seats | purposes | mechanisms |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, expected in lists:
        raw = (folder / name).read_bytes()
        one = scored(name, raw, expected)
        rows = len(answers(name, raw))
        print(_row(name, one, rows))
        count += rows
        total.expected += expected
        total.found += one.found
        total.invented += one.invented
        total.wrong += [f"{name}:{what}" for what in one.wrong]
        for column in ASKED:
            total.right[column] += one.right[column]
    print(_row("all", total, count))
    for what in [*total.wrong, *(f"invented: {one}" for one in total.invented)]:
        print(what, file=sys.stderr)
    enough = all(total.right[column] >= 0.95 * count for column in ASKED)
    return 0 if enough and not total.invented and total.found == count else 1


def _row(name: str, score: Score, rows: int) -> str:
    shares = (f"{100 * score.right[column] / max(rows, 1):.0f} %" for column in ASKED)
    return f"| {name} | {score.expected} | {score.found} | {len(score.invented)} | {' | '.join(shares)} |"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
