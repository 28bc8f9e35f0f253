"""Proposals to improve work and policies: what is asked, who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import mongo_proposals as kept
from petition_supervision.adapters import views
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application import proposing
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import check_proposal, unit_to_list
from petition_supervision.domain.ladder import Adoption
from petition_supervision.domain.proposal import Proposal
from petition_supervision.domain.proposal_kinds import ProposalKind
from petition_supervision.entrypoints.acting import officer_of
from petition_supervision.entrypoints.ladder_rpc import SIGNERS, SUPERVISORS, UNIT_OFFICERS
from petition_supervision.entrypoints.questions import Paged

Data = dict[str, Any]
LONGEST_TEXT = 2000


def _text(zh: str, en: str, longest: int = LONGEST_TEXT) -> fields.String:
    return fields.String(required=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en})


def _optional(zh: str, en: str, longest: int) -> fields.String:
    return fields.String(
        load_default=None, allow_none=True, validate=validate.Length(1, longest), metadata={"zh": zh, "en": en}
    )


class MakeProposal(Schema):
    """提出改进工作、完善政策的建议（第四十条）。Proposes in writing to improve work or a policy."""

    kind = fields.Enum(
        ProposalKind,
        by_value=True,
        required=True,
        metadata={
            "zh": "改进工作 improve_work、完善政策 improve_policy；追究责任另有流程",
            "en": "improve_work or improve_policy; holding to account has a way of its own",
        },
    )
    addressee = _text("收文单位", "the unit it is addressed to", 64)
    document_no = _text("建议书文号", "number of the document", 100)
    grounds = _text("情况和问题", "the grounds")
    proposal = _text("建议", "what is proposed")
    case_no = _optional("涉及的信访件编号", "number of the case it arose from", 38)


class AnswerProposal(Schema):
    """书面反馈建议采纳情况（第四十条）。Answers a proposal in writing."""

    proposal_no = _text("建议编号", "number of the proposal", 38)
    adoption = fields.Enum(
        Adoption,
        by_value=True,
        required=True,
        metadata={"zh": "采纳、部分采纳、未采纳", "en": "adopted, partly, or not"},
    )
    reason = _optional("未采纳或部分采纳的理由", "why not, or only partly", LONGEST_TEXT)


class GetProposal(Schema):
    """查一份建议及其反馈。One proposal with its answer."""

    proposal_no = _text("建议编号", "number of the proposal", 38)


class ListProposals(Paged):
    """建议清单，按反馈期限先后。Proposals by the day on which their answer is due."""

    answered = fields.Boolean(
        load_default=False,
        truthy={True},
        falsy={False},
        metadata={"zh": "已反馈的；不填为待反馈的", "en": "those answered; those still to be answered when left out"},
    )
    unit = _optional("收文单位代码；非信访局、县领导只能查本单位", "addressee; other units see their own only", 64)


def make_proposal(work: Work, call: Call, data: Data) -> Data:
    return _standing(proposing.make_proposal(work, officer_of(call), **data))


def answer_proposal(work: Work, call: Call, data: Data) -> Data:
    return _standing(proposing.answer_proposal(work, officer_of(call), **data))


def get_proposal(reader: views.Reader, call: Call, data: Data) -> Data:
    proposal = kept.find_proposal(reader, data["proposal_no"])
    check_proposal(read_units(reader), call.unit, proposal)
    return kept.show_proposal(proposal, call.now)


def list_proposals(reader: views.Reader, call: Call, data: Data) -> Data:
    addressee = unit_to_list(read_units(reader), call.unit, data["unit"])
    return kept.list_proposals(reader, data["answered"], addressee, call.now, data["limit"], data["cursor"])


def _standing(proposal: Proposal) -> Data:
    return {
        "proposal_no": proposal.proposal_no,
        "version": proposal.version,
        "answered": proposal.answered,
        "feedback_due_on": proposal.feedback_due_on.isoformat(),
        "late": proposal.answer.late if proposal.answer else None,
    }


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("make_proposal", MakeProposal, make_proposal, SIGNERS),
    ("answer_proposal", AnswerProposal, answer_proposal, SUPERVISORS | UNIT_OFFICERS),
)

QUERIES: tuple[Query, ...] = (
    Query("get_proposal", GetProposal, get_proposal, ANYONE),
    Query("list_proposals", ListProposals, list_proposals, ANYONE),
)
