"""信访处理意见书 (《信访工作条例》第三十二条): four parts, one of three outcomes, approved by the head of the unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import events
from petition_assignment.domain.errors import ApproverNotHead
from petition_assignment.domain.extension import drop_application
from petition_assignment.domain.follow_through_errors import SuggestionHasItsOwnAnswer
from petition_assignment.domain.notices import check_notices
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.review_decision import check_new_outcome
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Outcome, Purpose

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.commands import IssueOpinion
    from petition_assignment.domain.occasion import Occasion
    from petition_assignment.domain.register import Register


PARTS: dict[str, tuple[str, str]] = {
    "request": ("投诉请求", "what is asked for"),
    "facts_and_reasons": ("事实和理由", "facts and reasons"),
    "opinion": ("处理意见", "the opinion"),
    "legal_basis": ("法律法规依据", "the laws and regulations it rests on"),
}


OUTCOME_ZH: dict[Outcome, str] = {
    Outcome.SUPPORT: "支持",
    Outcome.EXPLAIN: "解释说明",
    Outcome.NOT_SUPPORT: "不支持",
}


@dataclass(frozen=True)
class Opinion:
    """The opinion of the round in hand; its text is a paper."""

    outcome: Outcome
    issued_at: datetime
    issued_by: str
    approved_by: str
    document_no: str | None


def written_parts(command: IssueOpinion) -> dict[str, str]:
    """All four parts of the letter; a blank one => TextRequired naming it."""
    return {part: required_text(part, getattr(command, part)) for part in PARTS}


def check_approver(person: str, unit: str, register: Register) -> None:
    """The approver is a head of the handling unit; anyone else => ApproverNotHead."""
    approver = register.person("approved_by", person)
    if approver.unit != unit or not approver.holds("unit_head"):
        raise ApproverNotHead("approved_by", person=person, unit=unit)


def issue_opinion(case: CaseRecord, command: IssueOpinion, here: Occasion) -> Paper:
    """第三十二条: the written opinion. With nobody to deliver it to, the limit ends here instead of at delivery."""
    if here.petition.purpose is Purpose.SUGGESTION:
        raise SuggestionHasItsOwnAnswer("case_no")
    parts = written_parts(command)
    check_notices(case, command.name)
    check_approver(command.approved_by, here.officer.unit, here.register)
    check_new_outcome(command.outcome, case.round, case.reviews)
    case.opinion = Opinion(command.outcome, here.now, here.officer.name, command.approved_by, command.document_no)
    case.record(events.OpinionIssued(here.officer.unit, command.outcome, here.now, command.approved_by, case.round))
    if case.anonymous:
        case.stop(here.now, "opinion_issued", "K5", "REHANDLING")
        drop_application(case, here)
    case.move_to(State.OPINION_ISSUED)
    return case.paper(
        PaperKind.OPINION,
        here,
        command.document_no,
        parts,
        outcome=OUTCOME_ZH[command.outcome],
        approved_by=command.approved_by,
    )
