"""Whatever is added by half is named in a sentence: formats, rules, decisions, languages, columns.

The recipes are in CONTRIBUTING.md, "Where do I add ...".
"""

import csv
import tomllib
from collections.abc import Iterable
from dataclasses import MISSING, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from tests import additions
from vendor_registry.cli.options import LANGUAGES
from vendor_registry.documents.formats import catalogue as documents
from vendor_registry.drawing.formats import catalogue as drawing
from vendor_registry.intake.columns import COLUMNS
from vendor_registry.law.tables.read import tables
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.place import Region
from vendor_registry.reports.formats import catalogue as reports
from vendor_registry.rules.catalogue import RULES
from vendor_registry.rules.shared.asked_columns import Blankable

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "vendor_registry"
WORDINGS = {floor: PACKAGE / floor / "wording" for floor in ("documents", "drawing")}
NAMED = {
    "documents": [form.module for form in documents.LETTERS.values()],
    "drawing": [form.module for form in drawing.FORMATS.values()],
    "reports": [form.write.module for form in reports.FORMATS.values()],
}
IN_NO_COLUMN = {"translations", "file", "line"}  # purpose_de and its sisters; where the row stands
BLANK_SAYS_NONE_OR_WHO = {
    "engaged_by", "receives_from", "condition", "instead_of", "replaces", "formerly",
}  # fmt: skip


def wording(floor: str, name: str) -> dict[str, Any]:
    return tomllib.loads((WORDINGS[floor] / name).read_text("utf-8"))


def situations() -> set[tuple[str, str, date]]:
    with (TESTS / "law" / "situations.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["regime"], importer, date.fromisoformat(row["day"]))
            for row in csv.DictReader(file)
            for importer in row["to"].split()
        }


def complete(missing: Iterable[str]) -> None:
    """Fails with the sentences, one a line, where something is missing."""
    sentences = "\n".join(missing)
    assert not sentences, sentences


@pytest.mark.parametrize("floor", NAMED)
def test_every_format_is_a_file_a_line_and_a_test(floor: str) -> None:
    complete(additions.of_formats(PACKAGE / floor, TESTS / floor, NAMED[floor]))


def test_half_a_format_is_named(tmp_path: Path) -> None:
    """as_text.py is there, neither listed nor tested; as_pdf is listed and not there."""
    (tmp_path / "documents" / "formats").mkdir(parents=True)
    (tmp_path / "documents" / "formats" / "as_text.py").touch()
    assert [*additions.of_formats(tmp_path / "documents", tmp_path, ["vendor_registry.documents.formats.as_pdf"])] == [
        "documents/formats/catalogue.py does not name as_text: add a line to FORMATS.",
        "documents/formats/as_pdf.py is missing; documents/formats/catalogue.py names it.",
        "tests/documents/formats/test_as_text.py is missing.",
    ]


def test_every_rule_is_a_file_a_page_a_test_and_in_the_catalogue() -> None:
    complete(additions.of_rules(PACKAGE / "rules", TESTS / "rules", [rule.id for rule in RULES]))


