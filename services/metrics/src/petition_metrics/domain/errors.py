"""What this service refuses, each with a stable code and one sentence in two languages."""

from __future__ import annotations


class Refused(Exception):
    """A question that is not answered."""

    code: str
    zh: str
    en: str

    def __init__(self, field: str | None = None, **values: object) -> None:
        super().__init__(self.en.format(**values))
        self.field = field
        self.values = values


class IndicatorUnknown(Refused):
    code = "INDICATOR_UNKNOWN"
    zh = "没有代码为 {indicator} 的指标。"
    en = "There is no indicator with the code {indicator}."


class PeriodEmpty(Refused):
    code = "PERIOD_EMPTY"
    zh = "统计时段为空：起始日 {begin} 须早于截止日 {end}（截止日不计入）。"
    en = "The period is empty: {begin} must be before {end} (the end is not part of it)."


class PartUnknown(Refused):
    code = "PART_UNKNOWN"
    zh = "指标 {indicator} 没有分母，只能查看分子。"
    en = "The indicator {indicator} has no denominator; only its numerator can be listed."


class QuarterNotOver(Refused):
    code = "QUARTER_NOT_OVER"
    zh = "{year}年第{quarter}季度尚未结束或未到公布日，不公布数据。"
    en = "Quarter {quarter} of {year} is not over, or its figures are not due to be published yet."


class QuarterNotPublished(Refused):
    code = "QUARTER_NOT_PUBLISHED"
    zh = "{year}年第{quarter}季度的数据尚未公布（或无此版次）。"
    en = "The figures of quarter {quarter} of {year} are not published yet (or not in that edition)."


class CorrectionBetrays(Refused):
    code = "CORRECTION_BETRAYS"
    zh = "{year}年第{quarter}季度的更正与已公布版本相减可推知小数，暂不公布。"
    en = "A correction of quarter {quarter} of {year} could be subtracted from what is published; it has to wait."


class OutsideScope(Refused):
    code = "OUTSIDE_SCOPE"
    zh = "只能查看本单位的数据。"
    en = "Only figures and cases of your own unit can be read."


class NotYourCase(Refused):
    code = "NOT_YOUR_CASE"
    zh = "只能查看本单位的数据。"
    en = "Only figures and cases of your own unit can be read."


class CaseUnknown(Refused):
    code = "NOT_FOUND"
    zh = "查无此件：{case_no}。"
    en = "There is no such case: {case_no}."


class AppraisalUnknown(Refused):
    code = "NOT_FOUND"
    zh = "没有收到 {unit} {year} 年的年度考核。"
    en = "No yearly appraisal of {unit} for {year} was heard of."


class UnreadableEvent(Exception):
    """A known event lacks what its contract promises; nothing is counted from it until it can be read."""

    def __init__(self, source: str, type: str, reason: str) -> None:
        super().__init__(f"{source} {type}: {reason}")
