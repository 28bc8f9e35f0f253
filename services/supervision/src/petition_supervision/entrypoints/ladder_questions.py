"""What the queries of the supervision ledger take."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_supervision.domain.ladder import ItemState, LadderStep
from petition_supervision.entrypoints.questions import Paged


def _unit() -> fields.String:
    return fields.String(
        load_default=None,
        allow_none=True,
        metadata={"zh": "单位代码；非信访局、县领导只能查本单位", "en": "unit code; other units see their own only"},
    )


class GetSupervision(Schema):
    """查一项督查：回复、核查、步骤、签发、反馈、销账。One item in full."""

    supervision_no = fields.String(
        required=True,
        validate=validate.Length(1, 38),
        metadata={"zh": "督查编号", "en": "number of the supervision item"},
    )


class ListSupervisions(Paged):
    """督查任务清单，挂账最久的在前。The ledger, the oldest entry first."""

    state = fields.Enum(
        ItemState,
        by_value=True,
        load_default=ItemState.OPEN,
        metadata={"zh": "在账 open、已销账 cleared；不填为在账", "en": "open or cleared; open when left out"},
    )
    unit = _unit()
    step = fields.Enum(
        LadderStep,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"zh": "所处步骤：整改、通报批评、追究责任建议", "en": "the step it stands at"},
    )
    case_no = fields.String(
        load_default=None, allow_none=True, metadata={"zh": "信访件编号", "en": "number of the case"}
    )


class ListSuggestedSupervisions(Paged):
    """超期未办、可立项督查的；系统只提示，不自动立项。Missed duties; a person may open an item."""

    unit = _unit()


class GetSupervisionTotals(Schema):
    """单位年度累计：立项、整改、通报、追责建议、销账、催办。A unit's year; clearing takes nothing away."""

    unit = _unit()
    year = fields.Integer(
        strict=True,
        required=True,
        validate=validate.Range(2000, 2999),
        metadata={"zh": "年度", "en": "calendar year"},
    )


class ListUnansweredProposals(Paged):
    """未书面反馈的追责建议，先到期的在前。Signed proposals without their written answer."""

    unit = _unit()
