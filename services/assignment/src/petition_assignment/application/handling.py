"""What officers do with a case: every command is a step of the case, taken the same way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from petition_assignment.application.ports import Desk
from petition_assignment.domain import (
    acceptance,
    agreement,
    commands,
    completion,
    delivery,
    extension,
    objection,
    opinion,
    recusal,
    responsibility,
    routing,
)
from petition_assignment.domain.case import Case
from petition_assignment.domain.occasion import Occasion
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.papers import Paper

Step = Callable[[Case, Any, Occasion], Paper | None]
"""Changes the case and records what happened, or raises a refusal; may leave a paper."""

STEPS: dict[type[commands.Command], Step] = {
    commands.RouteCase: routing.route_case,
    commands.SignForCase: routing.sign_for_case,
    commands.RaiseObjection: objection.raise_objection,
    commands.DecideObjection: objection.decide_objection,
    commands.AcceptCase: acceptance.accept_case,
    commands.DeclineCase: acceptance.decline_case,
    commands.SetResponsibility: responsibility.set_responsibility,
    commands.ExtendCase: extension.extend_case,
    commands.RecordAgreement: agreement.record_agreement,
    commands.IssueOpinion: opinion.issue_opinion,
    commands.RecordDelivery: delivery.record_delivery,
    commands.CompleteCase: completion.complete_case,
    commands.ConfirmCase: completion.confirm_case,
    commands.ReturnCase: completion.return_case,
}


def carry_out(desk: Desk, case_no: str, command: commands.Command, officer: Officer) -> Case:
    """Take the step, file its paper, save the case; refused => nothing is changed."""
    case = desk.cases.require(case_no)
    case.enter(command, officer)
    recusal.check_may_act(case.recusals, officer)
    paper = STEPS[type(command)](case, command, occasion(desk, case_no, officer))
    case.did(command)
    if paper is not None:
        desk.papers.file(case, paper)
    desk.cases.save(case)
    return case


def occasion(desk: Desk, case_no: str, officer: Officer) -> Occasion:
    """What applies to a step that this officer takes now."""
    return Occasion(officer, desk.now, desk.calendar, desk.registers.current, lambda: desk.petitions.require(case_no))
