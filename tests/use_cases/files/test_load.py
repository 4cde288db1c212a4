"""Sheet and policy, loaded together."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.intake import policies
from tests.intake.hand_in import sheet
from vendor_registry.model.text.origin import RefusedError
from vendor_registry.use_cases.files.load import load

POLICY = policies.SOUND + '[services.support]\nname = "Support"\n'


def _hand_in(folder: Path, policy: str = POLICY, **sheets: str) -> tuple[Path, Path]:
    (folder / "data").mkdir(exist_ok=True)
    for name, text in sheets.items():
        (folder / "data" / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "data" / "policy.toml").write_text(policy, encoding="utf-8")
    return folder / "data" / "vendors.csv", folder / "data" / "policy.toml"


def _faults(sheet_path: Path, policy_path: Path) -> list[str]:
    with pytest.raises(RefusedError) as refused:
        load(sheet_path, policy_path)
    folder = f"{policy_path.parent}/"
    return [f"{fault.cell} {fault.message}".replace(folder, "") for fault in refused.value.faults]


def test_a_sheet_and_a_policy_become_a_registry(tmp_path: Path) -> None:
    """One row."""
    loaded = load(*_hand_in(tmp_path, vendors=sheet({})))
    assert [one.key for one in loaded.registry.engagements] == ["row-1"]
    assert list(loaded.policy.zones) == ["eu", "us"]
    assert loaded.registry.sheets[0].file == str(tmp_path / "data" / "vendors.csv")


def test_further_sheets_stand_beside_the_policy(tmp_path: Path) -> None:
    """Fourth parties in a sheet of their own, engaged by a row of the first; no sheet is read twice."""
    policy = 'sheets = ["fourth.csv", "vendors.csv", "./fourth.csv"]\n' + POLICY
    fourth = sheet({"key": "aws", "vendor": "AWS", "engaged_by": "row-1"})
    loaded = load(*_hand_in(tmp_path, policy, vendors=sheet({}), fourth=fourth))
    assert [(one.key, Path(one.file).name) for one in loaded.registry.engagements] == [
        ("aws", "fourth.csv"),
        ("row-1", "vendors.csv"),
    ]


def test_a_key_may_not_stand_in_two_sheets(tmp_path: Path) -> None:
    """row-1 twice."""
    policy = 'sheets = ["fourth.csv"]\n' + POLICY
    paths = _hand_in(tmp_path, policy, vendors=sheet({}), fourth=sheet({}))
    assert _faults(*paths) == ['fourth.csv:2 [key] "row-1" is the key of vendors.csv:2 already']


def test_a_further_sheet_that_is_missing(tmp_path: Path) -> None:
    """What the first sheet says of rows in it is not judged; the rest is."""
    policy = 'sheets = ["fourth.csv"]\n' + POLICY
    paths = _hand_in(tmp_path, policy, vendors=sheet({"engaged_by": "aws", "role": "x"}))
    assert _faults(*paths) == ["fourth.csv there is no such file", 'vendors.csv:2 [role] "x" is not a role']


def test_with_a_broken_policy_the_shape_of_the_sheet_is_told_all_the_same(tmp_path: Path) -> None:
    """The policy names a zone that is none; the sheet has a row too short, and a role nobody can judge yet."""
    policy = POLICY.replace('zone = "eu"', 'zone = "mars"')
    paths = _hand_in(tmp_path, policy, vendors=sheet({"role": "x"}) + "short\n")
    assert _faults(*paths) == [
        'policy.toml:24 [systems.platform-eu.zone] "mars" is not a data region of the policy',
        "vendors.csv:3 this row has 1 cell where 11 belong",
    ]


def test_both_files_missing(tmp_path: Path) -> None:
    """Both are told."""
    assert _faults(tmp_path / "vendors.csv", tmp_path / "policy.toml") == [
        "policy.toml there is no such file",
        "vendors.csv there is no such file",
    ]


def test_faults_of_shape_and_of_cells_are_told_together(tmp_path: Path) -> None:
    """A row with a cell too many, whose key another row names: that is no second fault. Another row's role is."""
    rows = sheet({"engaged_by": "long"}, {"role": "x", "engaged_by": "nobody"})
    paths = _hand_in(tmp_path, vendors=rows + "long" + "," * 11 + "x,y\n")
    assert _faults(*paths) == [
        'vendors.csv:3 [engaged_by] "nobody" is not the key of a row',
        'vendors.csv:3 [role] "x" is not a role',
        "vendors.csv:4 this row has 13 cells where 12 belong",
    ]


def test_where_the_sheet_breaks_off_rows_that_may_follow_are_not_missed(tmp_path: Path) -> None:
    """An open quotation mark in the second row; the first names the third."""
    rows = sheet({"engaged_by": "row-3"}, {}, {}).replace("row-2,", 'row-2,"')
    assert _faults(*_hand_in(tmp_path, vendors=rows)) == [
        "vendors.csv:3 [vendor] the quotation mark that opens this cell is never closed"
    ]


def test_the_data_that_comes_with_the_project_is_sound() -> None:
    """data/vendors.csv under data/policy.toml."""
    data = Path(__file__).parents[3] / "data"
    loaded = load(data / "vendors.csv", data / "policy.toml")
    assert len(loaded.registry.engagements) >= 30
    assert loaded.registry.unknown_columns == ()


def test_loading_imports_nothing_heavy() -> None:
    """A fresh process: what only documents, pictures, the store and large graphs need stays out."""
    heavy = "pandas", "numpy", "networkx", "sqlmodel", "sqlalchemy", "pydantic", "typst", "docx", "jinja2", "wasmtime"
    code = (
        "import sys; from pathlib import Path; from vendor_registry.use_cases.files.load import load;"
        f"load(Path('data/vendors.csv'), Path('data/policy.toml')); print([x for x in {heavy} if x in sys.modules])"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("headers", ["name;colour", "key|vendor|country", "# Vendors of Acme"])
def test_another_kind_of_file_is_told_in_one_sentence(tmp_path: Path, headers: str) -> None:
    """Where no header is ours, not even nearly; what else is wrong with the file as a sheet helps nobody."""
    paths = _hand_in(tmp_path, vendors=f"{headers}\na\nb;c;d\n")
    assert _faults(*paths) == ["vendors.csv no column of this file is one of ours"]
    broken = _hand_in(tmp_path, "[company]\n", vendors=f"{headers}\na\nb;c;d\n")
    assert _faults(*broken)[-1] == "vendors.csv no column of this file is one of ours"


def test_a_page_that_is_called_a_sheet(tmp_path: Path) -> None:
    """As older systems hand to Excel what they call XLS."""
    paths = _hand_in(tmp_path, vendors="<html><body>\n<table><tr><td>Vendor</td></tr></table>\n")
    assert _faults(*paths) == ["vendors.csv this is an HTML page, whatever its name says"]


def test_the_policy_in_place_of_the_sheet(tmp_path: Path) -> None:
    _, policy = _hand_in(tmp_path)
    assert _faults(policy, policy) == ["policy.toml no column of this file is one of ours"]


def test_a_header_that_is_nearly_ours_is_helped(tmp_path: Path) -> None:
    faults = _faults(*_hand_in(tmp_path, vendors="vendr;place\na;b\n"))
    assert "vendors.csv:1 [vendor] this column is missing" in faults
