"""A register started from a list that somebody published: a first sheet, and a first policy with what occurs in it."""

from datetime import date
from pathlib import Path

from vendor_registry.intake.lists.profile import Profile
from vendor_registry.intake.lists.read import Listing
from vendor_registry.intake.lists.rows.first_policy import policy_text, products_of, with_products
from vendor_registry.intake.policy.tables import built_in_categories
from vendor_registry.use_cases.files.output import write
from vendor_registry.use_cases.register.incoming import as_sheet, listing
from vendor_registry.use_cases.register.init import new_files


def init_from(folder: Path, source: Path, kind: str, profile: Profile, day: date) -> tuple[tuple[Path, ...], Listing]:
    """A first sheet and a first policy from a published list, which `check` reads at once.

    Raises UsageError, and writes nothing, where one of them is there already; RefusedError where the list is none.
    """
    sheet, policy = targets = new_files(folder)
    found = listing(source, None, kind, profile, None)
    with_products(found.rows, products_of(found.rows))
    text = policy_text(found.file, found.rows, built_in_categories(), day)
    write(sheet, as_sheet(found.rows))
    write(policy, text.encode("utf-8"))
    return targets, found
