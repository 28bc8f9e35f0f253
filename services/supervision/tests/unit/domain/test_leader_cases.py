"""领导包案、五个一: who takes a case over, what has to be there, and when it leaves the list."""

from __future__ import annotations

from datetime import date

import pytest
from leader_builders import (
    AHEAD,
    CLERK,
    FORCE,
    HANDLING,
    STRANGER,
    TODAY,
    add_task,
    assign,
    close,
    county,
    done,
    fact,
    finish_task,
    hand_over,
    record_act,
    set_force,
)
from supervision_builders import an_attempt, closed, handled

from petition_supervision.domain import leader_errors
from petition_supervision.domain.answers import RehandlingReason, ReportResult, Score
from petition_supervision.domain.errors import DueDateNotAhead, Refused
from petition_supervision.domain.leader_events import LeaderAssigned, LeaderHandedOver, LeaderTaskDone
from petition_supervision.domain.leader_terms import CaseMark, LeaderActKind, LeaderState, Piece
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.supervision_item import Officer

TOMORROW = date(2026, 3, 22)
FINISHED = (fact(handled), fact(closed))
CALLED = fact(lambda case: case.record_follow_up(an_attempt()))
UNTIL_TASKS_DONE = (assign(), set_force(), add_task(), finish_task())


def refused(kind: type[Refused], *steps: object) -> None:
    work = county()
    *before, last = steps
    done(work, *before)
    kept, told = work.cases.kept.copy(), list(work.cases.published)
    with pytest.raises(kind):
        last(work)
    assert (work.cases.kept, work.cases.published) == (kept, told)


@pytest.mark.parametrize(("leader", "top"), [("P0001", True), ("P0003", False)])
def test_a_county_leader_takes_a_case_over_and_the_two_first_are_known(leader: str, top: bool) -> None:
    work = county()
    led = done(work, assign(leader)).leader_case
    assert led is not None and (led.leader, led.top_leader, led.state) == (leader, top, LeaderState.OPEN)
    assert work.events(LeaderAssigned)[0].top_leader is top


@pytest.mark.parametrize("person", ["P0100", "P9999"])
def test_nobody_else_takes_a_case_over(person: str) -> None:
    refused(leader_errors.NotACountyLeader, assign(person))
    refused(leader_errors.NotACountyLeader, assign(), hand_over(person))


def test_a_case_has_one_leader_and_another_comes_by_hand_over_only() -> None:
    refused(leader_errors.LeaderAlreadyAssigned, assign(), assign("P0003"))
    refused(leader_errors.SameLeader, assign(), hand_over("P0001"))
    work = county()
    led = done(work, assign(), hand_over("P0003")).leader_case
    assert led is not None
    assert (led.first_leader, led.leader, led.top_leader) == ("P0001", "P0003", False)
    assert [(one.from_leader, one.to_leader, one.reason) for one in led.hand_overs] == [("P0001", "P0003", "分工调整")]
    assert work.events(LeaderHandedOver)[0].to_leader == "P0003"


def test_a_petition_taken_back_is_not_taken_over() -> None:
    refused(leader_errors.CaseWasWithdrawn, fact(lambda case: case.withdraw(county().now)), assign())


def test_a_hard_case_says_since_when_and_not_since_tomorrow() -> None:
    hard = CaseMark.HARD_CASE
    refused(leader_errors.MarkSinceRequired, assign(mark=hard))
    refused(leader_errors.MarkSinceAhead, assign(mark=hard, since=TOMORROW))
    led = done(county(), assign(mark=hard, since=TODAY)).leader_case
    assert led is not None and (led.mark, led.mark_since, led.reason) == (hard, TODAY, "多年未解决")


def test_a_task_force_is_made_of_people_of_the_register_each_once() -> None:
    refused(leader_errors.PersonUnknown, assign(), set_force([{"person": "P9999", "duty": "a"}]))
    refused(leader_errors.NamedTwice, assign(), set_force([FORCE[0], FORCE[0]]))
    led = done(county(), assign(), set_force()).leader_case
    assert led is not None
    assert [(one.person, one.unit) for one in led.members] == [
        ("P0100", "dept_housing"),
        ("P0201", "township_caomiao"),
    ]


