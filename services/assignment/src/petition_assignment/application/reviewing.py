"""Review and re-review: the petitioner's request as intake tells it, and one function a command of the reviewer."""

from __future__ import annotations

from datetime import datetime

from petition_assignment.application.ports import Desk
from petition_assignment.domain import review_commands as commands
from petition_assignment.domain.case import Case
from petition_assignment.domain.errors import IllegalTransition
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.papers import Paper
from petition_assignment.domain.vocabulary import ReviewLevel


def receive_request(
    desk: Desk, case_no: str, level: ReviewLevel, round: int, requested_at: datetime, late_reason_given: bool
) -> None:
    """The request is with the level above. One that fits nothing is noted beside the case, for a person to see."""
    case = desk.cases.require(case_no)
    register = desk.registers.current()
    try:
        case.receive_request(level, round, requested_at, late_reason_given, register, desk.calendar)
    except IllegalTransition:
        desk.late_facts.note(case_no, "review_requested", case.state, desk.now)
    else:
        desk.cases.save(case)


def accept_review(desk: Desk, case_no: str, command: commands.AcceptReview, officer: Officer) -> Case:
    """The request is taken up; the notice is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.accept_review(command, officer, desk.now))


def decline_review(desk: Desk, case_no: str, command: commands.DeclineReview, officer: Officer) -> Case:
    """The request is declined; the notice is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.decline_review(command, officer, desk.registers.current(), desk.now))


def open_hearing(desk: Desk, case_no: str, command: commands.OpenHearing, officer: Officer) -> Case:
    """A hearing is being held."""
    case = desk.cases.require(case_no)
    case.open_hearing(command, officer, desk.now)
    desk.cases.save(case)
    return case


def close_hearing(desk: Desk, case_no: str, command: commands.CloseHearing, officer: Officer) -> Case:
    """The hearing is over; its record is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.close_hearing(command, officer, desk.calendar, desk.now))


def decide_review(desk: Desk, case_no: str, command: commands.DecideReview, officer: Officer) -> Case:
    """The review is decided; the decision is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.decide_review(command, officer, desk.calendar, desk.now))


def deliver_review(desk: Desk, case_no: str, command: commands.DeliverReview, officer: Officer) -> Case:
    """The decision is delivered; the receipt is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.deliver_review(command, officer, desk.calendar, desk.now))


def reopen_on_new_facts(desk: Desk, case_no: str, command: commands.ReopenOnNewFacts, officer: Officer) -> Case:
    """The matter is handled again; what was compared is a paper."""
    case = desk.cases.require(case_no)
    return _keep(desk, case, case.reopen_on_new_facts(command, officer, desk.calendar, desk.now))


def _keep(desk: Desk, case: Case, paper: Paper) -> Case:
    desk.papers.file(case, paper)
    desk.cases.save(case)
    return case
