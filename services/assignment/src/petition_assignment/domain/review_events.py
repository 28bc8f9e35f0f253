"""What happened in a review, as this service tells it. Wire name: the class name in snake case, `.v1`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_assignment.domain.vocabulary import DeliveryMethod, FinalGround, Outcome, ReviewLevel, ReviewOutcome


@dataclass(frozen=True)
class ReviewAccepted:
    """The level above took the request up, and told the petitioner. `round` is that of the opinion under review."""

    level: ReviewLevel
    unit: str
    accepted_by: str
    accepted_at: datetime
    late: bool
    notice_no: str | None
    round: int


@dataclass(frozen=True)
class ReviewDeclined:
    """A named person declined the request, and told the petitioner why. The reasons in full are not told."""

    level: ReviewLevel
    unit: str
    reason_code: str
    declined_by: str
    declined_at: datetime
    late: bool
    notice_no: str | None
    round: int


@dataclass(frozen=True)
class ReviewHearingCalled:
    """A hearing of the review was called for a day to come. Where, and who is to come, is not told."""

    level: ReviewLevel
    unit: str
    notice_no: str
    hearing_on: date
    called_by: str
    called_at: datetime
    round: int


@dataclass(frozen=True)
class HearingOpened:
    """听证 began."""

    level: ReviewLevel
    unit: str
    opened_by: str
    opened_at: datetime
    round: int


@dataclass(frozen=True)
class HearingClosed:
    """听证 ended; its record has a number."""

    level: ReviewLevel
    unit: str
    closed_by: str
    closed_at: datetime
    record_no: str
    round: int


@dataclass(frozen=True)
class ReviewDecided:
    """The review was decided. `changed_to` is the outcome in the place of the one reviewed. Reasons are not told."""

    level: ReviewLevel
    unit: str
    outcome: ReviewOutcome
    changed_to: Outcome | None
    decided_by: str
    decided_at: datetime
    document_no: str
    round: int


@dataclass(frozen=True)
class ReviewDelivered:
    """The decision reached the petitioner. `remedy_until`: the last day to ask for a re-review; none after one."""

    level: ReviewLevel
    unit: str
    outcome: ReviewOutcome
    method: DeliveryMethod
    delivered_on: date
    receipt_no: str
    remedy_until: date | None
    round: int


@dataclass(frozen=True)
class CaseFinalised:
    """The matter is final: on the same facts and reasons it is no longer accepted (第三十六条第三款)."""

    reference_no: str
    ground: FinalGround
    finalised_by: str
    finalised_at: datetime
    round: int


@dataclass(frozen=True)
class CaseReopened:
    """A person compared and found new facts or reasons: the matter is no longer final."""

    reference_no: str
    reopened_by: str
    reopened_at: datetime
    round: int
