"""vendors annex --template and --write-template."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.running import DAY, vendors

ROOT = Path(__file__).parents[3]
INPUTS = ("--sheet", str(ROOT / "data" / "vendors.csv"), "--policy", str(ROOT / "data" / "policy.toml"), "--as-of", DAY)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def misspelt(old: str, new: str) -> None:
    """Of the template that was written, a text as somebody changes or mistypes it in Word."""
    out = io.BytesIO()
    with zipfile.ZipFile("ours.docx") as given, zipfile.ZipFile(out, "w") as changed:
        for name in given.namelist():
            changed.writestr(name, given.read(name).replace(old.encode(), new.encode()))
    Path("ours.docx").write_bytes(out.getvalue())


def test_a_template_is_written_and_poured_into() -> None:
    ran = vendors("annex", "--write-template", "ours.docx")
    assert (ran.status, ran.out) == (0, "ours.docx\n")
    assert vendors("annex", *INPUTS, "--template", "ours.docx", "-o", "one.docx").status == 0
    assert vendors("annex", *INPUTS, "-o", "other.docx").status == 0
    assert Path("one.docx").read_bytes() == Path("other.docx").read_bytes()


def test_a_template_that_is_there_is_not_written_over() -> None:
    Path("ours.docx").write_bytes(b"ours")
    ran = vendors("annex", "--write-template", "ours.docx")
    assert ran.status == 2
    assert "is there already" in ran.err
    assert Path("ours.docx").read_bytes() == b"ours"


def test_a_misspelt_field_is_named_and_nothing_is_written() -> None:
    vendors("annex", "--write-template", "ours.docx")
    misspelt("{{ title }}", "{{ titel }}")
    ran = vendors("annex", *INPUTS, "--template", "ours.docx", "-o", "one.docx")
    assert ran.status == 2
    assert 'a field "titel", which there is not; did you mean "title"?' in ran.err
    assert not Path("one.docx").exists()


def test_a_template_is_for_word_only_and_must_be_there() -> None:
    assert "for docx, and pdf was asked for" in vendors("annex", *INPUTS, "--template", "x.docx", "-o", "a.pdf").err
    assert "cannot be read" in vendors("annex", *INPUTS, "--template", "x.docx", "-o", "a.docx").err
    assert "end its name in .docx" in vendors("annex", "--write-template", "ours.doc").err


def test_a_document_of_ones_own_template_is_verified_with_it() -> None:
    vendors("annex", "--write-template", "ours.docx")
    misspelt("{{ title }}", "Our Office: {{ title }}")
    vendors("annex", *INPUTS, "--template", "ours.docx", "-o", "one.docx")
    register = INPUTS[:4]
    without = vendors("verify", *register, "one.docx")
    assert (without.status, "has another template (--template)" in without.out) == (1, True)
    ran = vendors("verify", *register, "--template", "ours.docx", "one.docx")
    assert (ran.status, "is as it was written" in ran.out) == (0, True)
