"""A year is appraised by figures, by a named leader, may be appealed against, and is published; a missing one shows."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from supervision_builders import BUREAU, HANDLER, TOWNSHIP, UNITS
from supervision_fakes import FakeWork

from petition_supervision.adapters.environment import read_settings
from petition_supervision.application import appraising
from petition_supervision.domain.appraisal_terms import DACHUAN_EXAMPLE, WHOLE, Grade, ItemFigure
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.yearly_appraisal import YearlyAppraisal, scored, total_of

NOW = datetime(2026, 1, 10, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FIGURES = (
    ItemFigure("timely_acceptance", 19, 20, None, "metrics 2025", "timely_notice", 1),
    ItemFigure("on_time_reply", 45, 50, None, "metrics 2025", "on_time_reply", 1),
    ItemFigure("repeat_reduction", 2, None, None, "metrics repeat_rate, by month"),
    ItemFigure("satisfaction", 30, 40, None, "metrics 2025", "satisfaction_rate", 2),
    ItemFigure("participation", 0, 0, None, "metrics 2025", "participation", 1),
    ItemFigure("yearly_work", None, None, 55.0, "年度工作考核"),
)


def graded(now: datetime = NOW) -> YearlyAppraisal:
    return YearlyAppraisal.of(HANDLER, 2025, DACHUAN_EXAMPLE, FIGURES, Grade.GOOD, "P0002", 90, 15, now)


def appealed() -> YearlyAppraisal:
    one = graded()
    one.appeal_against("满意率计算有误。", "P0100", NOW + DAY)
    return one


def decided() -> YearlyAppraisal:
    one = appealed()
    one.decide_appeal(False, None, "数据无误。", "P0001", NOW + 2 * DAY)
    return one


def published() -> YearlyAppraisal:
    one = decided()
    one.publish(NOW + 3 * DAY)
    return one


def refusal(act: Callable[[], object]) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code, refused.value.field


COMMANDS: dict[str, Callable[[YearlyAppraisal], None]] = {
    "appeal": lambda one: one.appeal_against("有误。", "P0100", NOW + 4 * DAY),
    "decide": lambda one: one.decide_appeal(True, Grade.EXCELLENT, "成立。", "P0001", NOW + 4 * DAY),
    "publish": lambda one: one.publish(NOW + 4 * DAY),
}
STATES = {"told": graded, "appealed": appealed, "decided": decided, "published": published}
OUTCOMES = {
    "told": ["ok", "NO_APPEAL", "APPEAL_STILL_POSSIBLE"],
    "appealed": ["APPRAISAL_NOT_TOLD", "ok", "APPEAL_STILL_POSSIBLE"],
    "decided": ["APPEALED_BEFORE", "NO_APPEAL", "ok"],
    "published": ["APPRAISAL_NOT_TOLD", "NO_APPEAL", "APPRAISAL_PUBLISHED"],
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_in_every_state_happens_or_is_refused_and_then_nothing_changed(state: str, command: str) -> None:
    one = STATES[state]()
    before, outcome = copy.deepcopy(one), OUTCOMES[state][list(COMMANDS).index(command)]
    if outcome == "ok":
        COMMANDS[command](one)
        assert one.version == before.version + 1
        return
    assert refusal(lambda: COMMANDS[command](one))[0] == outcome and one == before


def test_the_points_follow_from_the_figures_and_what_has_nothing_to_divide_from_has_no_part() -> None:
    assert sum(one.weight for one in DACHUAN_EXAMPLE) == WHOLE
    points = [one.points for one in graded().items]
    assert points == [4.75, 9.0, 8.0, 7.5, None, 55.0]
    assert graded().total == round(100 * (4.75 + 9 + 8 + 7.5 + 55) / 95, 2)


def test_points_taken_off_end_at_nought() -> None:
    off = [ItemFigure("repeat_reduction", 11, None, None, "a") if f.item == "repeat_reduction" else f for f in FIGURES]
    assert scored(DACHUAN_EXAMPLE, off)[2].points == 0


@pytest.mark.parametrize(
    "wrong",
    [
        ItemFigure("satisfaction", 41, 40, None, "a", "satisfaction_rate", 2),
        ItemFigure("satisfaction", 4, None, None, "a", "satisfaction_rate", 2),
        ItemFigure("satisfaction", 4, 5, 1.0, "a", "satisfaction_rate", 2),
        ItemFigure("repeat_reduction", 1, 2, None, "a"),
        ItemFigure("repeat_reduction", None, None, 3.0, "a"),
        ItemFigure("yearly_work", None, None, 60.01, "a"),
        ItemFigure("yearly_work", 1, 2, None, "a"),
    ],
)
def test_a_figure_fits_its_scoring(wrong: ItemFigure) -> None:
    sheet = [wrong if one.item == wrong.item else one for one in FIGURES]
    assert refusal(lambda: scored(DACHUAN_EXAMPLE, sheet)) == ("FIGURE_DOES_NOT_FIT", "items")


@pytest.mark.parametrize(("indicator", "version"), [(None, 2), ("satisfaction_rate", None), (None, None)])
def test_a_rate_names_its_indicator_and_the_version_of_its_definition(
    indicator: str | None, version: int | None
) -> None:
    bare = ItemFigure("satisfaction", 30, 40, None, "a", indicator, version)
    sheet = [bare if one.item == bare.item else one for one in FIGURES]
    assert refusal(lambda: scored(DACHUAN_EXAMPLE, sheet)) == ("FIGURE_DEFINITION_REQUIRED", "items")


def test_what_was_entered_for_an_indicator_is_told_and_no_judgement() -> None:
    (told,) = graded().pending
    assert [
        (one.item, one.indicator, one.definition_version, one.numerator, one.denominator) for one in told.figures
    ] == [
        ("timely_acceptance", "timely_notice", 1, 19, 20),
        ("on_time_reply", "on_time_reply", 1, 45, 50),
        ("satisfaction", "satisfaction_rate", 2, 30, 40),
        ("participation", "participation", 1, 0, 0),
    ]


def test_the_items_are_those_of_the_sheet_each_once() -> None:
    for given in (FIGURES[:-1], (*FIGURES, FIGURES[0]), (*FIGURES[:-1], ItemFigure("other", 1, 1, None, "a"))):
        assert refusal(lambda given=given: scored(DACHUAN_EXAMPLE, given)) == ("ITEMS_DO_NOT_MATCH", "items")
    nothing = scored(DACHUAN_EXAMPLE[:1], [ItemFigure("timely_acceptance", 0, 0, None, "a", "timely_notice", 1)])
    assert refusal(lambda: total_of(nothing))[0] == "NOTHING_TO_APPRAISE"


def test_a_year_is_appraised_when_it_is_over_and_late_after_its_day() -> None:
    last = datetime(2025, 12, 31, 15, 59, tzinfo=UTC)
    assert refusal(lambda: graded(last)) == ("YEAR_NOT_OVER", "year")
    first = graded(last + timedelta(minutes=1))
    assert (first.graded_on, first.late) == (date(2026, 1, 1), False)
    on_the_day = datetime(2026, 3, 31, 15, 59, tzinfo=UTC)
    assert [graded(on_the_day).late, graded(on_the_day + timedelta(minutes=1)).late] == [False, True]


@pytest.mark.parametrize(("days", "in_time"), [(15, True), (16, False)])
def test_an_appeal_has_its_days_and_then_the_result_is_published(days: int, in_time: bool) -> None:
    one = graded()
    now = NOW + days * DAY
    if in_time:
        assert refusal(lambda: one.publish(now))[0] == "APPEAL_STILL_POSSIBLE"
        one.appeal_against("有误。", "P0100", now)
        return
    assert refusal(lambda: one.appeal_against("有误。", "P0100", now))[0] == "APPEAL_TOO_LATE"
    one.publish(now)
    assert one.published_on == date(2026, 1, 26)


def test_another_leader_than_the_grader_decides_and_an_upheld_appeal_changes_the_grade() -> None:
    one = appealed()
    later = NOW + 2 * DAY
    assert refusal(lambda: one.decide_appeal(False, None, "a", "P0002", later)) == ("GRADER_DECIDES_APPEAL", "actor")
    for upheld, grade in ((True, None), (False, Grade.EXCELLENT), (True, Grade.GOOD)):
        wrong = refusal(lambda upheld=upheld, grade=grade: one.decide_appeal(upheld, grade, "a", "P0001", later))
        assert wrong == ("GRADE_NEEDED_IF_UPHELD", "grade")
    one.decide_appeal(True, Grade.EXCELLENT, "成立。", "P0001", later)
    assert one.grade is Grade.EXCELLENT


def test_townships_and_departments_are_appraised_once_and_appeal_for_themselves() -> None:
    work = FakeWork(NOW)
    given = (2025, FIGURES, Grade.GOOD, "P0002")
    assert refusal(lambda: appraising.grade_yearly_appraisal(work, BUREAU, *given))[0] == "UNIT_NOT_APPRAISED"
    number = appraising.grade_yearly_appraisal(work, HANDLER, *given).appraisal_no
    assert refusal(lambda: appraising.grade_yearly_appraisal(work, HANDLER, *given))[0] == "APPRAISAL_ON_RECORD"
    assert refusal(lambda: appraising.appeal_appraisal(work, number, TOWNSHIP, "a", "P0201"))[0] == "NOT_YOUR_UNIT"
    appraising.appeal_appraisal(work, number, HANDLER, "a", "P0100")
    appraising.decide_appraisal_appeal(work, number, False, None, "a", "P0001")
    appraising.publish_appraisal(work, number)
    assert len(work.appraisals.published) == 4


@pytest.mark.parametrize(("today", "missing"), [(date(2026, 3, 31), 0), (date(2026, 4, 1), 3)])
def test_a_year_that_is_not_appraised_in_time_is_a_gap_and_not_before(today: date, missing: int) -> None:
    gaps = appraising.appraisal_gaps(UNITS, [HANDLER], 2025, 90, today)
    assert len(gaps) == missing and HANDLER not in gaps


@pytest.mark.parametrize("raw", ["a:rate:99", "a:rate:50,a:rate:50", "a:other:100", "a:rate", "a:rate:101,b:rate:-1"])
def test_the_sheet_is_a_setting_whose_weights_are_a_hundred(raw: str) -> None:
    (one,) = read_settings({"APPRAISAL_ITEMS": "satisfaction:rate:100"}).appraisal_items
    assert (one.item, one.weight) == ("satisfaction", 100)
    with pytest.raises(Exception, match="APPRAISAL_ITEMS"):
        read_settings({"APPRAISAL_ITEMS": raw})
