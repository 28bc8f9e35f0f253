"""How supervision says no about proposals."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class OwnUnitAddressed(Refused):
    code = "OWN_UNIT_ADDRESSED"
    zh = "不能向本单位（{unit}）提出建议。"
    en = "A unit makes no proposal to itself ({unit})."


class NotYourProposal(Refused):
    code = "NOT_YOUR_PROPOSAL"
    zh = "该建议不是发给本单位（{unit}）的，也不是本单位提出的。"
    en = "The proposal is neither addressed to your unit ({unit}) nor made by it."


class ProposalAnsweredBefore(Refused):
    code = "PROPOSAL_ANSWERED"
    zh = "该建议的采纳情况已反馈，不再更改。"
    en = "The proposal has been answered; an answer is not changed."
