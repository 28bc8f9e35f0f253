"""The board: order, direction, what is not recorded, and the stock of old matters on both sides of a period's end."""

import pytest
from metrics_asking import CATALOGUE, YEAR_END, ask
from metrics_memory import Memory
from metrics_story import Story

from petition_metrics.application.boards import board
from petition_metrics.domain.board import ROWS, Trend, Wanted, arrow, trend
from petition_metrics.domain.comparison import Against
from petition_metrics.domain.period import month_of
from petition_metrics.entrypoints.board_answers import board_line

CASE = "640425202603010001"


def test_satisfaction_stands_first_and_there_are_five_falls_and_four_rises() -> None:
    assert ROWS[0].code == "satisfaction_rate"
    assert [one.wanted for one in ROWS].count(Wanted.FALL) == 5
    assert [one.wanted for one in ROWS].count(Wanted.RISE) == 4


@pytest.mark.parametrize(
    ("before", "now", "sign", "fall", "rise"),
    [
        (1, 2, "↑", Trend.WORSE, Trend.BETTER),
        (2, 1, "↓", Trend.BETTER, Trend.WORSE),
        (1, 1, "→", Trend.SAME, Trend.SAME),
    ],
)
def test_an_arrow_tells_the_movement_and_the_trend_whether_it_was_wanted(
    story: Story, memory: Memory, before: int, now: int, sign: str, fall: Trend, rise: Trend
) -> None:
    for month, number in ((2, before), (3, now)):
        for nth in range(number):
            story.registered(f"6404252026{month:02d}01000{nth}", f"2026-{month:02d}-01")
    memory.hear(story.told)
    line = board(CATALOGUE, month_of(2026, 3), None, YEAR_END, memory)[1]
    compared = next(one for one in line.comparisons if one.against is Against.PREVIOUS_PERIOD)
    assert arrow(compared) == sign
    assert (trend(compared, Wanted.FALL), trend(compared, Wanted.RISE)) == (fall, rise)


def test_empty_rates_and_what_nobody_records_are_shown_as_a_dash(memory: Memory) -> None:
    lines = [board_line(one) for one in board(CATALOGUE, month_of(2026, 3), None, YEAR_END, memory)]
    shown = {one["label_zh"]: one for one in lines}
    assert shown["矛盾纠纷排查准确率"]["text"] == "—"
    assert shown["矛盾纠纷排查准确率"]["note_zh"] and shown["矛盾纠纷排查准确率"]["note_en"]
    satisfied = shown["信访事项群众满意率"]
    assert (satisfied["text"], satisfied["figure"]["denominator"]) == ("—", 0)
    assert {one["trend"] for one in satisfied["comparisons"]} == {"unknown"}


@pytest.mark.parametrize(
    ("received", "reported", "result", "standing"),
    [
        ("2026-03-31", None, None, 1),
        ("2026-04-01", None, None, 0),
        ("2025-06-01", None, None, 1),
        ("2026-01-05", "2026-03-31", "resolved", 0),
        ("2026-01-05", "2026-04-01", "resolved", 1),
        ("2026-01-05", "2026-03-31", "explained", 1),
    ],
)
def test_an_old_matter_stands_until_the_day_it_is_reported_resolved(
    story: Story, memory: Memory, received: str, reported: str | None, result: str | None, standing: int
) -> None:
    story.handed_down(CASE, received, "region")
    if reported and result:
        story.reported(CASE, reported, result)
    memory.hear(story.told)
    assert ask(memory, "old_matters_standing", month_of(2026, 3)).numerator == standing