@pytest.mark.parametrize("person", ["W0300", "W0301"])
def test_a_warden_of_a_grid_joins_the_task_force_for_the_township_and_takes_a_task(person: str) -> None:
    work = county()
    work.wardens.replace("640425208", ["W0300", "W0301"])
    led = done(work, assign(), set_force([FORCE[0], {"person": person, "duty": "网格"}]), add_task(person)).leader_case
    assert led is not None
    assert [(one.person, one.unit) for one in led.members] == [("P0100", "dept_housing"), (person, "township_caomiao")]
    assert (led.tasks[0].owner, led.tasks[0].unit) == (person, "township_caomiao")
    assert done(work, finish_task(officer=Officer("P0201", "township_caomiao"))).leader_case.open_tasks == []


@pytest.mark.parametrize("township", ["640425208", "640425999"])
def test_a_former_warden_and_one_of_an_unknown_township_are_not_taken(township: str) -> None:
    work = county()
    work.wardens.replace(township, ["W0300"])
    if township == "640425208":
        work.wardens.replace(township, [])
    done(work, assign())
    with pytest.raises(leader_errors.PersonUnknown):
        set_force([{"person": "W0300", "duty": "网格"}])(work)


def test_whoever_owes_a_task_stays_in_the_task_force() -> None:
    refused(leader_errors.OwnerOfOpenTask, assign(), set_force(), add_task("P0100"), set_force([FORCE[1]]))
    led = done(county(), *UNTIL_TASKS_DONE, set_force([FORCE[1]])).leader_case
    assert led is not None and len(led.members) == 1


def test_a_task_is_the_leaders_or_of_the_force_and_due_after_today() -> None:
    refused(leader_errors.NotOfTheTaskForce, assign(), add_task("P0100"))
    refused(DueDateNotAhead, assign(), set_force(), add_task(due_on=TODAY))
    led = done(county(), assign(), set_force(), add_task(due_on=TOMORROW), add_task("P0001")).leader_case
    assert led is not None
    assert [(one.number, one.owner, one.unit) for one in led.tasks] == [
        (1, "P0100", "dept_housing"),
        (2, "P0001", "county_leadership"),
    ]


@pytest.mark.parametrize("officer", [HANDLING, CLERK])
def test_a_task_is_noted_as_done_by_its_unit_or_by_whoever_sees_all(officer: object) -> None:
    work = county()
    led = done(work, assign(), set_force(), add_task(), finish_task(officer=officer)).leader_case
    assert led is not None and led.open_tasks == []
    assert work.events(LeaderTaskDone)[0].in_time is True


def test_another_unit_notes_no_task_and_none_is_done_twice_or_unheard_of() -> None:
    until_task = (assign(), set_force(), add_task())
    refused(leader_errors.NotYourTask, *until_task, finish_task(officer=STRANGER))
    refused(leader_errors.TaskDoneBefore, *until_task, finish_task(), finish_task())
    refused(leader_errors.TaskUnknown, *until_task, finish_task(2))


@pytest.mark.parametrize(("day", "fits"), [(date(2026, 3, 20), False), (TODAY, True), (TOMORROW, False)])
def test_acts_and_tasks_lie_between_taking_over_and_today(day: date, fits: bool) -> None:
    until_task = (assign(), set_force(), add_task())
    if fits:
        assert done(county(), *until_task, finish_task(done_on=day), record_act(held_on=day))
    else:
        refused(leader_errors.NotInTheTimeOfTheLeader, *until_task, finish_task(done_on=day))
        refused(leader_errors.NotInTheTimeOfTheLeader, *until_task, record_act(held_on=day))


@pytest.mark.parametrize("act", list(LeaderActKind))
def test_each_of_the_six_acts_is_the_leaders_in_charge_with_place_and_minutes(act: LeaderActKind) -> None:
    led = done(county(), assign(), hand_over(), record_act(act)).leader_case
    assert led is not None
    assert [(one.act, one.leader, one.place) for one in led.acts] == [(act, "P0003", "草庙乡")]
    assert len(LeaderActKind) == 6


