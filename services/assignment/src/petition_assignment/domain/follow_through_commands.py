"""What officers ask for around the answer: suggestions, referral, papers of the handling, what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from petition_assignment.domain.commands import Command


@dataclass(frozen=True)
class AnswerSuggestion(Command):
    """答复建议意见: the outcome and the reply (第二十九条)."""

    name = "answer_suggestion"
    outcome: str
    reply: str
    approved_by: str
    document_no: str | None = None


@dataclass(frozen=True)
class ReferCase(Command):
    """移送法定途径: to which body, by which document (第二十八条第二款)."""

    name = "refer_case"
    referred_to: str
    document_no: str
    text: str


@dataclass(frozen=True)
class CallHandlingHearing(Command):
    """发出听证通知: who is to come, where, on which day (第三十一条第六项)."""

    name = "call_handling_hearing"
    ground: str
    notice_no: str
    hearing_on: date
    place: str
    participants: str


@dataclass(frozen=True)
class RecordHandlingPaper(Command):
    """登记调查、听证、调解文书: number, day and content."""

    name = "record_handling_paper"
    paper: str
    document_no: str
    held_on: date
    content: str
    hearing_ground: str | None = None
    mediators: Sequence[str] = ()


@dataclass(frozen=True)
class RecordPerformance(Command):
    """登记协议履行情况: whether the agreement with this number was performed (第三十三条)."""

    name = "record_performance"
    document_no: str
    performed: bool
    checked_on: date
    text: str


@dataclass(frozen=True)
class RecordExecution(Command):
    """登记意见执行情况: whether what was supported was carried out (第三十二条)."""

    name = "record_execution"
    carried_out: bool
    checked_on: date
    text: str


@dataclass(frozen=True)
class RecordCare(Command):
    """登记救助帮扶: help with assistance, or care afterwards (第三十七条)."""

    name = "record_care"
    care: str
    given_on: date
    text: str
