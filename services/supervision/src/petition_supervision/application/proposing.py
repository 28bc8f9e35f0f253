"""Use cases of the proposals to improve work and policies."""

from __future__ import annotations

from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.ladder import Adoption
from petition_supervision.domain.proposal import Proposal, ProposalText
from petition_supervision.domain.proposal_kinds import ProposalKind
from petition_supervision.domain.supervision_item import Officer


def make_proposal(
    work: Work,
    officer: Officer,
    kind: ProposalKind,
    addressee: str,
    document_no: str,
    grounds: str,
    proposal: str,
    case_no: str | None,
) -> Proposal:
    """《信访工作条例》第四十条. Refusals: UnitUnknown, OwnUnitAddressed; an unknown case as the wire says."""
    if addressee not in work.units.get().units:
        raise UnitUnknown("addressee", unit=addressee)
    if case_no is not None:
        work.cases.require(case_no)
    text = ProposalText(document_no, grounds, proposal)
    number = work.proposals.next_number(work.now)
    answer_by = work.county.get().last_day(work.now, work.settings.proposal_feedback_days)
    made = Proposal.make(number, kind, addressee, officer, text, case_no, answer_by, work.now)
    work.proposals.save(made)
    return made


def answer_proposal(work: Work, officer: Officer, proposal_no: str, adoption: Adoption, reason: str | None) -> Proposal:
    """Refusals: NotYourProposal, ProposalAnsweredBefore, AdoptionReasonRequired."""
    proposal = work.proposals.require(proposal_no)
    proposal.record_answer(officer, adoption, reason, work.now)
    work.proposals.save(proposal)
    return proposal
