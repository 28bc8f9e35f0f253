"""What supervision tells about a supervision item. The subject is the item's number, not a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_supervision.domain.ladder import Adoption, LadderStep, Trigger, Verdict


@dataclass(frozen=True)
class SupervisionOpened:
    """`unit` is supervised (挂账督办). `case_no` None: the unit as such. `opened_by` None: the rule of the red."""

    case_no: str | None
    trigger: Trigger
    unit: str
    owner_unit: str
    owner: str | None
    opened_by: str | None
    opened_at: datetime
    due_on: date


@dataclass(frozen=True)
class SupervisionReplied:
    """The supervised unit answered; what it wrote stays in this service."""

    case_no: str | None
    unit: str
    replied_by: str
    replied_at: datetime


@dataclass(frozen=True)
class SupervisionChecked:
    """A check found the matter carried out, or not."""

    case_no: str | None
    unit: str
    verdict: Verdict
    checked_by: str
    checked_at: datetime


@dataclass(frozen=True)
class LadderStepTaken:
    """The ladder went up by one. `sign_off`: the joint meeting's reference; `due_on`: by when the unit has to act."""

    case_no: str | None
    unit: str
    step: LadderStep
    due_on: date | None
    sign_off: str | None
    taken_by: str
    taken_at: datetime


@dataclass(frozen=True)
class AccountabilitySigned:
    """A named person signed the proposal to hold somebody to account; `addressee` has to answer it in writing."""

    case_no: str | None
    unit: str
    document_no: str
    addressee: str
    signed_by: str
    signed_at: datetime
    feedback_due_on: date


@dataclass(frozen=True)
class ProposalFeedbackRecorded:
    """The addressee answered the proposal; `late` when the day for it had passed."""

    case_no: str | None
    unit: str
    document_no: str
    addressee: str
    adoption: Adoption
    recorded_by: str
    recorded_at: datetime
    late: bool


@dataclass(frozen=True)
class ProposalFeedbackMissed:
    """Nobody answered the proposal by the end of its day; told once. `trigger` is what it suggests to a person."""

    case_no: str | None
    unit: str
    document_no: str
    addressee: str
    feedback_due_on: date
    missed_at: datetime
    trigger: Trigger


@dataclass(frozen=True)
class SupervisionCleared:
    """The item is off the ledger (销账); `step` is the highest it had reached."""

    case_no: str | None
    unit: str
    step: LadderStep | None
    cleared_by: str
    cleared_at: datetime
