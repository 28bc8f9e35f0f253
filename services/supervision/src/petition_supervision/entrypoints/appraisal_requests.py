"""What the commands and queries of yearly appraisals and of the joint meeting's measures take."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_supervision.domain.appraisal_terms import Grade
from petition_supervision.domain.measure_events import MeasureKind
from petition_supervision.entrypoints.inspection_requests import CODE, code, day, text
from petition_supervision.entrypoints.questions import Paged


def _appraisal() -> fields.String:
    return code("考核编号：单位代码:年份", "number of the appraisal: unit:year")


def _year() -> fields.Integer:
    return fields.Integer(
        required=True, strict=True, validate=validate.Range(2000, 2999), metadata={"zh": "年份", "en": "the year"}
    )


def _kind() -> fields.Enum[MeasureKind]:
    return fields.Enum(
        MeasureKind,
        by_value=True,
        required=True,
        metadata={"zh": "约谈、通报、挂牌督办、责令限期整改", "en": "which of the four"},
    )


def _count(zh: str, en: str) -> fields.Integer:
    return fields.Integer(
        load_default=None,
        allow_none=True,
        strict=True,
        validate=validate.Range(0, 9_999_999),
        metadata={"zh": zh, "en": en},
    )


class AppraisalFigure(Schema):
    """考核项目的数据。The figure of one item of the sheet."""

    item = code("考核项目", "item of the county's sheet")
    numerator = _count("分子，或者扣分次数", "numerator, or how often points are taken off")
    denominator = _count("分母", "denominator")
    points = fields.Float(
        load_default=None,
        allow_none=True,
        validate=validate.Range(0, 100),
        metadata={"zh": "得分，用于评定项目", "en": "points, of an item that is judged"},
    )
    indicator = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata={"zh": "指标代码；按比率计分的必填", "en": "the indicator of metrics; needed for a rate"},
    )
    definition_version = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=True,
        validate=validate.Range(1, 9_999),
        metadata={"zh": "指标定义的版本；按比率计分的必填", "en": "version of its definition; needed for a rate"},
    )
    basis = text("数据来源或者评定依据", "where the figure comes from, or what the points rest on", 1000)


class GradeYearlyAppraisal(Schema):
    """年度考核评定：以依规依法及时就地解决信访问题为导向（《信访工作条例》第三十九条）。Grades a unit's year."""

    unit = code("被考核单位代码", "code of the unit")
    year = _year()
    items = fields.List(
        fields.Nested(AppraisalFigure),
        required=True,
        validate=validate.Length(min=1, max=50),
        metadata={"zh": "各项目数据", "en": "the figure of each item"},
    )
    grade = fields.Enum(Grade, by_value=True, required=True, metadata={"zh": "等次", "en": "the grade"})


class AppealAppraisal(Schema):
    """对年度考核申诉，由被考核单位办理。The unit appeals against its appraisal."""

    appraisal_no = _appraisal()
    reason = text("申诉理由", "why")


class DecideAppraisalAppeal(Schema):
    """决定年度考核申诉，由评定人以外的领导办理。Decides an appeal, by another leader than who graded."""

    appraisal_no = _appraisal()
    upheld = fields.Boolean(required=True, metadata={"zh": "申诉是否成立", "en": "whether it is upheld"})
    grade = fields.Enum(
        Grade,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"zh": "改变后的等次，成立时填写", "en": "the other grade, where it is upheld"},
    )
    decision = text("决定和理由", "the decision with its reasons")


class PublishAppraisal(Schema):
    """公布年度考核结果。Publishes an appraisal."""

    appraisal_no = _appraisal()


class ImposeMeasure(Schema):
    """联席会议采取约谈、通报、挂牌督办、责令限期整改（第三十九条第三款）。Imposes a measure on a unit."""

    kind = _kind()
    unit = code("单位代码", "code of the unit")
    cause = text("事由", "why")
    meeting_no = text("决定的县联席会议编号", "number of the county's joint meeting that decided", 120)
    imposed_on = day("采取日期，不晚于今天", "the day, not after today")
    due_on = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        metadata={"zh": "答复或者整改时限，通报不填", "en": "answered by; none for a circular"},
    )
    supervision_no = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata={"zh": "相关督办事项（挂账）编号", "en": "supervision item on the ledger it comes from"},
    )


class AnswerMeasure(Schema):
    """书面答复，由被采取措施的单位办理。The unit answers a measure in writing."""

    measure_no = code("措施编号", "number of the measure")
    text = text("答复", "the answer")


class LiftMeasure(Schema):
    """解除措施（摘牌），写明依据。Lifts a measure with its proof."""

    measure_no = code("措施编号", "number of the measure")
    proof = text("解除依据", "what shows that the cause is gone")


class GetAppraisal(Schema):
    """查看年度考核：各项目数据和得分、等次、申诉。One appraisal in full."""

    appraisal_no = _appraisal()


class ListAppraisals(Paged):
    """年度考核清单；其他单位的公布后可见。A year's appraisals; those of other units once published."""

    year = _year()


class ListAppraisalGaps(Paged):
    """年度考核缺项清单：应当考核而没有考核的单位。Units whose year was to be appraised by now and was not."""

    year = _year()


class ListMeasures(Paged):
    """约谈、通报、挂牌督办、责令限期整改清单，最近的在前。Measures of a kind, the latest first."""

    kind = _kind()
    in_force = fields.Boolean(load_default=True, metadata={"zh": "是否未解除", "en": "those not lifted, or the others"})
