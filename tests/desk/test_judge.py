"""The process that judges: what it is told and gives, and that it ends where nobody waits for it any more."""

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.desk.running import SHEET, opened
from tests.small import POLICY
from vendor_registry.case.case import Case
from vendor_registry.desk.register.judge import Judge
from vendor_registry.model.text.origin import FailureError, RefusedError, WorkbookFile
from vendor_registry.use_cases.desk.standing import Files, Standing, standing
from vendor_registry.use_cases.files.load import load


@pytest.fixture
def judge() -> Iterator[Judge]:
    made = Judge()
    yield made
    made.end()


def judged(judge: Judge, folder: Path) -> Standing:
    (folder / "vendors.csv").write_text(SHEET, encoding="utf-8")
    (folder / "policy.toml").write_text(POLICY, encoding="utf-8")
    files = Files(folder / "vendors.csv", folder / "policy.toml", f"sqlite:///{folder}/ledger.db")
    return judge.run(60, standing, files, date(2026, 11, 23))


def flows(case: Case) -> tuple[int, bool, int]:
    return len(case.graph.flows), "reach" in vars(case), os.getpid()


def same(one: Case, other: Case, name: WorkbookFile) -> tuple[Case, bool, str]:
    return one, one is other, name.address(3, "region")


def is_alive(process: int) -> bool:
    """A process that ended stays a zombie until it is waited for."""
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


def test_what_both_sides_know_is_named_and_never_sent(judge: Judge, tmp_path: Path) -> None:
    """The graph was built where the register was judged; here it is not."""
    found = judged(judge, tmp_path)
    assert found.case is not None
    assert "graph" not in vars(found.case)
    count, was_judged, process = judge.run(60, flows, found.case)
    assert count
    assert was_judged
    assert process != os.getpid()
    workbook = WorkbookFile("v.xlsx", "Vendors", {"region": "F"})
    back, one, address = judge.run(60, same, found.case, found.case, workbook)
    assert back is found.case
    assert one
    assert address == "v.xlsx!Vendors!F3"


def test_what_is_refused_there_is_refused_here_with_all_its_faults(judge: Judge, tmp_path: Path) -> None:
    judged(judge, tmp_path)
    (tmp_path / "vendors.csv").write_text(SHEET.replace("DE,sub", "Gremany,sab"), encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        judge.run(60, load, tmp_path / "vendors.csv", tmp_path / "policy.toml")
    assert [fault.cell.column for fault in refused.value.faults] == ["country", "role"]


def test_what_takes_too_long_is_ended_and_the_next_is_served(judge: Judge, tmp_path: Path) -> None:
    found = judged(judge, tmp_path)
    before = judge.run(60, os.getpid)
    with pytest.raises(TimeoutError):
        judge.run(0.05, time.sleep, 600)
    for _ in range(200):
        if not is_alive(before):
            break
        time.sleep(0.01)
    assert not is_alive(before)
    assert found.case is not None
    assert judge.run(60, flows, found.case)[0], "it knows nothing any more, and is sent the whole"


def test_a_process_that_dies_is_told_and_begun_again(judge: Judge) -> None:
    with pytest.raises(FailureError, match="ended in the middle"):
        judge.run(60, os._exit, 3)
    assert judge.run(60, abs, -1) == 1


def test_at_the_desk_nothing_goes_on_that_nobody_waits_for(tmp_path: Path) -> None:
    """The desk's patience is shorter than any judgement; with more of it the register is shown."""
    desk = opened(tmp_path, patience=0.0001)
    desk.client.get("/enter", params={"token": desk.office.token.secret}, follow_redirects=False)
    answer = desk.client.get("/")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "30"
    assert "was not waited for" in answer.text
    assert desk.office.register.judging._pool is None
