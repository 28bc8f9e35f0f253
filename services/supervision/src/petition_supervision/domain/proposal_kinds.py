"""Proposals besides the one to hold to account (《信访工作条例》第十四条第六项、第四十条)."""

from __future__ import annotations

from enum import StrEnum


class ProposalKind(StrEnum):
    """改进工作 / 完善政策. 追究责任 stands at the end of the ladder and is signed there."""

    IMPROVE_WORK = "improve_work"
    IMPROVE_POLICY = "improve_policy"


PROPOSAL_ZH: dict[ProposalKind, str] = {
    ProposalKind.IMPROVE_WORK: "改进工作建议书",
    ProposalKind.IMPROVE_POLICY: "完善政策建议书",
}
