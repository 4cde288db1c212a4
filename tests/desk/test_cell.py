"""Mending a cell: what it settles is seen before, and nobody writes over what they have not seen."""

import csv
import io
from pathlib import Path

from xlsxwriter import Workbook

from tests.desk.running import SHEET, Desk, opened, text
from tests.intake.workbooks import ods
from vendor_registry.store.activity import activities

PLACE = {"line": 3, "column": "region"}


def fill(desk: Desk, words: str, do: str, **place: object) -> tuple[int, str]:
    form = desk.fields("/cell", "/cell", **(place or PLACE))
    answer = desk.client.post("/cell", data=form | {"text": words, "do": do})
    return answer.status_code, text(answer.text)


def test_the_register_shows_findings_at_their_cells_and_what_to_do_first(at_desk: Desk) -> None:
    """post leaves contact and region blank."""
    page = at_desk.get("/")
    assert '<td class="gap">' in page
    said = text(page)
    assert "Do this first" in said
    assert "post, region" in said
    assert said.index("Do this first") < said.index("The sheet") < said.index("Findings of these rows")
    assert "Mail, <printed>" not in page


def test_a_preview_says_what_is_settled_and_writes_nothing(at_desk: Desk) -> None:
    status, said = fill(at_desk, "AT", "preview")
    assert status == 200
    assert "1 finding settled" in said or "2 findings settled" in said
    assert "What it settles" in said
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET
    assert "1 new fault" in fill(at_desk, "Atlantis", "preview")[1]


def test_what_is_saved_changes_the_cell_alone_and_is_kept_in_the_trail(at_desk: Desk) -> None:
    status, said = fill(at_desk, "AT", "save")
    assert status == 200
    assert "Saved" in said
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET.replace('content,,"a', 'content,AT,"a')
    [deed, *_] = activities(at_desk.url)
    assert (deed.by, deed.deed, deed.what, deed.before, deed.after) == ("Ada", "changed", "post, region", "", "AT")


def test_a_fault_is_shown_at_its_cell_and_mended_there(tmp_path: Path) -> None:
    """The country of host is none, and its role is none either."""
    sheet = SHEET.replace("Ada,DE,sub-processor", "Ada,Gremany,sub-procesor")
    desk = opened(tmp_path, sheet).enter()
    page = desk.get("/")
    assert '<td class="fault">' in page
    assert "2 faults: these cells cannot be understood" in text(page)
    place = {"line": 2, "column": "country"}
    assert "1 fault settled; 1 fault left" in fill(desk, "Germany", "preview", **place)[1]
    assert fill(desk, "DE", "save", **place)[0] == 200
    assert fill(desk, "sub-processor", "save", line=2, column="role")[0] == 200
    assert desk.sheet.read_text(encoding="utf-8") == SHEET
    assert "Findings of these rows" in text(desk.get("/"))


def test_the_second_of_two_who_write_into_a_row_is_told_and_sees_both(at_desk: Desk) -> None:
    mine = at_desk.fields("/cell", "/cell", **PLACE)
    assert fill(at_desk.other(), "DE", "save")[0] == 200
    answer = at_desk.client.post("/cell", data=mine | {"text": "AT", "do": "save"})
    assert answer.status_code == 409
    said = text(answer.text)
    assert "In the sheet now DE" in said
    assert "What you wrote AT" in said
    assert ',content,DE,"a' in at_desk.sheet.read_text(encoding="utf-8")
    again = at_desk.client.post("/cell", data=mine | {"text": "AT", "do": "save"})
    assert again.status_code == 409


def test_two_who_write_into_different_rows_do_not_disturb_each_other(at_desk: Desk) -> None:
    """The text of the first makes the row two lines long, so that the second's row moves."""
    mine = at_desk.fields("/cell", "/cell", **PLACE)
    assert fill(at_desk.other(), "Ada\nBerlin", "save", line=2, column="contact")[0] == 200
    assert at_desk.client.post("/cell", data=mine | {"text": "AT", "do": "save"}).status_code == 200
    expected = SHEET.replace("Ada,DE", '"Ada\nBerlin",DE').replace('content,,"a', 'content,AT,"a')
    assert at_desk.sheet.read_text(encoding="utf-8") == expected


