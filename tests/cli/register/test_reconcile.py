"""vendors reconcile: every kind of list, held against one small register (tests/samples/inventories)."""

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.running import DAY, Ran, vendors

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "samples" / "inventories"
REAL = ROOT.parent / "shared" / "real-lists"
SCHEMA = json.loads((ROOT / "docs" / "reconciliation.schema.json").read_text("utf-8"))
SEVEN = ["Aria", "Authorize.net", "Cyxtera", "Looker", "MacStadium", "Snowflake", "Split.io"]
PAGE = "# Sub-processors\n\n| Name | Location |\n|---|---|\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five vendors: four in force, Segment over since 2025; Acme Mail is the company, www.acme.example its website."""
    shutil.copytree(SAMPLES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reconcile(*arguments: str) -> Ran:
    return vendors("reconcile", "--sheet", "vendors.csv", "--policy", "policy.toml", "--as-of", DAY, *arguments)


def told(*arguments: str) -> dict[str, Any]:
    ran = reconcile(*arguments, "--format", "json")
    found: dict[str, Any] = json.loads(ran.out)
    jsonschema.validate(found, SCHEMA)
    assert ran.status == int(any(one["differs"] for one in found["lists"]))
    [one] = found["lists"]
    return dict(one)


def names(found: dict[str, Any], outcome: str) -> list[str]:
    return [item["vendor"] for item in found[outcome]]


def test_a_list_of_a_part_of_the_register_is_held_against_that_part(office: Path) -> None:
    (office / "page.md").write_text(PAGE + "| Segment | US |\n| Stripe | US |\n", encoding="utf-8")
    whole, part = told("page.md"), told("page.md", "--only", "vendor:Stripe")
    assert whole["extra"]
    assert not part["extra"]
    [said] = [
        one["note"] for one in told("page.md", "--only", "not vendor:Stripe")["missing"] if one["vendor"] == "Stripe"
    ]
    assert said == "its row does not belong to the part that --only names"


def test_who_is_to_come_from_the_same_day_in_both_is_not_missing(office: Path) -> None:
    header, *rows = (office / "vendors.csv").read_text("utf-8").splitlines()
    new = "new,Newcomer,,DE,sub-processor,hosting,Hosting,*,*,customers,content,DE,,,,2027-03-01"
    lines = [f"{header},since", *(f"{row}," for row in rows), new]
    (office / "vendors.csv").write_text("\n".join(lines), encoding="utf-8")
    titles = "# Sub-processors\n\n| Name | Location | In use since |\n|---|---|---|\n"
    for day, missing in (("2027-03-01", []), ("2027-02-01", ["Newcomer"])):
        (office / "page.md").write_text(f"{titles}| Stripe | US | |\n| Newcomer | DE | {day} |\n", "utf-8")
        assert names(told("page.md"), "missing") == missing


@pytest.mark.parametrize(
    ("file", "kind", "missing", "unmatched"),
    [
        ("terraform.tfstate", "terraform", ["Datadog", "Google Cloud Platform"], ["provider frobnicate"]),
        ("plan.json", "terraform", ["Heroku", "Microsoft Azure"], []),
        ("hosts.txt", "hosts", ["Sentry", "Zendesk"], ["telemetry.unheard-of.example"]),
        ("egress.csv", "hosts", ["Segment"], []),
        ("cookies.csv", "cookies", ["Google Analytics", "Hotjar"], []),
        ("cookies.json", "cookies", ["Google Analytics", "HubSpot"], []),
        ("cookies.txt", "cookies", ["Intercom"], []),
        ("bearer-privacy.json", "bearer", ["Sentry"], []),
        ("bearer-privacy.csv", "bearer", ["Sentry"], []),
        ("bearer-dataflow.json", "bearer", [], []),
        ("privado.json", "privado", ["Segment"], []),
        ("bom.json", "cyclonedx", ["Mixpanel"], []),
        (
            "record.md",
            "text",
            ["Google Analytics", "Proxiad Support GmbH", "Sentry", "Widget Works Ltd"],
            ["Tax office"],
        ),
        ("list.md", "list", ["Newcomer Mail, Inc."], []),
    ],
)
def test_each_kind_is_recognised_by_its_content(
    office: Path, file: str, kind: str, missing: list[str], unmatched: list[str]
) -> None:
    found = told(file)
    assert (found["kind"], names(found, "missing"), names(found, "unmatched")) == (kind, missing, unmatched)
    other = office / "anything.dat"
    (office / file).rename(other)
    assert told("anything.dat")["kind"] == kind, "the name of the file says nothing"


def test_a_list_names_other_places_and_names_and_leaves_vendors_out(office: Path) -> None:
    found = told("list.md")
    assert names(found, "extra") == ["Gladly Desk", "Stripe"], "Segment is over and misses nowhere"
    [place] = found["other_place"]
    assert (place["vendor"], place["listed"], place["registered"]) == ("Acme Hosting", "US", "DE (Frankfurt)")
    assert place["place"] == "list.md:5"
    assert place["cell"] == {"file": "vendors.csv", "line": 2, "column": "region"}
    [name] = found["other_name"]
    assert (name["vendor"], name["listed"]) == ("Amazon Web Services", "AWS")


def test_resources_in_a_region_that_the_register_does_not_have_are_told(office: Path) -> None:
    [place] = told("terraform.tfstate")["other_place"]
    assert (place["vendor"], place["listed"], place["registered"]) == ("Amazon Web Services", "US (us-west-2)", "DE")
    assert place["place"] == "terraform.tfstate#/resources/1/instances/0"
    assert "hunter2" not in reconcile("terraform.tfstate").out


def test_a_region_that_nobody_knows_is_told_and_not_passed_over(office: Path) -> None:
    [google] = [one for one in told("terraform.tfstate")["missing"] if one["vendor"] == "Google Cloud Platform"]
    assert google["note"] == 'in "MARS-1", which is no place that is known here'


def test_a_plan_is_read_with_the_regions_of_its_providers(office: Path) -> None:
    [place] = told("plan.json")["other_place"]
    assert (place["vendor"], place["listed"]) == ("Amazon Web Services", "IN (ap-south-1)")
    assert place["place"] == "plan.json#/configuration/provider_config/aws"


def test_a_host_in_the_region_of_a_cloud_tells_its_place(office: Path) -> None:
    (office / "one.txt").write_text("acme.s3.us-west-2.amazonaws.com\nacme.s3.eu-central-1.amazonaws.com\n")
    [place] = told("one.txt")["other_place"]
    assert (place["listed"], place["place"]) == ("US (us-west-2)", "one.txt:1")


def test_hosts_of_our_own_do_not_count_and_passwords_are_never_told(office: Path) -> None:
    ran = reconcile("hosts.txt", "--own", "unheard-of.example")
    assert "unheard-of" not in ran.out
    assert "mail.acme.example" not in ran.out
    assert "db.internal" not in ran.out
    assert "hunter2" not in ran.out


def test_a_row_that_is_over_is_said_to_be(office: Path) -> None:
    [segment] = told("egress.csv")["missing"]
    assert segment["note"] == "its row was in force until 2025-12-31"
    assert segment["cell"]["line"] == 6


def test_a_former_name_and_a_slip_are_the_same_vendor_under_another_name(office: Path) -> None:
    """Gladly Desk was Help Bench; "Acme Hostings" is nobody's name."""
    (office / "page.md").write_text(
        PAGE + "| Help Bench | IE |\n| Acme Hostings | DE |\n| AWS | DE |\n| Stripe | US |\n"
    )
    found = told("page.md")
    assert names(found, "missing") == names(found, "extra") == []
    notes = {item["listed"]: item["note"] for item in found["other_name"]}
    assert notes["Help Bench"] == "its former name"
    assert notes["Acme Hostings"].startswith("probably the same")


def test_the_beginning_of_a_name_takes_nobody_from_whom_the_list_names_itself(office: Path) -> None:
    (office / "page.md").write_text(PAGE + "| Stripe | US |\n| Stripe Atlas | US |\n| Acme Hosting | DE |\n")
    assert names(told("page.md"), "missing") == ["Stripe Atlas"]


def test_what_such_a_list_need_not_show_is_a_difference_only_on_request(office: Path) -> None:
    found = told("bearer-dataflow.json")
    assert found["not_shown"] == ["Acme Hosting", "Amazon Web Services", "Gladly Desk"]
    assert not found["differs"]
    assert names(told("bearer-dataflow.json", "--complete"), "extra") == found["not_shown"]


def test_a_list_that_agrees_ends_with_status_0(office: Path) -> None:
    rows = "| Acme Hosting | DE |\n| Amazon Web Services, Inc. | DE |\n| STRIPE® | US |\n| Gladly Desk | IE |\n"
    (office / "page.md").write_text(PAGE + rows)
    ran = reconcile("page.md")
    assert ran.status == 0, ran.out
    counts = "0 missing, 0 extra, 0 other place, 0 other name, 0 unmatched"
    assert ran.out.splitlines()[-1] == f"page.md: {counts}; 4 of 4 vendors in vendors.csv are there."


def test_several_lists_are_told_one_after_the_other(office: Path) -> None:
    found = json.loads(reconcile("hosts.txt", "list.md", "--format", "json").out)
    assert [one["file"] for one in found["lists"]] == ["hosts.txt", "list.md"]
    rows = list(csv.DictReader(io.StringIO(reconcile("hosts.txt", "list.md", "--format", "csv").out.lstrip("\ufeff"))))
    assert {row["list"] for row in rows} == {"hosts.txt", "list.md"}
    assert {row["outcome"] for row in rows} == {"missing", "extra", "other-place", "other-name", "unmatched"}


def test_a_formula_in_a_list_stays_text_in_a_spreadsheet(office: Path) -> None:
    (office / "page.md").write_text(PAGE + "| =HYPERLINK(1) Inc. | US |\n| Stripe | US |\n")
    out = reconcile("page.md", "--format", "csv").out
    assert "=HYPERLINK" not in out or "'=HYPERLINK" in out


@pytest.mark.parametrize(
    ("name", "content", "status", "said"),
    [
        ("old.tfstate", '{"version": 3, "terraform_version": "0.11.14", "modules": []}', 2, "version 3"),
        ("broken.json", '{"version": 4,', 2, "not JSON"),
        ("paper.pdf", "%PDF-1.7", 2, "pdftotext"),
        ("bom.xml", '<bom xmlns="http://cyclonedx.org/schema/bom/1.5"/>', 2, "Convert it"),
        ("nothing.md", "A page about the weather.\n", 2, "no third party is named"),
        ("deep.json", "[" * 100_000, 2, "not JSON"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_a_sentence(
    office: Path, name: str, content: str, status: int, said: str
) -> None:
    (office / name).write_text(content)
    ran = reconcile(name)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err


def test_a_kind_may_be_said_and_has_to_be_right(office: Path) -> None:
    assert told("list.md", "--as", "text")["kind"] == "text"
    assert reconcile("hosts.txt", "--as", "cookies").status == 2
    assert "choose one of list, terraform" in reconcile("hosts.txt", "--as", "fruit").err


def test_a_revision_takes_the_place_of_the_sheet(office: Path) -> None:
    database = f"sqlite:///{office}/registry.db"
    sheet = ("--sheet", "vendors.csv", "--policy", "policy.toml", "--database", database)
    assert vendors("publish", *sheet).status == 0
    rows = (office / "vendors.csv").read_text().splitlines(keepends=True)
    (office / "vendors.csv").write_text("".join(row for row in rows if not row.startswith("pay")))
    assert "Stripe" in names(told("hosts.txt"), "missing")
    assert "Stripe" not in names(told("hosts.txt", "--revision", "1", "--database", database), "missing")


def test_two_lists_need_no_register(office: Path) -> None:
    (office / "old.md").write_text(PAGE + "| Stripe | US |\n| Gone Corp | US |\n")
    found = told("list.md", "--with", "old.md")
    assert found["against"] == "old.md"
    assert (names(found, "missing"), names(found, "extra")) == (
        ["Acme Hosting", "AWS", "Newcomer Mail, Inc."],
        ["Gone Corp", "Stripe"],
    )


@pytest.mark.skipif(not (REAL / "INDEX.csv").is_file(), reason="the published lists are not part of the project")
def test_the_list_of_2020_and_the_next_one_differ_by_seven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven added, none removed: as two lists, and as a register made of either."""
    monkeypatch.chdir(tmp_path)
    before, after = (str(REAL / f"sinch-email-third-parties{year}.csv") for year in ("-2020", ""))
    for ran, key in (
        (vendors("reconcile", before, "--with", after, "--format", "json"), "extra"),
        (vendors("reconcile", after, "--with", before, "--format", "json"), "missing"),
    ):
        [one] = json.loads(ran.out)["lists"]
        other = "missing" if key == "extra" else "extra"
        assert (names(one, key), names(one, other)) == (SEVEN, [])
        assert names(one, "other_name") == names(one, "other_place") == names(one, "unmatched") == []
    for first, other, key in ((before, after, "missing"), (after, before, "extra")):
        shutil.rmtree(tmp_path / "data", ignore_errors=True)
        assert vendors("init", "--from", first).status == 0
        [one] = json.loads(vendors("reconcile", other, "--format", "json").out)["lists"]
        assert names(one, key) == SEVEN
        assert names(one, "missing" if key == "extra" else "extra") == []


def test_a_vendor_whose_name_is_a_domain_is_known_by_it(starter: Path) -> None:
    sheet = starter / "data" / "vendors.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("Helpful Desk", "Desk.io"), encoding="utf-8", newline="")
    (starter / "hosts.txt").write_text("events.desk.io:443\nnotdesk.io\n", encoding="utf-8")
    told = json.loads(vendors("reconcile", "hosts.txt", "--format", "json").out)
    assert "notdesk.io" in json.dumps(told)
    assert "events.desk.io" not in json.dumps(told)
