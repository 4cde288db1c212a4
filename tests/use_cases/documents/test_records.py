"""Records with the diagram of their flows."""

import re
import zipfile
from base64 import b64decode
from io import BytesIO

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.documents.document import Picture, Table
from vendor_registry.documents.formats.catalogue import FORMATS
from vendor_registry.documents.parts.phrases import languages
from vendor_registry.model.text.origin import FailureError
from vendor_registry.use_cases.documents import records as use_case
from vendor_registry.use_cases.documents.records import record
from vendor_registry.use_cases.selection.scope import Asked

DOCX, HTML, TEXT = FORMATS["docx"], FORMATS["html"], FORMATS["text"]


def pictures(word: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(word)) as parts:
        return [name for name in parts.namelist() if name.startswith("word/media/")]


def test_the_record_shows_the_flows_to_those_whom_it_names() -> None:
    case = acme.small()
    assert len(pictures(record(case, DOCX, Asked(), capacity="processor").content)) == 1
    assert b"data:image/svg+xml;base64," in record(case, HTML, Asked(), capacity="processor").content


def test_the_same_record_gives_the_same_bytes() -> None:
    made = {record(acme.small(), DOCX, Asked(language=language)).content for language in ("en", "en", "fr", "fr")}
    assert len(made) == 2


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Legend"), ("de", "Legende"), ("fr", "Légende"), ("es", "Leyenda")]
)
def test_the_picture_speaks_the_language_of_the_record(language: str, said: str) -> None:
    page = record(acme.small(), HTML, Asked(language=language), capacity="processor").content.decode()
    [picture] = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", page)
    assert f'aria-label="{said}"' in b64decode(picture).decode()


@pytest.mark.parametrize("language", languages())
def test_the_numbers_on_the_lines_lead_to_a_table_in_the_record(language: str) -> None:
    """And no sign of a finding leads to a report that readers do not have."""
    made = use_case.paper(acme.small(), "record", Asked(language=language), "processor").document
    picture, table = made.blocks[-2:]
    assert isinstance(picture, Picture)
    assert isinstance(table, Table)
    drawn = re.sub(r"<[^>]*>", "\n", picture.svg().decode())
    numbers = {"".join(run.text for run in row.cells[0][0]) for row in table.rows}
    assert numbers
    assert {text for text in drawn.split() if text.isdecimal() and len(text) < 3} >= numbers - {"–"}
    assert not re.search(r"\bV1\b|\?\d|vendors check", drawn)


def test_a_record_that_names_nobody_has_no_picture() -> None:
    case = make.case(make.engagement("elm"))
    told = record(case, TEXT, Asked(), capacity="controller").content
    assert b"Diagram" not in told


def test_where_the_diagram_cannot_be_drawn_the_record_is_written_without_it_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(picture: object) -> bytes:
        raise FailureError("Graphviz took more than 30 seconds and was stopped.")

    monkeypatch.setattr(use_case, "png", fails)
    made = record(acme.small(), DOCX, Asked(), capacity="processor")
    assert pictures(made.content) == []
    assert made.remarks[0] == (
        "Warning: there is no diagram in it: Graphviz took more than 30 seconds and was stopped."
    )
