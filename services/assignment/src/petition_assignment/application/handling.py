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
from petition_assignment.domain.investigation import record_investigation
from petition_assignment.domain.investigation_commands import RecordInvestigation
from petition_assignment.domain.notice_commands import RecordNoticeDelivery
from petition_assignment.domain.notices import record_notice_delivery
from petition_assignment.domain.occasion import Occasion
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.papers import Paper
from petition_assignment.domain.returns import confirm_again

Step = Callable[[Case, Any, Occasion], Paper | tuple[Paper, ...] | None]
"""Changes the case and records what happened, or raises a refusal; may leave papers."""

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
    RecordInvestigation: record_investigation,
    commands.IssueOpinion: opinion.issue_opinion,
    commands.RecordDelivery: delivery.record_delivery,
    RecordNoticeDelivery: record_notice_delivery,
    commands.CompleteCase: completion.complete_case,
    commands.ConfirmCase: completion.confirm_case,
    commands.ReturnCase: completion.return_case,
}


def carry_out(desk: Desk, case_no: str, command: commands.Command, officer: Officer) -> Case:
    """Take the step, file its papers, save the case; refused => nothing is changed."""
    case = desk.cases.require(case_no)
    case.enter(command, officer)
    recusal.check_may_act(case.recusals, officer)
    here = occasion(desk, case_no, officer)
    written = STEPS[type(command)](case, command, here)
    confirm_again(case, here)
    case.did(command)
    file_papers(desk, case, written)
    desk.cases.save(case)
    return case


def file_papers(desk: Desk, case: Case, written: Paper | tuple[Paper, ...] | None) -> None:
    """Add what a step has written to the papers of the case, in its order."""
    papers = (written,) if isinstance(written, Paper) else written or ()
    for paper in papers:
        desk.papers.file(case, paper)


def occasion(desk: Desk, case_no: str, officer: Officer) -> Occasion:
    """What applies to a step that this officer takes now."""
    return Occasion(officer, desk.now, desk.calendar, desk.registers.current, lambda: desk.petitions.require(case_no))
