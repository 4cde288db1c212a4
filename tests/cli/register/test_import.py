"""vendors import: a published list becomes a sheet of its own."""

import io
import sys
from pathlib import Path

import pytest

from tests.running import DAY, vendors

LIST = Path(__file__).parents[2] / "samples" / "subprocessors.md"


@pytest.fixture(autouse=True)
def _empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.md").write_bytes(LIST.read_bytes())


def test_rows_are_shown_with_place_and_sureness_and_written() -> None:
    ran = vendors("import", "list.md")
    lines = ran.out.splitlines()
    assert lines[0].split() == ["vendor", "service", "seat", "where", "mechanism", "from", "sure"]
    assert [line.split("  ")[0] for line in lines[1:]] == [
        "Acme Hosting GmbH",
        "Beta Mail, Inc.",
        "Gamma Desk Ltd",
        "Delta Models LLC",
    ]
    assert [line.split()[-2] for line in lines[1:]] == ["11", "12", "13", "17"]
    assert 'list.md:21 a table was left out, as it stands under "Change log"' in ran.err
    assert "4 rows in incoming.csv." in ran.err
    assert "There is no policy yet to judge them by; vendors init --from writes one" in ran.err
    text = Path("incoming.csv").read_text(encoding="utf-8-sig")
    assert "beta-mail-inc" in text
    assert "list.md:12" in text


def test_check_reads_the_result_at_once() -> None:
    """Under the policy of init: what the list does not say is a gap, not a fault."""
    vendors("init")
    told = vendors("import", "list.md").err
    assert "Now `vendors check --sheet incoming.csv` says what is still unknown." in told
    assert 'add to it:\n[services.ai]\nname = "AI"\n[services.email]' in told
    policy = Path("data/policy.toml")
    services = "".join(f'[services.{key}]\nname = "{key}"\n' for key in ("email", "ai"))
    policy.write_text(policy.read_text(encoding="utf-8") + services, encoding="utf-8")
    ran = vendors("check", "--sheet", "incoming.csv", "--as-of", DAY, "--each")
    assert ran.status == 1
    assert "incoming.csv:2 [country]" in ran.out


def test_a_file_that_is_there_is_kept_unless_agreed(tmp_path: Path) -> None:
    vendors("import", "list.md")
    Path("incoming.csv").write_text("mine")
    ran = vendors("import", "list.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == '"incoming.csv" is there already; name another file with -o, or agree to lose it with --yes.\n'
    assert Path("incoming.csv").read_text() == "mine"
    assert vendors("import", "list.md", "--yes").status == 0


@pytest.mark.parametrize("target", ["data/vendors.csv", "data/policy.toml", "list.md", "data/../data/vendors.csv"])
def test_what_people_keep_is_never_written(target: str) -> None:
    vendors("init")
    before = {path: path.read_bytes() for path in (*Path("data").iterdir(), Path("list.md"))}
    ran = vendors("import", "list.md", "-o", target, "--yes")
    assert ran.status == 2
    assert "is kept by people, and a list never goes into it" in ran.err
    assert {path: path.read_bytes() for path in before} == before


def test_a_list_from_stdin_and_a_sheet_to_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LIST.read_bytes())))
    ran = vendors("import", "-", "-o", "-")
    assert ran.out.startswith("\ufeffkey,vendor,legal_name,country,role")
    assert "stdin:12" in ran.out
    assert not Path("incoming.csv").exists()


def test_a_profile_is_saved_and_reads_the_same_list_so_again() -> None:
    vendors("import", "list.md", "--save-profile", "list.toml", "-o", "one.csv")
    assert '"What it does" = "purpose"' in Path("list.toml").read_text(encoding="utf-8")
    vendors("import", "list.md", "--profile", "list.toml", "-o", "two.csv")
    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()


def test_a_profile_fixes_what_is_read_otherwise() -> None:
    """The location is the seat, the AI features are left out, every row is a processor."""
    Path("list.toml").write_text(
        'skip = ["AI features"]\n[columns]\nLocation = "country"\n"Transfer mechanism" = "extra"\n'
        '[defaults]\nrole = "processor"\n'
    )
    vendors("import", "list.md", "--profile", "list.toml")
    text = Path("incoming.csv").read_text(encoding="utf-8-sig")
    assert "Delta Models" not in text
    assert text.count(",processor,") == 3
    assert "mechanism" not in text.splitlines()[0]


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        ('[columns]\nLocation = "regoin"\n', '"regoin" is not a column of ours\n    did you mean region?'),
        ('[defaults]\nroel = "x"\n', '"roel" is not a column of ours\n    did you mean role?'),
        ("skip = 1\n", "1 is not a list"),
        ('colums = "x"\n', '"colums" means nothing here'),
    ],
)
def test_a_profile_with_faults_is_refused_with_their_lines(profile: str, said: str) -> None:
    Path("list.toml").write_text(profile)
    ran = vendors("import", "list.md", "--profile", "list.toml")
    assert ran.status == 2
    assert said in ran.err
    assert not Path("incoming.csv").exists()


def test_what_is_no_list_is_one_sentence_and_nothing_written() -> None:
    Path("no.md").write_text("# Nothing\n\nNo vendors here.\n")
    ran = vendors("import", "no.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("no.md: no vendor is named in this list")
    assert vendors("import", "nowhere.md").err.startswith("nowhere.md: there is no such file")
    assert '"pdf" is no format of lists' in vendors("import", "list.md", "--as", "pdf").err
    assert not Path("incoming.csv").exists()


def test_what_terminals_obey_is_shown(tmp_path: Path) -> None:
    Path("evil.md").write_text("| Vendor | Purpose |\n|--|--|\n| Acme\u202e | =1+1\u2066 |\n", encoding="utf-8")
    ran = vendors("import", "evil.md")
    assert "\u202e" not in ran.out
    assert "'=1+1" in Path("incoming.csv").read_text(encoding="utf-8-sig")


def test_stdin_that_is_closed_or_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence each; no more is read than a list may have."""
    monkeypatch.setattr(sys, "stdin", None)
    assert vendors("import", "-").err == "There is no stdin to read from; name a file.\n"
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(endless))
        assert vendors("import", "-").err.startswith("stdin: this list has more than 20,000,000 bytes")


def test_a_file_larger_than_any_list_is_not_read_at_all(tmp_path: Path) -> None:
    """A gigabyte of holes: as large as a sheet may be, and far over what a list is."""
    with Path("list.csv").open("wb") as file:
        file.truncate(900_000_000)
    for command in (
        ("import", "list.csv"),
        ("reconcile", "list.md", "--with", "list.csv"),
        ("init", "--from", "list.csv"),
    ):
        ran = vendors(*command)
        assert (ran.status, ran.err.splitlines()[0]) == (2, "list.csv: this file is larger than 100 MB"), command
    assert {path.name for path in tmp_path.iterdir()} == {"list.csv", "list.md"}
