"""A figure and its list come from one selection."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from metrics_asking import CATALOGUE, YEAR, YEAR_END, ask, listed
from metrics_memory import Memory
from metrics_random import DAYS, UNITS, histories
from metrics_story import Story, moment

from petition_metrics.application.figures import article_table, comparison, counted_things
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.comparison import Against
from petition_metrics.domain.errors import PartUnknown
from petition_metrics.domain.indicator import Part
from petition_metrics.domain.period import month_of, quarter_of


@given(st.data())
@settings(max_examples=40)
def test_what_is_listed_sums_to_the_figure_for_every_indicator_period_and_unit(data: st.DataObject) -> None:
    memory = Memory().hear(data.draw(histories()))
    period = data.draw(st.sampled_from((YEAR, quarter_of(2026, 2), month_of(2026, 3))))
    unit = data.draw(st.none() | st.sampled_from(UNITS))
    as_of = moment(data.draw(st.sampled_from(DAYS)))
    for indicator in CATALOGUE.indicators:
        figure = ask(memory, indicator.code, period, unit, as_of)
        total, things = listed(memory, indicator, Part.NUMERATOR, period, unit, as_of, at_once=2)
        assert total == figure.numerator
        if indicator.denominator is not None:
            below, base = listed(memory, indicator, Part.DENOMINATOR, period, unit, as_of, at_once=2)
            assert below == figure.denominator
            assert set(things) <= set(base), indicator.code


@given(histories())
@settings(max_examples=40)
def test_four_quarters_sum_to_the_year(history: list) -> None:
    memory = Memory().hear(history)
    for indicator in CATALOGUE.indicators:
        if indicator.day is not None and indicator.standing is None:
            quarters = [ask(memory, indicator.code, quarter_of(2026, number)).numerator for number in (1, 2, 3, 4)]
            assert sum(quarters) == ask(memory, indicator.code).numerator, indicator.code


def test_a_count_has_no_denominator_to_list(memory: Memory, catalogue: Catalogue) -> None:
    with pytest.raises(PartUnknown):
        counted_things(catalogue.find("visit_batches"), Part.DENOMINATOR, YEAR, None, YEAR_END, memory, 10, None)


def test_the_same_period_of_the_year_before_is_counted_the_same_way(story: Story, memory: Memory) -> None:
    for number in range(4):
        story.visit(f"64042520250301000{number}", "2025-03-01")
    for number in range(3):
        story.visit(f"64042520260301000{number}", "2026-03-01")
    memory.hear(story.told)
    change = comparison(CATALOGUE.find("visit_batches"), month_of(2026, 3), Against.YEAR_BEFORE, None, YEAR_END, memory)
    assert (change.now.numerator, change.then.numerator, change.text) == (3, 4, "-25.0%")


def test_the_countys_year_comes_out_as_the_county_tells_it(story: Story, memory: Memory) -> None:
    """169 batches of 227 people, 142 of 198 settled; 52 of 52 handed down resolved; 12, 162, 2293."""
    heads = [2] * 58 + [1] * 111
    settled = [2] * 56 + [1] * 86
    for number, people in enumerate(heads):
        case_no = f"64042520260301{number:04d}"
        story.visit(case_no, "2026-03-01", people)
        settles = number < 56 or 58 <= number < 58 + 86
        if settles:
            story.settled(case_no, "2026-03-01")
            story.followed_up(case_no, "2026-03-10")
    for number in range(52):
        case_no = f"64042520260401{number:04d}"
        story.handed_down(case_no, "2026-04-01", "state" if number % 2 else "region")
        story.handled(case_no, "2026-05-01")
        story.followed_up(case_no, "2026-05-10")
        story.reported(case_no, "2026-05-20")
    story.register("2026-01-01")
    memory.hear(story.told)
    assert (sum(heads), sum(settled)) == (227, 198)
    table = {row.indicator.code: figure.text for row, figure in article_table(CATALOGUE, 2026, None, YEAR_END, memory)}
    assert table == {
        "visit_batches": "169",
        "visit_persons": "227",
        "settled_batches": "142",
        "settled_persons": "198",
        "settled_rate_batches": "84.0%",
        "settled_rate_persons": "87.2%",
        "handed_down": "52",
        "handed_down_resolved": "52",
        "handed_down_resolution_rate": "100.0%",
        "follow_up_coverage": "100.0%",
        "satisfaction_rate": "—",
        "follow_up_satisfaction_rate": "100.0%",
        "rehandling_rate": "0.0%",
        "joint_offices": "12",
        "townships": "12",
        "big_grids": "162",
        "small_grids": "2293",
    }
