"""What people come to the desk for, from the first page to the last: as a browser without script would."""

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from xlsxwriter import Workbook

from tests.desk.running import SHEET, Desk, hidden, opened, text
from tests.make import case, engagement
from vendor_registry.desk.services.what_if import choices
from vendor_registry.desk.web.rendering import MENU
from vendor_registry.store.activity import activities

CUSTOMERS = "key,name,products,zone,language\nacme,Acme SA,mail,eu,fr\nbolt,Bolt Inc,mail,eu,en\n"
NEW = 'care,Care Desk,Care Ltd,"1 Quay, Dublin",Eve,IE,sub-processor,hosting,Support,mail,eu,customers,content,IE,\n'


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    (tmp_path / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    return opened(tmp_path).enter()


def send(desk: Desk, page: str, action: str, **fields: Any) -> tuple[int, str]:
    form = hidden(desk.get(page), action)
    answer = desk.client.post(action, data=form | fields)
    return answer.status_code, text(answer.text)


def announced(desk: Desk) -> None:
    """Revision 1 without Care Desk, revision 2 with it, and every customer was told."""
    assert send(desk, "/changes", "/changes", note="first")[0] == 200
    desk.sheet.write_text(SHEET + NEW, encoding="utf-8")
    assert send(desk, "/changes", "/changes", note="Care Desk for support", effective="2027-01-31")[0] == 200
    assert send(desk, "/notices", "/notices", channel="e-mail", sent="2026-11-23")[0] == 200


def test_publish_with_a_notice(office: Desk) -> None:
    assert "Nothing has been published yet" in text(office.get("/changes"))
    assert send(office, "/changes", "/changes", note="first")[0] == 200
    office.sheet.write_text(SHEET + NEW, encoding="utf-8")
    said = text(office.get("/changes"))
    assert "Since revision 1" in said
    assert "Care Desk" in said
    _, said = send(office, "/changes", "/changes", note="Care Desk for support", effective="2027-01-31")
    assert "Published as revision 2" in said
    assert "2027-01-31 Ada 3 Care Desk for support" in said
    assert send(office, "/notices", "/notices", channel="e-mail", sent="2026-11-23")[1].count("e-mail") >= 2
    said = text(office.get("/notices"))
    assert "acme 2 e-mail 2026-11-23" in said
    assert office.client.get("/notices/deadlines.ics").text.startswith("BEGIN:VCALENDAR")
    assert [one.deed for one in activities(office.url)][:2] == ["recorded", "published"]


def test_a_letter_is_handed_out_before_it_is_recorded(office: Desk) -> None:
    assert send(office, "/changes", "/changes", note="first")[0] == 200
    office.sheet.write_text(SHEET + NEW, encoding="utf-8")
    assert "acme Care Desk" in text(office.get("/notices"))
    answer = office.client.get("/notices/letter", params={"customer": "acme", "format": "text"})
    assert answer.status_code == 200
    assert "Care Desk" in answer.text
    assert answer.headers["content-disposition"] == 'attachment; filename="notice.acme.txt"'


def test_publishing_what_nobody_has_seen_is_refused(office: Desk) -> None:
    form = hidden(office.get("/changes"), "/changes")
    office.sheet.write_text(SHEET + NEW, encoding="utf-8")
    answer = office.client.post("/changes", data=form | {"note": "x"})
    assert answer.status_code == 409
    assert "nothing was published" in text(answer.text)
    form = hidden(office.get("/changes"), "/changes")
    assert office.client.post("/changes", data=form).status_code == 200
    assert office.client.post("/changes", data=form | {"base": "0"}).status_code == 200  # says the same: nothing stored
    assert text(office.get("/changes")).count("Ada 3") == 1


def test_object_and_decide(office: Desk) -> None:
    announced(office)
    said = send(office, "/objections", "/objections", customer="acme", vendor="Care Desk", reason="Too far")[1]
    assert "Objection 1 is written down" in said
    page = office.get("/objections")
    form = hidden(page, "/objections/decide")
    answer = office.client.post("/objections/decide", data=form | {"outcome": "upheld", "decided": "2026-11-23"})
    assert "upheld on 2026-11-23 by Ada" in text(answer.text)
    again = office.client.post("/objections/decide", data=form | {"outcome": "dismissed"})
    assert again.status_code == 422
    assert "was decided on" in text(again.text)
    assert activities(office.url)[0].deed == "decided"


def test_the_annex_of_one_customer_in_french(office: Desk) -> None:
    announced(office)
    answer = office.client.get("/annex/file", params={"customer": "acme", "lang": "fr", "format": "docx"})
    assert answer.headers["content-disposition"] == 'attachment; filename="annex.acme.fr.docx"'
    made = Document(io.BytesIO(answer.content))
    said = "\n".join(cell.text for table in made.tables for row in table.rows for cell in row.cells)
    assert "Sample GmbH" in said
    assert "Finalité" in said or "traitement" in said
    for wrong in ({"customer": "nobody"}, {"lang": "xx"}, {"format": "exe"}, {"kind": "../x"}, {"product": "none"}):
        assert office.client.get("/annex/file", params=wrong).status_code == 422


def upload(desk: Desk, raw: bytes, name: str) -> tuple[int, str, str]:
    form = hidden(desk.get("/proposals"), "/proposals")
    answer = desk.client.post("/proposals", data=form, files={"file": (name, raw)})
    return answer.status_code, text(answer.text), answer.url.path


def test_an_upload_is_a_proposal_until_somebody_takes_it_over(office: Desk) -> None:
    """A workbook without the column wiki: one cell says something else, one row is new, and one is not there."""
    out = io.BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet()
        rows = [line.split(",") for line in ("key,vendor,country,region", "host,Sample Cloud,DE,FR", "care,Care,IE,IE")]
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    status, said, path = upload(office, out.getvalue(), "../../etc/new.xlsx")
    assert status == 200
    assert "host region DE FR" in said
    assert "1 cell, 1 row more, 1 row that it does not have" in said
    assert office.sheet.read_text(encoding="utf-8") == SHEET
    form = hidden(office.get(path), path)
    answer = office.client.post(path, data=form | {"do": "take"})
    assert "Taken over: 1 cell and 1 row added" in text(answer.text)
    added = "care,Care,,,,IE,,,,,,,,IE,\n"
    assert office.sheet.read_text(encoding="utf-8") == SHEET.replace("content,DE,x", "content,FR,x") + added
    assert "took over new.xlsx" in text(office.get("/trail"))
    assert office.client.get(path).status_code == 404


def test_an_upload_waits_beside_the_sheet_when_the_desk_is_stopped(office: Desk) -> None:
    """What else lies in the folder is none of ours, and nobody is led out of it."""
    _, _, path = upload(office, SHEET.replace("Ring 1", "Ring 2").encode(), "v.csv")
    folder = office.folder / ".uploads"
    for stranger in ("note.txt", "AAAAAAAAAAAA.upload"):
        (folder / stranger).write_text("{}\nsecret", encoding="utf-8")
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"
    again = opened(office.folder).enter()
    assert "v.csv" in text(again.get("/proposals"))
    assert "Ring 1, Wien Ring 2, Wien" in text(again.get(path))
    for wrong in ("AAAAAAAAAAAA", "..%2f..%2fpolicy.toml", "note"):
        assert again.client.get(f"/proposals/{wrong}").status_code == 404
    form = hidden(again.get(path), path)
    assert "Thrown away" in text(again.client.post(path, data=form | {"do": "drop"}).text)
    assert not list(folder.glob(f"{path.rpartition('/')[2]}*"))


def test_no_more_uploads_wait_than_somebody_could_deal_with(office: Desk) -> None:
    for number in range(20):
        upload(office, SHEET.replace("Ring 1", f"Ring {number + 2}").encode(), f"v{number}.csv")
    status, said, _ = upload(office, SHEET.encode(), "one more.csv")
    assert status == 422
    assert "20 uploads wait already" in said


def test_an_upload_that_was_compared_with_another_sheet_is_not_written(office: Desk) -> None:
    _, _, path = upload(office, SHEET.replace("Ring 1", "Ring 2").encode(), "v.csv")
    form = hidden(office.get(path), path)
    other = SHEET.replace("Servers", "Machines")
    office.sheet.write_text(other, encoding="utf-8")
    answer = office.client.post(path, data=form | {"do": "take"})
    assert answer.status_code == 409
    assert office.sheet.read_text(encoding="utf-8") == other
    assert office.client.post(path, data=form | {"do": "drop"}).url.path == "/proposals"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "empty"),
        (b"vendor,country,role\nA,DE,x\n", "no column key"),
        (b"key,vendor,country\na,A,DE\na,B,FR\n", "stands twice"),
        (b'key,vendor,country\na,"A,DE\n', "quot"),
        (b"PK\x03\x04 no workbook", ""),
        (b"%PDF-1.7 \x00\x01", ""),
    ],
)
def test_an_upload_that_is_no_sheet_of_this_register_is_told(office: Desk, raw: bytes, told: str) -> None:
    status, said, _ = upload(office, raw, "x.csv")
    assert status == 422
    assert told in said
    assert office.logged == []


