"""What is done on a leader-led case, step by step (包案、移交、建专班、列任务、办任务、记亲为、销号)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from petition_supervision.domain.answers import ReportResult, Score
from petition_supervision.domain.errors import DueDateNotAhead
from petition_supervision.domain.leader_case import (
    HandOver,
    LeaderAct,
    LeaderCase,
    LeaderClosing,
    Member,
    Task,
    check_mark,
    is_top,
)
from petition_supervision.domain.leader_errors import (
    CaseNotFinished,
    CaseNotFollowedUp,
    CaseWasWithdrawn,
    LeaderAlreadyAssigned,
    NamedTwice,
    NoLeaderAssigned,
    NotInTheTimeOfTheLeader,
    NotOfTheTaskForce,
    NotYourTask,
    OwnerOfOpenTask,
    PiecesMissing,
    ResolvedNotShown,
    SameLeader,
    TaskDoneBefore,
    TasksStillOpen,
)
from petition_supervision.domain.leader_events import (
    LeaderActRecorded,
    LeaderAssigned,
    LeaderCaseClosed,
    LeaderHandedOver,
    LeaderTaskAdded,
    LeaderTaskDone,
    LeaderTaskForceSet,
)
from petition_supervision.domain.leader_terms import CaseMark, LeaderActKind, LeaderState
from petition_supervision.domain.reception import Leader
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import Officer
from workdays import local_day


def assign(
    case: SupervisedCase,
    officer: Officer,
    leader: Leader,
    mark: CaseMark,
    mark_since: date | None,
    reason: str,
    now: datetime,
) -> None:
    """包案. A leader already answers for the case => LeaderAlreadyAssigned; closed before => LeaderCaseIsClosed.

    A further round opened after it was closed (the matter is not settled after all) may be taken over anew.
    """
    kept = case.leader_case
    if kept is not None:
        if kept.closing is None:
            raise LeaderAlreadyAssigned("case_no", leader=kept.leader)
        if case.is_finished:
            kept.must_be_open()
    if case.withdrawn_at is not None:
        raise CaseWasWithdrawn("case_no")
    check_mark(mark, mark_since, now)
    top = is_top(leader)
    if kept is not None:
        case.former_leader_cases.append(kept)
    case.leader_case = LeaderCase(leader.person, leader.person, top, mark, mark_since, reason, officer.person, now)
    case.record(LeaderAssigned(leader.person, top, mark, mark_since, officer.person, now))


def hand_over(case: SupervisedCase, officer: Officer, to: Leader, reason: str, now: datetime) -> None:
    """移交: the only way another leader comes to answer for the case; to the same one => SameLeader."""
    led = _led(case)
    if to.person == led.leader:
        raise SameLeader("leader", leader=led.leader)
    led.hand_overs.append(HandOver(led.leader, to.person, reason, officer.person, now))
    case.record(LeaderHandedOver(led.leader, to.person, is_top(to), officer.person, now))
    led.leader, led.top_leader = to.person, is_top(to)


def set_task_force(case: SupervisedCase, officer: Officer, members: Sequence[Member], now: datetime) -> None:
    """工作专班. May be set anew; whoever owns a task that is not done stays => else OwnerOfOpenTask."""
    led = _led(case)
    check_members(members)
    people = {member.person for member in members} | {led.leader}
    for number in led.open_tasks:
        if (owner := led.task(number).owner) not in people:
            raise OwnerOfOpenTask("members", person=owner, number=number)
    led.members = list(members)
    case.record(LeaderTaskForceSet(len(members), sorted(led.units), officer.person, now))


def add_task(
    case: SupervisedCase, officer: Officer, text: str, owner: str, leader_unit: str, due_on: date, now: datetime
) -> Task:
    """任务清单: one more task, for the leader or one of the task force, due after today."""
    led = _led(case)
    units = {member.person: member.unit for member in led.members} | {led.leader: leader_unit}
    if owner not in units:
        raise NotOfTheTaskForce("owner", person=owner)
    if due_on <= local_day(now):
        raise DueDateNotAhead("due_on", due_on=due_on, today=local_day(now))
    task = Task(len(led.tasks) + 1, text, owner, units[owner], due_on)
    led.tasks.append(task)
    case.record(LeaderTaskAdded(task.number, owner, task.unit, due_on, officer.person, now))
    return task


def finish_task(
    case: SupervisedCase,
    officer: Officer,
    sees_all: Callable[[str], bool],
    number: int,
    done_on: date,
    evidence: str,
    now: datetime,
) -> Task:
    """A task was done, with evidence; noted by its owner's unit, the bureau or the county leadership."""
    led = _led(case)
    task = led.task(number)
    if officer.unit != task.unit and not sees_all(officer.unit):
        raise NotYourTask("number", number=number, unit=task.unit)
    if task.done_on is not None:
        raise TaskDoneBefore("number", number=number)
    _check_day(led, "done_on", done_on, now)
    done = replace(task, done_on=done_on, evidence=evidence, done_by=officer.person)
    led.tasks[number - 1] = done
    case.record(LeaderTaskDone(number, task.unit, task.due_on, done_on, done_on <= task.due_on, officer.person))
    return done


