"""The papers of supervision in print, each made from what is on record: nothing is written twice.

督办通知书, 整改通知书, 通报 and 追究责任建议书 come from a supervision item, 会议纪要 from a meeting, 回访记录 from a
follow-up. A step that was not taken has no paper, and a proposal nobody has signed is a draft and has none either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from petition_supervision.domain.answers import Method, Score
from petition_supervision.domain.follow_up import Attempt, FollowUp
from petition_supervision.domain.ladder import LadderStep, Trigger
from petition_supervision.domain.meetings import AgendaItem, Decision, Meeting, MeetingKind
from petition_supervision.domain.supervision_item import Signature, Step, SupervisionItem
from petition_supervision.domain.unit_tree import UnitTree
from workdays import local_day

Parts = tuple[tuple[str | None, str], ...]


class PaperKind(StrEnum):
    """The kinds of paper supervision gives out."""

    SUPERVISION_NOTICE = "supervision_notice"
    RECTIFICATION_NOTICE = "rectification_notice"
    CRITICISM_NOTICE = "criticism_notice"
    ACCOUNTABILITY_PROPOSAL = "accountability_proposal"
    IMPROVE_WORK_PROPOSAL = "improve_work_proposal"
    IMPROVE_POLICY_PROPOSAL = "improve_policy_proposal"
    MEETING_MINUTES = "meeting_minutes"
    FOLLOW_UP_RECORD = "follow_up_record"
    URGING_NOTICE = "urging_notice"
    URGENT_REPORT = "urgent_report"
    INSPECTION_REPORT = "inspection_report"


PAPER_ZH: dict[PaperKind, str] = {
    PaperKind.SUPERVISION_NOTICE: "督办通知书",
    PaperKind.RECTIFICATION_NOTICE: "整改通知书",
    PaperKind.CRITICISM_NOTICE: "通报",
    PaperKind.ACCOUNTABILITY_PROPOSAL: "追究责任建议书",
    PaperKind.IMPROVE_WORK_PROPOSAL: "改进工作建议书",
    PaperKind.IMPROVE_POLICY_PROPOSAL: "完善政策建议书",
    PaperKind.MEETING_MINUTES: "会议纪要",
    PaperKind.FOLLOW_UP_RECORD: "回访记录",
    PaperKind.URGING_NOTICE: "催办通知书",
    PaperKind.URGENT_REPORT: "重大紧急信访事项报告",
    PaperKind.INSPECTION_REPORT: "专项督查报告",
}

TRIGGER_ZH: dict[Trigger, str] = {
    Trigger.NOT_FINISHED_IN_TIME: "无正当理由未按规定期限办结",
    Trigger.RESULT_NOT_REPORTED: "未按规定反馈办理结果",
    Trigger.PROCEDURE_NOT_KEPT: "未按规定程序受理、办理",
    Trigger.EVASION_OR_DELAY: "推诿、敷衍、拖延",
    Trigger.OPINION_NOT_CARRIED_OUT: "拒不执行处理、复查、复核意见",
    Trigger.FALSE_REPORT: "弄虚作假",
    Trigger.FACTS_OR_BASIS_WRONG: "认定事实不清，依据或者程序错误",
    Trigger.OTHER: "其他",
    Trigger.RED_COLOUR: "季度评定为红色",
}
MEETING_ZH: dict[MeetingKind, str] = {
    MeetingKind.COUNTY_JOINT: "县信访工作联席会议",
    MeetingKind.TOWNSHIP_WEEKLY: "乡镇周例会",
    MeetingKind.TOWNSHIP_MONTHLY: "乡镇月研判会",
    MeetingKind.TOWNSHIP_QUARTERLY: "乡镇季考核会",
}
AGENDA_ZH: dict[AgendaItem, str] = {
    AgendaItem.REPORTS_HEARD: "听取工作汇报",
    AgendaItem.SITUATION_ANALYSED: "分析研判形势",
    AgendaItem.PROBLEMS_RESOLVED: "研究解决突出信访问题",
    AgendaItem.APPRAISAL: "考核",
}
METHOD_ZH: dict[Method, str] = {
    Method.CALL: "电话",
    Method.VISIT: "上门",
    Method.LETTER: "信函",
    Method.ONLINE: "网络",
}
SCORE_ZH: dict[Score, str] = {
    Score.SATISFIED: "满意",
    Score.BASICALLY_SATISFIED: "基本满意",
    Score.DISSATISFIED: "不满意",
}


@dataclass(frozen=True)
class PrintedPaper:
    """One paper: `paper_no` is its place among those of its subject, `number` the one printed on it."""

    paper_no: str
    kind: PaperKind
    title: str
    number: str | None
    addressee: str | None
    parts: Parts
    unit: str
    day: date
    signed_by: tuple[str, ...] = ()


def papers_of_item(item: SupervisionItem, units: UnitTree) -> list[PrintedPaper]:
    """The notice that opened it, one paper a step that was taken, and the proposal once it is signed."""
    found = [_notice(item, units)]
    for step in item.steps:
        if step.step is not LadderStep.ACCOUNTABILITY:
            found.append(_step_paper(item, step, units))
    if item.signature is not None:
        found.append(_proposal(item, item.signature, units))
    return found


def minutes_of(meeting: Meeting, units: UnitTree) -> PrintedPaper:
    """会议纪要: who was there, what was dealt with, and every decision with its owner and its day."""
    parts: list[tuple[str | None, str]] = [
        (None, f"时间：{written_day(meeting.held_on)}"),
        (None, f"主持：{meeting.chair}"),
        (None, f"参加：{'、'.join(meeting.attendees)}"),
        ("一、议题", "；".join(AGENDA_ZH[one] for one in meeting.agenda) + "。"),
        ("二、会议情况", meeting.minutes),
    ]
    if meeting.decisions:
        parts.append(("三、议定事项", "\n".join(_decision(one, units) for one in meeting.decisions)))
    kind = PaperKind.MEETING_MINUTES
    return PrintedPaper(
        paper_no=f"{meeting.meeting_no}/{kind}",
        kind=kind,
        title=f"{MEETING_ZH[meeting.kind]}纪要",
        number=None,
        addressee=None,
        parts=tuple(parts),
        unit=units.name_of(meeting.unit),
        day=meeting.held_on,
    )


def follow_up_records(
    case_no: str, follow_ups: Iterable[FollowUp], units: UnitTree, with_reasons: bool
) -> list[PrintedPaper]:
    """回访材料, one for each round in which somebody tried; the petitioner's own words for those who supervise only."""
    return [_follow_up(case_no, one, units, with_reasons) for one in follow_ups if one.attempts]


