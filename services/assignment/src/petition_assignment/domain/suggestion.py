"""Suggestions (《信访工作条例》第二十九条): studied, adopted or not, and answered. No 60 days, no review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from petition_assignment.domain.follow_through_errors import NotASuggestion
from petition_assignment.domain.follow_through_events import SuggestionAnswered
from petition_assignment.domain.opinion import check_approver
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Purpose

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.follow_through_commands import AnswerSuggestion
    from petition_assignment.domain.occasion import Occasion

SUGGESTION_OUTCOMES: dict[str, tuple[str, str]] = {
    "adopted": ("采纳", "adopted"),
    "partly_adopted": ("部分采纳", "adopted in part"),
    "kept_for_reference": ("留作参考", "kept for reference"),
    "not_adopted": ("未采纳", "not adopted"),
}


@dataclass(frozen=True)
class SuggestionAnswer:
    """What became of the suggestion; the reply is a paper."""

    outcome: str
    answered_at: datetime
    answered_by: str
    approved_by: str
    document_no: str | None


def answer_suggestion(case: CaseRecord, command: AnswerSuggestion, here: Occasion) -> Paper:
    """第二十九条: the outcome and a reply, approved by the head. An appeal => NotASuggestion."""
    if here.petition.purpose is not Purpose.SUGGESTION:
        raise NotASuggestion("case_no")
    text = {"reply": required_text("reply", command.reply)}
    check_approver(command.approved_by, here.officer.unit, here.register)
    case.suggestion_answer = SuggestionAnswer(
        command.outcome, here.now, here.officer.name, command.approved_by, command.document_no
    )
    case.record(SuggestionAnswered(here.officer.unit, command.outcome, here.now, command.approved_by, case.round))
    if case.anonymous:
        case.stop(here.now, "opinion_issued", "REHANDLING")
    case.move_to(State.OPINION_ISSUED)
    return case.paper(PaperKind.SUGGESTION_REPLY, here, command.document_no, text)
