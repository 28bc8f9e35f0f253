"""Review and re-review: the petitioner's request as intake tells it, and the steps of the reviewer."""

from __future__ import annotations

from datetime import datetime

from petition_assignment.application.handling import Step, file_papers, occasion
from petition_assignment.application.ports import Desk
from petition_assignment.domain import publication, recusal, review_hearing
from petition_assignment.domain import review_commands as commands
from petition_assignment.domain.case import Case
from petition_assignment.domain.commands import Command
from petition_assignment.domain.errors import IllegalTransition
from petition_assignment.domain.officer import Officer
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


STEPS: dict[type[Command], Step] = {
    commands.AcceptReview: Case.accept_review,
    commands.DeclineReview: Case.decline_review,
    commands.CallReviewHearing: review_hearing.call_review_hearing,
    commands.OpenHearing: Case.open_hearing,
    commands.CloseHearing: Case.close_hearing,
    commands.DecideReview: Case.decide_review,
    commands.DeliverReview: Case.deliver_review,
    commands.PublishReviewOpinion: publication.publish_review_opinion,
    commands.WithdrawPublication: publication.withdraw_publication,
    commands.ReopenOnNewFacts: Case.reopen_on_new_facts,
}


def carry_out(desk: Desk, case_no: str, command: Command, officer: Officer) -> Case:
    """Take the step on the case's last review, file its papers, save the case; refused => nothing is changed."""
    case = desk.cases.require(case_no)
    recusal.check_may_act(case.recusals, officer)
    file_papers(desk, case, STEPS[type(command)](case, command, occasion(desk, case_no, officer)))
    desk.cases.save(case)
    return case
