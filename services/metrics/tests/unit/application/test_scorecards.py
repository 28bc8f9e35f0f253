"""One unit's card: which rates, in which order, and that each is the figure that is asked alone."""

from hypothesis import given, settings
from hypothesis import strategies as st
from metrics_asking import CATALOGUE, YEAR, YEAR_END, ask
from metrics_memory import Memory
from metrics_random import UNITS, histories
from metrics_story import CAOMIAO, Story

from petition_metrics.application.figures import counted_things
from petition_metrics.application.scorecards import rates, scorecard
from petition_metrics.domain.indicator import Part, Unit
from petition_metrics.domain.period import Period
from petition_metrics.entrypoints.answers import scorecard_row

CASE = "640425202603010001"


def test_a_card_has_every_rate_and_no_count_and_satisfaction_stands_first() -> None:
    shown = rates(CATALOGUE)
    assert shown[0].code == "satisfaction_rate"
    assert {one.unit for one in shown} == {Unit.PERCENT}
    assert set(shown) == {one for one in CATALOGUE.indicators if one.denominator is not None}


@given(st.data())
@settings(max_examples=20)
def test_each_rate_of_a_card_is_the_figure_that_is_asked_alone(data: st.DataObject) -> None:
    memory = Memory().hear(data.draw(histories()))
    unit = data.draw(st.none() | st.sampled_from(UNITS))
    for one in scorecard(CATALOGUE, YEAR, unit, YEAR_END, memory):
        assert one == ask(memory, one.indicator.code, unit=unit)


def test_a_rate_without_anything_to_divide_by_is_a_dash(memory: Memory) -> None:
    card = [scorecard_row(one) for one in scorecard(CATALOGUE, YEAR, CAOMIAO, YEAR_END, memory)]
    assert {row["figure"]["text"] for row in card} == {"—"}
    assert {(row["figure"]["numerator"], row["figure"]["denominator"]) for row in card} == {(0, 0)}


def test_a_card_counts_what_the_unit_is_answerable_for_alone_and_leads_to_its_cases(
    story: Story, memory: Memory
) -> None:
    story.clock_started(CASE, "2026-03-01", "K3", "2026-03-16", unit=CAOMIAO)
    story.clock_stopped(CASE, "2026-03-10", "K3")
    story.clock_started(CASE, "2026-03-11", "K3", "2026-03-26", unit="dept_housing", clock_id="K3#2")
    memory.hear(story.told)
    for unit, text in ((CAOMIAO, "100.0%"), ("dept_housing", "0.0%"), (None, "50.0%")):
        card = scorecard(CATALOGUE, YEAR, unit, YEAR_END, memory)
        row = next(scorecard_row(one) for one in card if one.indicator.code == "timely_notice")
        assert row["figure"]["text"] == text
        for part in Part:
            told = row["drill_down"][part.value]["data"]
            indicator = CATALOGUE.find(told["indicator"])
            period = Period(YEAR.begin, YEAR.end)
            page = counted_things(indicator, Part(told["part"]), period, told["unit"], YEAR_END, memory, 50, None).page
            assert len(page.things) == row["figure"][part.value]
