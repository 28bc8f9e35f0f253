"""The yearly report as text, Chinese first: the same figures, in the order of 《信访工作条例》第四十一条."""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.application.yearly_report import YearlyReport
from petition_metrics.domain.comparison import Comparison
from petition_metrics.domain.days import COUNTY_ZONE
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.indicator import Unit

KINDS_ZH = {"improve_work": "改进工作", "improve_policy": "完善政策", "accountability": "追究责任"}
ADOPTIONS_ZH = {"adopted": "已采纳", "partly_adopted": "部分采纳", "not_adopted": "未采纳", None: "尚未书面反馈"}
STEPS_ZH = {"rectification": "提出整改", "criticism": "通报批评", "accountability": "严肃问责"}


def report_text(report: YearlyReport) -> str:
    """The whole text; the same report always gives the same text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: YearlyReport) -> Iterator[str]:
    counted = report.as_of.astimezone(COUNTY_ZONE)
    yield f"{report.year}年信访情况年度报告（《信访工作条例》第四十一条）"
    yield f"Yearly report on petition work, {report.year} (Regulation on Petition Work, art. 41)"
    draft = "" if report.over else "本年度尚未结束，此为阶段性数据。The year is not over; this is a draft."
    yield f"数据截至 {counted:%Y-%m-%d %H:%M}（北京时间）。{draft}"
    yield ""
    yield "一、信访事项的数据统计、涉及领域以及被投诉较多的机关、单位 / Statistics, fields, units most complained of"
    yield from (_compared(one) for one in report.statistics)
    yield "涉及领域（一级分类代码：件） / Fields (level-1 category: filings)"
    yield from (f"  {code or '未分类'}：{count}" for code, count in report.fields)
    yield "被投诉较多的机关、单位（件数旁列办理质量） / Units most complained of, with the quality of their work"
    for row in report.units:
        quality = "；".join(_shown(one) for one in row.quality)
        yield f"  {report.names.get(row.unit, row.unit)}：{row.volume.text}件；{quality}"
    yield "二、转送、交办、督办情况 / Transfers, assignments, supervision"
    yield from (_compared(one) for one in report.handing_on)
    steps = "，".join(f"{STEPS_ZH[step]}{count}次" for step, count in report.acts.steps.items())
    yield f"  督办立项{report.acts.opened}件，{steps}，销账{report.acts.cleared}件"
    yield "三、改进工作、完善政策、追究责任建议及采纳情况 / Proposals and their adoption"
    for kind, zh in KINDS_ZH.items():
        made = [one for one in report.proposals if one.kind == kind]
        adopted = sum(one.adoption in ("adopted", "partly_adopted") for one in made)
        yield f"  {zh}建议{len(made)}件，采纳（含部分采纳）{adopted}件"
        yield from (
            f"    {one.signed_on} {one.document_no} → {report.names.get(one.addressee, one.addressee)}："
            f"{ADOPTIONS_ZH[one.adoption]}"
            for one in made
        )
    yield "四、其他 / Other matters"
    yield from (f"  {_shown(one)}" for one in report.other)
    yield "  “三无”自查 / Self-check"
    for check in report.self_check:
        number = check.figure.text + check.figure.indicator.unit.value
        yield f"    {check.label_zh}：{number}"


def _compared(one: Comparison) -> str:
    return f"  {_shown(one.now)}，上年{one.then.text}，{one.against.name_zh}{one.text}"


def _shown(one: Figure) -> str:
    """Name and value; a rate with what it was divided from."""
    if one.indicator.unit is Unit.PERCENT:
        return f"{one.indicator.name_zh}{one.text}（{one.numerator}/{one.denominator}）"
    return f"{one.indicator.name_zh}{one.text}{one.indicator.unit.value}"
