"""vendors review: who reviewed what, and what follows from it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.running import vendors
from vendor_registry.cli.options import today

FRESH = """
[[rules]]
id = "yearly"
type = "fresh"
within_days = 0
reviewed_months = 12
tia_months = 24
"""


@pytest.fixture
def asked(starter: Path) -> Path:
    """The starter, whose policy asks for a review every year and an assessment every second one."""
    policy = starter / "data" / "policy.toml"
    policy.write_text(policy.read_text(encoding="utf-8") + FRESH, encoding="utf-8")
    return starter


def due(*options: str) -> dict[tuple[str, str], str]:
    """By kind and engagement the day of the entry of the calendar."""
    told = json.loads(vendors("calendar", "--to", "2099-12-31", "--format", "json", *options).out)["entries"]
    return {(one["kind"], one["whose"]): one["day"] for one in told if one["kind"] in ("review-due", "tia-due")}


def test_a_recorded_review_moves_the_next_one(asked: Path) -> None:
    """host-us was reviewed in 2025-11 and assessed in 2024-01, says its row."""
    day = today().replace(day=1)
    overdue = vendors("check", "--rule", "yearly").out
    assert "host-us" in overdue
    ran = vendors("review", "record", "Sample Cloud", "--on", str(day), "--by", "Ada")
    assert ran.out == f"1  host-eu: vendor passed on {day}, by Ada\n2  host-us: vendor passed on {day}, by Ada\n"
    assert due()["review-due", "Sample Cloud (host-us)"] == str(day.replace(year=day.year + 1))
    sooner = today() + timedelta(days=40)
    vendors("review", "record", "host-us", "--next", str(sooner), "--by", "Ada")
    assert due()["review-due", "Sample Cloud (host-us)"] == str(sooner)
    assert due()["review-due", "Sample Cloud (host-eu)"] == str(day.replace(year=day.year + 1))


def test_what_failed_leaves_no_assessment_standing(asked: Path) -> None:
    ran = vendors("review", "record", "host-us", "--of", "tia", "--outcome", "failed", "--by", "Ada")
    assert (ran.status, ran.err) == (
        2,
        'Say with --note what "failed" means: what is to be done, or why it failed.\n',
    )
    failed = "the last transfer impact assessment"
    assert failed not in " ".join(vendors("check", "--rule", "transfer-reservations").out.split())
    words = ("--of", "tia", "--outcome", "failed", "--note", "keys\x1b[2J lie abroad", "--by", "Ada")
    assert vendors("review", "record", "host-us", *words).status == 0
    assert failed in " ".join(vendors("check", "--rule", "transfer-reservations").out.split())
    assert (
        f"The last transfer impact assessment for Sample Cloud (host-us) failed: review 1 of {today()}."
        in vendors("check", "--rule", "yearly", "--each").out
    )
    assert ("tia-due", "Sample Cloud (host-us)") not in due()
    shown = vendors("show", "host-us").out
    assert f"review    transfer impact assessment failed on {today()}, by Ada: keys" in shown
    assert "\x1b" not in shown
    assert "\x1b" not in vendors("review", "list").out


def test_a_review_of_the_agreement_is_due_when_it_says(starter: Path) -> None:
    report = starter / "report.txt"
    report.write_bytes(b"fine")
    words = ("--of", "agreement", "--on", "2026-01-10", "--next", "2098-02-01", "--file", "report.txt", "--by", "Ada")
    vendors("review", "record", "desk", *words)
    assert due() == {("review-due", "Helpful Desk (desk)"): "2098-02-01"}
    assert due("--as-of", "2026-01-09") == {}, "it was made the day after"
    [told] = json.loads(vendors("review", "list", "--vendor", "helpful desk", "--format", "json").out)["reviews"]
    assert (told["subject"], told["next_on"], told["sha256"][:6]) == ("agreement", "2098-02-01", "d14a58")
    assert vendors("review", "list", "--vendor", "host-eu").out == "No review is recorded.\n"


def test_days_and_names_that_cannot_be_are_told(starter: Path) -> None:
    for words, told in (
        (("hostus",), '"hostus" is no key and no vendor of the sheet; did you mean "host-us"?\n'),
        (("desk", "--on", "2099-01-01"), "2099-01-01 is still to come; write the day on which the review was made.\n"),
        (
            ("desk", "--on", "2026-01-02", "--next", "2026-01-02"),
            "The next review, on 2026-01-02, has to come after this one, on 2026-01-02.\n",
        ),
        (("desk", "--file", "none.pdf"), '"none.pdf" cannot be read: no such file or directory; name the report.\n'),
    ):
        ran = vendors("review", "record", *words)
        assert (ran.status, ran.err) == (2, told)
    assert not (starter / ".vendors").exists()
