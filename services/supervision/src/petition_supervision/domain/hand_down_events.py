"""What happened to an entry of the hand-down ledger after it was listed: codes and days, no word that was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_supervision.domain.hand_down_terms import IssuerVerdict, ReopeningGround, ResolutionMethod


@dataclass(frozen=True)
class HandDownDetailsSet:
    """包案领导、化解方式、交办日期: who answers for the matter and how it is being resolved."""

    leader: str
    resolution_method: ResolutionMethod | None
    issued_on: date | None
    set_by: str
    set_at: datetime


@dataclass(frozen=True)
class IssuerVerdictRecorded:
    """The issuer looked at the report that went up at `reported_at`."""

    issuer: str
    document_no: str
    issuer_verdict: IssuerVerdict
    verdict_on: date
    reported_at: datetime
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True)
class HandDownReopened:
    """The matter is open on the ledger again, for the `nth` time, and is reported by `feedback_due_on`."""

    issuer: str
    document_no: str
    ground: ReopeningGround
    nth: int
    feedback_due_on: date
    reopened_by: str
    reopened_at: datetime
