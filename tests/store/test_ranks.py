"""Ranks: what stays keeps its rank, and there is always room between two."""

from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.store.placing import Standing, gaps, rows_of, step
from vendor_registry.store.ranks import kept, ranked

rows = st.lists(st.tuples(st.integers(1, 2), st.sampled_from("abcdef")), max_size=8)


def test_the_first_ranks_are_numbers() -> None:
    assert ranked([None, None]) == ["00000001", "00000002"]
    assert ranked(["00000001", None, "00000002", None]) == ["00000001", "00000001.00000001", "00000002", "00000003"]
    assert ranked([None, "00000001"]) == ["00000000.00000001", "00000001"]


def test_what_stays_is_a_longest_part_in_the_same_order() -> None:
    assert len(kept("abcde", "xacbed")) == 3
    assert kept("aab", "ab") == {0: 0, 1: 2}


@given(st.lists(rows, max_size=6))
def test_any_history_of_a_sheet_reads_back_in_its_order_and_keeps_what_stays(
    history: list[list[tuple[int, str]]],
) -> None:
    standing: list[Standing] = []
    for sheet in history:
        change = step(standing, sheet)
        left = [one for one in standing if one not in change.going]
        after = sorted([*left, *change.coming], key=lambda one: one.rank)
        assert [one.placed for one in after] == sheet
        assert len({one.rank for one in after}) == len(after)
        assert not step(after, sheet).coming
        standing = after


@given(st.lists(st.integers(1, 9), max_size=5))
def test_lines_come_back_from_their_gaps(steps: list[int]) -> None:
    lines = [sum(steps[: n + 1]) for n in range(len(steps))]
    assert [row.line for row in rows_of((gap, ()) for gap in gaps(lines))] == lines
