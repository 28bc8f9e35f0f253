"""改进工作、完善政策 proposals (《信访工作条例》第十四条第六项、第四十条): made in writing, answered in writing.

The regulation sets the duty to answer and no length; the county's setting does (K13).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from petition_supervision.domain.ladder import Adoption
from petition_supervision.domain.ladder_errors import AdoptionReasonRequired
from petition_supervision.domain.proposal_errors import NotYourProposal, OwnUnitAddressed, ProposalAnsweredBefore
from petition_supervision.domain.proposal_events import ProposalAnswered, ProposalMade
from petition_supervision.domain.proposal_kinds import ProposalKind
from petition_supervision.domain.supervision_item import Officer
from workdays import end_of_day


@dataclass(frozen=True)
class ProposalText:
    """What is written: the grounds, and what is proposed. It stays in this service's store."""

    document_no: str
    grounds: str
    proposal: str


@dataclass(frozen=True)
class Answer:
    """What the addressee answered."""

    adoption: Adoption
    reason: str | None
    by: str
    unit: str
    at: datetime
    late: bool


@dataclass
class Proposal:
    """`version` counts the events told about the proposal. `answered` follows from `answer`, for lists."""

    proposal_no: str
    kind: ProposalKind
    addressee: str
    unit: str
    text: ProposalText
    made_by: str
    made_at: datetime
    feedback_due_on: date
    case_no: str | None = None
    answered: bool = False
    answer: Answer | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def make(
        cls,
        proposal_no: str,
        kind: ProposalKind,
        addressee: str,
        officer: Officer,
        text: ProposalText,
        case_no: str | None,
        answer_by: date,
        now: datetime,
    ) -> Proposal:
        """A new proposal, to be answered in writing by `answer_by`.

        To the officer's own unit => OwnUnitAddressed.
        """
        if addressee == officer.unit:
            raise OwnUnitAddressed("addressee", unit=addressee)
        proposal = cls(proposal_no, kind, addressee, officer.unit, text, officer.person, now, answer_by, case_no)
        proposal._record(
            ProposalMade(kind, addressee, officer.unit, text.document_no, case_no, officer.person, now, answer_by)
        )
        return proposal

    def record_answer(self, officer: Officer, adoption: Adoption, reason: str | None, now: datetime) -> Answer:
        """第四十条: the addressee answers in writing, itself or through the unit that made the proposal; once.

        Anybody else's officer           => NotYourProposal.   Answered before => ProposalAnsweredBefore.
        Not adopted, or only partly, without a reason => AdoptionReasonRequired.
        """
        if officer.unit not in (self.addressee, self.unit):
            raise NotYourProposal("proposal_no", unit=officer.unit)
        if self.answer is not None:
            raise ProposalAnsweredBefore("proposal_no")
        if adoption is not Adoption.ADOPTED and not (reason or "").strip():
            raise AdoptionReasonRequired("reason")
        late = now >= end_of_day(self.feedback_due_on)
        self.answer, self.answered = Answer(adoption, reason, officer.person, officer.unit, now, late), True
        self._record(ProposalAnswered(self.kind, self.addressee, adoption, officer.person, now, late))
        return self.answer

    def is_late(self, now: datetime) -> bool:
        """Whether the answer came, or is, late."""
        return self.answer.late if self.answer else now >= end_of_day(self.feedback_due_on)

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1
