"""Customers and waivers at the desk: a row is seen with what it settles, and every other byte of the file stays."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.desk.running import Desk, hidden, opened, text
from vendor_registry.model.desk.user import Role
from vendor_registry.store.activity import activities

CUSTOMERS = (
    "\ufeffkey;name;products;zone;notice_days\r\n"
    'acme;"Acme; Inc";mail;eu;30\r\n'
    "beta;Beta;mail;the moon;\r\n"
)  # fmt: skip
BASE = "http://127.0.0.1:8000"
WAIVER = {
    "rule": "isolation", "to": "host", "reason": "until it has moved", "approved_by": "Ada", "granted": "2026-11-01",
    "expires": "2026-12-31",
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "customers.csv").write_bytes(CUSTOMERS.encode())
    return opened(tmp_path).enter()


def send(desk: Desk, sheet: str, do: str, line: int, said: dict[str, str], form: dict[str, str] | None = None) -> str:
    form = form or hidden(desk.get(f"/{sheet}/row", line=line), f"/{sheet}/row")
    cells = {f"cell.{name}": value for name, value in said.items()}
    return text(desk.client.post(f"/{sheet}/row", data=form | cells | {"do": do}).text)


def customers(desk: Desk) -> str:
    return (desk.folder / "customers.csv").read_bytes().decode()


def test_a_fault_leads_to_its_row_and_is_mended_there(desk: Desk) -> None:
    assert '<a href="/customers/row?line=3">customers, line 3, zone</a>' in desk.get("/")
    assert '"the moon" is not' in text(desk.get("/customers/row", line=3))
    assert "1 fault settled" in send(desk, "customers", "preview", 3, {"zone": "eu"})
    assert customers(desk) == CUSTOMERS
    assert "Written: beta." in send(desk, "customers", "save", 3, {"zone": "eu"})
    assert customers(desk) == CUSTOMERS.replace("the moon", "eu")
    [deed, *_] = activities(desk.url)
    assert (deed.by, deed.what, deed.before, deed.after) == ("Ada", "customers, beta", "zone: the moon", "zone: eu")


def test_a_text_that_cannot_be_understood_or_would_be_run_is_not_written(desk: Desk) -> None:
    assert '"soon" is not' in send(desk, "customers", "save", 2, {"notice_days": "soon"})
    assert "would run" in send(desk, "customers", "save", 2, {"name": "=1+1"})
    assert "There is no column" in send(desk, "customers", "save", 2, {"secret": "x"})
    assert customers(desk) == CUSTOMERS


def test_rows_are_added_behind_the_others_and_taken_out_after_a_look(desk: Desk) -> None:
    send(desk, "customers", "save", 3, {"zone": "eu"})
    assert "already" in send(desk, "customers", "save", 0, {"key": "acme", "name": "Again"})
    assert "Written: gamma." in send(desk, "customers", "save", 0, {"key": "gamma", "name": "Gamma", "language": "fr"})
    assert customers(desk).splitlines()[-1] == "gamma;Gamma;;;;fr"
    assert "Take the row out of the file" in send(desk, "customers", "see-out", 3, {})
    assert "Taken out: beta." in send(desk, "customers", "out", 3, {})
    assert "beta" not in customers(desk)
    assert "gamma" in desk.get("/annex")


def test_who_comes_second_to_a_row_sees_both_and_others_rows_disturb_nobody(desk: Desk) -> None:
    form = hidden(desk.get("/customers/row", line=2), "/customers/row")
    send(desk.other(), "customers", "save", 3, {"zone": "eu"})
    (desk.folder / "customers.csv").write_bytes(customers(desk).replace("acme;", "new;New;;;\r\nacme;").encode())
    assert "Written: acme." in send(desk, "customers", "save", 0, {"name": "Acme"}, form)
    assert "acme;Acme;mail" in customers(desk) or 'acme;"Acme";mail' in customers(desk)
    before = customers(desk)
    said = send(desk, "customers", "save", 0, {"key": "acme", "name": "Acme SE"}, form)
    assert "in the file now: Acme you wrote: Acme SE" in said
    assert customers(desk) == before
    assert activities(desk.url)[0].deed == "refused"


def test_a_waiver_needs_the_role_publish_and_begins_the_file(tmp_path: Path) -> None:
    desk = opened(tmp_path).enter()
    assert "The file is made with the first." in text(desk.get("/waivers"))
    assert '"next year" is not' in send(desk, "waivers", "save", 0, WAIVER | {"expires": "next year"})
    assert not (tmp_path / "waivers.csv").exists()
    assert "Written: isolation." in send(desk, "waivers", "save", 0, WAIVER)
    lines = (tmp_path / "waivers.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "rule,from,to,data,reason,approved_by,granted,expires"
    assert lines[1] == "isolation,,host,,until it has moved,Ada,2026-11-01,2026-12-31"
    secret, _ = desk.office.sessions.begin("Grace", Role.EDIT)
    grace = replace(desk, client=TestClient(desk.client.app, BASE, headers={"authorization": f"Bearer {secret}"}))
    assert "needs the role publish" in text(grace.get("/waivers"))
    for refused in (
        grace.client.post("/waivers/row", data={"do": "save"}),
        grace.client.put("/api/v1/sheets/waivers", json={"cells": WAIVER}),
    ):
        assert refused.status_code == 403
    assert grace.client.put("/api/v1/sheets/customers", json={"cells": {"key": "a", "name": "A"}}).status_code == 200


def test_a_program_does_the_same(desk: Desk) -> None:
    secret, _ = desk.office.sessions.begin("robot", Role.EDIT)
    robot = TestClient(desk.client.app, BASE, headers={"authorization": f"Bearer {secret}"})
    path = "/api/v1/sheets/customers"
    rows = robot.get(path).json()["rows"]
    assert [row["cells"]["name"] for row in rows] == ["Acme; Inc", "Beta"]
    change = {"line": 3, "row": rows[1]["row"], "cells": {"zone": "eu"}}
    assert len(robot.post(f"{path}/preview", json=change).json()["faults_settled"]) == 1
    assert robot.put(path, json=change).status_code == 200
    assert customers(desk) == CUSTOMERS.replace("the moon", "eu")
    again = robot.put(path, json=change | {"cells": {"zone": "*"}})
    assert (again.status_code, again.json()["now"]) == (409, {"zone": "eu"})
    assert robot.delete(path, params={"line": 2, "row": rows[0]["row"]}).status_code == 200
    assert "acme" not in customers(desk)


def offered(page: str, column: str) -> list[str]:
    """The words of the list that opens below a field."""
    [listed] = re.findall(rf'<datalist id="words\.{column}">(.*?)</datalist>', page, re.DOTALL)
    assert f'list="words.{column}"' in page
    return re.findall(r'value="([^"]*)"', listed)


def test_forms_offer_the_words_of_the_policy_and_of_what_was_found(desk: Desk) -> None:
    row = desk.get("/customers/row", line=2)
    assert offered(row, "products") == ["mail", "*"]
    assert offered(row, "zone") == ["eu", "*"]
    assert offered(row, "days") == ["calendar", "business"]
    assert "One or more, with ; between: zone eu only" in text(row)
    (desk.folder / "customers.csv").unlink()  # with its fault nothing would be found
    waiver = desk.get("/waivers/row")
    assert offered(waiver, "rule")[0] == "complete"  # what found something comes first
    assert "waivers" not in offered(waiver, "rule")
    assert "post" in offered(waiver, "to")


def test_a_line_that_cannot_be_split_is_told_and_stays(desk: Desk) -> None:
    broken = CUSTOMERS + "gamma;Gamma;mail;eu;30;more;and more\r\n"
    (desk.folder / "customers.csv").write_bytes(broken.encode())
    said = text(desk.get("/customers/row", line=4))
    assert "2 faults" in said
    assert "are mended in the file itself" in said
    assert "Written: beta." in send(desk, "customers", "save", 3, {"zone": "eu"})
    assert customers(desk) == broken.replace("the moon", "eu")
