"""What is missing where a format, a rule, a decision, a language or a column was added by half, in sentences."""

import re
import string
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from babel import Locale, UnknownLocaleError

from vendor_registry.law.tables.rows import Adequacy

Tables = Mapping[str, Mapping[str, str]]
Situations = Collection[tuple[str, str, date]]  # regime, importer and day


def of_formats(folder: Path, tests: Path, named: Iterable[str]) -> Iterator[str]:
    """Of a floor's folder, that of its tests, and the modules that its formats/catalogue.py names."""
    room = f"{folder.name}/formats"
    files = {path.stem for path in (folder / "formats").glob("as_*.py")}
    listed = {module.rpartition(".")[2] for module in named}
    for stem in sorted(files - listed):
        yield f"{room}/catalogue.py does not name {stem}: add a line to FORMATS."
    for stem in sorted(listed - files):
        yield f"{room}/{stem}.py is missing; {room}/catalogue.py names it."
    for stem in sorted(files):
        if not (tests / "formats" / f"test_{stem}.py").exists():
            yield f"tests/{room}/test_{stem}.py is missing."


def of_rules(folder: Path, tests: Path, listed: Collection[str]) -> Iterator[str]:
    """Of the folder of rules, that of their tests, and the ids in the catalogue."""
    files = {path.stem for path in folder.rglob("*.py") if re.search(r"^RULE\b", path.read_text("utf-8"), re.M)}
    stems = {rule.replace("-", "_") for rule in listed}
    pages = {path.stem.replace("-", "_") for path in (folder / "pages").glob("*.md")}
    for stem in sorted(files - stems):
        yield f"rules/catalogue.py does not name {stem}: import it and add {stem}.RULE to RULES."
    for stem in sorted(stems - files):
        yield f"rules/*/{stem}.py is missing: a rule has the name of its file, with hyphens."
    for stem in sorted(files - pages):
        yield f"rules/pages/{stem.replace('_', '-')}.md is missing: what `vendors rules explain` prints."
    for stem in sorted(pages - files):
        yield f"rules/pages/{stem.replace('_', '-')}.md is the page of no rule."
    for stem in sorted(files):
        if not [*tests.rglob(f"test_{stem}.py")]:
            yield f"tests/rules/*/test_{stem}.py is missing."


def of_decisions(rows: Iterable[Adequacy], conditions: Collection[str], situations: Situations) -> Iterator[str]:
    """Of the table of adequacy decisions, the ids of conditions, and the days that tests ask for."""
    for row in rows:
        what = f"{row.decision} on {row.country}"
        if row.condition not in conditions:
            yield f'law/tables/conditions.csv has no "{row.condition}", which law/tables/adequacy.csv names for {what}.'
        for day, change in _changes(row):
            if (row.regime, row.country, day) not in situations:
                yield f"tests/law/situations.csv asks nothing of {row.regime} on {day}, when {what} {change}."


def _changes(row: Adequacy) -> Iterator[tuple[date, str]]:
    if row.valid_from:
        yield row.valid_from, "begins"
    if row.valid_to:
        yield row.valid_to + timedelta(1), "no longer holds"


def of_language(file: str, tables: Mapping[str, object], english: Mapping[str, object]) -> Iterator[str]:
    """Of one wording and the English one, as read from their files."""
    locale = tables.get("locale")
    if not isinstance(locale, str) or not _known(locale):
        yield f'{file} needs a line like locale = "fr_FR", a locale of the Unicode CLDR.'
    theirs, ours = _phrases(tables), _phrases(english)
    for table, name in sorted(ours.keys() - theirs.keys()):
        yield f"{file} does not say [{table}] {name}."
    for table, name in sorted(theirs.keys() - ours.keys()):
        yield f"{file} says [{table}] {name}, which en.toml does not have."
    for table, name in sorted(ours.keys() & theirs.keys()):
        lost = _values(ours[table, name]) ^ _values(theirs[table, name])
        if lost:
            values = ", ".join(f"{{{value}}}" for value in sorted(lost))
            yield f"{file}, [{table}] {name}: {values} must stand in all languages or in none."


def _known(locale: str) -> bool:
    try:
        return bool(Locale.parse(locale))
    except (UnknownLocaleError, ValueError):
        return False


def _phrases(tables: Mapping[str, object]) -> dict[tuple[str, str], str]:
    return {
        (table, name): text
        for table, texts in tables.items()
        if isinstance(texts, dict)
        for name, text in texts.items()
    }


def _values(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


def of_columns(columns: Collection[str], fields: Collection[str]) -> Iterator[str]:
    """Of the headers in intake/columns.py and the fields in model/register/engagement.py."""
    for name in sorted(set(columns) - set(fields)):
        yield f"model/register/engagement.py has no field {name}: the column of intake/columns.py has nowhere to go."
    for name in sorted(set(fields) - set(columns)):
        yield f"intake/columns.py has no column {name}: add a line to COLUMNS, or nobody can fill the field."


def of_requirable(blankable: Collection[str], known: Collection[str]) -> Iterator[str]:
    """Of the columns whose blank says "unknown", and those that a rule of the policy may ask for."""
    for name in sorted(set(blankable) - set(known)):
        yield f"rules/shared/asked_columns.py does not know {name}: add it to Blankable, or no policy can ask for it."
