"""vendors notice: the letters, the record that they were sent, and the state that a customer knows."""

import csv
import hashlib
import io
import json
import shutil
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import docx
import pytest

from tests.running import Ran, vendors
from vendor_registry.store.connection import reading
from vendor_registry.store.tables import StoredDocument

SAMPLES = Path(__file__).parents[2] / "samples" / "notices"
SENT = "2026-12-01"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Revision 1 is before.csv; the sheet is after.csv."""
    data = tmp_path / "data"
    data.mkdir()
    for name in ("policy.toml", "customers.csv"):
        shutil.copy(SAMPLES / name, data / name)
    shutil.copy(SAMPLES / "before.csv", data / "vendors.csv")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VENDORS_DATABASE_URL", raising=False)
    assert vendors("publish", "--yes").status == 0
    shutil.copy(SAMPLES / "after.csv", data / "vendors.csv")
    return tmp_path


def notice(*arguments: str) -> Ran:
    return vendors("notice", *arguments, "--as-of", SENT)


def text(customer: str, *arguments: str) -> str:
    ran = notice("--customer", customer, "--format", "text", "-o", "-", *arguments)
    assert ran.status == 0, ran
    return ran.out


def record(*arguments: str) -> Ran:
    return vendors("notice", "record", "--channel", "e-mail", "--by", "Ada", "--as-of", SENT, *arguments)


def test_a_customer_is_told_what_concerns_it_and_nothing_else(office: Path) -> None:
    told = text("acme")
    for said in ("To                Acme Ltd", "Mail Relay", "Old Post Ltd", "Objections until  21 December 2026"):
        assert said in told, said
    assert "Sample Cloud" not in told
    assert "Söhne" not in told


def test_another_customer_is_told_in_its_language_by_its_terms(office: Path) -> None:
    told = text("muster")
    assert told.startswith("Mitteilung über Änderungen")
    assert "Vereinigte Staaten (Virginia; Ohio)" in told
    assert "Wirksam ab     1. Januar 2027" in told
    assert "Mail Relay" not in told


def test_the_new_stands_beside_the_old_and_the_predecessor_is_not_told_twice(office: Path) -> None:
    told = text("acme")
    assert "  Until now         Ireland\n  From 20 Jan 2027  France\n" in told
    assert told.count("----------\n") == 1


def test_the_reason_is_told_in_the_words_of_the_sender(office: Path) -> None:
    assert "Why we make these changes\n=========================\n\nOld Post closes.\n" in text(
        "acme", "--reason", "Old Post closes."
    )


def test_after_publishing_the_revision_before_is_what_customers_know(office: Path) -> None:
    before = text("acme")
    vendors("publish", "--yes")
    assert text("acme") == before
    assert text("acme", "1", "2") == before
    assert text("acme", "2") == before


def test_all_customers_get_a_letter_each_and_a_second_run_writes_nothing(office: Path) -> None:
    first = notice("--all", "--format", "eml", "-o", "letters")
    assert (first.status, first.out) == (0, "letters/acme.eml\nletters/muster.eml\n")
    assert first.err == "2 customers to be told: 2 written, 0 there already and the same.\n"
    message = message_from_bytes(Path("letters/acme.eml").read_bytes(), policy=policy.SMTP)
    assert (message["To"], message["From"]) == ("legal@acme.example", "Example GmbH <privacy@example.com>")
    Path("letters/muster.eml").write_bytes(b"half")
    second = notice("--all", "--format", "eml", "-o", "letters")
    assert second.err == "2 customers to be told: 1 written, 1 there already and the same.\n"
    single = notice("--customer", "muster", "-o", "one.eml")
    assert single.status == 0
    assert Path("one.eml").read_bytes() == Path("letters/muster.eml").read_bytes()


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html", "md", "txt", "eml"])
def test_every_format_can_be_written(office: Path, suffix: str) -> None:
    ran = notice("--customer", "acme", "-o", f"acme.{suffix}")
    assert (ran.status, ran.out) == (0, f"acme.{suffix}\n")
    assert Path(f"acme.{suffix}").stat().st_size > 500


def test_a_letter_is_poured_into_a_template_that_a_lawyer_changed(office: Path) -> None:
    assert notice("--write-template", "ours.docx").out == "ours.docx\n"
    changed = docx.Document("ours.docx")
    changed.add_paragraph("With kind regards, Legal")
    changed.save("ours.docx")
    assert notice("--all", "-o", "letters").status == 0
    ran = notice("--all", "-o", "letters", "--template", "ours.docx")
    assert ran.err == "2 customers to be told: 2 written, 0 there already and the same.\n"
    told = [one.text for one in docx.Document("letters/acme.docx").paragraphs]
    assert told[-1] == "With kind regards, Legal"
    assert "Mail Relay" in told
    assert (
        "A template is for docx, and pdf was asked for"
        in notice("--customer", "acme", "-o", "a.pdf", "--template", "ours.docx").err
    )


def test_whoever_has_a_product_in_a_data_region_is_told_without_a_name(office: Path) -> None:
    ran = notice("--product", "app", "--zone", "us", "--format", "text", "-o", "-")
    assert "\nTo " not in ran.out
    assert "Sample Cloud" in ran.out
    assert "Mail Relay" not in ran.out


def test_too_early_a_day_is_told_with_the_first_that_the_terms_allow(office: Path) -> None:
    ran = notice("--all", "--effective", "2026-12-20", "--format", "text")
    assert "acme not before 2027-01-16, muster not before 2027-01-01." in ran.err


def test_kinds_of_the_policy_narrow_what_is_told(office: Path) -> None:
    edit("policy.toml", "[notice]\n", '[notice]\nkinds = ["added", "replaced"]\n')
    ran = notice("--all", "--format", "text", "-o", "letters")
    assert ran.out == "letters/acme.txt\n"
    edit("policy.toml", '"added"', '"new"')
    assert '[notice.kinds] "new" is not known here' in notice("--all").err


def test_where_nothing_concerns_a_customer_nothing_is_written(office: Path) -> None:
    ran = notice("1", "1", "--customer", "acme", "-o", "acme.txt")
    assert (ran.status, ran.out, Path("acme.txt").exists()) == (0, "", False)
    assert ran.err == "Nothing in this difference that needs a notice concerns them; none was written.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Say for whom: --customer KEY, --all, or --product KEY and --zone KEY.\n"),
        (("--customer", "acme", "--all"), "Say for whom"),
        (("--customer", "acne"), 'There is no customer "acne"; did you mean "acme"?\n'),
        (("--product", "chat"), '"chat" is no product of the policy. It has app.\n'),
        (("1", "2", "3", "--all"), "Name two states at most: what was before, and what is to be told.\n"),
        (("--all", "-o", "data/vendors.csv"), '"data/vendors.csv" is a file; name a folder'),
        (("--customer", "acme", "-o", "data/vendors.csv"), 'No format has the suffix ".csv"'),
        (("--customer", "acme", "--lang", "it"), 'There is no wording for the language "it"'),
        (("1", "--all"), "Nothing was published before it"),
    ],
)
def test_what_cannot_be_asked_is_told(office: Path, arguments: tuple[str, ...], told: str) -> None:
    ran = notice(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(told)


def test_a_notice_is_recorded_with_the_file_that_was_sent(office: Path) -> None:
    vendors("publish", "--yes")
    notice("--all", "--format", "eml", "-o", "letters")
    ran = record("--all", "--sent", SENT, "--effective", "2027-01-20", "--file", "letters")
    assert (ran.status, ran.out) == (0, "Recorded 2 notices of revision 2.\n")
    assert vendors("notice", "list").out == (
        "1  2026-12-01  acme  e-mail  revisions 1 to 2\n"
        "   Mail Relay: in effect 2027-01-20, objections until 2026-12-21, recorded by Ada\n"
        "2  2026-12-01  muster  e-mail  revisions 1 to 2\n"
        "   Sample Cloud: in effect 2027-01-20, objections until 2026-12-15, recorded by Ada\n"
    )
    [one] = json.loads(vendors("notice", "list", "--customer", "acme", "--format", "json").out)["notices"]
    assert (one["customer"], one["before"], one["after"], one["sent_on"]) == ("acme", 1, 2, SENT)
    with reading("sqlite:///.vendors/registry.db") as opened:
        assert opened is not None
        kept = opened.get(StoredDocument, 1)
        assert kept is not None
        assert kept.sha256 == hashlib.sha256(Path("letters/acme.eml").read_bytes()).hexdigest()
        assert (kept.kind, kept.customer, kept.scope, kept.revision) == ("notice", "acme", "app; eu", 2)
    assert vendors("fsck").status == 0


def test_what_was_told_last_is_what_a_customer_knows(office: Path) -> None:
    vendors("publish", "--yes")
    record("--customer", "acme", "--effective", "2027-01-20")
    edit("vendors.csv", ",FR,,post", ",FR; ES,,post")
    told = text("acme")
    assert "  Until now         France\n  From 16 Jan 2027  France; Spain\n" in told
    assert "Until now         Ireland" not in told
    state = vendors("diff", "customer:acme", "--as-of", SENT, "--format", "json")
    assert [one["kind"] for one in json.loads(state.out)["changes"]] == ["place-widened"]
    assert json.loads(state.out)["before"] == "what acme knows"
    assert 'There is no customer "nobody"' in vendors("diff", "customer:nobody").err


def test_the_first_revision_is_recorded_as_the_whole_list_that_a_customer_got(office: Path) -> None:
    assert record("--customer", "acme").out == (
        "1  2026-12-01  acme  e-mail  revision 1\n"
        "   Old Post, Sample Cloud: in effect 2027-01-16, objections until 2026-12-21, recorded by Ada\n"
    )
    assert record("--customer", "acme").err.startswith("Revision 1 changes nothing for acme since what was told")
    assert record("--all").out.startswith("2  2026-12-01  muster")
    assert vendors("fsck").status == 0


def test_letters_and_the_check_mean_the_same_list_that_a_customer_knows(office: Path) -> None:
    """Revisions 1 and 2 are of today; acme's contract is older than both, muster signed a day after them."""
    later = (datetime.now(UTC) + timedelta(days=1)).date()
    edit("customers.csv", ",days\n", ",days,contract_date\n")
    edit("customers.csv", ",20,calendar\n", ",20,calendar,2020-01-01\n")
    edit("customers.csv", "de,datenschutz@muster.example,,,\n", f"de,datenschutz@muster.example,,,,{later}\n")
    vendors("publish", "--yes")
    assert notice("--all", "--format", "text").out == "notices/acme.txt\n"
    told = json.loads(vendors("check", "--as-of", SENT, "--rule", "notice-due", "--format", "json").out)["findings"]
    assert [one["message"].split(" that ")[0] for one in told] == ["Nobody has told Acme"]
    for customer, changed in (("acme", 3), ("muster", 0)):
        state = json.loads(vendors("diff", f"customer:{customer}", "--as-of", SENT, "--format", "json").out)
        assert len(state["changes"]) == changed


