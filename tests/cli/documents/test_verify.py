"""vendors verify: a document, and the register it was made from."""

from pathlib import Path

import pytest

from tests.running import DAY, vendors
from vendor_registry.documents.formats.catalogue import FORMATS

SHEET, POLICY = Path("data/vendors.csv"), Path("data/policy.toml")
NAMES = [f"annex{form.suffix}" for form in FORMATS.values()]


@pytest.fixture(autouse=True)
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    for file in (SHEET, POLICY):
        (tmp_path / file).write_bytes(file.read_bytes())
    monkeypatch.chdir(tmp_path)


def annex(name: str, *options: str) -> None:
    assert vendors("annex", "--as-of", DAY, "-o", name, *options).status == 0


def change(old: str, new: str) -> None:
    text = SHEET.read_text("utf-8")
    assert old in text
    SHEET.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_document_of_any_format_follows_from_its_register_and_not_from_another(name: str) -> None:
    annex(name, "--lang", "fr", "--zone", "eu", "--with", "parent")
    ran = vendors("verify", name)
    assert ran.status == 0
    assert ran.out.startswith(f"{name} follows from data/vendors.csv and is as it was written (made as of {DAY} from ")
    change("Google Cloud EMEA Limited", "Google Cloud Poland Sp. z o.o.")
    ran = vendors("verify", name)
    assert ran.status == 1
    assert ran.out.startswith(f"{name} does not follow from data/vendors.csv any more")
    assert "was never published, so what changed is unknown." in ran.out


def test_what_changed_since_is_told_where_the_register_was_published() -> None:
    annex("annex.pdf")
    assert vendors("publish", "--yes", "--by", "Ada").status == 0
    change("Google Cloud EMEA Limited", "Google Cloud Poland Sp. z o.o.")
    ran = vendors("verify", "annex.pdf")
    assert ran.status == 1
    assert "It was made from revision 1; since then:\n" in ran.out
    assert "Google Cloud Poland Sp. z o.o." in ran.out


def test_a_row_that_is_not_in_the_document_does_not_matter() -> None:
    annex("annex.docx")
    change("Zendesk", "Zendesk Support")
    assert vendors("verify", "annex.docx").status == 0


def test_an_edited_file_is_told_from_the_one_that_was_written() -> None:
    annex("annex.md")
    file = Path("annex.md")
    file.write_text(file.read_text("utf-8").replace("Limited", "Ltd"), encoding="utf-8")
    ran = vendors("verify", "annex.md")
    assert ran.status == 1
    assert "still follows from data/vendors.csv, but the file is not as it was written" in ran.out


def test_a_changed_policy_is_told_where_the_rows_are_the_same() -> None:
    annex("annex.html")
    POLICY.write_text(POLICY.read_text("utf-8").replace("privacy@mailgun.com", "legal@mailgun.com"), encoding="utf-8")
    ran = vendors("verify", "annex.html")
    assert ran.status == 1
    assert "The rows are the same: what changed is the policy, the law, or vendors itself." in ran.out


def test_a_scope_that_the_policy_does_not_know_any_more_is_no_failure() -> None:
    annex("annex.txt", "--product", "inboxready")
    text = Path("annex.txt").read_text("utf-8")
    Path("annex.txt").write_text(text.replace('["inboxready"]', '["gone"]'), encoding="utf-8")
    assert vendors("verify", "annex.txt").status == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "does not say from which register it follows"),
        (b"PK\x03\x04", "does not say from which register it follows"),
        (
            b'\nvendors-seal: {"vendors": 1, "document": "annex", "register": "x", "content": "y", "request": {}}\n',
            "another version of vendors",
        ),
        (
            b'\nvendors-seal: {"vendors": 1, "document": "annex", "register": "x", "content": "y", "request": '
            b'{"as_of": "2024-01-01", "language": "en", "extras": [[]]}}\n',
            "another version of vendors",
        ),
    ],
)
def test_a_file_of_somebody_else_cannot_be_understood(content: bytes, said: str) -> None:
    Path("file.txt").write_bytes(content)
    ran = vendors("verify", "file.txt")
    assert ran.status == 2
    assert said in ran.err


def test_a_file_that_is_not_there_is_said_so() -> None:
    assert vendors("verify", "none.pdf").status == 2


@pytest.mark.parametrize("kind", ["scc", "art28", "uk", "ch", "recipients"])
def test_every_annex_is_verified(kind: str) -> None:
    annex("x.html", "--kind", kind, "--lang", "es")
    assert vendors("verify", "x.html").status == 0


@pytest.mark.parametrize("options", [("--as", "controller"), ("--as", "processor"), ("--transfers",), ("--tia", "US")])
def test_every_record_is_verified(options: tuple[str, ...]) -> None:
    assert vendors("records", "--as-of", DAY, "-o", "x.md", *options).status == 0
    assert vendors("verify", "x.md").status == 0


def test_a_worksheet_for_a_country_that_nothing_goes_to_any_more_is_outdated() -> None:
    assert vendors("records", "--as-of", DAY, "-o", "x.md", "--tia", "US").status == 0
    text = Path("x.md").read_text("utf-8")
    Path("x.md").write_text(text.replace('"detail": "US"', '"detail": "AQ"'), encoding="utf-8")
    assert "does not follow" in vendors("verify", "x.md").out


def test_publishing_the_same_rows_does_not_make_a_document_outdated() -> None:
    """Made before, and made after: the list says when it last changed."""
    annex("before.md")
    assert vendors("publish", "--yes", "--by", "Ada").status == 0
    annex("after.md")
    assert (vendors("verify", "before.md").status, vendors("verify", "after.md").status) == (0, 0)
