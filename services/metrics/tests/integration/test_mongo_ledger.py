"""The real ledger counts and lists what the one in memory does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from metrics_asking import CATALOGUE, YEAR, YEAR_END, ask, listed
from metrics_memory import Memory
from metrics_random import DAYS, UNITS, histories
from metrics_story import Story, moment
from pymongo.database import Database

from chassis.refusal import Refusal
from petition_metrics.adapters.element_days import with_element_days
from petition_metrics.adapters.mongo_ledger import MongoLedgers
from petition_metrics.application.figures import counted_things
from petition_metrics.domain.indicator import Part
from petition_metrics.domain.period import month_of, quarter_of

Store = Database[dict[str, Any]]
ON_A_STORE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@given(st.data())
@settings(max_examples=15, phases=[Phase.generate], suppress_health_check=ON_A_STORE)
def test_every_figure_and_list_equals_that_of_the_memory(store: Store, data: st.DataObject) -> None:
    memory = Memory().hear(data.draw(histories()))
    store.case_timelines.delete_many({})
    if memory.timelines:
        store.case_timelines.insert_many([with_element_days(one) for one in memory.timelines.values()])
    period = data.draw(st.sampled_from((YEAR, quarter_of(2026, 2), month_of(2026, 3))))
    unit = data.draw(st.none() | st.sampled_from(UNITS))
    as_of = moment(data.draw(st.sampled_from(DAYS)))
    with MongoLedgers(store).open() as ledger:
        for indicator in CATALOGUE.indicators:
            if indicator.counted.of_register:
                continue
            expected = ask(memory, indicator.code, period, unit, as_of)
            assert ask(ledger, indicator.code, period, unit, as_of) == expected
            parts = [Part.NUMERATOR] + ([Part.DENOMINATOR] if indicator.denominator else [])
            for part in parts:
                ours = listed(ledger, indicator, part, period, unit, as_of, at_once=2)
                assert ours == listed(memory, indicator, part, period, unit, as_of, at_once=2), indicator.code


def test_the_register_is_counted_and_listed_place_by_place(
    store: Store, hear: Callable[..., None], story: Story
) -> None:
    hear([story.register("2026-01-01", 12, 162, 2293)])
    with MongoLedgers(store).open() as ledger:
        assert [ask(ledger, code).numerator for code in ("townships", "big_grids", "small_grids")] == [12, 162, 2293]
        total, things = listed(ledger, CATALOGUE.find("small_grids"), Part.NUMERATOR, at_once=200)
    assert total == len(set(things)) == 2293


def test_a_list_that_grows_between_two_pages_shifts_nothing(
    store: Store, hear: Callable[..., None], story: Story
) -> None:
    for number in range(6):
        story.visit(f"64042520260310{number:04d}", "2026-03-10")
    hear(story.told)
    visits = CATALOGUE.find("visit_batches")

    def page(cursor: str | None) -> tuple[list[str], str | None]:
        with MongoLedgers(store).open() as ledger:
            found = counted_things(visits, Part.NUMERATOR, YEAR, None, YEAR_END, ledger, 3, cursor).page
        return [thing["_id"] for thing in found.things], found.next

    first, cursor = page(None)
    hear([story.visit("640425202603010001", "2026-03-01"), story.visit("640425202604010001", "2026-04-01")])
    second, cursor = page(cursor)
    third, end = page(cursor)
    assert [*first, *second] == [f"64042520260310{number:04d}" for number in range(6)]
    assert (third, end) == (["640425202604010001"], None)


@pytest.mark.parametrize(
    "cursor", ["?", "bm9uc2Vuc2U=", "WzFd", "W3t9LHt9XQ==", "WyJzb29uIiwgIngiXQ==", "WzEsICJ4Il0="]
)
def test_a_cursor_from_elsewhere_is_refused(store: Store, cursor: str) -> None:
    with MongoLedgers(store).open() as ledger, pytest.raises(Refusal) as refused:
        counted_things(CATALOGUE.find("visit_batches"), Part.NUMERATOR, YEAR, None, YEAR_END, ledger, 3, cursor)
    assert (refused.value.code, refused.value.field) == ("BAD_VALUE", "cursor")


def test_all_figures_of_one_ledger_are_of_one_instant(store: Store, hear: Callable[..., None], story: Story) -> None:
    hear([story.visit("640425202603010001", "2026-03-01", 2)])
    with MongoLedgers(store).open() as ledger:
        assert ask(ledger, "visit_batches").numerator == 1
        hear([story.visit("640425202603010002", "2026-03-01", 3)])
        assert ask(ledger, "visit_persons").numerator == 2
    with MongoLedgers(store).open() as ledger:
        assert ask(ledger, "visit_persons").numerator == 5


def test_the_timeline_of_a_case_with_what_was_heard_of_it(
    store: Store, hear: Callable[..., None], story: Story
) -> None:
    story.routed("640425202603010001", "2026-03-02")
    story.registered("640425202603010001", "2026-03-01")
    hear(story.told)
    with MongoLedgers(store).open() as ledger:
        timeline = ledger.timeline("640425202603010001")
        heard = [one.type for one in ledger.heard("640425202603010001")]
        assert ledger.timeline("640425202603010002") is None
    assert timeline is not None
    assert (timeline["state"], "told" in timeline) == ("routed", False)
    assert heard == ["petition_registered.v1", "case_routed.v1"]
