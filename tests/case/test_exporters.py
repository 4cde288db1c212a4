"""Who exports: for each way in which a law on transfers binds, and each pair of them, situations with their days.

`exporters.csv` is written by hand. `seat`: where the company is established (blank: not stated); `place`: where the
sending system runs; `home`: the data region that first held the data; `reach`: what `[company]` says of itself.
"""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers, worst
from vendor_registry.law.words.claims import understand
from vendor_registry.model.findings.transfer import Transfer
from vendor_registry.model.policy.party import Company, Entity
from vendor_registry.model.policy.policy import DataRegion, OwnFlow
from vendor_registry.model.register.engagement import Role

SITUATIONS = list(csv.DictReader(Path(__file__).with_name("exporters.csv").open(encoding="utf-8")))
HOMES = {"eu": "DE", "uk": "GB", "ch": "CH", "us": "US"}
ZONES = {key: DataRegion(key=key, name={"": key}, places=(country,)) for key, country in HOMES.items()}
REACH: dict[str, dict[str, Any]] = {
    "": {},
    "representative": {"representative": "Rep B.V., Amsterdam"},
    "representative_uk": {"representative_uk": "Rep Ltd, London"},
}


def situation(asked: dict[str, str]) -> Case:
    """A system that sends content to one sub-processor; where a home is given, another system handed it the content."""
    reach = REACH.get(asked["reach"], {"subject_to": (asked["reach"],)})
    first = {"data": (), "data_subjects": ()} if asked["home"] else {}
    sender = make.system("sender", zone="us", region=asked["place"], **first)
    systems, flows = {"sender": sender}, []
    if asked["home"]:
        home = asked["home"]
        systems["origin"] = make.system("origin", zone=home, region=HOMES[home])
        flows = [OwnFlow(source="origin", target="sender", data=("content",))]
    row = make.engagement(
        "a",
        zone="us",
        role=Role.SUB_PROCESSOR,
        receives_from=("sender",),
        data=("content",),
        country=asked["importer"],
        region=asked["importer"],
        mechanism=understand(asked["mechanism"])[0],
    )
    company = Company(name="Acme", country=asked["seat"], **reach)
    day = date.fromisoformat(asked["day"])
    return make.case(row, as_of=day, systems=systems, flows=tuple(flows), zones=ZONES, company=company)


def into(case: Case, key: str) -> list[Transfer]:
    return [one for one in transfers(case) if one.flow.target == key]


def binds(found: list[Transfer]) -> str:
    """What binds, and why: "eu by establishment and by place; uk by reach"."""
    said = {f"{one.regime} {' and '.join(way.words for way in one.ways) or 'nobody knows'}" for one in found}
    return "; ".join(sorted(said))


@pytest.mark.parametrize("asked", SITUATIONS, ids=[one["id"] for one in SITUATIONS])
def test_who_exports(asked: dict[str, str]) -> None:
    found = into(situation(asked), "a")
    assert binds(found) == asked["binds"]
    verdict = worst(tuple(found))
    assert (str(verdict.answer.verdict) if verdict else "") == asked["verdict"]


def test_the_situations_have_each_way_and_each_pair_under_each_law() -> None:
    """A way or a pair that is struck from the table is missed here."""
    words = ("by establishment", "by place", "by home of the data", "by reach")
    wanted = {*words, *(f"{one} and {other}" for at, one in enumerate(words) for other in words[at + 1 :])}
    for regime in ("eu", "uk", "ch"):
        said = {part.removeprefix(f"{regime} ") for one in SITUATIONS for part in one["binds"].split("; ")
                if part.startswith(regime)}  # fmt: skip
        assert wanted <= said, regime


def test_a_server_alone_is_told_as_the_careful_reading() -> None:
    """Place alone; with a seat in the Union beside it nothing is left to read carefully."""
    asked = {"day": "2024-03-01", "place": "DE", "home": "us", "reach": "", "importer": "IN", "mechanism": ""}
    alone, seated = (into(situation({**asked, "seat": seat}), "a") for seat in ("US", "DE"))
    assert [one.answer.has("bound-by-place-alone") for one in (*alone, *seated)] == [True, False]


def test_a_seat_in_a_territory_that_is_not_settled_is_no_proof_that_no_law_binds() -> None:
    """New Caledonia: outside the Union, and whether the GDPR applies there all the same is open."""
    asked = {"day": "2024-03-01", "seat": "NC", "home": "us", "reach": "", "importer": "IN", "mechanism": ""}
    [open_] = into(situation({**asked, "place": "US"}), "a")
    assert (open_.sure, str(open_.answer.verdict), open_.answer.settles) == (False, "unknown", ("binding",))
    [bound] = into(situation({**asked, "place": "DE"}), "a")
    assert (bound.sure, str(bound.answer.verdict)) == (True, "not_covered")


