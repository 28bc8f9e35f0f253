"""Use cases of 催办: what the sweep issues and suggests, how it ends with its clock, what officers do about it."""

from __future__ import annotations

from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.application.supervising import is_a_joint_meeting
from petition_supervision.domain.ladder_errors import SignOffRequired
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.domain.urging import Urging
from petition_supervision.domain.urging_events import UrgingEnd


def urge(work: Work, case: SupervisedCase, clock_id: str) -> None:
    """The working day after the limit, and the duty is not done: its unit is urged, the unit above it is told."""
    clock = case.clocks[clock_id]
    units = work.units.get()
    number = work.urgings.next_number(work.now)
    clock.urge(number, work.now)
    copied_to = units.escalation_of(clock.unit)
    work.urgings.save(Urging.issue(number, case.case_no, clock, copied_to, units.bureau, work.now))


def suggest_criticism(work: Work, case: SupervisedCase, clock_id: str) -> None:
    """One notice and the working days after it, and still nothing: a criticism is suggested to a person."""
    clock = case.clocks[clock_id]
    urging_no = clock.leave_unheeded(work.now)
    urging = _of_clock(work, urging_no)
    urging.suggest_criticism(work.now)
    work.urgings.save(urging)


def follow_clock(work: Work, case: SupervisedCase, clock_id: str, urged_before: str | None) -> None:
    """The owner of a clock told something of it: a notice about it ends with the duty, or with the miss.

    `urged_before`: the notice that was about the clock before the fact.
    """
    if urged_before is None:
        return
    clock = case.clocks[clock_id]
    if clock.urging_no is None:
        _end(work, urged_before, UrgingEnd.WITHDRAWN)
    elif clock.stopped_at is not None:
        _end(work, urged_before, UrgingEnd.DONE)


def _end(work: Work, urging_no: str, end: UrgingEnd) -> None:
    urging = _of_clock(work, urging_no)
    urging.end(end, work.now)
    work.urgings.save(urging)


def _of_clock(work: Work, urging_no: str) -> Urging:
    """The notice a clock names. It was stored with the clock; no officer expects a version of it here."""
    urging = work.urgings.get(urging_no)
    assert urging is not None, "the notice was stored when the clock was given its number"
    return urging


def answer_urging(work: Work, officer: Officer, urging_no: str, text: str) -> Urging:
    """Refusals: UrgingIsOver, NotTheUrgedUnit, UrgingAnsweredBefore."""
    urging = work.urgings.require(urging_no)
    urging.give_answer(officer, text, work.now)
    work.urgings.save(urging)
    return urging


def issue_criticism(
    work: Work, officer: Officer, urging_no: str, document_no: str, sign_off: str, due_on: date
) -> Urging:
    """《信访工作条例》第三十九条: 通报 is the joint meeting's; `sign_off` names one of the county's that is on record.

    Refusals: UrgingIsOver, CriticismOfOwnUnit, CriticismNotSuggested, SignOffRequired, DueDateNotAhead.
    """
    urging = work.urgings.require(urging_no)
    if not is_a_joint_meeting(work, sign_off):
        raise SignOffRequired("sign_off")
    urging.criticise(officer, document_no, sign_off, due_on, work.now)
    work.urgings.save(urging)
    return urging


def waive_criticism(work: Work, officer: Officer, urging_no: str, reason: str) -> Urging:
    """Refusals: UrgingIsOver, CriticismOfOwnUnit, CriticismNotSuggested."""
    urging = work.urgings.require(urging_no)
    urging.waive_criticism(officer, reason, work.now)
    work.urgings.save(urging)
    return urging
