"""What is hidden stays hidden, even from who knows the total and the rule."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metrics_memory import Memory
from metrics_story import Story

from petition_metrics.application.public_figures import public_figures
from petition_metrics.domain.errors import QuarterNotOver
from petition_metrics.domain.small_cells import without_small_cells


@given(st.lists(st.integers(0, 9), max_size=5))
def test_every_hidden_cell_could_be_another_number_with_the_same_answer_and_total(counts: list[int]) -> None:
    table = {str(place): count for place, count in enumerate(counts)}
    shown = without_small_cells(table, 5)
    if shown is None:
        return
    assert all(count is None or count >= 5 for count in shown.values())
    orders = [dict(zip(table, order, strict=True)) for order in permutations(counts)]
    same = [one for one in orders if without_small_cells(one, 5) == shown]
    for name, count in shown.items():
        if count is None:
            assert len({one[name] for one in same}) > 1


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        ({"a": 5, "b": 6}, {"a": 5, "b": 6}),
        ({"a": 4, "b": 6, "c": 9}, {"a": None, "b": None, "c": 9}),
        ({"a": 4, "b": 4}, None),
    ],
)
def test_cells_on_both_sides_of_the_limit(table: dict[str, int], shown: dict[str, int] | None) -> None:
    assert without_small_cells(table, 5) == shown


@pytest.mark.parametrize(("number", "total"), [(4, None), (5, 5)])
def test_a_quarter_is_shown_when_nothing_small_could_be_seen(
    story: Story, memory: Memory, number: int, total: int | None
) -> None:
    for nth in range(number):
        story.registered(f"64042520260301000{nth}", "2026-03-01")
    memory.hear(story.told)
    assert public_figures(2026, 1, date(2026, 4, 1), 5, memory).total == total
    with pytest.raises(QuarterNotOver):
        public_figures(2026, 1, date(2026, 3, 31), 5, memory)
