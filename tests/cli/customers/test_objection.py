"""vendors objection: what a customer says to a change, what becomes of it, and what its annex then says."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.running import DAY, vendors
from vendor_registry.store.connection import writing
from vendor_registry.store.tables import StoredNotice

CUSTOMERS = "key,name,products,zone\nacme,Acme,app,eu\nbolt,Bolt,app,eu\n"
ADD = ("objection", "add", "--customer", "acme", "--vendor", "sample cloud", "--reason", "No hosting abroad")


def noticed(folder: Path, customer: str = "") -> None:
    """Revision 1, and a notice of it: Sample Cloud, objections until 2026-12-04."""
    assert vendors("publish").status == 0
    with writing("sqlite:///.vendors/registry.db") as opened:
        opened.add(
            StoredNotice(
                customer=customer,
                channel="e-mail",
                after=1,
                vendors=["Sample Cloud"],
                sent_on=date(2026, 11, 20),
                effective_on=date(2026, 12, 21),
                object_until=date(2026, 12, 4),
                recorded_by="Ada",
            )
        )


TODAY = date(2026, 12, 10)  # a day on which all that is recorded here has happened


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vendor_registry.cli.customers.objection.today", lambda: TODAY)


@pytest.fixture
def office(starter: Path) -> Path:
    (starter / "data" / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    noticed(starter)
    return starter


def annex(customer: str, *more: str) -> str:
    ran = vendors("annex", "--as-of", DAY, "--customer", customer, "--format", "md", "-o", "-", *more)
    assert ran.status == 0, ran
    return ran.out


def test_an_objection_in_time_holds_the_vendor_back_from_this_customer_only(office: Path) -> None:
    assert "Sample Cloud" in annex("acme")
    ran = vendors(*ADD, "--on", "2026-12-04")
    assert ran.out == "Objection 1 of acme to Sample Cloud is recorded, in time (2026-12-04).\n"
    assert "Sample Cloud" not in annex("acme")
    assert "Sample Cloud" in annex("bolt")
    assert "this customer objected to it" in annex("acme", "--with", "excluded")


@pytest.mark.parametrize(("outcome", "listed"), [("upheld", False), ("dismissed", True), ("withdrawn", True)])
def test_what_is_decided_counts(office: Path, outcome: str, listed: bool) -> None:
    vendors(*ADD, "--on", "2026-12-01")
    ran = vendors("objection", "decide", "1", "--outcome", outcome, "--by", "Ada Lee", "--on", "2026-12-10")
    assert ran.out == f"Objection 1 of acme to Sample Cloud: {outcome}.\n"
    assert ("Sample Cloud" in annex("acme")) is listed
    again = vendors("objection", "decide", "1", "--outcome", "upheld")
    assert (again.status, again.err.split(". ")[0]) == (2, f"Objection 1 was decided on 2026-12-10: {outcome}")


def test_a_late_objection_is_kept_and_marked_and_holds_nothing_back_unless_it_is_upheld(office: Path) -> None:
    ran = vendors(*ADD, "--on", "2026-12-05")
    assert ran.out == "Objection 1 of acme to Sample Cloud is recorded; it is late: the last day was 2026-12-04.\n"
    assert vendors("objection", "list").out == (
        "1  2026-12-05  acme to Sample Cloud (notice 1): open, late\n    No hosting abroad\n"
    )
    assert "Sample Cloud" in annex("acme")
    vendors("objection", "decide", "1", "--outcome", "upheld", "--on", "2026-12-10", "--by", "Ada")
    assert "Sample Cloud" not in annex("acme")


def test_the_list_can_be_narrowed_and_read_by_programs(office: Path) -> None:
    vendors(*ADD, "--on", "2026-12-01")
    told = json.loads(vendors("objection", "list", "--format", "json").out)["objections"]
    assert [(one["customer"], one["outcome"], one["holds"]) for one in told] == [("acme", "", True)]
    vendors("objection", "decide", "1", "--outcome", "withdrawn", "--on", "2026-12-02", "--by", "Ada")
    assert vendors("objection", "list", "--open").out == "There are no objections.\n"
    assert "withdrawn on 2026-12-02 by Ada" in vendors("objection", "list", "--customer", "acme").out
    assert vendors("objection", "list", "--customer", "bolt").out == "There are no objections.\n"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"--vendor": "Sample Clud"}, 'told acme of "Sample Clud"; did you mean "Sample Cloud"?'),
        ({"--customer": "acne"}, 'There is no customer "acne"; did you mean "acme"?'),
        ({"--on": "2026-11-19"}, "Notice 1 was sent on 2026-11-20; nobody can object to it on 2026-11-19."),
        ({"--notice": "7"}, "There is no notice 7 to acme."),
        ({"--reason": " "}, "Write what the customer says with --reason"),
    ],
)
def test_what_cannot_be_is_refused(office: Path, changed: dict[str, str], said: str) -> None:
    asked = dict(zip(ADD[2::2], ADD[3::2], strict=True)) | {"--on": "2026-12-01"} | changed
    ran = vendors("objection", "add", *(word for pair in asked.items() for word in pair))
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert vendors("objection", "list").out == "There are no objections.\n"


def test_the_same_objection_is_open_once(office: Path) -> None:
    vendors(*ADD, "--on", "2026-12-01")
    ran = vendors(*ADD, "--on", "2026-12-02")
    assert ran.err.startswith("Objection 1 of acme to Sample Cloud is recorded already and still open")


def test_an_objection_holds_back_what_the_notice_was_about(starter: Path) -> None:
    """A further engagement of a vendor that acme has already: the first one stays in force for it."""
    (starter / "data" / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    vendors("publish")
    sheet = starter / "data" / "vendors.csv"
    header, first, *others = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    further = (
        first.replace("host-eu", "queue-eu")
        .replace("Runs the application", "Queues messages")
        .replace("DE (Frankfurt)", "")
    )
    sheet.write_text("".join((header, first, *others, further)), encoding="utf-8", newline="")
    vendors("publish", "--yes")
    assert vendors("notice", "record", "--all", "--channel", "e-mail", "--sent", "2026-11-20").status == 0
    refused = vendors(*ADD[:5], "host-eu", *ADD[6:], "--on", "2026-12-01")
    assert refused.err == "Notice 1 did not speak of host-eu; of Sample Cloud it told queue-eu.\n"
    added = vendors(*ADD, "--on", "2026-12-01")
    assert added.out.startswith("Objection 1 of acme to Sample Cloud, queue-eu is recorded, in time")
    for customer, queued in (("acme", False), ("bolt", True)):
        assert "Runs the application" in annex(customer)
        assert ("Queues messages" in annex(customer)) is queued
        ran = vendors("check", "--as-of", DAY, "--customer", customer, "--format", "json")
        assert ("queue-eu" in ran.out) is queued
        assert "host-us" not in ran.out


def test_other_words_than_the_three_decide_nothing(office: Path) -> None:
    vendors(*ADD, "--on", "2026-12-01")
    ran = vendors("objection", "decide", "1", "--outcome", "maybe")
    assert ran.err == '"maybe" is no outcome of an objection; write upheld, dismissed or withdrawn.\n'
    assert vendors("objection", "decide", "2", "--outcome", "upheld").err.startswith("There is no objection 2;")


def test_a_key_of_the_vendor_names_it_too_and_asking_makes_no_store(starter: Path) -> None:
    assert vendors("objection", "list").out == "There are no objections.\n"
    assert not (starter / ".vendors").exists()
    (starter / "data" / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    noticed(starter, "acme")
    asked = ("objection", "add", "--vendor", "host-eu", "--reason", "No", "--on", "2026-12-01")
    assert vendors(*asked, "--customer", "acme").status == 0
    assert 'No notice told bolt of "Sample Cloud"; it was told of nobody.' in vendors(*asked, "--customer", "bolt").err


def test_what_is_still_to_come_is_not_on_record(office: Path) -> None:
    """An objection and its decision are of today or of a day before."""
    ran = vendors(*ADD, "--on", "2026-12-11")
    assert (ran.status, ran.err) == (2, "2026-12-11 is still to come; write the day on which the objection came.\n")
    vendors(*ADD, "--on", "2026-12-10")
    ran = vendors("objection", "decide", "1", "--outcome", "upheld", "--by", "Ada", "--on", "2026-12-11")
    assert (ran.status, ran.err) == (2, "2026-12-11 is still to come; write the day on which it was decided.\n")
    assert vendors("objection", "list", "--open").out.count("Sample Cloud") == 1