def record_act(
    case: SupervisedCase,
    officer: Officer,
    act: LeaderActKind,
    held_on: date,
    place: str,
    minutes: str,
    now: datetime,
) -> None:
    """亲自: what the leader in charge did in person, between taking the case over and today."""
    led = _led(case)
    _check_day(led, "held_on", held_on, now)
    led.acts.append(LeaderAct(act, led.leader, held_on, place, minutes, officer.person, now))
    case.record(LeaderActRecorded(act, led.leader, led.top_leader, held_on, officer.person, now))


def close(
    case: SupervisedCase, officer: Officer, leader_in_office: bool, result: ReportResult, proof: str, now: datetime
) -> None:
    """销号. In this order: every task done, the five complete, the case finished, followed up, the result borne out.

    A petition taken back is finished; an anonymous one is not followed up.
    """
    led = _led(case)
    if led.open_tasks:
        raise TasksStillOpen("case_no", numbers="、".join(map(str, led.open_tasks)))
    if missing := led.missing(leader_in_office):
        raise PiecesMissing("case_no", missing="、".join(missing))
    _check_finished(case)
    if result is ReportResult.RESOLVED and not _is_borne_out(case):
        raise ResolvedNotShown("result")
    led.closing = LeaderClosing(result, proof, officer.person, now)
    led.state = LeaderState.CLOSED
    case.record(LeaderCaseClosed(led.leader, led.top_leader, led.mark, result, officer.person, now))


def check_members(members: Sequence[Member]) -> None:
    """Nobody is named twice => NamedTwice."""
    seen: set[str] = set()
    for member in members:
        if member.person in seen:
            raise NamedTwice("members", person=member.person)
        seen.add(member.person)


def _led(case: SupervisedCase) -> LeaderCase:
    if case.leader_case is None:
        raise NoLeaderAssigned("case_no")
    case.leader_case.must_be_open()
    return case.leader_case


def _check_day(led: LeaderCase, name: str, day: date, now: datetime) -> None:
    first = local_day(led.assigned_at)
    if not first <= day <= local_day(now):
        raise NotInTheTimeOfTheLeader(name, date=day, first=first)


def _check_finished(case: SupervisedCase) -> None:
    if not case.is_finished:
        ordered = case.orders[-1].round if case.orders else 1
        raise CaseNotFinished("case_no", round=max(ordered, case.round))
    follow_up = case.current_follow_up
    if case.withdrawn_at is None and follow_up is not None and follow_up.is_pending:
        raise CaseNotFollowedUp("case_no", round=case.round)


def _is_borne_out(case: SupervisedCase) -> bool:
    answer = case.current_follow_up.result if case.current_follow_up else None
    return answer is not None and answer.score is not Score.DISSATISFIED and answer.promise_kept is True
