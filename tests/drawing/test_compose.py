"""The picture as a whole: what it says, and that it says the same whatever the order of rows."""

import random
from dataclasses import replace

from tests import make
from tests.drawing import acme
from vendor_registry.case.case import Case
from vendor_registry.drawing.compose import compose
from vendor_registry.drawing.picture.picture import Zone
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.views import region
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.sheet import Sheet


def test_the_title_block_names_view_product_company_day_and_the_sheet_without_its_folder() -> None:
    case = acme.small()
    case = Case(
        replace(case.registry, sheets=(Sheet("/home/ada/vendors.csv", (), (), sha256="3f9c1e2aa"),)),
        case.policy,
        case.as_of,
    )
    picture = compose(Question(case=case, product="mail"), region.VIEW)
    assert picture.title == "Data flows by place of processing: Acme Mail"
    assert (picture.company, picture.as_of, picture.source) == ("Acme Mail", "2026-11-23", "vendors.csv 3f9c1e2")


def test_the_description_counts_and_names_the_lines_that_are_wrong() -> None:
    case = make.case(make.engagement("oak", country="IN", **acme.LAPSED), make.engagement("elm", country="US"))
    picture = acme.picture(case)
    assert picture.description == (
        "2 engagements of third parties and 2 systems of our own, on 2026-11-23. Broken: lines 4. Not known: lines 3. "
        "The table of flows says the same as the picture."
    )


def test_only_the_data_regions_that_occur_are_explained() -> None:
    case = make.case(make.engagement("oak", products=("mail",)), systems={"s": make.system("s", zone="eu")})
    assert acme.picture(case).zones == (Zone("eu", "EU"),)


def test_findings_about_rows_are_counted_and_those_of_another_product_left_out() -> None:
    case = acme.small()
    found = (acme.finding(case), acme.finding(case, "desk-in"), acme.finding(case, "chat", verdict=Verdict.GAP))
    whole = compose(acme.question(case, *found), region.VIEW)
    assert [remark.sign for remark in whole.remarks] == ["V1", "?1"]
    assert whole.notes[-1] == "Findings about rows, not flows, are not marked (1); vendors check has them."
    part = compose(acme.question(case, *found, product="sms"), region.VIEW)
    assert part.remarks == ()
    assert not any("Findings about rows" in note for note in part.notes)


def test_one_flow_is_one_line() -> None:
    case = make.case(make.engagement("oak"))
    part = compose(acme.question(case, only=frozenset({"oak"})), region.VIEW)
    assert "1 flow is drawn as 1 numbered line; the table of flows has them all." in part.notes


def test_the_order_of_rows_and_of_transfers_changes_nothing() -> None:
    case = acme.large()
    engagements = list(case.registry.engagements)
    judged = list(acme.transfers(case))
    random.Random(7).shuffle(engagements)
    random.Random(8).shuffle(judged)
    shuffled = Case(Registry(tuple(engagements)), case.policy, case.as_of)
    for view in acme.VIEWS:
        assert compose(Question(case=shuffled, transfers=judged), view) == acme.picture(case, view)