def _notice(item: SupervisionItem, units: UnitTree) -> PrintedPaper:
    first_day = item.first_due_on or (None if item.steps else item.due_on)
    parts: list[tuple[str | None, str]] = [
        (
            None,
            f"经查，你单位存在“{TRIGGER_ZH[item.trigger]}”的情形。按照《信访工作条例》第四十条的规定，决定予以督办。",
        ),
        *_about(item),
        *(((None, f"具体情形：{item.reason}"),) if item.reason else ()),
    ]
    if first_day is not None:
        parts.append((None, f"请认真办理，并于{written_day(first_day)}以前（含当日）书面回复办理情况。"))
    return _of_item(item, PaperKind.SUPERVISION_NOTICE, parts, local_day(item.opened_at), units, item.unit)


def _step_paper(item: SupervisionItem, step: Step, units: UnitTree) -> PrintedPaper:
    """一次提出整改, 二次通报批评: by the joint meeting's decision (《信访工作条例》第三十九条)."""
    by_when = f"请于{written_day(step.due_on)}以前（含当日）" if step.due_on else "请立即"
    addressee: str | None = None
    if step.step is LadderStep.RECTIFICATION:
        kind, addressee = PaperKind.RECTIFICATION_NOTICE, item.unit
        parts: list[tuple[str | None, str]] = [
            (None, f"督办事项（编号：{item.supervision_no}）经核查尚未落实，现责令限期整改。"),
            *_about(item),
            ("核查情况", _evidence(item, step)),
            (None, f"{by_when}整改到位，并书面回复整改情况。"),
        ]
    else:
        kind = PaperKind.CRITICISM_NOTICE
        parts = [
            (
                None,
                f"{units.name_of(item.unit)}对督办事项（编号：{item.supervision_no}）整改不力。"
                f"经{joint_meeting(step.sign_off)}研究，决定予以通报批评（《信访工作条例》第三十九条）。",
            ),
            *_about(item),
            ("核查情况", _evidence(item, step)),
            (None, f"{by_when}整改到位，各单位要引以为戒。"),
        ]
    return _of_item(item, kind, parts, local_day(step.at), units, addressee)


