"""What a change of the sheet does to the findings."""

import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from vendor_registry.case.case import Case
from vendor_registry.model.text.origin import RefusedError, UsageError
from vendor_registry.use_cases import api
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.files.repository import Archive, Repository
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.ledger.comparison.against import Held, held_against
from vendor_registry.use_cases.ledger.comparison.earlier import earlier
from vendor_registry.use_cases.ledger.revisions import publish

STARTER = Path(api.__file__).parents[1] / "intake" / "starter"
DAY = date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The starter sheet and policy in a git repository with one commit."""
    for name in ("vendors.csv", "policy.toml"):
        (tmp_path / name).write_bytes((STARTER / name).read_bytes())
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Start"], ["tag", "first"]):
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True)
    return tmp_path


def blank(folder: Path, text: str) -> None:
    sheet = folder / "vendors.csv"
    written = sheet.read_text(encoding="utf-8")
    assert text in written
    sheet.write_text(written.replace(text, "", 1), encoding="utf-8", newline="")


def case(folder: Path, sheet: str = "vendors.csv") -> Case:
    loaded = load(folder / sheet, folder / "policy.toml")
    return Case(loaded.registry, loaded.policy, DAY, loaded.beside.waivers)


def archive(now: Case, folder: Path, sheet: str = "vendors.csv") -> Archive:
    repository = Repository(folder / sheet, folder / "policy.toml", f"sqlite:///{folder}/registry.db")
    return Archive(repository, now.policy)


def difference(folder: Path, wanted: str) -> Held:
    now = case(folder)
    before = earlier(wanted, archive(now, folder))
    return held_against(check(now), now, before, wanted)


def new_rules(found: Held) -> set[str]:
    return {one.rule for one in found.comparison.new}


def test_a_cell_that_was_blanked_since_a_commit_is_new_and_alone_open(folder: Path) -> None:
    assert difference(folder, "first").comparison.new == ()
    blank(folder, "DE (Frankfurt)")
    found = difference(folder, "first")
    assert new_rules(found) >= {"complete"}
    assert {one.rule for one in found.report.findings if one.is_open} == new_rules(found)
    assert {one.known_in for one in found.report.findings} <= {"", "already in first"}
    assert str(found).startswith(f"Against first: {len(found.comparison.new)} new, 0 fixed, 0 changed, ")


def test_what_was_mended_is_fixed(folder: Path) -> None:
    other = folder / "before.csv"
    blank(folder, "DE (Frankfurt)")
    other.write_bytes((folder / "vendors.csv").read_bytes())
    (folder / "vendors.csv").write_bytes((STARTER / "vendors.csv").read_bytes())
    found = difference(folder, str(other))
    assert found.comparison.new == ()
    assert {entry.identity.rule for entry in found.comparison.fixed} >= {"complete"}
    assert "  fixed    complete" in str(found)


def test_a_published_revision_is_named_by_its_number(folder: Path) -> None:
    url = f"sqlite:///{folder}/registry.db"
    publish(case(folder).registry, url, "", datetime(2026, 1, 1, tzinfo=UTC))
    blank(folder, "DE (Frankfurt)")
    assert new_rules(difference(folder, "1")) >= {"complete"}
    with pytest.raises(UsageError, match="There is no revision 2"):
        difference(folder, "2")


def test_rows_that_only_moved_make_no_difference(folder: Path) -> None:
    sheet = folder / "vendors.csv"
    header, *rows = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    sheet.write_text(header + "".join(reversed(rows)), encoding="utf-8", newline="")
    found = difference(folder, "first").comparison
    assert (found.new, found.changed, found.fixed) == ((), (), ())


@pytest.mark.parametrize(
    "wanted", ["no-such-commit", "-x", "--upload-pack=touch x", "nowhere.csv", "", "first:vendors.csv"]
)
def test_what_is_nothing_of_the_three_is_refused(folder: Path, wanted: str) -> None:
    with pytest.raises(UsageError, match="is no file, no number of a published revision, and nothing that git knows"):
        difference(folder, wanted)


def test_a_commit_without_the_sheet_is_refused(folder: Path) -> None:
    (folder / "vendors.csv").rename(folder / "other.csv")
    now = case(folder, "other.csv")
    with pytest.raises(UsageError, match="is not in first"):
        earlier("first", archive(now, folder, "other.csv"))


def test_a_sheet_of_then_that_is_not_understood_now_is_told_with_its_commit(folder: Path) -> None:
    policy = folder / "policy.toml"
    text = policy.read_text(encoding="utf-8").replace("[services.payments]", "[services.billing]")
    text = text.replace('"Payments"', '"Billing"')  # else it were the service of that name
    policy.write_text(text, encoding="utf-8")
    sheet = folder / "vendors.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace(",payments,", ",billing,"), encoding="utf-8", newline="")
    with pytest.raises(RefusedError, match="at first"):
        difference(folder, "first")
