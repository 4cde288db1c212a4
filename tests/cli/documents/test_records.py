"""vendors records: a record, the register of transfers, worksheets; a file each."""

from pathlib import Path

import pytest

from tests.cli.program import SHEET, Program
from tests.small import POLICY

INDIA = SHEET + 'desk,Desk,Desk Ltd,"Road 1, Pune",Ada,IN,sub-processor,hosting,Tickets,mail,eu,customers,content,IN\n'


@pytest.fixture
def vendors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    data = tmp_path / "data"
    data.mkdir()
    (data / "vendors.csv").write_text(INDIA, encoding="utf-8")
    (data / "policy.toml").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Program("records", tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize(
    ("arguments", "name", "title"),
    [
        ((), "records.md", "# Record of processing activities (processor)"),
        (("--as", "controller"), "records.md", "# Record of processing activities (controller)"),
        (("--transfers", "--lang", "de"), "transfers.md", "# Verzeichnis der Übermittlungen in Drittländer"),
        (("--tia", "India"), "tia-in.md", "# Transfer impact assessment: India"),
        (("--tia", "all"), "assessments/tia-in.md", "# Transfer impact assessment: India"),
    ],
)
def test_what_is_asked_for_is_a_file_of_its_name(
    vendors: Program, arguments: tuple[str, ...], name: str, title: str
) -> None:
    ran = vendors("--format", "md", *arguments)
    assert (ran.status, ran.out) == (0, f"{name}\n")
    assert (vendors.folder / name).read_text(encoding="utf-8").splitlines()[0] == title
    assert vendors.files() == [name]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--as", "recipient"), '"recipient" is no capacity here; choose one of controller, processor.'),
        (("--tia", "FR"), "Nothing is transferred to FR on 2026-11-23; there is IN."),
        (("--tia", "Atlantis"), "Atlantis"),
        (("--as", "controller", "--transfers"), "--as and --transfers ask for different documents; choose one"),
        (("--as", "processor", "--tia", "IN"), "--as and --tia ask for different documents; choose one"),
        (("--transfers", "--tia", "all"), "--transfers and --tia ask for different documents; choose one"),
        (("--product", "sms"), '"sms" is no product of the policy'),
    ],
)
def test_what_is_not_there_is_refused(vendors: Program, arguments: tuple[str, ...], said: str) -> None:
    ran = vendors(*arguments)
    assert ran.status == 2
    assert said in ran.err
    assert vendors.files() == []
