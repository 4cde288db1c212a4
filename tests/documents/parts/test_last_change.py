"""When a list last became another."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests import make
from vendor_registry.documents.parts.last_change import last_change
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.parts.selection import select
from vendor_registry.model.ledger.revision import Published
from vendor_registry.model.register.engagement import Engagement, Role

OCTOBER = date(2026, 10, 20)
A_DAY = timedelta(days=1)
WHOLE = Scope()


def changed(*rows: Engagement, as_of: date = make.DAY, scope: Scope = WHOLE) -> date | None:
    return last_change(make.case(*rows, as_of=as_of), scope)


def test_a_first_day_changes_the_list_and_the_newest_counts() -> None:
    assert changed(make.engagement("a", since=date(2021, 3, 1)), make.engagement("b", since=OCTOBER)) == OCTOBER


def test_a_last_day_changes_the_list_on_the_day_after() -> None:
    row = make.engagement("a", until=OCTOBER)
    assert [changed(row, as_of=OCTOBER + days * A_DAY) for days in (-1, 0, 1, 2)] == [
        None,
        None,
        OCTOBER + A_DAY,
        OCTOBER + A_DAY,
    ]


def test_what_is_to_come_is_no_change_yet() -> None:
    row = make.engagement("a", since=OCTOBER, notified=date(2026, 9, 1))
    assert changed(row, as_of=OCTOBER - A_DAY) is None
    assert changed(row, as_of=OCTOBER) == OCTOBER


def test_who_never_was_on_the_list_changes_nothing() -> None:
    """
    key   | role          | product | zone | since      | engaged_by
    tool  | processor     | mail    | eu   | 2026-10-20 |
    chat  | sub-processor | chat    | eu   | 2026-10-20 |
    west  | sub-processor | mail    | us   | 2026-10-20 |
    below | sub-processor | mail    | eu   | 2026-10-20 | tool
    """
    rows = (
        make.engagement("tool", role=Role.PROCESSOR, since=OCTOBER),
        make.engagement("chat", products=("chat",), since=OCTOBER),
        make.engagement("west", zone="us", since=OCTOBER),
        make.engagement("below", engaged_by=("tool",), since=OCTOBER),
    )
    assert changed(*rows, scope=Scope(products=("mail",), zone="eu")) is None
    assert changed(*rows) == OCTOBER


def test_an_excerpt_tells_of_the_list_it_is_taken_from() -> None:
    rows = (make.engagement("a"), make.engagement("b", since=OCTOBER))
    assert changed(*rows, scope=Scope(selector="vendor:A", chosen=frozenset("a"))) == OCTOBER


def test_days_at_the_edge_of_the_calendar_do_no_harm() -> None:
    assert changed(make.engagement("a", since=date.min, until=date.max)) is None


DAYS = st.none() | st.dates(date(2026, 11, 1), date(2026, 11, 30))


@given(st.lists(st.tuples(DAYS, DAYS, st.sampled_from(list(Role)[:2])), max_size=5))
def test_it_is_the_newest_day_on_which_the_list_was_another_than_the_day_before(
    rows: list[tuple[date | None, date | None, Role]],
) -> None:
    engagements = [
        make.engagement(f"k{number}", since=since, until=until, role=role)
        for number, (since, until, role) in enumerate(rows)
    ]

    def listed(day: date) -> frozenset[str]:
        entries = select(make.case(*engagements, as_of=day), Scope()).entries
        return frozenset(one.key for entry in entries for one in entry.engagements)

    days = (make.DAY - number * A_DAY for number in range(30))
    assert changed(*engagements) == next((day for day in days if listed(day) != listed(day - A_DAY)), None)


def published(*history: tuple[date, Engagement], as_of: date = make.DAY, scope: Scope = WHOLE) -> date | None:
    """Newest first, each list of one row; nothing after the one that tells is read."""
    made = [Published(number=0, day=day, registry=make.case(row).registry) for day, row in history]
    case = replace(make.case(history[0][1], as_of=as_of), revisions=lambda: iter(made))
    return last_change(case, scope)


def test_what_was_published_tells_when_the_list_last_said_something_else() -> None:
    june, july, august = (date(2026, month, 1) for month in (6, 7, 8))
    old, new = make.engagement("a"), make.engagement("a", region="US")
    assert published((july, replace(new, line=9)), (june, new)) == june, "nothing but its place in the file differs"
    assert published((august, new), (july, new), (june, old)) == july
    assert published((august, new), (june, old), as_of=july) == june, "what counts later is not yet said"
    assert published((august, new), (june, old), scope=Scope(zone="us")) == june, "the list of that region is the same"


def test_the_newer_of_dates_and_publications_counts() -> None:
    row = make.engagement("a", since=OCTOBER)
    assert published((OCTOBER + A_DAY, row)) == OCTOBER + A_DAY
    assert published((OCTOBER - A_DAY, row)) == OCTOBER
