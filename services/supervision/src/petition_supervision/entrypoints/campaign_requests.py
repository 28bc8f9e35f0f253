"""What the commands and queries of screening campaigns take. No field holds a household or a person."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_supervision.domain.campaign_events import CampaignKind
from petition_supervision.entrypoints.questions import Paged

MOST_PLACES = 500
CODE = validate.Length(min=1, max=40)
REPORT = validate.And(validate.Length(max=20_000), validate.Regexp(r"\s*\S", error="not blank / 不能为空白"))


def _number() -> fields.String:
    return fields.String(required=True, validate=CODE, metadata={"zh": "排查活动编号", "en": "number of the campaign"})


def _day(zh: str, en: str) -> fields.Date:
    return fields.Date(required=True, format="iso", metadata={"zh": zh, "en": en})


def _places(zh: str, en: str) -> fields.List[str]:
    return fields.List(
        fields.String(validate=CODE),
        load_default=list,
        validate=validate.Length(max=MOST_PLACES),
        metadata={"zh": zh, "en": en},
    )


def _count(zh: str, en: str) -> fields.Integer:
    return fields.Integer(required=True, strict=True, validate=validate.Range(0, 99_999), metadata={"zh": zh, "en": en})


class OpenCampaign(Schema):
    """部署大走访、大摸排、大起底：时间和覆盖的乡镇、村（社区）。Opens a screening campaign."""

    kind = fields.Enum(
        CampaignKind,
        by_value=True,
        required=True,
        metadata={"zh": "大走访、大摸排、大起底", "en": "which of the three"},
    )
    first_day = _day("开始日期", "first day")
    last_day = _day("结束日期，不早于今天", "last day, not before today")
    townships = _places("整乡镇覆盖的乡镇代码", "townships covered as a whole")
    villages = _places("单独覆盖的村（社区）代码", "single villages")


class RecordCampaignCoverage(Schema):
    """登记走访情况：走访户数和发现问题数，不登记住户信息。Records a round of visits in a village."""

    campaign_no = _number()
    village_code = fields.String(
        required=True, validate=CODE, metadata={"zh": "村（社区）代码", "en": "code of the village"}
    )
    covered_on = _day("走访日期", "the day")
    households = _count("走访户数", "households visited")
    items_found = _count("发现问题数", "matters found")


class CloseCampaign(Schema):
    """结束排查：报告；有村（社区）未走访的，写明原因。Closes a campaign with its report."""

    campaign_no = _number()
    report = fields.String(required=True, validate=REPORT, metadata={"zh": "排查报告", "en": "the report"})
    gap_reason = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(max=4000),
        metadata={"zh": "未走访的村（社区）及原因", "en": "why villages were left out"},
    )


class GetCampaign(Schema):
    """查看排查活动：覆盖情况、未走访的村（社区）、各村发现的矛盾纠纷。One campaign with its gaps."""

    campaign_no = _number()


class ListCampaigns(Paged):
    """排查活动清单，最近的在前。Campaigns, the latest first."""

    kind = fields.Enum(
        CampaignKind,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"zh": "大走访、大摸排、大起底", "en": "which of the three"},
    )