def _proposal(item: SupervisionItem, paper: Signature, units: UnitTree) -> PrintedPaper:
    parts = [
        (
            None,
            f"{units.name_of(item.unit)}对督办事项（编号：{item.supervision_no}）经整改、通报仍未落实，造成严重后果。"
            "按照《信访工作条例》第四十条第三款的规定，现提出追究责任的建议。",
        ),
        *_about(item),
        ("造成的后果", paper.consequence),
        (None, f"请于{written_day(paper.feedback_due_on)}以前（含当日）书面反馈采纳情况；未采纳的，请说明理由。"),
    ]
    kind = PaperKind.ACCOUNTABILITY_PROPOSAL
    return _of_item(item, kind, parts, local_day(paper.at), units, paper.addressee, paper.document_no)


def _of_item(
    item: SupervisionItem,
    kind: PaperKind,
    parts: Iterable[tuple[str | None, str]],
    day: date,
    units: UnitTree,
    addressee: str | None,
    number: str | None = None,
) -> PrintedPaper:
    return PrintedPaper(
        paper_no=f"{item.supervision_no}/{kind}",
        kind=kind,
        title=PAPER_ZH[kind],
        number=number or item.supervision_no,
        addressee=units.name_of(addressee) if addressee else None,
        parts=tuple(parts),
        unit=units.name_of(item.owner_unit),
        day=day,
    )


def _about(item: SupervisionItem) -> Parts:
    return ((None, f"涉及信访事项编号：{item.case_no}"),) if item.case_no else ()


def _evidence(item: SupervisionItem, step: Step) -> str:
    """What the check found that led to the step: the two have the same instant."""
    return next((check.evidence for check in item.checks if check.at == step.at), "")


def joint_meeting(sign_off: str | None) -> str:
    """The joint meeting behind a criticism, by its day: `sign_off` is the number of that meeting."""
    held_on = (sign_off or "").rpartition(":")[2]
    try:
        return f"{written_day(date.fromisoformat(held_on))}县信访工作联席会议"
    except ValueError:
        return f"县信访工作联席会议（{sign_off}）"


def _decision(decision: Decision, units: UnitTree) -> str:
    of_case = f"（信访事项编号：{decision.case_no}）" if decision.case_no else ""
    owner, until = units.name_of(decision.owner), written_day(decision.due_on)
    return f"{decision.number}. {decision.text}{of_case}，由{owner}负责，{until}以前完成。"


def _follow_up(case_no: str, follow_up: FollowUp, units: UnitTree, with_reasons: bool) -> PrintedPaper:
    parts: list[tuple[str | None, str]] = [
        (None, f"信访事项编号：{case_no}"),
        (None, f"承办单位：{units.name_of(follow_up.unit)}"),
        (None, f"第{follow_up.round}轮办理，回访期限{written_day(local_day(follow_up.due_at))}。"),
    ]
    for number, attempt in enumerate(follow_up.attempts, 1):
        parts.append((f"第{number}次回访", "\n".join(_attempt(attempt, with_reasons))))
    last = follow_up.attempts[-1]
    kind = PaperKind.FOLLOW_UP_RECORD
    return PrintedPaper(
        paper_no=f"{case_no}/{kind}-{follow_up.round}",
        kind=kind,
        title=PAPER_ZH[kind],
        number=None,
        addressee=None,
        parts=tuple(parts),
        unit=units.name_of(last.officer_unit),
        day=local_day(last.at),
        signed_by=("回访人（签名）", "信访人（签名，现场回访时）"),
    )


def _attempt(attempt: Attempt, with_reasons: bool) -> list[str]:
    lines = [f"时间：{written_day(local_day(attempt.at))}", f"方式：{METHOD_ZH[attempt.method]}"]
    if not attempt.reached:
        return [*lines, "未能联系到信访人。"]
    if attempt.score is not None:
        lines.append(f"评价：{SCORE_ZH[attempt.score]}")
    if attempt.promise_kept is not None:
        lines.append("处理意见已落实。" if attempt.promise_kept else "处理意见未落实。")
    if attempt.reason and with_reasons:
        lines.append(f"信访人反映：{attempt.reason}")
    return lines


def written_day(day: date) -> str:
    """A day as papers write it: 2026年3月2日."""
    return f"{day.year}年{day.month}月{day.day}日"
