"""What happened to a petition, as this service tells it. Wire name: the class name in snake case, `.v1`.

No event carries a name, a number, an address or a word of a petitioner, and none is ever told about an accusation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_intake.domain.channels import Channel
from petition_intake.domain.disposition import Ground, Outcome
from petition_intake.domain.filing import HandDown, Purpose
from petition_intake.domain.forms import Form
from petition_intake.domain.levels import Level
from petition_intake.domain.marks import Mark
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.register import Place
from petition_intake.domain.review_course import ReviewLevel
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel


@dataclass(frozen=True)
class PetitionRegistered:
    """`anonymous`: nobody is known to whom a written notice could be owed (《信访工作条例》第二十三条).

    `complained_of_unit`: the unit an appeal or suggestion complains of, which must not handle it (第二十八条第三款).
    """

    channel: Channel
    received_at: datetime
    registered_at: datetime
    registered_by_unit: str
    registered_level: Level
    purpose: Purpose
    category: str
    place: Place
    headcount: int
    representatives: int
    joint: bool
    anonymous: bool
    identity_unclear: bool
    skip_level: bool
    consent_public: bool
    visit_batch: bool
    hand_down: HandDown | None
    person_keys_count: int
    complained_of_unit: str | None = None
    form: Form | None = None
    secrecy_asked: bool = False
    online_delivery: bool = False


@dataclass(frozen=True)
class PetitionLinked:
    """A person decided that it is the first petition on its matter, or a repeat of `repeat_of`."""

    decision: Decision
    repeat_of: str | None
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True)
class PetitionReclassified:
    """What the petition is about now, all of it, changed or not."""

    purpose: Purpose
    category: str
    place: Place
    reason_code: ReclassifyReason
    reclassified_by: str
    reclassified_at: datetime


@dataclass(frozen=True)
class PetitionSettledOnSpot:
    """Settled at the window, with the petitioner's agreement.

    What was settled in a grid is told as settled in its village, and `in_grid` (小事不出村).
    """

    settled_at: datetime
    level: SettlementLevel
    settled_by: str
    settled_by_unit: str
    headcount: int
    in_grid: bool = False


@dataclass(frozen=True)
class PetitionWithdrawn:
    """The petitioner took it back."""

    withdrawn_at: datetime
    recorded_by: str


@dataclass(frozen=True)
class PetitionRated:
    """The petitioner rated bureau and unit for one round of handling."""

    bureau_rating: RatingLevel
    unit_rating: RatingLevel
    rated_at: datetime
    round: int


@dataclass(frozen=True)
class ReviewRequested:
    """The petitioner asked for a review or re-review of the answer of that round, in time or not. Why is not told."""

    level: ReviewLevel
    requested_at: datetime
    late_reason_given: bool
    round: int


@dataclass(frozen=True)
class PetitionDisposed:
    """A person decided that it is not sent on: the ground and what became of it. The written reason is not told.

    `refers_to`: the petition the ground rests on. `unit`: a unit of the register to which the petitioner is shown.
    """

    ground: Ground
    outcome: Outcome
    disposed_by: str
    disposed_by_unit: str
    disposed_at: datetime
    refers_to: str | None
    unit: str | None


@dataclass(frozen=True)
class PassingReceiptRecorded:
    """The body to which the petition was passed on has it. Its own number stays here."""

    ground: Ground
    received_on: date
    recorded_by: str
    recorded_by_unit: str
    recorded_at: datetime


@dataclass(frozen=True)
class DispositionWithdrawn:
    """That decision was wrong and no longer stands: the petition is to be routed after all."""

    withdrawn_by: str
    withdrawn_by_unit: str
    withdrawn_at: datetime


@dataclass(frozen=True)
class PetitionMarked:
    """A person marked the matter. Why is not told."""

    mark: Mark
    marked_by: str
    marked_by_unit: str
    marked_at: datetime


@dataclass(frozen=True)
class MarkWithdrawn:
    """The mark no longer stands. Why is not told."""

    mark: Mark
    withdrawn_by: str
    withdrawn_by_unit: str
    withdrawn_at: datetime


@dataclass(frozen=True)
class PetitionClassified:
    """The codes recorded of it, all of them, by the county's tables; None: not recorded."""

    problem_cause: str | None
    hot_topic: str | None
    affiliation: str | None
    office_kind: str | None
    respondent_level: str | None
    classified_by: str
    classified_at: datetime


@dataclass(frozen=True)
class SecrecyAsked:
    """The petitioner asked for secrecy (第十八条第四款): nothing of the case is published from now on."""

    recorded_by: str
    asked_at: datetime


@dataclass(frozen=True)
class SecrecyLifted:
    """The petitioner took the wish for secrecy back. That the result may be published is not said with it."""

    lifted_at: datetime


@dataclass(frozen=True)
class CategorySuggestionDecided:
    """A person took a suggested category or did not. `category`: that in force until then; the words are not told."""

    suggested: str
    confidence: int
    taken: bool
    category: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True)
class DeliveryChosen:
    """The petitioner agreed that notices come online, or no longer does."""

    online: bool
    recorded_by: str
    chosen_at: datetime


@dataclass(frozen=True)
class NoticeOpened:
    """The petitioner opened a notice for the first time. `receipt`: it is delivered by that, as was agreed."""

    notice_number: str
    notice_kind: str
    round: int
    opened_at: datetime
    receipt: bool
