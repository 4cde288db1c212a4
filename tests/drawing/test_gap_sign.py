"""A gap and something broken can be told apart on paper without colours, in every format."""

import json
import re
from importlib import import_module

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.compose import compose
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.drawing.picture.picture import Mark, Picture
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.views import region
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.findings.transfer import TransferVerdict


def picture() -> Picture:
    """Two transfers to India without a ground: `none` is what one cell says, the other is blank."""
    case = make.case(
        make.engagement("said", country="IN", region="IN", service="support", **acme.LAPSED),
        make.engagement("blank", country="IN", region="IN", service="payments"),
    )
    flows = [flow for flow in case.graph.flows if flow.target in case.registry.by_key]
    transfers = [acme.transfer(flow, TransferVerdict.NOT_COVERED, country="IN") for flow in flows]
    found = (acme.finding(case, "said"), acme.finding(case, "blank", verdict=Verdict.GAP))
    return compose(Question(case=case, transfers=transfers, findings=found), region.VIEW)


def line_of(mark: Mark) -> int:
    [line] = [line for line in picture().lines if line.mark is mark]
    return line.number


def test_each_has_its_mark_and_its_sign_as_data() -> None:
    edges = json.loads(written("json"))["pages"][0]["edges"]
    assert {(one["mark"], one["ground"], *one["signs"]) for one in edges if one["mark"]} == {
        ("broken", "not-covered", "V1"),
        ("gap", "unknown", "?1"),
    }


def written(name: str) -> str:
    content: bytes = import_module(FORMATS[name].module).write(acme.album(picture()))
    return content.decode()


@pytest.mark.parametrize("name", ["dot", "mermaid", "svg"])
def test_without_colours_the_two_are_drawn_differently(name: str) -> None:
    """One has a cross and a double or thick line, the other a question mark and dots."""
    grey = re.sub(r"#[0-9A-F]{6}", "#555555", written(name))
    broken, gap = line_of(Mark.BROKEN), line_of(Mark.GAP)
    match name:
        case "dot":
            [crossed] = [line for line in grey.splitlines() if f"{broken} V1 ✗" in line]
            [asked] = [line for line in grey.splitlines() if f"{gap} ?1" in line]
            assert ("#555555:#555555:#555555" in crossed, "dotted" in crossed) == (True, False)
            assert ("#555555:#555555:#555555" in asked, "dotted" in asked) == (False, True)
        case "mermaid":
            assert f'==>|"{broken} V1 ✗"|' in grey
            assert f'-->|"{gap} #63;1"|' in grey
            assert re.search(rf"linkStyle {gap - 1} stroke-dasharray", grey)
        case _:
            assert f">{gap} ?1<" in grey
            assert f">{broken} V1<" in grey
            assert [f"{label}" for label in ("gap: a blank decides", "broken: V1") if label not in grey] == []
