"""The annex as a file, with what a person should know of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats.catalogue import FORMATS
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.documents.annex import annex
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.selection.scope import Asked

MARKDOWN = FORMATS["markdown"]
HERE = Path(__file__).parents[3]
SHEET, POLICY = HERE / "data" / "vendors.csv", HERE / "data" / "policy.toml"


def test_the_file_comes_with_its_counts() -> None:
    rows = (
        make.engagement("rack"),
        make.engagement("cloud", engaged_by=("rack",)),
        make.engagement("payer", role=Role.PROCESSOR),
    )
    made = annex(make.case(*rows), MARKDOWN)
    assert made.content.startswith(b"# List of sub-processors\n")
    assert made.remarks == ("Sub-processors: 1; engaged by them: 1; not listed: 1 (--with excluded names them).",)


def test_findings_at_rows_of_the_list_are_counted_and_others_are_not() -> None:
    """
    line | key   | contact | role
    2    | host  |         | sub-processor
    3    | payer | (data)  | processor
    """
    rows = (
        make.engagement("host", contact="", line=2),
        make.engagement("payer", data=None, role=Role.PROCESSOR, line=3),
    )
    made = annex(make.case(*rows), MARKDOWN)
    assert made.remarks[-1] == "1 finding concerns this annex; run vendors check."
    assert len(annex(make.case(rows[1]), MARKDOWN).remarks) == 1


def test_a_blank_that_rows_of_a_vendor_share_counts_whichever_row_it_is_told_at() -> None:
    """
    line | key  | vendor | zone | contact
    2    | a-eu | Acme   | eu   |
    3    | a-us | Acme   | us   |
    """
    rows = (
        make.engagement("a-eu", vendor="Acme", contact="", legal_name="Acme", line=2),
        make.engagement("a-us", vendor="Acme", contact="", legal_name="Acme", zone="us", line=3),
    )
    made = annex(make.case(*rows), MARKDOWN, Asked(zone="us"))
    assert made.remarks[-1] == "1 finding concerns this annex; run vendors check."


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"products": ["mial"]}, '"mial" is no product of the policy; did you mean "mail"? It has mail.'),
        ({"products": ["mail", ""]}, '"" is no product of the policy. It has mail.'),
        ({"zone": "eurp"}, '"eurp" is no data region of the policy. It has eu, us.'),
        (
            {"language": "tlh"},
            f'There is no wording for the language "tlh"; choose one of {", ".join(languages())}.',
        ),
    ],
)
def test_what_the_policy_does_not_know_is_refused(asked: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        annex(make.case(make.engagement("a")), MARKDOWN, Asked(**asked))
    assert str(refused.value) == message


def test_descriptions_without_the_language_of_the_document_are_remarked() -> None:
    rows = [make.engagement(key) for key in "abcdef"] + [
        make.engagement("g", translations=(("purpose_de", "Hosting"),))
    ]
    bilingual = make.case(*rows, languages=("en", "de"))
    told = "6 descriptions stand untranslated; fill purpose_de of a, b, c, d, e and 1 more."
    assert told in annex(bilingual, MARKDOWN, Asked(language="DE")).remarks
    assert len(annex(bilingual, MARKDOWN).remarks) == 1
    assert len(annex(make.case(rows[-1], languages=("en",)), MARKDOWN, Asked(language="de")).remarks) == 1


def test_what_a_format_cannot_do_is_remarked() -> None:
    made = annex(make.case(make.engagement("a", vendor="Pharaoh 𓀀")), FORMATS["pdf"])
    assert made.content.startswith(b"%PDF")
    assert made.remarks[1].startswith("Warning: our fonts have no shape for U+13000")
    assert len(annex(make.case(make.engagement("a")), FORMATS["pdf"]).remarks) == 1


@pytest.fixture(scope="module")
def real() -> Callable[[], Case]:
    loaded = load(SHEET, POLICY)
    case = Case(loaded.registry, loaded.policy, date(2023, 1, 16))
    return lambda: case


def vendors(case: Case, products: tuple[str, ...] = (), zone: str = "") -> set[str]:
    text = annex(case, MARKDOWN, Asked(products=products, zone=zone)).content.decode()
    return {row[4:].partition("**")[0] for row in text.splitlines() if row.startswith("| **")}


def test_the_demo_sheet_gives_the_published_list_of_its_day(real: Callable[[], Case]) -> None:
    made = annex(real(), MARKDOWN)
    assert made.remarks[0].startswith("Sub-processors: 9; engaged by them: 1;")
    text = made.content.decode()
    assert len(vendors(real())) == 9
    assert text.count("| ↳ **") == 1
    assert "independent controller" not in text
    working = annex(real(), MARKDOWN, extras=[Extra.EXCLUDED]).content.decode()
    assert working.count("independent controller") == 2
    for form in FORMATS.values():
        assert annex(real(), form) == annex(real(), form)


def test_the_demo_sheet_can_be_cut_by_product_and_data_region(real: Callable[[], Case]) -> None:
    everywhere, somewhere = vendors(real()), vendors(real(), (next(iter(real().policy.products)),), "eu")
    assert somewhere < everywhere


def test_an_excerpt_reaches_what_is_announced_and_says_what_it_selects() -> None:
    """
    key  | zone | since      | notified
    now  | eu   |            |
    new  | eu   | 2026-12-20 | 2026-11-20
    west | us   | 2026-12-20 | 2026-11-20
    """
    days = {"since": date(2026, 12, 20), "notified": date(2026, 11, 20)}
    case = make.case(
        make.engagement("now"),
        make.engagement("new", **days),
        make.engagement("west", zone="us", region="US", **days),
    )
    made = annex(case, MARKDOWN, Asked(only="zone:eu"))
    assert vendors_named(made.content.decode()) == ["Now", "New"]
    assert made.remarks[0] == (
        "Sub-processors: 1; engaged by them: 0; announced: 1; not listed: 1 (--with excluded names them)."
    )
    assert vendors_named(annex(case, MARKDOWN, Asked(only="vendor:New")).content.decode()) == ["New"]
    with pytest.raises(UsageError, match="there is no vendor"):
        annex(case, MARKDOWN, Asked(only="vendor:Nobody"))


def vendors_named(text: str) -> list[str]:
    return [row[4:].partition("**")[0] for row in text.splitlines() if row.startswith("| **")]


def test_a_selector_that_names_somebody_who_is_not_listed_is_told_before_it_goes_out() -> None:
    """
    key    | vendor         | notified   | since
    a      | Acme           | 2020-01-01 | 2020-03-01
    secret | Project Falcon |            | 2027-01-01
    """
    kept = make.engagement("a", notified=date(2020, 1, 1), since=date(2020, 3, 1))
    rows = (kept, make.engagement("secret", vendor="Project Falcon", since=date(2027, 1, 1)))
    told = annex(make.case(*rows), MARKDOWN, Asked(only='vendor:A or vendor:"Project  falcon"')).remarks
    assert "The excerpt prints its selection, which names Project Falcon; word it another way." in told
    assert not any("selection" in one for one in annex(make.case(*rows), MARKDOWN, Asked(only="vendor:A")).remarks)


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_no_seat_is_stated_is_said_once_and_no_transfer_only_where_it_is_proved(
    real: Callable[[], Case], language: str
) -> None:
    """In the demo register no company says where it is established."""
    names = Names(real().policy, phrases(language))
    reason = names.phrases.say("scope.establishment", names="Sinch Email")
    text = annex(real(), MARKDOWN, Asked(language=language)).content.decode()
    assert text.count(reason) == 1
    google = next(line for line in text.splitlines() if line.startswith("| **Google Cloud"))
    assert names.phrases.say("ground.inside_eu") in google
    assert names.phrases.say("ground.unknown_seat") in google
    proved = {names.phrases.say(f"ground.inside_{regime}") for regime in ("eu", "uk", "ch")}
    said = [part for line in text.splitlines() for part in line.split("<br>") if "no transfer" in part]
    assert all(any(part.endswith(sentence) for sentence in proved) for part in said)