@pytest.mark.parametrize(
    ("steps", "in_office", "missing"),
    [
        ((assign(),), True, [Piece.ONE_TASK_FORCE, Piece.ONE_TASK_LIST]),
        ((assign(), set_force()), True, [Piece.ONE_TASK_LIST]),
        ((assign(), set_force(), add_task()), True, []),
        ((assign(), set_force(), add_task()), False, [Piece.TO_THE_END]),
    ],
)
def test_the_five_are_counted_and_what_is_missing_is_named(
    steps: tuple[object, ...], in_office: bool, missing: list[Piece]
) -> None:
    led = done(county(), *steps).leader_case
    assert led is not None and led.missing(in_office) == missing
    assert len(Piece) == 5


def test_a_case_leaves_the_list_when_all_is_done() -> None:
    led = done(county(), *UNTIL_TASKS_DONE, *FINISHED, CALLED, close()).leader_case
    assert led is not None and led.closing is not None
    assert (led.state, led.closing.result) == (LeaderState.CLOSED, ReportResult.RESOLVED)


def test_it_stays_while_a_task_is_open() -> None:
    refused(leader_errors.TasksStillOpen, assign(), set_force(), add_task(), *FINISHED, CALLED, close())
    refused(leader_errors.TasksStillOpen, *UNTIL_TASKS_DONE, add_task(), *FINISHED, CALLED, close())


def test_it_stays_while_one_of_the_five_is_missing() -> None:
    refused(leader_errors.PiecesMissing, assign(), *FINISHED, CALLED, close())
    refused(leader_errors.PiecesMissing, assign(), set_force(), *FINISHED, CALLED, close())

    def leaves_office(work: object) -> None:
        work.people.pop("P0001")  # type: ignore[attr-defined]

    refused(leader_errors.PiecesMissing, *UNTIL_TASKS_DONE, *FINISHED, CALLED, leaves_office, close())


def test_it_stays_while_the_case_is_not_finished_or_not_followed_up() -> None:
    refused(leader_errors.CaseNotFinished, *UNTIL_TASKS_DONE, close())
    refused(leader_errors.CaseNotFollowedUp, *UNTIL_TASKS_DONE, *FINISHED, close())
    dissatisfied = fact(lambda case: case.record_follow_up(an_attempt(Score.DISSATISFIED, promise_kept=False)))
    ordered = fact(
        lambda case: case.order_rehandling("P0018", AHEAD, RehandlingReason.OTHER, county().now, SupervisionSettings())
    )
    refused(leader_errors.CaseNotFinished, *UNTIL_TASKS_DONE, *FINISHED, dissatisfied, ordered, close())
    refused(leader_errors.ResolvedNotShown, *UNTIL_TASKS_DONE, *FINISHED, dissatisfied, close())
    explained = done(county(), *UNTIL_TASKS_DONE, *FINISHED, dissatisfied, close(ReportResult.EXPLAINED))
    assert explained.leader_case is not None and explained.leader_case.closing is not None


def test_a_petition_taken_back_meanwhile_is_closed_as_explained_only() -> None:
    taken_back = fact(lambda case: case.withdraw(county().now))
    refused(leader_errors.ResolvedNotShown, *UNTIL_TASKS_DONE, taken_back, close())
    case = done(county(), *UNTIL_TASKS_DONE, taken_back, close(ReportResult.EXPLAINED))
    assert case.leader_case is not None and case.leader_case.state is LeaderState.CLOSED


def test_a_further_round_after_the_closing_may_be_taken_over_anew_and_what_was_before_is_kept() -> None:
    further = fact(lambda case: case.open_round(2, "dept_housing"))
    case = done(county(), *UNTIL_TASKS_DONE, *FINISHED, CALLED, close(), further, assign("P0003"))
    assert case.leader_case is not None and case.leader_case.leader == "P0003"
    assert [(one.leader, one.state) for one in case.former_leader_cases] == [("P0001", LeaderState.CLOSED)]
