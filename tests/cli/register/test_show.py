"""vendors show: one vendor, engagement or system."""

from pathlib import Path

import pytest

from tests.running import DAY, Ran, vendors


def show(*arguments: str) -> Ran:
    return vendors("show", "--as-of", DAY, *arguments)


def test_an_engagement_is_shown_with_what_it_gets_and_on_which_ground(starter: Path) -> None:
    shown = show("desk").out
    assert shown.startswith(
        "desk  Helpful Desk\n  company   Helpful Desk, Inc.\n  seat      US\n  parent    not stated\n"
    )
    assert "  claims    DPF (2024-05-01); SCC M2 (2024-04-02)\n" in shown
    assert "  gets      from back-office: account; support\n" in shown
    assert "    EU (by establishment, by place, by home of the data): US (region): covered, adequacy" in shown
    assert "  row       data/vendors.csv:4\n" in shown


def test_who_stands_behind_a_vendor_is_shown_with_what_that_means(starter: Path) -> None:
    """A company in Germany whose parent sits in the United States: told, and no finding."""
    before = vendors("check", "--as-of", DAY, "--fail-on", "warning")
    sheet = starter / "data" / "vendors.csv"
    text = sheet.read_text(encoding="utf-8").replace("parent_country", "parent,parent_country", 1)
    rows = [
        line.replace(",DE,,,sub", ',DE,"Sample, Inc.",US,,sub').replace(",,,,,,,sub", ",,,,,,,,sub")
        for line in text.splitlines()
    ]
    rows = [
        line.replace(",US,,,processor", ",US,,,,processor").replace(",NL,,,processor", ",NL,,,,processor")
        for line in rows
    ]
    sheet.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="")
    shown = show("host-eu").out
    assert "  parent    Sample, Inc., US\n  note      The parent sits in US, outside the EEA.\n" in shown
    assert "Regulation (EU) 2016/679 Art. 48" in shown
    after = vendors("check", "--as-of", DAY, "--fail-on", "warning")
    assert (after.status, after.out.count("warning\n")) == (before.status, before.out.count("warning\n"))
    told = vendors("check", "-v", "--as-of", DAY)
    assert "The parent of host-eu sits in US, outside the EEA. Statutes on government access there: " in told.err


def test_a_system_is_shown_with_what_it_passes_on(starter: Path) -> None:
    shown = show("app-eu").out
    assert "  gets      from subject:customers: account; content\n" in shown
    assert "  passes on to host-eu: account; content\n" in shown


def test_a_vendor_is_shown_with_all_its_engagements(starter: Path) -> None:
    shown = show("sample cloud").out
    assert [line for line in shown.splitlines() if line.endswith("  Sample Cloud")] == [
        "host-eu  Sample Cloud",
        "host-us  Sample Cloud",
    ]


def test_capitals_do_not_matter(starter: Path) -> None:
    assert show("DESK") == show("desk") == show("HELPFUL desk ")


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("hosteu", 'is no key and no vendor of the sheet; did you mean "host-eu"?'),
        ("helpful", 'is no key and no vendor of the sheet; did you mean "Helpful Desk"?'),
        ("customers", 'is no key and no vendor of the sheet; did you mean "subject:customers"?'),
        ("nothing like it", "is no key and no vendor of the sheet; `vendors list` shows the keys."),
        ("", "is no key and no vendor of the sheet; `vendors list` shows the keys."),
        ("x" * 100_000, "is no key and no vendor of the sheet; `vendors list` shows the keys."),
    ],
    ids=["misspelt", "a part", "a group of people", "nothing", "empty", "endless"],
)
def test_a_word_that_is_nobody_is_refused_with_a_suggestion(starter: Path, word: str, message: str) -> None:
    ran = show(word)
    assert (ran.status, ran.stdout, ran.err) == (2, b"", f'"{word}" {message}\n')