@pytest.mark.parametrize(
    ("place", "day", "said"),
    [
        ("DE", "2018-05-24", ""),  # Directive 95/46/EC Art. 4(1)(c): equipment was enough
        ("DE", "2018-05-25", "EDPB Guidelines 3/2018"),
        ("GB", "2020-12-31", "EDPB Guidelines 3/2018"),
        ("GB", "2021-01-01", "UK GDPR Art. 3(1)"),
        ("CH", "2023-08-31", ""),
        ("CH", "2023-09-01", "FADP Art. 3(1)"),
    ],
)
def test_the_careful_reading_is_that_of_the_law_of_the_day(place: str, day: str, said: str) -> None:
    """A server there, a seat in the United States: each law has a reason of its own, and the older acts none."""
    asked = {"day": day, "seat": "US", "place": place, "home": "us", "reach": "", "importer": "IN", "mechanism": ""}
    [found] = into(situation(asked), "a")
    told = [note.text for note in found.answer.notes if note.code == "bound-by-place-alone"]
    assert [said in text for text in told] == ([True] if said else [])


def test_the_entity_that_runs_the_system_counts_before_the_company() -> None:
    """
    company | operator of app-us          | importer
    US      | Acme GmbH, established in DE | China, nothing claimed
    """
    systems = {"app-us": make.system("app-us", zone="us", region="US", operator="gmbh")}
    row = make.engagement("a", zone="us", receives_from=("app-us",), country="CN", region="CN")
    company = Company(name="Acme", country="US")
    of_germany = {"gmbh": Entity(key="gmbh", legal_name="Acme GmbH", country="DE")}
    of_nowhere = {"gmbh": Entity(key="gmbh", legal_name="Acme GmbH", country="")}
    reached = {"gmbh": Entity(key="gmbh", legal_name="Acme Inc.", country="US", subject_to=("eu",))}
    said = [
        binds(into(make.case(row, systems=systems, company=company, zones=ZONES, entities=entities), "a"))
        for entities in (of_germany, of_nowhere, reached)
    ]
    unknown = "ch nobody knows; eu nobody knows; uk nobody knows"
    assert said == ["eu by establishment", unknown, "eu by reach"]


def test_a_processor_established_in_the_eea_exports_when_it_hands_on() -> None:
    """
    key | engaged_by | country | region | mechanism
    a   |            | IE      | US     | our own system stands in the US, and so does our company
    b   | a          | IN      | IN     | none
    """
    a = make.engagement("a", zone="us", country="IE", region="US", receives_from=("sender",))
    b = make.engagement("b", zone="us", country="IN", region="IN", engaged_by=("a",))
    systems = {"sender": make.system("sender", zone="us", region="US")}
    case = make.case(a, b, systems=systems, company=Company(name="Acme", country="US"), zones=ZONES)
    assert (binds(into(case, "a")), binds(into(case, "b"))) == ("", "eu by establishment")


@pytest.mark.parametrize(
    ("mechanism", "verdict", "earlier"),
    [("", "not_covered", "mechanism:scc_2021_914_m3"), ("SCC M3 (2022-01-10)", "covered", "mechanism:scc_2021_914_m3")],
)
def test_a_recipient_outside_hands_on_under_the_transfer_that_brought_the_data(
    mechanism: str, verdict: str, earlier: str
) -> None:
    """
    key | engaged_by | country | region | mechanism
    a   |            | US      | US     | SCC M3; our company is in Germany, our system in the United States
    b   | a          | US      | US     | nothing, or clauses of its own (Clauses 8.8 and 9 of 2021/914)
    """
    clauses = understand("SCC M3 (2022-01-10)")[0]
    a = make.engagement("a", zone="us", country="US", region="US", receives_from=("sender",), mechanism=clauses)
    b = make.engagement(
        "b", zone="us", country="US", region="US", engaged_by=("a",), mechanism=understand(mechanism)[0]
    )
    systems = {"sender": make.system("sender", zone="us", region="US")}
    case = make.case(a, b, systems=systems, company=Company(name="Acme", country="DE"), zones=ZONES)
    [found] = into(case, "b")
    assert binds([found]) == "eu by the transfer that brought the data"
    assert (str(found.answer.verdict), found.answer.earlier) == (verdict, earlier)


def test_what_is_unsure_stays_unsure_on_the_way() -> None:
    """Nobody knows whether the first hop is a transfer, so nobody knows it of the second."""
    a = make.engagement("a", zone="us", country="US", region="US", receives_from=("sender",))
    b = make.engagement("b", zone="us", country="US", region="US", engaged_by=("a",))
    systems = {"sender": make.system("sender", zone="us", region="US")}
    case = make.case(a, b, systems=systems, company=Company(name="Acme"), zones=ZONES)
    assert {(one.sure, str(one.answer.verdict)) for one in into(case, "b")} == {(False, "unknown")}
    settled = make.case(a, b, systems=systems, company=Company(name="Acme", country="US"), zones=ZONES)
    assert into(settled, "b") == []


def test_one_legal_entity_is_no_transfer_wherever_it_is_established() -> None:
    systems = {"sender": make.system("sender", zone="us", region="US")}
    row = make.engagement("a", zone="us", legal_name="Acme GmbH", country="DE", region="CN", receives_from=("sender",))
    company = Company(name="Acme", legal_name="Acme GmbH", country="DE")
    found = into(make.case(row, systems=systems, company=company, zones=ZONES), "a")
    assert {str(one.answer.verdict) for one in found} == {"not_restricted"}
