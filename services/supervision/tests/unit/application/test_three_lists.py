"""三张清单: one responsibility row before handling, a reminder on the promised date, a miss told once."""

from __future__ import annotations

from datetime import date

import pytest
from problem_builders import (
    CLERK,
    NOW,
    NUMBER,
    OTHERS,
    PROMISED,
    STATION,
    TODAY,
    Step,
    answer,
    appraise,
    county,
    kinds,
    look,
    record,
    start,
)
from supervision_builders import CASE_NO, DAY, HANDLER, LEADERSHIP, TOWNSHIP, a_case
from supervision_fakes import FakeWork

from petition_supervision.application import three_lists
from petition_supervision.domain import problem_errors
from petition_supervision.domain.errors import DueDateNotAhead, NotYourUnit, Refused, UnitUnknown
from petition_supervision.domain.key_village_errors import VillageUnknown
from petition_supervision.domain.problem_events import ProblemAppraised, ProblemDueToday, ProblemMissed
from petition_supervision.domain.problem_terms import ProblemState

TOMORROW = date(2026, 3, 22)


def done(work: FakeWork, *steps: Step) -> FakeWork:
    for step in steps:
        step(work)
    return work


def refused(kind: type[Refused], *steps: Step) -> None:
    *before, last = steps
    work = done(county(), *before)
    kept, told = dict(work.problems.kept), len(work.problems.published)
    with pytest.raises(kind):
        last(work)
    assert (work.problems.kept, len(work.problems.published)) == (kept, told)


def test_a_problem_stands_on_the_list_with_its_unit_place_matter_and_source() -> None:
    problem = record()(county())
    assert (problem.problem_no, problem.unit, problem.state) == (NUMBER, TOWNSHIP, ProblemState.FOUND)
    assert (problem.matter, problem.grid_code) == ("邻里用水纠纷", "640425208202-01")


def test_a_unit_records_its_own_and_the_bureau_anybodys() -> None:
    assert record(CLERK, unit=HANDLER)(county()).unit == HANDLER
    refused(NotYourUnit, record(OTHERS, unit=TOWNSHIP))
    refused(UnitUnknown, record(CLERK, unit="dept_nowhere"))
    for step in (answer(officer=OTHERS), start(OTHERS)):
        refused(NotYourUnit, record(), step)


def test_a_place_is_of_the_register_and_the_day_has_come() -> None:
    refused(VillageUnknown, record(village="640425208999", grid=None))
    refused(problem_errors.GridOfAnotherVillage, record(grid="640425208203-01"))
    refused(problem_errors.GridOfAnotherVillage, record(village=None))
    refused(problem_errors.FoundInTheFuture, record(found_on=TOMORROW))
    assert record(village=None, grid=None, found_on=TODAY)(county()).found_on == TODAY


def test_no_problem_is_in_handling_without_its_responsibility_row() -> None:
    refused(problem_errors.ResponsibilityMissing, record(), start())
    work = done(county(), record(), answer(), start())
    assert work.problems.require(NUMBER).state is ProblemState.HANDLING


def test_a_problem_has_exactly_one_responsibility_row() -> None:
    refused(problem_errors.ResponsibilityNamedBefore, record(), answer(), answer())


@pytest.mark.parametrize(
    ("step", "refusal"),
    [
        (answer(leader="P0100"), problem_errors.LeadLeaderUnfit),
        (answer(leader="P9999"), problem_errors.LeadLeaderUnfit),
        (answer(station=HANDLER), problem_errors.StationUnfit),
        (answer(station="nowhere"), problem_errors.StationUnfit),
        (answer(person="P0100"), problem_errors.PersonUnfit),
        (answer(person="P9999"), problem_errors.PersonUnfit),
        (answer(due_on=TODAY), DueDateNotAhead),
    ],
)
def test_each_of_the_four_entries_is_checked(step: Step, refusal: type[Refused]) -> None:
    refused(refusal, record(), step)


@pytest.mark.parametrize(
    "step", [answer(leader="P0002"), answer(station=TOWNSHIP, person="P0201"), answer(due_on=TOMORROW)]
)
def test_a_county_leader_the_unit_itself_and_tomorrow_fit(step: Step) -> None:
    assert done(county(), record(), step).problems.require(NUMBER).state is ProblemState.ASSIGNED


def test_on_the_promised_date_it_is_reminded_and_after_it_missed_each_once() -> None:
    work = done(county(), record(), answer(), start())
    look(work, 3.99)
    assert kinds(work)[3:] == []
    look(work, 4)
    look(work, 4.5)
    assert kinds(work)[3:] == ["ProblemDueToday"]
    look(work, 4.99)
    assert kinds(work)[3:] == ["ProblemDueToday"]
    look(work, 5)
    look(work, 30)
    assert kinds(work)[3:] == ["ProblemDueToday", "ProblemMissed"]
    reminder, miss = work.problems.published[3:]
    assert isinstance(reminder, ProblemDueToday) and reminder.station == STATION
    assert isinstance(miss, ProblemMissed)
    assert (miss.escalate_to, miss.missed_at, miss.due_on) == (LEADERSHIP, NOW + 5 * DAY, PROMISED)


