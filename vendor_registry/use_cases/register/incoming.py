"""A published list becomes a sheet of its own, never a part of the sheet that Legal keeps."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from vendor_registry.intake.columns import BY_HEADER, COLUMNS
from vendor_registry.intake.lists.formats.page import spot
from vendor_registry.intake.lists.profile import Profile
from vendor_registry.intake.lists.read import Listing, read_list
from vendor_registry.intake.lists.rows.candidate import UNKNOWN, Candidate
from vendor_registry.intake.lists.toml_text import toml_text
from vendor_registry.intake.lists.words.services import name_of
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.limits import LIST_BYTES
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.formats.as_csv import BOM
from vendor_registry.use_cases.register.stated_seats import stated_seats

REQUIRED = [column.header for column in COLUMNS if column.required]
SHOWN = ("vendor", "service", "country", "region", "mechanism")  # columns of the preview
WIDTHS = (30, 11, 7, 28, 22)
SURE, LIKELY = 0.9, 0.6


def listing(path: Path, raw: bytes | None, kind: str, profile: Profile, policy: Policy | None) -> Listing:
    """The list in a file, or in bytes that came another way. Raises RefusedError and UsageError."""
    content = read_bytes(path, str(path), LIST_BYTES) if raw is None else raw
    return read_list(content, str(path), kind or profile.format, profile.choice, policy)


def policy_for(path: Path, usual: Path) -> Policy | None:
    """The policy whose words are used: the one named, or the usual one where there is one."""
    return read_policy(path) if path != usual or path.exists() else None


def as_sheet(rows: Sequence[Candidate]) -> bytes:
    """The rows as CSV in the order of the manual: the columns that a sheet must have, and those that are filled."""
    filled = {column for row in rows for column in row.cells}
    columns = [column.header for column in COLUMNS if column.header in filled or column.header in REQUIRED]
    columns += sorted(filled - BY_HEADER.keys())  # translated purposes
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([inert(row.cells.get(column, "")) for column in columns] for row in rows)
    return (BOM + out.getvalue()).encode("utf-8")


def refuse_target(target: Path, kept: Iterable[Path], agreed: bool) -> None:
    """Told before anything is written: that a file is kept by people, or is there already. Raises UsageError."""
    real = os.path.realpath(target)
    if any(os.path.realpath(path) == real for path in kept):
        raise UsageError(f'"{target}" is kept by people, and a list never goes into it; name another file with -o.')
    if target.exists() and target.is_file() and not agreed:
        raise UsageError(f'"{target}" is there already; name another file with -o, or agree to lose it with --yes.')


def kept_by_people(sheet: Path, policy_path: Path, policy: Policy | None, source: Path) -> list[Path]:
    """Files that an import never writes to: the sheets, the policy, and the list itself."""
    further = [policy_path.parent / name for name in policy.sheets] if policy else []
    return [sheet, policy_path, source, *further]


def preview(found: Listing) -> str:
    """A table for the terminal: each row, what was read, where it stands in the list, and how sure it is."""
    lines = [_line(("vendor", "service", "seat", "where", "mechanism"), "from", "sure")]
    for row in found.rows:
        lines.append(_line([row.cells.get(column, "") for column in SHOWN], row.place.lstrip("!"), _sure(row.sure)))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def told(found: Listing) -> list[str]:
    """What was not understood, each with its place, what holds for several places once; and what others say."""
    places: dict[str, list[str]] = {}
    for remark in found.remarks:
        places.setdefault(remark.sentence, []).append(remark.place)
    remarks = [
        f"{spot(found.file, where[0])}{f' and {len(where) - 1} more' if len(where) > 1 else ''} {sentence}"
        for sentence, where in places.items()
    ]
    return [*remarks, *filter(None, [stated_seats(found.rows, found.file)])]


def missing_services(rows: Sequence[Candidate], policy: Policy | None) -> list[str]:
    """Lines to add to a policy that has no word for services of the list; none without a policy."""
    services = sorted({row.cells["service"] for row in rows} - set(policy.services if policy else ()))
    return [f'[services.{key}]\nname = "{name_of(key)}"' for key in services] if policy else []


def missing_conditions(rows: Sequence[Candidate], policy: Policy | None) -> list[str]:
    """Lines to add to a policy that has no word for when engagements of the list apply; none without a policy."""
    found = {row.cells["condition"]: row.condition for row in rows if row.condition}
    declared = policy.conditions if policy else found
    return [f"[conditions.{key}]\nname = {toml_text(words)}" for key, words in found.items() if key not in declared]


def closing(found: Listing, policy: Policy | None, target: str) -> list[str]:
    """What is said beside the result: what was not understood, what the policy lacks, and what comes next."""
    lacking = missing_services(found.rows, policy)
    said = told(found)
    said += ["\n".join(["The policy has not all of these services yet; add to it:", *lacking])] if lacking else []
    conditions = missing_conditions(found.rows, policy)
    said += (
        ["\n".join(["The policy has not all of these conditions yet; add to it:", *conditions])] if conditions else []
    )
    said.append(f"{summary(found, target)}.")
    if policy is None:
        said.append("There is no policy yet to judge them by; vendors init --from writes one together with a sheet.")
    elif target != "stdout":
        said.append(f"Now `vendors check --sheet {target}` says what is still unknown.")
    return said


def summary(found: Listing, target: str) -> str:
    """How many rows went where, and how many of them want a look."""
    unsure = sum(row.sure < LIKELY for row in found.rows)
    no_place = sum("region" not in row.cells for row in found.rows)
    dated = sum(not row.cells.keys().isdisjoint(("since", "until")) for row in found.rows)
    no_purpose = sum(row.cells["purpose"] == UNKNOWN for row in found.rows)
    parts = [
        f"{len(found.rows)} row{'s' * (len(found.rows) != 1)} in {target}",
        f"{unsure} to look at" if unsure else "",
        f"{no_place} without a place" if no_place else "",
        f"{no_purpose} without a purpose" if no_purpose else "",
        f"{dated} with a first or last day in since or until" if dated else "",
    ]
    return ", ".join(filter(None, parts))


def _sure(score: float) -> str:
    return "yes" if score >= SURE else "likely" if score >= LIKELY else "LOOK"


def _line(cells: Sequence[str], place: str, sure: str) -> str:
    shown = (_cut(visible(cell).replace("\n", " "), width) for cell, width in zip(cells, WIDTHS, strict=True))
    return "  ".join([*shown, place.ljust(6), sure])


def _cut(text: str, width: int) -> str:
    return (text if len(text) <= width else f"{text[: width - 1]}…").ljust(width)