def test_a_file_that_changed_behind_the_desk_is_not_written(at_desk: Desk) -> None:
    mine = at_desk.fields("/cell", "/cell", **PLACE)
    other = SHEET.replace("Servers", "Machines")
    at_desk.sheet.write_text(other, encoding="utf-8")
    answer = at_desk.client.post("/cell", data=mine | {"text": "AT", "do": "save"})
    assert answer.status_code == 409
    assert "What you wrote AT" in text(answer.text)
    assert at_desk.sheet.read_text(encoding="utf-8") == other
    assert fill(at_desk, "AT", "save")[0] == 200


def test_a_column_that_the_sheet_has_not_can_be_filled(at_desk: Desk) -> None:
    assert fill(at_desk, "2026-01-01", "save", line=3, column="since")[0] == 200
    written = at_desk.sheet.read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(",")[2] for line in written] == ["since", "", "2026-01-01"]


def test_what_cannot_be_a_cell_is_refused_with_a_sentence(at_desk: Desk) -> None:
    for words, status in (("=1+1", 422), ("x" * 40_000, 413)):
        form = at_desk.fields("/cell", "/cell", **PLACE)
        assert at_desk.client.post("/cell", data=form | {"text": words, "do": "save"}).status_code == status
    for place in (
        {"line": "99", "column": "region"},
        {"line": "2", "column": "../etc"},
        {"line": "²", "column": "key"},
    ):
        assert at_desk.client.get("/cell", params=place).status_code == 404
    assert at_desk.sheet.read_text(encoding="utf-8") == SHEET


def workbook(tmp_path: Path) -> Desk:
    """The register is kept in Excel."""
    desk = opened(tmp_path)
    with Workbook(tmp_path / "vendors.csv") as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(csv.reader(io.StringIO(SHEET))):
            sheet.write_row(number, 0, row)
    return desk.enter()


def test_a_workbook_is_shown_and_judged_and_written_cell_by_cell(tmp_path: Path) -> None:
    desk = workbook(tmp_path)
    assert "post, region" in text(desk.get("/"))
    assert "settled" in fill(desk, "AT", "preview")[1]
    status, said = fill(desk, "AT", "save")
    assert status == 200
    assert "Saved" in said
    assert desk.client.get("/api/v1/register").json()["rows"][1]["cells"]["region"] == "AT"
    [deed, *_] = activities(desk.url)
    assert (deed.what, deed.after) == ("post, region", "AT")


def test_a_workbook_that_is_open_elsewhere_is_not_written(tmp_path: Path) -> None:
    desk = workbook(tmp_path)
    raw = desk.sheet.read_bytes()
    (tmp_path / "~$vendors.csv").touch()
    status, said = fill(desk, "AT", "save")
    assert status == 422
    assert "is open in a spreadsheet program" in said
    assert desk.sheet.read_bytes() == raw
    assert activities(desk.url) == ()


def test_a_link_that_somebody_made_never_says_that_something_was_saved(at_desk: Desk) -> None:
    """What was done is told to the session that did it, under a word that nobody can guess."""
    form = at_desk.fields("/cell", "/cell", line=3, column="region")
    answer = at_desk.client.post("/cell", data=form | {"text": "AT", "do": "save"})
    assert "Saved." in text(answer.text)
    crafted = ["/cell?line=3&column=region&done=yes", "/row?line=3&done=yes", "/?done=host", "/changes?done=7"]
    crafted += ["/policy?done=saved", "/notices?done=3", "/objections?done=3", "/proposals?done=Taken+over"]
    for path in (*crafted, *(path.replace("done=", "saved=") for path in crafted)):
        assert 'role="status"' not in at_desk.get(path), path
    assert 'role="status"' not in at_desk.other().get("/cell", **dict(answer.url.params))


def test_a_workbook_of_libreoffice_is_shown_with_the_way_out(tmp_path: Path) -> None:
    """What cannot be saved here has no button that says so."""
    desk = opened(tmp_path).enter()
    desk.sheet.write_bytes(ods(list(csv.reader(io.StringIO(SHEET)))))
    for page in ("/", "/cell?line=3&column=region", "/row?line=3", "/row/new"):
        said = desk.get(page)
        assert "is shown and judged here, and mended in LibreOffice" in text(said)
        assert "Save into the sheet" not in said
    form = desk.fields("/cell", "/cell", line=3, column="region")
    answer = desk.client.post("/cell", data=form | {"text": "AT", "do": "save"})
    assert (answer.status_code, "never written" in text(answer.text)) == (422, True)