@pytest.mark.parametrize("word", ["desk", "Helpful Desk"])
@pytest.mark.parametrize(
    ("until", "day", "when"),
    [
        ("", "2024-05-31", "in force from 2024-06-01 on"),
        ("2025-06-30", "2024-05-31", "in force from 2024-06-01 to 2025-06-30"),
        ("2025-06-30", "2025-07-01", "in force from 2024-06-01 to 2025-06-30"),
    ],
)
def test_who_is_not_in_force_on_the_day_is_told_when_it_is(
    starter: Path, word: str, until: str, day: str, when: str
) -> None:
    _rewrite(starter, "2024-06-01,,,", f"2024-06-01,{until},,")
    ran = vendors("show", word, "--as-of", day)
    named = "" if word == "desk" else "desk "
    told = f'"{word}" is not in force on {day}: {named}{when}. Choose such a day with --as-of.\n'
    assert (ran.status, ran.err) == (2, told)
    assert vendors("show", word, "--as-of", "2024-06-01").status == 0


def test_a_vendor_is_shown_with_the_days_of_its_rows_that_rest(starter: Path) -> None:
    """One of two rows has ended, and until when it ran is all there is to say of it."""
    _rewrite(
        starter, "2024-03-01,,2024-01-15,2025-11-12,90 days after the end of the contract,,,", ",2026-11-22,,,x,,,"
    )
    shown = show("sample cloud").out
    assert shown.startswith("host-eu  Sample Cloud\n")
    assert shown.endswith("\n\nhost-us  in force until 2026-11-22\n")


def _rewrite(folder: Path, old: str, new: str) -> None:
    sheet = folder / "data" / "vendors.csv"
    written = sheet.read_text(encoding="utf-8")
    assert written.count(old) == 1
    sheet.write_text(written.replace(old, new), encoding="utf-8", newline="")


RECIPIENT = """
[recipients.authorities]
name = { en = "Authorities", de = "Behörden" }
who = "Courts\\u202e"
when = "On a lawful request"
basis = "Art. 6(1)(c) GDPR"
data = ["account"]
"""


def test_who_gets_data_on_occasion_is_shown_by_key_or_name_and_listed_below_the_sheet(starter: Path) -> None:
    policy = starter / "data" / "policy.toml"
    policy.write_text(policy.read_text(encoding="utf-8") + RECIPIENT, encoding="utf-8")
    by_key, by_name = show("authorities"), show("BEHÖRDEN")
    assert by_key == by_name
    assert by_key.out == (
        "authorities  Authorities\n"
        "  kind      gets data on occasion; engaged for nothing, so no row of the sheet\n"
        "  who       Courts\\u202e\n"
        "  when      On a lawful request\n"
        "  basis     Art. 6(1)(c) GDPR\n"
        "  gets      account\n"
    )
    assert 'did you mean "authorities"?' in show("authority").err
    assert vendors("list", "--as-of", DAY).out.endswith("Who gets data on occasion: authorities (vendors show KEY).\n")


def test_a_recipient_without_its_basis_or_with_unknown_data_is_a_fault_at_its_line(starter: Path) -> None:
    policy = starter / "data" / "policy.toml"
    wrong = RECIPIENT.replace("basis =", "bases =").replace('"account"', '"accounts"')
    policy.write_text(policy.read_text(encoding="utf-8") + wrong, encoding="utf-8")
    ran = show("authorities")
    assert ran.status == 2
    assert '"bases" means nothing here' in ran.err
    assert '"accounts"' in ran.err


def test_the_longest_label_stands_apart_from_what_it_names(starter: Path) -> None:
    sheet = starter / "data" / "vendors.csv"
    lines = sheet.read_text(encoding="utf-8").splitlines()
    rows = [f"{lines[0]},instead_of", *(f"{line},{'desk' if line.startswith('pay,') else ''}" for line in lines[1:])]
    sheet.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="")
    assert "\n  instead of desk\n" in show("pay").out
