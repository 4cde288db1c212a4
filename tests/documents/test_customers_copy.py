"""What leaves the house by default: nobody but the sub-processors and what is announced, in any format or field."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests import make
from vendor_registry.documents.annex import annex
from vendor_registry.documents.document import Document
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats.catalogue import FORMATS
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.model.register.engagement import Engagement, Role

LATER, TOLD, TO_BE_TOLD = date(2026, 12, 20), date(2026, 11, 20), date(2026, 11, 24)


def secret(number: int, **changes: object) -> Engagement:
    """A row whose every text is a canary."""
    texts = ("vendor", "legal_name", "address", "contact", "purpose", "retention", "notes", "source")
    canaries = {name: f"canary{number}{name.replace('_', '')}" for name in texts}
    return make.engagement(f"canary{number}key", **(canaries | {"measures": (f"canary{number}measure",)} | changes))


SECRETS = (
    secret(1, since=LATER),  # a deal not yet announced
    secret(2, since=LATER, notified=TO_BE_TOLD),  # to be announced tomorrow
    secret(3, role=Role.PROCESSOR),  # an internal tool
    secret(4, role=Role.CONTROLLER),
    secret(5, role=Role.JOINT_CONTROLLER),
    secret(6, role=Role.RECIPIENT),
    secret(7, until=date(2026, 11, 22)),  # ended yesterday
    secret(8, engaged_by=("canary1key",)),  # behind the deal
    secret(9, engaged_by=("canary1key",), since=LATER, notified=TOLD),
    secret(10, vendor="Open", legal_name="", address="", contact="", since=LATER),  # another deal with a listed vendor
    secret(11, since=LATER, notified=TOLD, until=date(2026, 12, 19)),  # never in force
)
LISTED = (
    make.engagement("open", receives_from=("canary3key",)),
    make.engagement("shared", engaged_by=("open", "canary1key", "canary3key")),
    make.engagement("coming", engaged_by=("open", "canary1key"), since=LATER, notified=TOLD),
)
CASE = make.case(*SECRETS, *LISTED)


def everything_in(content: bytes) -> str:
    """All text of a file, its metadata included."""
    return "\n".join(_texts(content)).casefold()


def _texts(content: bytes) -> Iterator[str]:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as parts:
            for part in parts.namelist():
                yield part
                yield re.sub(r"</?w:[rpt][^>]*>", "", parts.read(part).decode("utf-8"))
    elif content.startswith(b"%PDF"):
        reader = PdfReader(BytesIO(content))
        yield from (page.extract_text().replace("\n", "") for page in reader.pages)
        yield str(reader.metadata) + str(reader.outline)
        yield content.decode("latin-1")
    else:
        yield content.decode("utf-8")


def written(document: Document, name: str) -> str:
    form = FORMATS[name]
    return everything_in(getattr(import_module(form.module), form.function)(document))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("scope", [Scope(), Scope(products=("mail",), zone="eu")], ids=["whole", "part"])
def test_nobody_else_reaches_a_customer(name: str, scope: Scope) -> None:
    for language in ("en", "de"):
        text = written(annex(CASE, scope, language=language), name)
        assert re.findall(r"canary\w*", text) == []
        for named in ("open", "shared", "coming"):
            assert named in text


@pytest.mark.parametrize("name", FORMATS)
def test_the_search_would_find_them(name: str) -> None:
    """The working copy names every vendor of which no row is listed."""
    text = written(annex(CASE, extras=[Extra.EXCLUDED]), name)
    assert {int(number) for number in re.findall(r"canary(\d+)vendor", text)} == {1, 2, 3, 4, 5, 6, 7, 8, 9, 11}


def test_their_number_reaches_nobody_either() -> None:
    """The same document, whether they are in the register or not; of an end, the day of the last change tells."""
    referred_to, ended = (SECRETS[0], SECRETS[2]), SECRETS[6]
    assert annex(CASE) == annex(make.case(*LISTED, *referred_to, ended))


def test_a_deal_becomes_visible_on_the_day_of_the_notice() -> None:
    row = make.engagement("deal", since=LATER, notified=TO_BE_TOLD)
    days = (date(2026, 11, 23), TO_BE_TOLD, date(2026, 12, 19), LATER)
    assert ["**deal**" in written(annex(make.case(row, as_of=day)), "markdown") for day in days] == [
        False,
        True,
        True,
        True,
    ]