def test_letters_of_what_is_not_published_are_not_on_record_and_that_is_told(office: Path) -> None:
    vendors("publish", "--yes")
    edit("vendors.csv", ",FR,,post", ",FR; ES,,post")
    notice("--all", "--format", "text")
    ran = record("--customer", "acme")
    assert ran.out.startswith("1  2026-12-01  acme  e-mail  revisions 1 to 2\n")
    assert ran.err.startswith("data/vendors.csv says something else than revision 2: what is not published")
    vendors("publish", "--yes")
    assert record("--customer", "acme").err == ""


def test_options_may_stand_before_the_word_that_says_what_to_do(office: Path) -> None:
    vendors("publish", "--yes")
    first = vendors("notice", "--as-of", SENT, "--all", "record", "--channel", "e-mail", "--by", "Ada")
    assert first.out == "Recorded 2 notices of revision 2.\n"
    assert vendors("notice", "--customer", "acme", "list").out.startswith("1  2026-12-01  acme")
    assert vendors("notice", "--customer", "list").err.startswith('There is no customer "list"')


def test_what_was_told_is_not_recorded_twice(office: Path) -> None:
    vendors("publish", "--yes")
    assert record("--customer", "acme").status == 0
    again = record("--customer", "acme")
    assert (again.status, again.out) == (2, "")
    assert again.err == "Revision 2 changes nothing for acme since what was told or agreed before.\n"
    assert record("--all").out.startswith("2  2026-12-01  muster")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--customer", "acme", "--effective", "2026-11-01"),
            "A change of 2026-11-01 was over when the notice was sent",
        ),
        (("--customer", "acme", "--file", "nowhere.eml"), '"nowhere.eml" cannot be read: no such file or directory'),
        (("--all", "--file", "data"), '"data" holds no file of acme; --file names the folder'),
        (("--customer", "acme", "--revision", "9"), "There is no revision 9"),
        (("--customer", "acme", "--channel", " "), "Write behind --channel how it was sent"),
        ((), "Say for whom"),
    ],
)
def test_what_cannot_be_recorded_is_told_and_nothing_is(office: Path, arguments: tuple[str, ...], told: str) -> None:
    vendors("publish", "--yes")
    ran = record(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(told)
    assert vendors("notice", "list").out == "No notice is recorded.\n"


def test_names_of_strangers_stay_text(office: Path) -> None:
    """A customer whose name holds a header, and a vendor whose name holds markup."""
    rows = list(csv.reader(io.StringIO(Path("data/customers.csv").read_text(encoding="utf-8"))))
    rows[1][2] = "Acme\nBcc: all@evil.example"
    with Path("data/customers.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    edit("vendors.csv", "Mail Relay SAS", "<script>alert(1)</script>")
    assert notice("--all", "--format", "eml", "-o", "letters").status == 0
    message = message_from_bytes(Path("letters/acme.eml").read_bytes(), policy=policy.SMTP)
    assert message["Bcc"] is None
    assert "<script" not in message.as_bytes(policy=policy.SMTP).decode()
    html = notice("--customer", "acme", "--format", "html", "-o", "-").out
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def edit(name: str, old: str, new: str) -> None:
    path = Path("data") / name
    written = path.read_text(encoding="utf-8")
    assert old in written
    path.write_text(written.replace(old, new, 1), encoding="utf-8", newline="")


def test_a_first_day_that_is_put_forward_is_told_by_a_letter_of_that_day_alone(office: Path) -> None:
    """Mail Relay was to begin on 20 January 2027, and begins on the 18th: said by the check until it is told."""
    vendors("publish", "--yes")
    assert record("--customer", "acme").status == 0
    edit("vendors.csv", ",2027-01-20,", ",2027-01-18,")

    def told_of() -> list[str]:
        ran = vendors("check", "--as-of", SENT, "--rule", "notice-due", "--format", "json")
        messages = (one["message"] for one in json.loads(ran.out)["findings"])
        return [one for one in messages if one.startswith("Mail Relay starts on 2027-01-18")]

    assert len(told_of()) == 1
    letter = text("acme")
    assert "first day put forward" in letter
    assert "  Until now         20 Jan 2027\n  From 18 Jan 2027  18 Jan 2027\n" in letter
    assert "Place of processing" not in letter
    vendors("publish", "--yes")
    assert record("--customer", "acme").status == 0
    assert told_of() == []
