"""Reporting a case finished, and the bureau's confirmation or return of it (《信访工作条例》第二十二条、第三十八条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import events
from petition_assignment.domain.co_handling import check_parts_are_done
from petition_assignment.domain.errors import IllegalTransition, OwnWorkNotConfirmed, ReportNumberRequired
from petition_assignment.domain.follow_through_errors import SmallGridUnknown
from petition_assignment.domain.notices import check_notices
from petition_assignment.domain.opinion import OUTCOME_ZH
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.returns import Return
from petition_assignment.domain.routing import after_today
from petition_assignment.domain.states import DUTIES, State
from petition_assignment.domain.vocabulary import Level, Mode

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.commands import CompleteCase, ConfirmCase, ReturnCase
    from petition_assignment.domain.occasion import Occasion


RETURN_REASONS: dict[str, tuple[str, str]] = {
    "facts_unclear": ("事实不清", "the facts are not established"),
    "basis_wrong": ("适用依据错误", "the legal basis is wrong"),
    "promise_not_kept": ("处理意见未落实", "what was promised was not done"),
    "papers_missing": ("材料不全", "papers are missing"),
    "procedure_wrong": ("办理程序不当", "the procedure was not kept"),
    "other": ("其他", "another reason"),
}


@dataclass(frozen=True)
class Completion:
    """What the unit reported when it finished."""

    level: Level
    completed_at: datetime
    completed_by: str
    report_no: str | None


def report_number(number: str | None, mode: Mode | None) -> str | None:
    """The number of the 办结报告; an assigned case (交办) without one => ReportNumberRequired."""
    written = (number or "").strip() or None
    if written is None and mode is Mode.ASSIGN:
        raise ReportNumberRequired("report_no")
    return written


def complete_case(case: CaseRecord, command: CompleteCase, here: Occasion) -> Paper | None:
    """Report the case finished. Not before the opinion was delivered, unless there is nobody to deliver it to.

    Settled in a grid (在“网格”中化解), but it is not known in which, or at another level => SmallGridUnknown.
    """
    if case.state is State.OPINION_ISSUED and not case.anonymous:
        raise case.refusal(IllegalTransition, DUTIES[command.name].zh, command.name)
    check_notices(case, command.name)
    check_parts_are_done(case.parts)
    if command.in_grid and (command.level is not Level.VILLAGE or here.petition.place.grid_code is None):
        raise SmallGridUnknown("in_grid")
    report_no = report_number(command.report_no, case.mode)
    case.completion = Completion(command.level, here.now, here.officer.name, report_no)
    case.record(
        events.CaseCompleted(here.officer.unit, here.now, here.officer.name, case.round, command.level, command.in_grid)
    )
    case.stop(here.now, "completed", "K11")
    case.move_to(State.COMPLETED)
    if report_no is None:
        return None
    written = (command.report or "").strip()
    opinion, delivery = case.opinion, case.delivery
    return case.paper(
        PaperKind.COMPLETION_REPORT,
        here,
        report_no,
        {"report": written} if written else {},
        level=command.level,
        outcome=OUTCOME_ZH[opinion.outcome] if opinion else None,
        of_number=opinion.document_no if opinion else None,
        delivered_on=delivery.delivered_on.isoformat() if delivery else None,
        receipt_no=delivery.receipt_no if delivery else None,
        to_unit=case.sender,
    )


def confirm_case(case: CaseRecord, command: ConfirmCase, here: Occasion) -> None:
    """审核认定办结: the sender agrees that it is finished; nobody confirms what they reported themselves."""
    assert case.completion is not None
    if here.officer.name == case.completion.completed_by:
        raise OwnWorkNotConfirmed("actor", person=here.officer.name)
    case.record(events.CaseConfirmed(case.routed_unit, here.officer.name, here.now, case.round))
    case.close(State.CONFIRMED, here.now)


def return_case(case: CaseRecord, command: ReturnCase, here: Occasion) -> Paper:
    """退回重办: the same round again from handling on, by a date the sender sets; the unit confirms it again."""
    text = {"reason": required_text("text", command.text)}
    due_on = after_today("due_on", command.due_on, here.now)
    case.record(
        events.CaseReturned(case.routed_unit, here.officer.name, command.reason_code, here.now, due_on, case.round)
    )
    case.returns.append(Return(case.round, here.officer.name, here.now, due_on))
    case.handle_again(due_on, here.now, here.calendar)
    return case.paper(
        PaperKind.RETURN_NOTE,
        here,
        None,
        text,
        reason_zh=RETURN_REASONS[command.reason_code][0],
        due_on=due_on.isoformat(),
        to_unit=case.routed_unit,
    )
