"""Whose turn it is: one judgement at a time, and nobody waits for longer than the desk has patience."""

import asyncio
import threading
from pathlib import Path

import pytest

from tests.desk.running import opened
from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.register import judgement
from vendor_registry.desk.register.turns import Turns


def turns(tmp_path: Path, patience: float) -> Turns:
    return Turns(opened(tmp_path, patience=patience).office.settings)


def test_what_takes_too_long_keeps_its_turn_until_it_is_done(tmp_path: Path) -> None:
    """The first is not waited for, the second not begun, and once the first is done the third is served."""
    begun, over = threading.Event(), threading.Event()

    def work() -> str:
        begun.set()
        over.wait(20)
        return "late"

    async def day(desk: Turns) -> tuple[list[str], int]:
        told = []
        for one in (work, lambda: "second"):
            with pytest.raises(ProblemError) as refused:
                await desk.judge(one)
            told.append(str(refused.value))
        over.set()
        return told, await desk.judge(abs, -1)

    told, served = asyncio.run(day(turns(tmp_path, 0.1)))
    assert begun.is_set()
    assert "was not waited for" in told[0]
    assert "did not begin with this" in told[1]
    assert served == 1


def test_a_desk_that_stops_does_not_wait_for_what_goes_on(tmp_path: Path) -> None:
    over, done = threading.Event(), threading.Event()

    def work() -> None:
        over.wait(20)
        done.set()

    async def day(desk: Turns) -> None:
        with pytest.raises(ProblemError):
            await desk.judge(work)

    asyncio.run(day(turns(tmp_path, 0.1)))
    assert not done.is_set()
    over.set()


def test_what_work_raises_is_raised_and_the_next_is_served(tmp_path: Path) -> None:
    async def day(desk: Turns) -> int:
        with pytest.raises(ZeroDivisionError):
            await desk.judge(divmod, 1, 0)
        return await desk.judge(abs, -2)

    assert asyncio.run(day(turns(tmp_path, 20))) == 2


def test_at_the_desk_it_is_told_with_a_time_to_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The judgement ends only after the desk has lost its patience."""
    over = threading.Event()
    monkeypatch.setattr(judgement, "standing", lambda *_: over.wait(20))
    desk = opened(tmp_path, patience=0.1)
    desk.client.get("/enter", params={"token": desk.office.token.secret}, follow_redirects=False)
    answer = desk.client.get("/")
    over.set()
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "30"
    assert "was not waited for" in answer.text