def test_half_a_rule_is_named(tmp_path: Path) -> None:
    """own_list.py has neither page nor test and is not listed; only is nothing but listed, forbid only a page."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "own_list.py").write_text("RULE = 1\n", encoding="utf-8")
    (tmp_path / "months.py").write_text("# no rule\n", encoding="utf-8")
    (tmp_path / "pages" / "for-bid.md").touch()
    assert [*additions.of_rules(tmp_path, tmp_path, ["on-ly"])] == [
        "rules/catalogue.py does not name own_list: import it and add own_list.RULE to RULES.",
        "rules/*/on_ly.py is missing: a rule has the name of its file, with hyphens.",
        "rules/pages/own-list.md is missing: what `vendors rules explain` prints.",
        "rules/pages/for-bid.md is the page of no rule.",
        "tests/rules/*/test_own_list.py is missing.",
    ]


def test_every_decision_has_a_condition_and_is_asked_for_on_its_days() -> None:
    """But for those on passenger records: the procedure passes over them."""
    ignored = {row.id for row in tables().conditions if row.kind == "ignored"}
    rows = [row for row in tables().adequacy if row.condition not in ignored]
    known = {row.id for row in tables().conditions}
    complete(additions.of_decisions(rows, known, situations()))


def test_half_a_decision_is_named() -> None:
    """A decision under a condition that is none, and with days for which nobody wrote an answer."""
    row = replace(
        tables().adequacy[0],
        decision="(EU) 2027/99",
        country="KE",
        regime="eu",
        condition="nothing",
        valid_from=date(2027, 3, 1),
        valid_to=date(2031, 2, 28),
    )
    assert [*additions.of_decisions([row], {"none"}, {("eu", "KE", date(2027, 3, 2))})] == [
        'law/tables/conditions.csv has no "nothing", which law/tables/adequacy.csv names for (EU) 2027/99 on KE.',
        "tests/law/situations.csv asks nothing of eu on 2027-03-01, when (EU) 2027/99 on KE begins.",
        "tests/law/situations.csv asks nothing of eu on 2031-03-01, when (EU) 2027/99 on KE no longer holds.",
    ]


@pytest.mark.parametrize("floor", WORDINGS)
@pytest.mark.parametrize("file", sorted(path.name for path in WORDINGS["documents"].glob("*.toml")))
def test_every_language_says_what_english_says(file: str, floor: str) -> None:
    complete(additions.of_language(f"{floor}/wording/{file}", wording(floor, file), wording(floor, "en.toml")))


def test_documents_and_diagrams_speak_the_same_languages() -> None:
    known = {floor: {path.name for path in folder.glob("*.toml")} for floor, folder in WORDINGS.items()}
    complete(
        f"{floor}/wording/{name} is missing: a language is a file for documents and one for diagrams."
        for floor, names in known.items()
        for name in sorted(set.union(*known.values()) - names)
    )


def test_every_language_is_named_in_the_help() -> None:
    assert sorted(LANGUAGES.split(", ")) == sorted(path.stem for path in WORDINGS["documents"].glob("*.toml"))


def test_half_a_language_is_named() -> None:
    """No locale, a phrase too few, one too many, a value that was translated."""
    english = {"locale": "en_GB", "annex": {"title": "List", "none": "None", "day": "As of {day}"}}
    french = {"annex": {"title": "Liste", "jour": "Jour", "day": "Au {jour}"}}
    assert [*additions.of_language("wording/fr.toml", french, english)] == [
        'wording/fr.toml needs a line like locale = "fr_FR", a locale of the Unicode CLDR.',
        "wording/fr.toml does not say [annex] none.",
        "wording/fr.toml says [annex] jour, which en.toml does not have.",
        "wording/fr.toml, [annex] day: {day}, {jour} must stand in all languages or in none.",
    ]
    for locale in ("fr-FR", "xx_XX", ""):
        assert len([*additions.of_language("wording/fr.toml", {**english, "locale": locale}, english)]) == 1


def test_every_column_has_a_field_and_every_field_a_column() -> None:
    known = {field.name for field in fields(Engagement)} - IN_NO_COLUMN
    complete(additions.of_columns([column.header for column in COLUMNS], known))


def test_every_column_whose_blank_means_unknown_can_be_required_by_a_policy() -> None:
    blankable = {
        field.name
        for field in fields(Engagement)
        if field.default is not MISSING and type(field.default) in (str, tuple, Region, type(None))
    }
    complete(additions.of_requirable(blankable - IN_NO_COLUMN - BLANK_SAYS_NONE_OR_WHO, get_args(Blankable)))


def test_half_a_column_is_named() -> None:
    assert [*additions.of_columns(["key", "signed"], ["key", "notes"])] == [
        "model/register/engagement.py has no field signed: the column of intake/columns.py has nowhere to go.",
        "intake/columns.py has no column notes: add a line to COLUMNS, or nobody can fill the field.",
    ]
    assert [*additions.of_requirable(["signed", "tia"], ["tia"])] == [
        "rules/shared/asked_columns.py does not know signed: add it to Blankable, or no policy can ask for it.",
    ]