def test_what_if_a_vendor_goes_a_decision_falls_or_time_passes(office: Desk) -> None:
    said = text(office.get("/what-if", without="vendor:host"))
    assert "With Sample Cloud goes its hosting" in said
    assert "Nothing falls" in text(office.get("/what-if", without="decision:2023/1795"))
    assert "On 2027-06-01, beside today" in text(office.get("/what-if", day="2027-06-01"))
    assert office.client.get("/what-if", params={"without": "vendor:nobody"}).status_code == 422
    assert office.client.get("/what-if", params={"day": "tomorrow"}).status_code == 422


def test_what_can_be_taken_away_is_found_by_a_part_of_its_name(office: Desk) -> None:
    found = office.get("/what-if", like="sample")
    assert "/what-if?without=vendor%3Ahost" in found
    assert "Nothing is called like that" in office.get("/what-if", like="nobody of that name")
    listed = office.get("/what-if", do="list", like="vendor:post")
    assert listed.strip() == '<option value="vendor:post">Post &amp; Co</option>'


def test_a_list_of_ten_thousand_choices_does_not_travel_with_the_page() -> None:
    many = case(*(engagement(f"v{number}", vendor=f"Vendor {number}") for number in range(1_000)))
    assert len(choices(many)) < 200
    assert ("vendor:v777", "Vendor 777") in choices(many, "endor 777")


