"""Rows: one more, one as another, one ended, one taken out; each seen before it is saved, each in the trail."""

from pathlib import Path

import pytest

from tests.desk.running import SHEET, Desk, hidden, opened, text
from vendor_registry.store.activity import activities

CARE = {
    "key": "care",
    "vendor": "Care, Desk",
    "country": "IE",
    "role": "sub-processor",
    "service": "hosting",
    "purpose": "Support",
    "products": "mail",
    "zone": "eu",
    "data_subjects": "customers",
    "data": "content",
    "region": "IE",
}
ADDED = 'care,"Care, Desk",,,,IE,sub-processor,hosting,Support,mail,eu,customers,content,IE,\n'


def send(desk: Desk, form: dict[str, str], do: str, **fields: str) -> tuple[int, str]:
    cells = {f"cell.{name}": said for name, said in fields.items()}
    answer = desk.client.post("/row/new", data=form | cells | {"do": do})
    return answer.status_code, text(answer.text)


def blank(desk: Desk) -> dict[str, str]:
    """The form of the row itself; the page has another at the same address, by which a known vendor is chosen."""
    page = desk.get("/row/new")
    return hidden(page[page.index('method="post" action="/row/new"') - 10 :], "/row/new")


def test_a_row_is_seen_before_it_is_saved_and_put_below_the_others(at_desk: Desk) -> None:
    form = blank(at_desk)
    status, said = send(at_desk, form, "preview", **CARE)
    assert status == 200
    assert "Care, Desk" in said or "settled" in said
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET
    status, said = send(at_desk, form, "save", **CARE)
    assert status == 200
    assert "has the row now" in said
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET + ADDED
    [deed] = [one for one in activities(at_desk.url) if "added" in one.what]
    assert (deed.by, deed.what) == ("Ada", "care: a row was added")
    assert "vendor: Care, Desk" in deed.after


def test_what_a_new_row_lacks_stands_at_its_field(at_desk: Desk) -> None:
    form = blank(at_desk)
    status, said = send(at_desk, form, "preview", **CARE | {"country": "Atlantis", "role": ""})
    assert status == 200
    assert "2 new faults" in said
    assert said.count("Atlantis") >= 2
    assert "the new row, country" in said


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"key": "post"}, 422, 'There is a row with the key "post" already'),
        ({"key": " "}, 422, "Give the row a key"),
        ({"notes": "=1+1"}, 422, "would run"),
        ({"vendor": "a\x00b"}, 422, "control character"),
    ],
)
def test_a_row_that_cannot_be_one_is_refused_and_what_was_written_stays_in_the_form(
    at_desk: Desk, fields: dict[str, str], status: int, told: str
) -> None:
    form = blank(at_desk)
    answer = at_desk.client.post(
        "/row/new", data=form | {"do": "save"} | {f"cell.{k}": v for k, v in (CARE | fields).items()}
    )
    assert answer.status_code == status
    assert told in text(answer.text)
    assert 'value="Care, Desk"' in answer.text or "vendor" in fields
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET


def test_a_column_that_the_sheet_lacks_comes_with_the_row(at_desk: Desk) -> None:
    assert send(at_desk, blank(at_desk), "save", **CARE, since="2026-12-01")[0] == 200
    lines = at_desk.sheet.read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(",")[2] for line in lines] == ["since", "", "", "2026-12-01"]


def test_a_copy_takes_over_what_is_not_the_rows_own(at_desk: Desk) -> None:
    page = at_desk.get("/row/new", like=3)
    assert 'name="cell.vendor" value="Post &amp; Co"' in page
    assert 'name="cell.key" value=""' in page
    assert at_desk.client.get("/row/new", params={"like": 99}).status_code == 404


def test_a_row_begins_with_what_is_known_of_a_vendor(at_desk: Desk) -> None:
    page = at_desk.get("/row/new", known="stripe")
    assert 'name="cell.key" value="stripe"' in page
    assert at_desk.client.get("/row/new", params={"known": "no such vendor"}).status_code == 422


def test_where_another_program_wrote_meanwhile_a_row_is_not_added_and_nothing_is_lost(at_desk: Desk) -> None:
    form = blank(at_desk)
    other = SHEET.replace("Servers", "Machines")
    at_desk.sheet.write_text(other, encoding="utf-8")
    status, said = send(at_desk, form, "save", **CARE)
    assert status == 409
    assert "What you wrote is still here" in said
    assert at_desk.sheet.read_text(encoding="utf-8") == other
    assert send(at_desk, blank(at_desk), "save", **CARE)[0] == 200


