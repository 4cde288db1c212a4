"""What a change of each cell means, with its opposite beside it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.changes.compared import cell, changed, kinds
from vendor_registry.changes.change import Kind
from vendor_registry.intake.words.mechanisms import mechanism
from vendor_registry.intake.words.places import region
from vendor_registry.model.register.engagement import DeIdentified, Engagement, Role

EARLY, LATE = date(2026, 1, 1), date(2027, 1, 1)
CELLS: tuple[tuple[dict[str, Any], dict[str, Any], list[str], list[str]], ...] = (
    # before, after, what it is called, what the way back is called
    ({"region": "DE"}, {"region": "DE; IN"}, ["place-widened region"], ["place-narrowed region"]),
    ({"region": "DE"}, {"region": "EEA"}, ["place-widened region"], ["place-narrowed region"]),
    ({"region": "EEA"}, {"region": "GLOBAL"}, ["place-widened region"], ["place-narrowed region"]),
    ({"region": "DE"}, {"region": "US"}, ["place-changed region"], ["place-changed region"]),
    ({"region": "DE; FR"}, {"region": "FR; DE"}, ["spelling region"], ["spelling region"]),
    ({"region": ""}, {"region": "DE"}, ["stated region"], ["blanked region"]),
    ({"access_from": ""}, {"access_from": "IN"}, ["place-widened access_from"], ["place-narrowed access_from"]),
    ({"data": ("content",)}, {"data": ("contact", "content")}, ["data-widened data"], ["data-narrowed data"]),
    ({"data": ("content.body",)}, {"data": ("content",)}, ["data-widened data"], ["data-narrowed data"]),
    ({"data": ("content",)}, {"data": ("contact",)}, ["data-changed data"], ["data-changed data"]),
    ({"data": None}, {"data": ("content",)}, ["stated data"], ["blanked data"]),
    (
        {"data_subjects": ("customers",)},
        {"data_subjects": ("customers", "recipients")},
        ["data-widened data_subjects"],
        ["data-narrowed data_subjects"],
    ),
    (
        {"de_identified": DeIdentified.PSEUDONYMISED},
        {"de_identified": DeIdentified.NO},
        ["data-widened de_identified"],
        ["data-narrowed de_identified"],
    ),
    ({"products": ("mail",)}, {"products": ("*",)}, ["scope-widened products"], ["scope-narrowed products"]),
    ({"zone": "eu"}, {"zone": "us"}, ["scope-changed zone"], ["scope-changed zone"]),
    ({"zone": "eu"}, {"zone": "*"}, ["scope-widened zone"], ["scope-narrowed zone"]),
    ({"role": Role.PROCESSOR}, {"role": Role.CONTROLLER}, ["role role"], ["role role"]),
    ({"purpose": "Hosting"}, {"purpose": "Hosting and support"}, ["purpose purpose"], ["purpose purpose"]),
    ({"purpose": "It is now kept"}, {"purpose": "It is not kept"}, ["purpose purpose"], ["purpose purpose"]),
    ({"purpose": "Hosting,  DNS"}, {"purpose": "hosting: Dns."}, ["spelling purpose"], ["spelling purpose"]),
    ({"translations": ()}, {"translations": (("purpose_de", "Betrieb"),)}, ["purpose purpose"], ["purpose purpose"]),
    ({"service": "hosting"}, {"service": "support"}, ["purpose service"], ["purpose service"]),
    ({"vendor": "Zürich Cloud"}, {"vendor": "ZURICH cloud"}, ["spelling vendor"], ["spelling vendor"]),
    ({"vendor": "Sendgrid"}, {"vendor": "Twilio"}, ["renamed vendor"], ["renamed vendor"]),
    (
        {"vendor": "Zendesk", "legal_name": "Zendesk Inc."},
        {"vendor": "Freshdesk", "legal_name": "Freshworks Inc."},
        ["replaced vendor", "entity legal_name"],
        ["replaced vendor", "entity legal_name"],
    ),
    ({"vendor": "X", "legal_name": ""}, {"vendor": "Y", "legal_name": ""}, ["replaced vendor"], ["replaced vendor"]),
    ({"legal_name": "Acme GmbH"}, {"legal_name": "Acme SE"}, ["entity legal_name"], ["entity legal_name"]),
    ({"legal_name": "Acme, Inc."}, {"legal_name": "ACME Inc"}, ["spelling legal_name"], ["spelling legal_name"]),
    ({"country": "DE"}, {"country": "US"}, ["entity country"], ["entity country"]),
    ({"affiliate": False}, {"affiliate": True}, ["entity affiliate"], ["entity affiliate"]),
    ({"contact": "Ada"}, {"contact": "Bob"}, ["contact contact"], ["contact contact"]),
    ({"dpa_url": "https://a.example/dpa"}, {"dpa_url": "https://a.example/d-pa"}, ["link dpa_url"], ["link dpa_url"]),
    ({"engaged_by": ()}, {"engaged_by": ("b",)}, ["chain engaged_by"], ["chain engaged_by"]),
    ({"since": None}, {"since": EARLY}, ["term since"], ["term since"]),
    ({"since": LATE}, {"since": date(2026, 12, 15)}, ["earlier since"], ["term since"]),
    ({"since": EARLY}, {"since": date(2025, 12, 15)}, ["term since"], ["term since"]),
    ({"until": None}, {"until": LATE}, ["term until"], ["term until"]),
    ({"retention": ""}, {"retention": "90 days"}, ["retention retention"], ["retention retention"]),
    ({"measures": ()}, {"measures": ("encryption",)}, ["safeguards measures"], ["safeguards measures"]),
    ({"measures": ("a", "b")}, {"measures": ("b", "a")}, ["spelling measures"], ["spelling measures"]),
    ({"notes": "x"}, {"notes": "y"}, ["record notes"], ["record notes"]),
)  # fmt: skip


@pytest.mark.parametrize(("before", "after", "there", "back"), CELLS, ids=lambda one: str(one)[:40])
def test_a_change_is_called_what_it_is_and_so_is_the_way_back(
    before: dict[str, Any], after: dict[str, Any], there: list[str], back: list[str]
) -> None:
    assert cell(before, after) == there
    assert cell(after, before) == back


@pytest.mark.parametrize(
    ("before", "after", "there"),
    [
        ("DE (Frankfurt)", "DE (Munich)", "place-changed region"),
        ("DE (Frankfurt)", "DE", "place-widened region"),
        ("DE", "DE (Frankfurt)", "place-narrowed region"),
        ("DE (Frankfurt)", "DE (frankfurt)", "spelling region"),
        ("DE (Frankfurt); FR", "FR; DE (Frankfurt)", "spelling region"),
        ("EEA", "DE (Frankfurt)", "place-narrowed region"),
        ("DE (Frankfurt)", "DE (Frankfurt); DE (Munich)", "place-widened region"),
    ],
)
def test_what_stands_in_brackets_is_a_place_too(before: str, after: str, there: str) -> None:
    assert cell({"region": region(before, ())}, {"region": region(after, ())}) == [there]


@pytest.mark.parametrize(
    ("before", "after", "there"),
    [
        ("", "SCC (2021-10-01)", "mechanism-stronger"),
        ("SCC (2021-10-01)", "DPF (2023-09-01)", "mechanism-stronger"),  # Art. 46, then Art. 45
        ("DPF (2023-09-01)", "SCC (2021-10-01)", "mechanism-weaker"),
        ("SCC (2021-10-01)", "", "mechanism-lapsed"),
        ("DPF (2023-09-01)", "DPF (2023-09-01 to 2024-09-01)", "mechanism-lapsed"),  # the certificate has ended
        ("SCC (2021-10-01)", "SCC (2022-10-01)", "mechanism-changed"),
    ],
)
def test_a_mechanism_is_as_strong_as_the_law_of_the_day_finds_it(before: str, after: str, there: str) -> None:
    """A vendor in the United States that gets content of the European platform."""
    then, now = (
        {"region": "US", "country": "US", "mechanism": mechanism(text) if text else ()} for text in (before, after)
    )
    assert cell(then, now) == [f"{there} mechanism"]


def test_a_mechanism_is_judged_by_the_places_of_afterwards() -> None:
    """No transfer before, one with clauses afterwards: the claim got stronger, although the case got worse."""
    after = {"region": "US", "country": "US", "mechanism": mechanism("SCC (2021-10-01)")}
    assert cell({}, after) == ["entity country", "place-changed region", "mechanism-stronger mechanism"]


def test_where_no_transfer_is_made_the_claims_are_compared() -> None:
    ahead = {"since": LATE}
    claims = {"mechanism": mechanism("SCC; BCR")}
    assert cell({**ahead, "mechanism": mechanism("SCC")}, {**ahead, **claims}) == ["mechanism-stronger mechanism"]
    assert cell({**ahead, **claims}, ahead) == ["mechanism-weaker mechanism"]
    assert cell({**ahead, "mechanism": mechanism("SCC")}, {**ahead, "mechanism": mechanism("BCR")}) == [
        "mechanism-changed mechanism"
    ]


def row(key: str, **changes: Any) -> Engagement:
    return make.engagement(key, **changes)


def test_a_vendor_that_was_there_is_extended_and_one_that_stays_is_reduced() -> None:
    one, other = row("a-eu", vendor="Acme"), row("a-us", vendor="ACME", zone="us", line=3)
    assert kinds([], [one]) == ["added"]
    assert kinds([one], [one, other]) == ["extended"]
    assert kinds([one, other], [one]) == ["reduced"]
    assert kinds([one], []) == ["removed"]


def test_who_takes_the_place_of_another_replaces_it_and_a_former_name_is_a_renaming() -> None:
    old, new = row("a", vendor="Cyxtera"), row("b", vendor="Bolt", replaces=("a",))
    assert kinds([old], [old, new]) == ["replaced"]
    assert kinds([old], [new]) == ["replaced", "removed"]
    other = {"vendor": "Twilio", "legal_name": "Twilio Inc.", "formerly": ("SendGrid",)}
    assert cell({"vendor": "Sendgrid", "legal_name": "SendGrid Inc."}, other) == [
        "renamed vendor",
        "entity legal_name",
        "record formerly",
    ]


def test_an_engagement_that_had_ended_is_tidied_up() -> None:
    over = row("a", until=EARLY)
    assert kinds([over], []) == ["record"]
    assert kinds([], [over]) == ["record"]


def test_another_key_alone_is_no_new_vendor() -> None:
    assert kinds([row("a", vendor="Acme")], [row("b", vendor="Acme")]) == ["entity legal_name", "key key"]


def test_of_two_rows_that_look_alike_nobody_can_say_which_got_the_new_key() -> None:
    before = [row("a", vendor="Acme"), row("b", vendor="Acme", line=3)]
    assert kinds(before, [row("c", vendor="Acme"), row("b", vendor="Acme", line=3)]) == ["entity legal_name", "key key"]
    assert kinds(before, [row("c", vendor="Acme")]) == ["extended", "reduced"]


def test_what_the_rows_of_a_vendor_share_is_said_once() -> None:
    before = [row(key, vendor="Acme", legal_name="Acme GmbH", line=n) for n, key in enumerate(("a", "b", "c"), 2)]
    after = [row(key, vendor="Acme", legal_name="Acme SE", line=n) for n, key in enumerate(("a", "b", "c"), 2)]
    [one] = changed(before, after)
    assert (one.kind, one.keys, one.before, one.after) == (Kind.ENTITY, ("a", "b", "c"), "Acme GmbH", "Acme SE")
    assert str(one.cell) == "vendors.csv:2 [legal_name]"


def test_an_announced_engagement_says_from_when_it_counts() -> None:
    [one] = changed([], [row("a", since=LATE)])
    assert (one.kind, one.effective) == (Kind.ADDED, LATE)


def test_every_kind_is_found_by_one_of_these_tests() -> None:
    told = {word.partition(" ")[0] for _, _, there, back in CELLS for word in (*there, *back)}
    elsewhere = {"added", "extended", "removed", "reduced", "key", "details"} | {
        str(k) for k in Kind if "mechanism" in k
    }
    assert told | elsewhere == set(Kind)


regions = st.sampled_from(["", "DE", "US", "DE; US", "EEA", "GLOBAL", "IN"])
rows = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]),
    st.fixed_dictionaries(
        {
            "region": regions,
            "access_from": regions,
            "data": st.sampled_from([None, ("content",), ("contact",), ("contact.email",), ("contact", "content")]),
            "zone": st.sampled_from(["eu", "us", "*"]),
            "vendor": st.sampled_from(["Acme", "Bolt"]),
        }
    ),
)
OPPOSITE = {
    "added": "removed", "extended": "reduced", "stated": "blanked", "place-widened": "place-narrowed",
    "data-widened": "data-narrowed", "scope-widened": "scope-narrowed",
}  # fmt: skip
BOTH_WAYS = OPPOSITE | {there: back for back, there in OPPOSITE.items()}


@given(before=rows, after=rows)
def test_the_way_back_is_the_opposite_and_the_order_of_rows_says_nothing(
    before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]
) -> None:
    then, now = ([row(key, **values) for key, values in one.items()] for one in (before, after))
    there = kinds(then, now)
    assert there == kinds(then[::-1], now[::-1])
    assert kinds(then, then) == []
    turned = {" ".join([BOTH_WAYS.get(k.split()[0], k.split()[0]), *k.split()[1:]]) for k in there}
    assert turned == set(kinds(now, then))
