"""What the queries of leader-led cases take."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_supervision.domain.leader_terms import CaseMark, LeaderState
from petition_supervision.entrypoints.questions import Paged


class GetLeaderCase(Schema):
    """查一件包案：五个一是否齐全、专班、任务、移交、亲为记录。One leader-led case in full."""

    case_no = fields.String(
        required=True,
        validate=validate.Length(1, 38),
        metadata={"zh": "信访件编号", "en": "number of the case"},
    )


class ListLeaderCases(Paged):
    """包案清单，最早包案的在前；县委、县政府主要领导的可单列。Leader-led cases, the oldest first."""

    state = fields.Enum(
        LeaderState,
        by_value=True,
        load_default=LeaderState.OPEN,
        metadata={"zh": "在包 open、已销号 closed；不填为在包", "en": "open or closed; open when left out"},
    )
    leader = fields.String(
        load_default=None, allow_none=True, metadata={"zh": "包案领导（人员编号）", "en": "of this leader only"}
    )
    top_leader = fields.Boolean(
        load_default=None,
        allow_none=True,
        truthy={True},
        falsy={False},
        metadata={
            "zh": "true 只列县委、县政府主要领导包案的，false 只列其他领导的",
            "en": "true: those of the two first leaders only; false: those of the others",
        },
    )
    mark = fields.Enum(
        CaseMark,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"zh": "重点信访事项、骨头案钉子案", "en": "key matters, or hard cases"},
    )