def test_diagrams_are_shown_and_downloaded(office: Desk) -> None:
    assert '<img src="/diagrams/file?view=region"' in office.get("/diagrams", view="region")
    answer = office.client.get("/diagrams/file", params={"view": "region"})
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "Sample Cloud" in answer.text
    assert "flowchart" in office.client.get("/diagrams/file", params={"format": "mermaid"}).text
    for wrong in ({"view": "none"}, {"view": "data"}, {"product": "none"}, {"only": "((("}):
        assert office.client.get("/diagrams", params=wrong).status_code == 422


def test_findings_are_narrowed_and_rules_say_what_they_looked_at(office: Desk) -> None:
    said = text(office.get("/findings", verdict="gap"))
    assert "post, region" in said
    assert "kept" in said
    assert "None." in text(office.get("/findings", verdict="broken"))


def test_every_page_of_the_menu_is_there_with_and_without_faults(tmp_path: Path) -> None:
    desk = opened(tmp_path, SHEET.replace("AT,sub-processor", "Atlantis,sub-processor")).enter()
    assert [desk.client.get(path).status_code in (200, 409) for path in MENU] == [True] * len(MENU)
    assert "First mend what cannot be understood" in text(desk.client.get("/changes").text)
    desk.sheet.write_text(SHEET, encoding="utf-8")
    assert [desk.client.get(path).status_code for path in MENU] == [200] * len(MENU)
    for broken in ("", "key;vendor\n", '"', "\x00"):
        desk.sheet.write_text(broken, encoding="utf-8")
        assert desk.client.get("/").status_code == 200
    (tmp_path / "policy.toml").write_text("[", encoding="utf-8")
    assert "cannot be understood" in text(desk.get("/"))
    assert desk.logged == []
