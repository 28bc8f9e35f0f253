"""What each query takes. Days are calendar days in Asia/Shanghai; `to` is the first day that is not counted."""

from __future__ import annotations

from datetime import date

from marshmallow import Schema, fields, validate

from chassis.pages import MOST, USUAL
from petition_metrics.domain.comparison import Against
from petition_metrics.domain.indicator import Part

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2100, 1, 1)


def _says(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def _day(name: str, zh: str, en: str) -> fields.Date:
    return fields.Date(
        required=True, data_key=name, validate=validate.Range(FIRST_DAY, LAST_DAY), metadata=_says(zh, en)
    )


def _unit() -> fields.String:
    return fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(1, 100),
        metadata=_says("单位代码；其他单位只能查本单位", "unit code; other units than the bureau see their own only"),
    )


class ListIndicators(Schema):
    """全部指标及其定义。Every indicator with its definition in both languages."""


class OfIndicator(Schema):
    """One indicator over one period."""

    indicator = fields.String(
        required=True,
        validate=validate.Length(1, 100),
        metadata=_says("指标代码", "code of the indicator, as list_indicators shows it"),
    )
    begin = _day("from", "起始日（计入）", "first day of the period")
    end = _day("to", "截止日（不计入）", "first day after the period")
    unit = _unit()


class GetIndicator(OfIndicator):
    """一项指标：数值、分子、分母、截至时间。One figure with numerator and denominator, as of now."""


class CompareIndicator(OfIndicator):
    """同比、环比：(本期−对比期)÷对比期，对比期为0时为“—”。One figure beside that of the year or the period before."""

    against = fields.Enum(
        Against,
        by_value=True,
        required=True,
        metadata=_says("同比 year_before、环比 previous_period", "with what it is compared"),
    )


class GetScorecard(Schema):
    """单位指标卡：一个单位在一个时段的各项比率，满意率居首。Every rate of one unit, satisfaction first."""

    begin = _day("from", "起始日（计入）", "first day of the period")
    end = _day("to", "截止日（不计入）", "first day after the period")
    unit = _unit()


class ListCountedCases(OfIndicator):
    """指标下钻：逐件列出所计的件，合计等于该指标。What one part of a figure counted, one page at a time."""

    part = fields.Enum(
        Part, by_value=True, load_default=Part.NUMERATOR, metadata=_says("分子或分母", "which part of the figure")
    )
    limit = fields.Integer(
        load_default=USUAL,
        strict=True,
        validate=validate.Range(1, MOST),
        metadata=_says("每页条数", "rows a page"),
    )
    cursor = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(1, 1000),
        metadata=_says("上一页返回的 next", "`next` of the page before"),
    )


class GetCaseTimeline(Schema):
    """一件的统计事实及其来源事件。The facts of one case as the figures see it, and the events they come from."""

    case_no = fields.String(
        required=True, validate=validate.Length(1, 38), metadata=_says("信访件编号", "number of the case")
    )


class GetBoard(Schema):
    """五个下降、四个提升看板，群众满意率居首。The county's five falls and four rises, satisfaction first."""

    begin = _day("from", "起始日（计入）", "first day of the period")
    end = _day("to", "截止日（不计入）", "first day after the period")
    unit = _unit()


class GetPublicFigures(Schema):
    """公开数据：一个季度已公布的件数，小数隐去。A quarter as published, small cells hidden, never changed."""

    year = fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(FIRST_DAY.year, LAST_DAY.year - 1),
        metadata=_says("年份", "calendar year"),
    )
    quarter = fields.Integer(
        required=True, strict=True, validate=validate.Range(1, 4), metadata=_says("季度", "quarter, 1 to 4")
    )
    edition = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=True,
        validate=validate.Range(1, 1000),
        metadata=_says("版次；不填为最新版", "edition; the last one when left out"),
    )


class GetArticleTable(Schema):
    """全县年度主要数据表，附下钻。The county's published figures of one year, each with its drill-down."""

    year = fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(FIRST_DAY.year, LAST_DAY.year - 1),
        metadata=_says("年份", "calendar year"),
    )
    unit = _unit()
