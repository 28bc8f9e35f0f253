"""What is told of papers of the handling, of answers to suggestions, and of what becomes of a decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from petition_assignment.domain.vocabulary import DeliveryMethod


@dataclass(frozen=True)
class SuggestionAnswered:
    """A suggestion was adopted, adopted in part, kept for reference or not adopted. The reply is not told."""

    unit: str
    outcome: str
    answered_at: datetime
    approved_by: str
    round: int


@dataclass(frozen=True)
class AnswerDelivered:
    """An answer that opens no review under 第三十五条 reached the petitioner: tracks 1 to 5, and suggestions."""

    unit: str
    method: DeliveryMethod
    delivered_on: date
    receipt_no: str
    round: int


@dataclass(frozen=True)
class CaseReferred:
    """The matter was referred to the body the law provides for it; `litigation_separated` marks 诉访分离."""

    unit: str
    referred_to: str
    document_no: str
    litigation_separated: bool
    referred_by: str
    referred_at: datetime


@dataclass(frozen=True)
class HandlingHearingCalled:
    """A hearing in the handling was called for a day to come. Who is to come is not told."""

    unit: str
    ground: str
    notice_no: str
    hearing_on: date
    called_by: str
    called_at: datetime
    round: int


@dataclass(frozen=True)
class HandlingPaperRecorded:
    """A record or report of an investigation, a hearing or a mediation is with the case. Its content is not told."""

    unit: str
    paper: str
    document_no: str
    held_on: date
    recorded_by: str
    round: int
    mediators: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class AgreementPerformanceRecorded:
    """Somebody looked whether an agreement was performed; `in_time` None => it sets no date, or is not performed."""

    unit: str
    document_no: str
    performed: bool
    checked_on: date
    in_time: bool | None
    recorded_by: str


@dataclass(frozen=True)
class OpinionExecutionRecorded:
    """Somebody looked whether what the opinion supports was carried out (第三十二条)."""

    unit: str
    carried_out: bool
    checked_on: date
    recorded_by: str
    round: int


@dataclass(frozen=True)
class CareRecorded:
    """Help or care was given (第三十七条). What it was in particular is not told, and none of it is public."""

    unit: str
    care: str
    given_on: date
    recorded_by: str
