"""The three colours: the county's sentence in its three readings, counted and graded quarter by quarter."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from supervision_builders import HANDLER, START, TOWNSHIP
from supervision_fakes import FakeWork

from petition_supervision.application import facts, grading
from petition_supervision.domain.errors import NothingToAcknowledge, ReminderAcknowledgedBefore
from petition_supervision.domain.grade_events import ReminderAcknowledged, UnitGraded
from petition_supervision.domain.ladder import Trigger
from petition_supervision.domain.quarters import ends_at, first_and_last_day, quarter_of
from petition_supervision.domain.unit_grade import Colour, Count, Progress, Reading, UnitGrade, colour_of, next_grading

COLOURS = {"黄": Colour.YELLOW, "橙": Colour.ORANGE, "红": Colour.RED}
TABLE = [
    # skip-level visits, filings, reading A, B, C
    (0, 0, "黄", "黄", "黄"),
    (0, 1, "橙", "橙", "橙"),
    (0, 2, "橙", "橙", "橙"),
    (0, 3, "红", "橙", "红"),
    (0, 4, "红", "红", "红"),
    (1, 0, "红", "红", "橙"),
    (1, 1, "红", "红", "橙"),
    (1, 2, "红", "红", "红"),
]
FREEZE = 10


@pytest.mark.parametrize(("skipped", "filings", "a", "b", "c"), TABLE)
def test_the_countys_sentence_in_each_of_its_three_readings(skipped: int, filings: int, a: str, b: str, c: str) -> None:
    count = Count(filings, skipped, elsewhere=7)
    assert [colour_of(count, reading) for reading in Reading] == [COLOURS[a], COLOURS[b], COLOURS[c]]


def test_what_is_filed_at_the_right_door_below_the_county_colours_nobody() -> None:
    assert {colour_of(Count(elsewhere=100), reading) for reading in Reading} == {Colour.YELLOW}


@given(st.integers(0, 9), st.integers(0, 9), st.sampled_from(Reading))
def test_one_more_filing_never_makes_a_colour_milder(skipped: int, filings: int, reading: Reading) -> None:
    order = [Colour.YELLOW, Colour.ORANGE, Colour.RED]
    now = order.index(colour_of(Count(filings, skipped), reading))
    assert order.index(colour_of(Count(filings + 1, skipped), reading)) >= now
    assert order.index(colour_of(Count(filings, skipped + 1), reading)) >= now


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), "2026-Q1"),
        (date(2026, 3, 31), "2026-Q1"),
        (date(2026, 4, 1), "2026-Q2"),
        (date(2026, 12, 31), "2026-Q4"),
    ],
)
def test_a_day_belongs_to_one_quarter(day: date, quarter: str) -> None:
    assert quarter_of(day) == quarter
    first, last = first_and_last_day(quarter)
    assert first <= day <= last and {quarter_of(first), quarter_of(last)} == {quarter}


def test_a_quarter_is_graded_at_its_end_and_for_good_ten_days_later() -> None:
    since = datetime(2026, 2, 1, tzinfo=UTC)
    end = ends_at("2026-Q1")
    assert end == datetime(2026, 3, 31, 16, tzinfo=UTC)
    moment = timedelta(milliseconds=1)
    assert next_grading(Progress(since), end - moment, FREEZE) is None
    assert next_grading(Progress(since), end, FREEZE) == ("2026-Q1", False)
    graded = Progress(since, "2026-Q1")
    frozen_from = end + timedelta(days=FREEZE)
    assert next_grading(graded, frozen_from - moment, FREEZE) is None
    assert next_grading(graded, frozen_from, FREEZE) == ("2026-Q1", True)
    assert next_grading(Progress(since, "2026-Q1", "2026-Q1"), frozen_from, FREEZE) is None


def test_after_standing_still_for_a_year_every_quarter_is_graded_in_turn_and_none_twice() -> None:
    progress, now = Progress(datetime(2026, 2, 1, tzinfo=UTC)), datetime(2027, 2, 1, tzinfo=UTC)
    done = []
    while (due := next_grading(progress, now, FREEZE)) is not None:
        done.append(due)
        quarter, final = due
        progress = dataclasses.replace(progress, **{"final" if final else "graded": quarter})
    assert done == [(f"2026-Q{number}", final) for number in (1, 2, 3, 4) for final in (False, True)]


def test_every_township_and_department_is_graded_and_nobody_else() -> None:
    work = FakeWork()
    progress = Progress(START)
    counted = {HANDLER: (Count(3), ["1", "2", "3"]), "county_leadership": (Count(9), [])}
    number = grading.grade_quarter(work, "2026-Q1", False, counted, progress)
    graded = {event.unit: event.colour for event in work.grades.published if isinstance(event, UnitGraded)}
    assert number == len(graded) == 4
    assert graded[HANDLER] is Colour.RED and graded[TOWNSHIP] is Colour.YELLOW
    assert work.grades.progress() == Progress(START, graded="2026-Q1")


def test_a_late_change_of_who_is_responsible_changes_the_final_colour_and_keeps_the_first() -> None:
    work = FakeWork()
    grading.grade_quarter(work, "2026-Q1", False, {HANDLER: (Count(3), [])}, Progress(START))
    grading.grade_quarter(work, "2026-Q1", True, {TOWNSHIP: (Count(3), [])}, Progress(START, "2026-Q1"))
    kept: UnitGrade = work.grades.kept[f"{HANDLER}:2026-Q1"]
    assert [(one.colour, one.final) for one in kept.gradings] == [(Colour.RED, False), (Colour.YELLOW, True)]
    last = [event for event in work.grades.published if isinstance(event, UnitGraded) and event.unit == HANDLER][-1]
    assert (last.changed, last.final) == (True, True)


def test_red_puts_the_unit_on_the_ledger_once_and_no_other_colour_does() -> None:
    work = FakeWork()
    counted = {HANDLER: (Count(3), []), TOWNSHIP: (Count(2), [])}
    grading.grade_quarter(work, "2026-Q1", False, counted, Progress(START))
    grading.grade_quarter(work, "2026-Q1", True, counted, Progress(START, "2026-Q1"))
    (item,) = work.items.kept.values()
    assert (item.unit, item.trigger, item.opened_by) == (HANDLER, Trigger.RED_COLOUR, None)
    assert item.due_on == date(2026, 3, 17)


def test_an_orange_unit_acknowledges_its_reminder_once() -> None:
    work = FakeWork()
    grading.grade_quarter(work, "2026-Q1", False, {HANDLER: (Count(2), [])}, Progress(START))
    grading.acknowledge_reminder(work, HANDLER, "2026-Q1", "P0100")
    assert work.grades.published[-1] == ReminderAcknowledged(HANDLER, "2026-Q1", "P0100")
    with pytest.raises(ReminderAcknowledgedBefore):
        grading.acknowledge_reminder(work, HANDLER, "2026-Q1", "P0100")


@pytest.mark.parametrize("count", [Count(0), Count(3)])
def test_only_orange_has_a_reminder(count: Count) -> None:
    work = FakeWork()
    with pytest.raises(NothingToAcknowledge):
        grading.acknowledge_reminder(work, HANDLER, "2026-Q1", "P0100")
    grading.grade_quarter(work, "2026-Q1", False, {HANDLER: (count, [])}, Progress(START))
    with pytest.raises(NothingToAcknowledge):
        grading.acknowledge_reminder(work, HANDLER, "2026-Q1", "P0100")


@pytest.mark.parametrize(
    ("level", "purpose", "counted", "appeal"),
    [
        ("county", "appeal", True, True),
        ("state", "appeal", True, True),
        ("township", "appeal", False, True),
        ("county", "suggestion", True, False),
    ],
)
def test_appeals_registered_at_county_level_or_above_count(
    level: str, purpose: str, counted: bool, appeal: bool
) -> None:
    work = FakeWork()
    facts.filed(work, "1", facts.Filed(START, level, purpose, False, None))
    row = work.filings.rows["1"]
    assert (row["quarter"], row["at_county_level"], row["appeal"]) == ("2026-Q1", counted, appeal)


def test_a_filing_of_the_last_minute_of_a_quarter_in_the_county_belongs_to_it() -> None:
    work = FakeWork()
    for number, received_at in enumerate((ends_at("2026-Q1") - timedelta(milliseconds=1), ends_at("2026-Q1"))):
        facts.filed(work, str(number), facts.Filed(received_at, "county", "appeal", False, None))
    assert Counter(row["quarter"] for row in work.filings.rows.values()) == {"2026-Q1": 1, "2026-Q2": 1}


def test_no_colour_knows_a_person() -> None:
    """A colour belongs to a unit: nothing that grades says who petitioned."""
    names = {field.name for kind in (UnitGraded, UnitGrade, Count) for field in dataclasses.fields(kind)}
    assert not {name for name in names if "person" in name or "petitioner" in name or "case" in name}
    told = {field.name for event in (UnitGraded, ReminderAcknowledged) for field in dataclasses.fields(event)}
    assert told - {"acknowledged_by"} == {
        "unit", "quarter", "colour", "filings", "skip_level_visits", "elsewhere", "reading", "final", "changed",
    }  # fmt: skip
