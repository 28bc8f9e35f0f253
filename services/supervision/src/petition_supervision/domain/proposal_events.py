"""What happened to a proposal, as this service tells it: codes and days, no word of what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_supervision.domain.ladder import Adoption
from petition_supervision.domain.proposal_kinds import ProposalKind


@dataclass(frozen=True)
class ProposalMade:
    """提出建议: to improve work or a policy; the addressee has until `feedback_due_on` to answer in writing."""

    kind: ProposalKind
    addressee: str
    unit: str
    document_no: str
    case_no: str | None
    made_by: str
    made_at: datetime
    feedback_due_on: date


@dataclass(frozen=True)
class ProposalAnswered:
    """书面反馈采纳情况."""

    kind: ProposalKind
    addressee: str
    adoption: Adoption
    answered_by: str
    answered_at: datetime
    late: bool
