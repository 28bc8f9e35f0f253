"""信访积案: the stock on a day and what was resolved, from the county's own list and from matters handed down."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from metrics_asking import CATALOGUE, YEAR_END, after_hearing, ask, listed
from metrics_beside import cleared_old, listed_old, reopened, withdrawn_old
from metrics_memory import Memory
from metrics_story import Story

from petition_metrics.domain.board import ROWS
from petition_metrics.domain.indicator import Part
from petition_metrics.domain.period import month_of, year_of

ONE, TWO, THREE, FOUR = (f"64042520260301000{nth}" for nth in range(1, 5))
STOCK, RATE, OVERALL = "old_matters_standing", "old_matters_resolution_rate", "old_matters_overall_resolution_rate"
Tell = Callable[[Story], object]


def of_the_county(story: Story, case_no: str, listed_on: str) -> None:
    story.registered(case_no, "2024-06-01")
    listed_old(story, case_no, listed_on)


@pytest.mark.parametrize(
    ("tell", "standing"),
    [
        (lambda s: None, 1),
        (lambda s: cleared_old(s, ONE, "2026-03-31"), 0),
        (lambda s: cleared_old(s, ONE, "2026-04-01"), 1),
        (lambda s: withdrawn_old(s, ONE, "2026-03-31"), 0),
        (lambda s: withdrawn_old(s, ONE, "2026-04-01"), 1),
    ],
    ids=["listed", "cleared within", "cleared later", "withdrawn within", "withdrawn later"],
)
def test_a_case_of_the_countys_list_stands_until_it_is_cleared_or_withdrawn(
    story: Story, tell: Tell, standing: int
) -> None:
    of_the_county(story, ONE, "2026-03-01")
    tell(story)
    assert ask(Memory().hear(story.told), STOCK, month_of(2026, 3)).numerator == standing


@pytest.mark.parametrize(("listed_on", "standing"), [("2026-03-31", 1), ("2026-04-01", 0)])
def test_it_stands_from_the_day_it_was_listed(story: Story, listed_on: str, standing: int) -> None:
    of_the_county(story, ONE, listed_on)
    assert ask(Memory().hear(story.told), STOCK, month_of(2026, 3)).numerator == standing


def test_the_rate_is_what_was_closed_over_what_stood_at_the_start_and_what_was_added(story: Story) -> None:
    of_the_county(story, ONE, "2025-05-01")
    cleared_old(story, ONE, "2026-02-01")
    of_the_county(story, TWO, "2025-06-01")
    of_the_county(story, THREE, "2026-02-01")
    cleared_old(story, THREE, "2026-12-31")
    of_the_county(story, FOUR, "2025-06-01")
    cleared_old(story, FOUR, "2025-12-31")

    assert after_hearing(story, RATE) == "2/3"
    assert after_hearing(story, OVERALL) == "2/3"
    before = ask(Memory().hear(story.told), RATE, year_of(2025))
    assert (before.numerator, before.denominator) == (1, 3)


def test_a_withdrawn_listing_is_neither_resolved_nor_to_be_resolved(story: Story) -> None:
    of_the_county(story, ONE, "2026-01-05")
    of_the_county(story, TWO, "2026-01-05")
    withdrawn_old(story, ONE, "2026-02-01")
    cleared_old(story, TWO, "2026-02-01")

    assert (after_hearing(story, RATE), after_hearing(story, OVERALL)) == ("1/1", "1/1")


@pytest.mark.parametrize(
    ("tell", "stock", "rate"),
    [
        (lambda s: None, "1", "0/1"),
        (lambda s: s.reported(ONE, "2026-05-01"), "1", "0/1"),
        (lambda s: cleared_old(s, ONE, "2026-05-01"), "1", "0/1"),
        (lambda s: (s.reported(ONE, "2026-05-01"), cleared_old(s, ONE, "2026-06-01")), "0", "1/1"),
        (lambda s: (s.reported(ONE, "2026-05-01"), withdrawn_old(s, ONE, "2026-06-01")), "0", "1/1"),
    ],
    ids=["both open", "reported only", "cleared only", "both", "reported, and the listing withdrawn"],
)
def test_a_case_on_both_lists_is_one_case_and_is_resolved_when_both_are(
    story: Story, tell: Tell, stock: str, rate: str
) -> None:
    story.handed_down(ONE, "2026-03-01", "region")
    listed_old(story, ONE, "2026-03-05", "on_hand_down_list")
    tell(story)
    assert (after_hearing(story, STOCK), after_hearing(story, RATE), after_hearing(story, OVERALL)) == (
        stock,
        rate,
        rate,
    )


def test_matters_handed_down_alone_give_the_share_of_those_received(story: Story) -> None:
    """The board's line is the one the county tells: 52 of 52, whatever stood from the year before."""
    story.handed_down(ONE, "2025-11-01", "state")
    story.reported(ONE, "2026-02-01")
    story.handed_down(TWO, "2025-11-01", "region")
    story.handed_down(THREE, "2026-03-01", "state")
    story.reported(THREE, "2026-05-01")
    memory = Memory().hear(story.told)
    for year in (2025, 2026):
        received, overall = (ask(memory, code, year_of(year)) for code in ("handed_down_resolution_rate", OVERALL))
        assert (overall.numerator, overall.denominator) == (received.numerator, received.denominator)
    assert after_hearing(story, RATE) == "2/3"
    assert [row.code for row in ROWS if row.label_zh.startswith("信访积案")] == [STOCK, OVERALL]


def test_a_matter_that_is_open_again_is_resolved_no_more(story: Story) -> None:
    story.handed_down(ONE, "2026-03-01", "region")
    story.reported(ONE, "2026-05-01")
    assert after_hearing(story, "handed_down_resolution_rate") == "1/1"
    reopened(story, ONE, "2026-06-01")
    assert [after_hearing(story, code) for code in ("handed_down_resolution_rate", STOCK, RATE)] == ["0/1", "1", "0/1"]
    story.reported(ONE, "2026-07-01")
    assert [after_hearing(story, code) for code in ("handed_down_resolution_rate", STOCK, RATE)] == ["1/1", "0", "1/1"]


def test_the_lists_behind_the_figures_add_up_to_them(story: Story) -> None:
    of_the_county(story, ONE, "2025-05-01")
    of_the_county(story, TWO, "2026-05-01")
    cleared_old(story, TWO, "2026-06-01")
    story.handed_down(THREE, "2026-03-01", "state")
    memory = Memory().hear(story.told)
    for code in (STOCK, RATE, OVERALL):
        indicator, figure = CATALOGUE.find(code), ask(memory, code)
        assert listed(memory, indicator, Part.NUMERATOR)[0] == figure.numerator
        if figure.denominator is not None:
            assert listed(memory, indicator, Part.DENOMINATOR, as_of=YEAR_END)[0] == figure.denominator == 3
