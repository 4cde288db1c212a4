"""How files leave: by which format, into which file."""

from pathlib import Path

import pytest

from tests.running import DAY, vendors


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("graph", "--format", "svg", "-o", "x.png"), '"x.png" would hold svg; end its name in .svg, or leave'),
        (("annex", "--format", "md", "-o", "x.DOCX"), '"x.DOCX" would hold markdown; end its name in .md, or leave'),
    ],
)
def test_a_name_that_promises_another_format_is_refused(
    starter: Path, arguments: tuple[str, ...], message: str
) -> None:
    ran = vendors(*arguments)
    assert (ran.status, ran.stdout, ran.err) == (2, b"", f"{message} --format out.\n")
    assert sorted(path.name for path in starter.iterdir()) == ["data"]


def test_a_name_that_promises_nothing_takes_any_format(starter: Path) -> None:
    assert vendors("graph", "--as-of", DAY, "--format", "json", "-o", "x.dat").out == "x.dat\n"
    assert vendors("annex", "--as-of", DAY, "--format", "md", "-o", "x").out == "x\n"


@pytest.mark.parametrize("command", ["annex", "graph"])
def test_a_folder_is_no_file_and_a_new_folder_is_made(starter: Path, command: str) -> None:
    ran = vendors(command, "-o", "data")
    assert (ran.status, ran.stdout, ran.err) == (2, b"", '"data" is a folder; name a file in it.\n')
    assert vendors(command, "--as-of", DAY, "-o", "new/deep/out.pdf").out == "new/deep/out.pdf\n"
    assert (starter / "new" / "deep" / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("command", "form"), [("graph", "csv"), ("annex", "md")])
def test_nothing_takes_the_place_of_what_was_read(starter: Path, command: str, form: str) -> None:
    before = (starter / "data" / "vendors.csv").read_bytes()
    ran = vendors(command, "--as-of", DAY, "--format", form, "-o", "data/vendors.csv")
    told = '"data/vendors.csv" is read here, and what is read is never overwritten; name another file.\n'
    assert (ran.status, ran.stdout, ran.err) == (2, b"", told)
    assert (starter / "data" / "vendors.csv").read_bytes() == before


def test_a_name_in_no_encoding_goes_out_as_it_came_in(starter: Path) -> None:
    """A file name of bytes that are not UTF-8, as old disks have them."""
    ran = vendors("annex", "--as-of", DAY, "-o", "\udcff.md")
    assert (ran.status, ran.stdout) == (0, b"\xff.md\n")
