"""复查 and 复核 as they are kept with their case (《信访工作条例》第三十五条、第三十六条).

A request is answered by the level above the unit whose answer is under review. Its clock (K8, K10) is one of the
case's clocks; what is written in it are papers of the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from petition_assignment.domain.agenda import NO_LIMIT
from petition_assignment.domain.clocks import Clock
from petition_assignment.domain.vocabulary import DeliveryMethod, FinalGround, Outcome, ReviewLevel, ReviewOutcome

LEVEL_ZH: dict[ReviewLevel, str] = {ReviewLevel.REVIEW: "复查", ReviewLevel.RE_REVIEW: "复核"}

RIGHT_TO_ASK: dict[ReviewLevel, str] = {ReviewLevel.REVIEW: "K7", ReviewLevel.RE_REVIEW: "K9"}
"""The petitioner's 30 days for each (第三十五条、第三十六条)."""

DUTY_TO_ANSWER: dict[ReviewLevel, str] = {ReviewLevel.REVIEW: "K8", ReviewLevel.RE_REVIEW: "K10"}

REVIEW_OUTCOME_ZH: dict[ReviewOutcome, str] = {
    ReviewOutcome.UPHELD: "维持",
    ReviewOutcome.REVOKED: "撤销",
    ReviewOutcome.CHANGED: "变更",
    ReviewOutcome.ORDERED_ANEW: "责令重新作出",
}

REDONE: frozenset[ReviewOutcome] = frozenset({ReviewOutcome.REVOKED, ReviewOutcome.ORDERED_ANEW})
"""Outcomes after which the unit has to give another opinion."""

LATE = "late"
FINAL = "final"

DECLINE_REASONS: dict[str, tuple[str, str]] = {
    LATE: ("逾期提出且无正当理由", "asked for too late, without a good reason"),
    FINAL: ("复核意见作出后仍以同一事实和理由提出", "the same facts and reasons again after re-review"),
    "other_authority": ("应向其他机关、单位提出，已书面告知", "another body is to be asked; told in writing which"),
    "other_procedure": ("应通过其他法定途径救济，已书面告知", "the law offers another remedy; told in writing which"),
    "handled_again": ("原事项已重新办理", "the matter is being handled again"),
    "taken_back": ("信访人撤回请求", "the petitioner took the request back"),
}


class ReviewState(StrEnum):
    """One step of a review."""

    REQUESTED = "requested"
    ACCEPTED = "accepted"
    HEARING = "hearing"
    DECIDED = "decided"
    DELIVERED = "delivered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


REVIEW_STATE_ZH: dict[ReviewState, str] = {
    ReviewState.REQUESTED: "已请求，待受理",
    ReviewState.ACCEPTED: "已受理",
    ReviewState.HEARING: "听证中",
    ReviewState.DECIDED: "已作出意见，待送达",
    ReviewState.DELIVERED: "意见已送达",
    ReviewState.DECLINED: "不予受理",
    ReviewState.WITHDRAWN: "随信访事项撤回",
}

WAITING: frozenset[ReviewState] = frozenset(
    {ReviewState.REQUESTED, ReviewState.ACCEPTED, ReviewState.HEARING, ReviewState.DECIDED}
)
"""States in which the reviewer owes the next step."""


@dataclass(frozen=True)
class GivenOpinion:
    """An opinion that reached the petitioner, and who took part in it; a later round leaves it as it is."""

    round: int
    unit: str
    outcome: Outcome
    by: list[str]


@dataclass(frozen=True)
class ReviewHearingCall:
    """A hearing that was called, by which notice and for which day; who was asked to come stands in the notice."""

    notice_no: str
    hearing_on: date


@dataclass
class Hearing:
    """听证: from when to when."""

    opened_at: datetime
    opened_by: str
    closed_at: datetime | None = None
    record_no: str | None = None


@dataclass(frozen=True)
class ReviewDecision:
    """What was decided; the reasons and their basis are a paper."""

    outcome: ReviewOutcome
    changed_to: Outcome | None
    decided_at: datetime
    decided_by: str
    document_no: str


@dataclass(frozen=True)
class ReviewDelivery:
    """The decision in the hands of the petitioner; `remedy_until` None => no further remedy (第三十六条第三款)."""

    method: DeliveryMethod
    delivered_on: date
    receipt_no: str
    remedy_until: date | None
    recorded_by: str


@dataclass(frozen=True)
class Finality:
    """The matter is final, under this reference number."""

    reference_no: str
    ground: FinalGround
    finalised_by: str
    finalised_at: datetime
    round: int


@dataclass
class Review:
    """One request and what became of it.

    `unit` answers it; `answering_unit` gave the opinion. `has_level_above` False => no body above is on the register,
    and `unit` is the bureau, which has to tell the petitioner whom to ask. `barred` took part in what is reviewed.
    `outcome` is the outcome under review; `redo_round` the round in which the opinion is to be given anew.
    """

    level: ReviewLevel
    round: int
    unit: str
    answering_unit: str
    has_level_above: bool
    requested_at: datetime
    late: bool
    late_reason_given: bool
    outcome: Outcome
    barred: list[str]
    clock_id: str = ""
    state: ReviewState = ReviewState.REQUESTED
    accepted_at: datetime | None = None
    accepted_by: str | None = None
    decline_reason: str | None = None
    declined_at: datetime | None = None
    declined_by: str | None = None
    notice_no: str | None = None
    hearing_calls: list[ReviewHearingCall] = field(default_factory=list)
    hearings: list[Hearing] = field(default_factory=list)
    decision: ReviewDecision | None = None
    delivery: ReviewDelivery | None = None
    redo_round: int | None = None
    steps: dict[str, str] = field(default_factory=dict)

    @property
    def waits(self) -> bool:
        return self.state in WAITING

    @property
    def standing_outcome(self) -> Outcome:
        """The outcome after this review: as it was, unless it was changed."""
        changed_to = self.decision.changed_to if self.decision else None
        return changed_to or self.outcome

    def forbids(self, outcome: Outcome, round: int) -> bool:
        """Whether the opinion given anew in this round may not come to this outcome (第三十五条、第三十六条)."""
        return self.redo_round == round and self.outcome == outcome


def whose_turn(reviews: Sequence[Review], clocks: Sequence[Clock]) -> tuple[str, datetime]:
    """The unit that owes the next step of the last review, and by when; ("", NO_LIMIT) when none is owed.

    During a hearing, and where only delivery is left of a re-review, no date is set => NO_LIMIT.
    """
    if not reviews or not reviews[-1].waits:
        return "", NO_LIMIT
    review = reviews[-1]
    dates = [
        clock.due_at for clock in clocks if clock.clock_id == review.clock_id and clock.runs and not clock.stands_still
    ]
    return review.unit, min(dates, default=NO_LIMIT)
