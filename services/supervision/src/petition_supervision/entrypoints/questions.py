"""What the queries take. An unknown field is refused by the chassis."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from chassis.pages import MOST, USUAL
from petition_supervision.domain.hand_down import LedgerState


class Paged(Schema):
    """Every list: a page size, and the cursor the page before gave as `next`."""

    limit = fields.Integer(
        strict=True,
        load_default=USUAL,
        validate=validate.Range(1, MOST),
        metadata={"zh": "每页条数", "en": "rows a page"},
    )
    cursor = fields.String(
        load_default=None, allow_none=True, metadata={"zh": "上一页返回的 next", "en": "`next` of the page before"}
    )


def _unit() -> fields.String:
    return fields.String(
        load_default=None,
        allow_none=True,
        metadata={"zh": "单位代码；非信访局、县领导只能查本单位", "en": "unit code; other units see their own only"},
    )


def _kind() -> fields.String:
    return fields.String(
        load_default=None, allow_none=True, metadata={"zh": "时限种类，如 K5", "en": "kind of clock, such as K5"}
    )


def _before() -> fields.AwareDateTime:
    return fields.AwareDateTime(
        format="iso",
        load_default=None,
        allow_none=True,
        metadata={"zh": "只列此时刻之前到期的", "en": "only what is due before this instant"},
    )


class GetSupervisedCase(Schema):
    """查一件：时限、回访、重新办理、交办台账。One case in full."""

    case_no = fields.String(
        required=True,
        validate=validate.Length(min=1, max=38),
        metadata={"zh": "信访件编号", "en": "number of the case"},
    )


class ListDueClocks(Paged):
    """在计时限，按到期先后。Running clocks by due instant."""

    unit = _unit()
    kind = _kind()
    before = _before()


class ListMissed(Paged):
    """超期清单，最近的在前，含已补办的。Missed deadlines, the latest first, those done since included."""

    unit = _unit()
    kind = _kind()


class ListFollowUpsDue(Paged):
    """待回访清单，按到期先后。Pending follow-ups by due instant."""

    unit = _unit()
    before = _before()


class ListHandDowns(Paged):
    """交办台账，按反馈期限先后。The hand-down ledger by feedback day."""

    state = fields.Enum(
        LedgerState,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={
            "zh": "未上报 open、已上报 reported、审核认定办结 confirmed；不填为全部",
            "en": "open, reported or confirmed; all when left out",
        },
    )
    unit = _unit()
    issuer_level = fields.String(
        load_default=None,
        allow_none=True,
        metadata={"zh": "交办机关级别，如 state、region", "en": "level of the issuer, such as state or region"},
    )
    batch_name = fields.String(
        load_default=None, allow_none=True, metadata={"zh": "批次或者专项名称", "en": "name of the batch or campaign"}
    )
    leader = fields.String(
        load_default=None, allow_none=True, metadata={"zh": "台账登记的包案领导", "en": "leader in charge as entered"}
    )
    due_before = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        metadata={"zh": "反馈期限在此日之前的", "en": "to be reported before this day"},
    )
