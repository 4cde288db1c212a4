"""From `policy.toml` to a policy: all faults at once, each with its line."""

from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from vendor_registry.intake.policy import tables
from vendor_registry.intake.policy.references import check_references
from vendor_registry.intake.policy.rules import rules
from vendor_registry.intake.policy.sheet_terms import sheet_terms
from vendor_registry.intake.policy.site_terms import site_terms
from vendor_registry.intake.policy.toml_file import Book
from vendor_registry.intake.policy.typed_values import check_names, typed
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.languages import LANGUAGES
from vendor_registry.model.policy.contract import Measure
from vendor_registry.model.policy.party import Company, Entity
from vendor_registry.model.policy.policy import Named, Policy, Purpose, Recipient
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.text.origin import RefusedError

TABLES = ("company", "entities", "products", "zones", "services", "conditions", "data_subjects", "data", "systems",
          "flows", "purposes", "recipients", "notice", "contract", "measures", "rules", "sheet", "site")  # fmt: skip
NAMES = [field.name for field in fields(Policy) if field.name != "file"]


def read_policy(path: Path, name: str = "", draft: bytes | None = None) -> Policy:
    """The policy in a TOML file; raises RefusedError with all its faults, sorted by place.

    `name` is how messages call the file: as the user gave it. `draft` is what the file is to say: read in its stead.
    """
    book = Book(path, name or str(path), draft)
    check_names(book.root, NAMES)
    policy = Policy(
        file=book.file,
        company=tables.company(book) or Company(name=""),
        entities=tables.keyed(Entity, "entities", book, {"country": tables.COUNTRY}),
        products=tables.keyed(Named, "products", book),
        zones=tables.zones(book),
        services=tables.keyed(Named, "services", book),
        conditions=tables.keyed(Named, "conditions", book),
        data_subjects=tables.keyed(Named, "data_subjects", book),
        data=tables.categories(book),
        systems=tables.systems(book),
        flows=tables.flows(book),
        purposes=tables.keyed(Purpose, "purposes", book),
        recipients=tables.keyed(Recipient, "recipients", book),
        notice=tables.notice(book) or NoticeTerms(),
        contract=tables.contract(book),
        measures=tables.keyed(Measure, "measures", book),
        rules=rules(book),
        sheet=sheet_terms(book),
        site=site_terms(book),
        **_settings(book),
    )
    check_references(policy, book)
    if book.faults:
        raise RefusedError(tuple(book.faults))
    return policy


def _settings(book: Book) -> dict[str, Any]:
    """The entries above all tables, such as languages and sheets."""
    kinds = get_type_hints(Policy)
    given = [name for name in NAMES if name not in TABLES and name in book.root.value]
    found = {name: typed(kinds[name], book.root.inside(name)) for name in given}
    for language in found.get("languages", ()):
        if isinstance(language, str) and language not in LANGUAGES:
            hint = "Write a code of ISO 639-1 such as en or de."
            book.root.inside("languages").say(f"{quote(language)} is not a language", hint)
    months = found.get("waivers_max_months")
    if months is not None and months < 1:
        hint = "Write 1 or more; no waiver at all is a sheet of waivers without rows."
        book.root.inside("waivers_max_months").say(f"{months} is less than one month", hint)
    return found
