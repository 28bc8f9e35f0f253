"""What each report takes. Days are calendar days in Asia/Shanghai; `to` is the first day that is not counted."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_metrics.entrypoints.query_schemas import FIRST_DAY, LAST_DAY


def _day(name: str, zh: str, en: str) -> fields.Date:
    return fields.Date(
        required=True, data_key=name, validate=validate.Range(FIRST_DAY, LAST_DAY), metadata={"zh": zh, "en": en}
    )


class OfYear(Schema):
    """One calendar year."""

    year = fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(FIRST_DAY.year, LAST_DAY.year - 1),
        metadata={"zh": "年份", "en": "calendar year"},
    )


class CompareUnits(Schema):
    """单位对照：各单位办理质量与件数并列，不按件数排名。Units side by side, quality first, never ranked by numbers."""

    begin = _day("from", "起始日（计入）", "first day of the period")
    end = _day("to", "截止日（不计入）", "first day after the period")


class CompareAppraisal(OfYear):
    """年度考核数据核对：录入的数据与本系统所计并列。A unit's yearly appraisal as entered beside what is counted."""

    unit = fields.String(
        required=True, validate=validate.Length(1, 100), metadata={"zh": "被考核单位代码", "en": "code of the unit"}
    )


class GetSelfCheck(OfYear):
    """“三无”年度自查：三项计数及证据。The yearly self-check: three counts with their evidence."""


class GetYearlyReport(OfYear):
    """年度报告（条例第四十一条）：四部分数据与文本。The yearly report in its four parts, as data and as text."""


class GetEvidenceIndex(OfYear):
    """迎检台账目录：按“五好”列出各指标及下钻。Every indicator of a year by section, with its drill-down."""
