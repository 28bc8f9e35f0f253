"""What officers do with a case beside its main path: co-handling, disputes, recusal, papers, what becomes of it."""

from __future__ import annotations

from petition_assignment.application.handling import Step, file_papers, occasion
from petition_assignment.application.ports import Desk
from petition_assignment.domain import beside_commands as commands
from petition_assignment.domain import (
    co_handling,
    competence,
    extension,
    follow_through,
    handling_hearing,
    handling_papers,
    leadership_decision,
    recusal,
    suggestion,
)
from petition_assignment.domain import follow_through_commands as later
from petition_assignment.domain import leadership_commands as leadership
from petition_assignment.domain.beside_duties import enter_beside
from petition_assignment.domain.case import Case
from petition_assignment.domain.commands import Command
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.returns import confirm_again

STEPS: dict[type[Command], Step] = {
    commands.InviteCoHandler: co_handling.invite_co_handler,
    commands.InviteParticipant: co_handling.invite_participant,
    commands.AnswerPart: co_handling.answer_part,
    commands.WithdrawPart: co_handling.withdraw_part,
    commands.RaiseCompetenceDispute: competence.raise_competence_dispute,
    commands.DecideCompetenceDispute: competence.decide_competence_dispute,
    leadership.ReportForDecision: leadership_decision.report_for_decision,
    leadership.DecideReportedCase: leadership_decision.decide_reported_case,
    leadership.WithdrawReportForDecision: leadership_decision.withdraw_report_for_decision,
    commands.DeclareRecusal: recusal.declare_recusal,
    commands.DecideRecusal: recusal.decide_recusal,
    later.AnswerSuggestion: suggestion.answer_suggestion,
    later.ReferCase: handling_papers.refer_case,
    commands.ApplyForExtension: extension.apply_for_extension,
    commands.DeclineExtension: extension.decline_extension,
    later.CallHandlingHearing: handling_hearing.call_handling_hearing,
    later.RecordHandlingPaper: handling_papers.record_handling_paper,
    later.RecordPerformance: follow_through.record_performance,
    later.RecordExecution: follow_through.record_execution,
    later.RecordCare: follow_through.record_care,
}


def carry_out(desk: Desk, case_no: str, command: Command, officer: Officer) -> Case:
    """Take the step, file its paper, save the case; refused => nothing is changed."""
    case = desk.cases.require(case_no)
    enter_beside(case, command, officer)
    recusal.check_may_act(case.recusals, officer)
    here = occasion(desk, case_no, officer)
    written = STEPS[type(command)](case, command, here)
    confirm_again(case, here)
    case.did_beside(command, officer)
    file_papers(desk, case, written)
    desk.cases.save(case)
    return case