def test_a_row_is_ended_by_its_cell_until_and_put_back_from_the_trail(at_desk: Desk) -> None:
    page = at_desk.get("/cell", line=3, column="until", text="2026-12-31")
    assert "2026-12-31</textarea>" in page
    form = hidden(page, "/cell")
    assert at_desk.client.post("/cell", data=form | {"text": "2026-12-31", "do": "save"}).status_code == 200
    assert at_desk.sheet.read_text(encoding="utf-8").endswith(",2026-12-31\n")
    trail = at_desk.get("/trail")
    assert 'href="/cell?line=3&amp;column=until&amp;text=">put back' in trail
    back = hidden(at_desk.get("/cell", line=3, column="until", text=""), "/cell")
    assert at_desk.client.post("/cell", data=back | {"text": "", "do": "save"}).status_code == 200
    assert at_desk.sheet.read_text(encoding="utf-8").endswith('"a ""b"" c",\n')


def test_a_row_is_taken_out_after_it_was_seen_what_that_does(at_desk: Desk) -> None:
    form = hidden(at_desk.get("/row", line=3), "/row")
    answer = at_desk.client.post("/row", data=form | {"do": "preview"})
    assert "Take the row out of the sheet" in text(answer.text)
    assert "settled" in text(answer.text)
    answer = at_desk.client.post("/row", data=form | {"do": "out"})
    assert "The row post was taken out" in text(answer.text)
    assert at_desk.sheet.read_text(encoding="utf-8") == "".join(SHEET.splitlines(keepends=True)[:2])
    [deed, *_] = activities(at_desk.url)
    assert deed.what == "post: the row was taken out"
    assert "legal_name: Post AG" in deed.before


def test_a_row_that_somebody_changed_is_not_taken_out(at_desk: Desk) -> None:
    mine = hidden(at_desk.get("/row", line=3), "/row")
    other = at_desk.other()
    form = hidden(other.get("/cell", line=3, column="region"), "/cell")
    assert other.client.post("/cell", data=form | {"text": "AT", "do": "save"}).status_code == 200
    answer = at_desk.client.post("/row", data=mine | {"do": "out"})
    assert answer.status_code == 409
    assert "You wanted to take out the row post" in text(answer.text)
    assert "content,AT" in at_desk.sheet.read_text(encoding="utf-8")


def test_who_may_only_read_sees_the_row_and_can_do_nothing_with_it(tmp_path: Path) -> None:
    desk = opened(tmp_path).enter()
    other = desk.other()
    session = other.office.sessions.of(other.client.headers["authorization"].removeprefix("Bearer "))
    assert session is not None
    session.role = next(iter(type(session.role)))
    assert "Take" not in text(other.get("/row", line=3))
    assert other.client.post("/row/new", data={"do": "save"}).status_code == 403


def test_programs_add_and_take_out_rows(at_desk: Desk) -> None:
    version = at_desk.client.get("/api/v1/register").json()["version"]
    csrf = {"x-csrf-token": hidden(at_desk.get("/row", line=3), "/row")["csrf"]}
    seen = at_desk.client.post("/api/v1/rows/preview", json={"cells": CARE | {"country": "Atlantis"}}, headers=csrf)
    assert [one["column"] for one in seen.json()["faults_new"]] == ["country"]
    answer = at_desk.client.post("/api/v1/rows", json={"version": version, "cells": CARE}, headers=csrf)
    assert answer.status_code == 201
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET + ADDED
    for wrong in ({"cells": {"nothing": "x", "key": "x"}}, {"cells": {"key": 1}}, {"cells": "x"}):
        assert at_desk.client.post("/api/v1/rows", json={"version": "x"} | wrong, headers=csrf).status_code == 422
    found = at_desk.client.get("/api/v1/register").json()
    row = next(one for one in found["rows"] if one["key"] == "care")
    wanted = {"version": version, "line": row["line"], "row": "another", "key": "care"}
    assert at_desk.client.request("DELETE", "/api/v1/rows", params=wanted, headers=csrf).status_code == 409
    wanted |= {"row": row["row"]}
    assert at_desk.client.request("DELETE", "/api/v1/rows", params=wanted, headers=csrf).status_code == 200
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET


def test_the_first_row_of_an_empty_sheet_is_added_here(tmp_path: Path) -> None:
    desk = opened(tmp_path, SHEET.splitlines(keepends=True)[0]).enter()
    assert "Add the first row" in text(desk.get("/"))
    status, said = send(desk, blank(desk), "preview", **CARE)
    assert status == 200
    assert "1 fault settled" in said
    assert send(desk, blank(desk), "save", **CARE)[0] == 200
    assert desk.sheet.read_text(encoding="utf-8") == SHEET.splitlines(keepends=True)[0] + ADDED
