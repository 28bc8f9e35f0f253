"""改进工作建议书 and 完善政策建议书 in print."""

from __future__ import annotations

from petition_supervision.domain.printed_papers import PaperKind, PrintedPaper, written_day
from petition_supervision.domain.proposal import Proposal
from petition_supervision.domain.proposal_kinds import PROPOSAL_ZH, ProposalKind
from petition_supervision.domain.unit_tree import UnitTree
from workdays import local_day

KIND_OF: dict[ProposalKind, PaperKind] = {
    ProposalKind.IMPROVE_WORK: PaperKind.IMPROVE_WORK_PROPOSAL,
    ProposalKind.IMPROVE_POLICY: PaperKind.IMPROVE_POLICY_PROPOSAL,
}


def proposal_in_print(proposal: Proposal, units: UnitTree) -> PrintedPaper:
    """To the addressee: the grounds, what is proposed, and by when it answers in writing."""
    kind = KIND_OF[proposal.kind]
    what = "改进工作" if proposal.kind is ProposalKind.IMPROVE_WORK else "完善政策"
    of_case = ((None, f"涉及信访事项编号：{proposal.case_no}"),) if proposal.case_no else ()
    until = written_day(proposal.feedback_due_on)
    return PrintedPaper(
        paper_no=f"{proposal.proposal_no}/{kind}",
        kind=kind,
        title=PROPOSAL_ZH[proposal.kind],
        number=proposal.text.document_no,
        addressee=units.name_of(proposal.addressee),
        parts=(
            (None, f"按照《信访工作条例》第十四条、第四十条的规定，现就{what}提出如下建议。"),
            *of_case,
            ("一、情况和问题", proposal.text.grounds),
            ("二、建议", proposal.text.proposal),
            (None, f"请于{until}以前（含当日）书面反馈采纳情况；未采纳或者部分采纳的，请说明理由。"),
        ),
        unit=units.name_of(proposal.unit),
        day=local_day(proposal.made_at),
    )
