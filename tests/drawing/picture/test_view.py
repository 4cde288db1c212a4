"""How a view sees the nodes of a case."""

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.changes.state import State
from vendor_registry.drawing.picture.parties import Party
from vendor_registry.drawing.picture.picture import BoxKind
from vendor_registry.drawing.picture.question import Comparison, Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.drawing.picture.view import parties
from vendor_registry.drawing.picture.words import words
from vendor_registry.drawing.views import region


def seen(case: Case) -> dict[str, Party]:
    page = Selection(tuple(case.graph.nodes.values()), ())
    return {party.key: party for party in parties(Question(case=case), region.VIEW, page)}


def test_each_kind_of_node_has_its_kind_of_box() -> None:
    case = make.case(
        make.engagement("oak"),
        make.engagement("ash", engaged_by=("oak",)),
        systems={"api": make.system("api"), "base": make.system("base", store=True)},
    )
    kinds = {key: party.kind for key, party in seen(case).items()}
    assert kinds == {
        "api": BoxKind.SYSTEM,
        "ash": BoxKind.FOURTH_PARTY,
        "base": BoxKind.STORE,
        "oak": BoxKind.VENDOR,
        "subject:customers": BoxKind.SUBJECT,
        "subject:recipients": BoxKind.SUBJECT,
    }


def test_remote_access_is_written_in_the_box() -> None:
    case = make.case(make.engagement("oak", access_from="IN; PH"))
    assert seen(case)["oak"].details == ("Hosting", "access from India, Philippines")


def test_a_change_is_told_with_its_cells_in_the_language_and_a_long_one_cut() -> None:
    case = make.case(make.engagement("oak"))
    told = (("region", "US", ""), ("measures", "x" * 60, "none"))
    changed = Comparison((State("1"), State("2")), nodes={}, flows={}, told={"oak": told})
    page = Selection(tuple(case.graph.nodes.values()), ())
    asked = Question(case=case, comparison=changed, words=words("de"))
    [oak] = [one for one in parties(asked, region.VIEW, page) if one.key == "oak"]
    assert oak.details[-2:] == ("region: US → leer", f"measures: {'x' * 43}… → none")


def test_texts_are_cleaned_and_a_blank_name_is_the_key() -> None:
    case = make.case(make.engagement("oak", vendor="Oak\x1b[1m"), make.engagement("elm", vendor=" "))
    assert seen(case)["oak"].name == "Oak\\x1b[1m"
    assert seen(case)["elm"].name == "elm"


def test_what_the_policy_does_not_name_keeps_its_key() -> None:
    case = make.case(make.engagement("oak", service="odd\x07"))
    assert seen(case)["oak"].profile == "odd\\x07"
    names = Question(case=case).names
    assert names.products(("mail", "other")) == "Mail, other"
    assert names.products(("*",)) == "all products"