def test_after_a_stop_only_the_miss_is_told_and_what_is_done_is_not_looked_at() -> None:
    work = done(county(), record(), answer(), start())
    look(work, 9)
    assert kinds(work)[3:] == ["ProblemMissed"]
    work = done(county(), record(), answer(), start(), appraise())
    look(work, 9)
    assert kinds(work)[4:] == []


@pytest.mark.parametrize(("days", "in_time"), [(4, True), (5, False)])
def test_it_is_in_time_up_to_the_promised_date(days: int, in_time: bool) -> None:
    work = done(county(), record(), answer(), start())
    work.now = NOW + 10 * DAY
    problem = appraise(date(2026, 3, 21 + days))(work)
    assert problem.appraisal is not None
    assert (problem.appraisal.in_time, problem.appraisal.quarter, problem.appraisal.score) == (in_time, "2026-Q1", 95)
    assert isinstance(work.problems.published[-1], ProblemAppraised)


@pytest.mark.parametrize(("day", "fits"), [(date(2026, 3, 20), False), (TODAY, True), (TOMORROW, False)])
def test_it_is_done_between_the_start_of_handling_and_today(day: date, fits: bool) -> None:
    if fits:
        assert appraise(day)(done(county(), record(), answer(), start())).state is ProblemState.DONE
    else:
        refused(problem_errors.DoneOutsideHandling, record(), answer(), start(), appraise(day))


STATES: dict[str, tuple[Step, ...]] = {
    "found": (record(),),
    "assigned": (record(), answer()),
    "handling": (record(), answer(), start()),
    "done": (record(), answer(), start(), appraise()),
}
OUTCOMES = {
    "found": ["ok", "RESPONSIBILITY_MISSING", "NOT_IN_HANDLING"],
    "assigned": ["RESPONSIBILITY_NAMED_BEFORE", "ok", "NOT_IN_HANDLING"],
    "handling": ["RESPONSIBILITY_NAMED_BEFORE", "HANDLED_BEFORE", "ok"],
    "done": ["RESPONSIBILITY_NAMED_BEFORE", "HANDLED_BEFORE", "NOT_IN_HANDLING"],
}
COMMANDS: dict[str, Step] = {"answer": answer(), "start": start(), "appraise": appraise()}


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_in_every_state_of_a_problem(state: str, command: str) -> None:
    work = done(county(), *STATES[state])
    before, told = work.problems.require(NUMBER), len(work.problems.published)
    try:
        COMMANDS[command](work)
        outcome = "ok"
        assert len(work.problems.published) == told + 1
    except Refused as refusal:
        outcome = refusal.code
        assert (work.problems.require(NUMBER), len(work.problems.published)) == (before, told)

    assert outcome == OUTCOMES[state][list(COMMANDS).index(command)]


OF_CASE = f"XF{CASE_NO}-1"


def told(work: FakeWork, unit: str = TOWNSHIP, due_on: date = PROMISED) -> None:
    three_lists.responsibility_told(work, CASE_NO, unit, "P0201", STATION, "P0202", due_on, work.now)


def test_a_case_whose_responsibility_is_set_stands_on_the_lists_and_follows_the_case() -> None:
    work = county()
    told(work)
    problem = work.problems.require(OF_CASE)
    assert (problem.state, problem.case_no, problem.source.value) == (
        ProblemState.HANDLING,
        CASE_NO,
        "petition_matter",
    )
    for step in (three_lists.start_problem,):
        with pytest.raises(problem_errors.FollowsItsCase):
            step(work, CLERK, OF_CASE)
    three_lists.completion_told(work, CASE_NO, NOW)
    problem = work.problems.require(OF_CASE)
    assert problem.appraisal is not None and problem.appraisal.in_time
    assert kinds(work) == [
        "ProblemListed",
        "ProblemResponsibilitySet",
        "ProblemHandlingStarted",
        "ProblemAppraised",
    ]


def test_a_date_set_anew_is_reminded_anew_and_a_returned_case_is_in_handling_again() -> None:
    work = county()
    told(work)
    look(work, 4)
    told(work, due_on=date(2026, 4, 1))
    look(work, 5)
    assert kinds(work).count("ProblemDueToday") == 1 and "ProblemMissed" not in kinds(work)
    three_lists.completion_told(work, CASE_NO, work.now)
    three_lists.return_told(work, CASE_NO, date(2026, 4, 10), work.now)
    problem = work.problems.require(OF_CASE)
    assert (problem.state, problem.appraisal) == (ProblemState.HANDLING, None)
    assert problem.responsibility is not None and problem.responsibility.due_on == date(2026, 4, 10)
    look(work, 40)
    assert kinds(work)[-1] == "ProblemMissed"


def test_a_case_routed_anew_and_a_further_round_have_rows_of_their_own_unit_and_round() -> None:
    work = county()
    told(work)
    told(work, unit=HANDLER)
    assert work.problems.require(OF_CASE).unit == HANDLER
    case = a_case()
    case.round = 2
    case.pending.clear()
    work.cases.save(case)
    told(work)
    assert set(work.problems.kept) == {OF_CASE, f"XF{CASE_NO}-2"}


def test_a_case_nobody_answers_for_has_no_row_to_finish() -> None:
    work = county()
    three_lists.completion_told(work, CASE_NO, NOW)
    three_lists.return_told(work, CASE_NO, None, NOW)
    assert work.problems.kept == {}
