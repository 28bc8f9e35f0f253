"""专项督查报告 in print: the plan, what was done in which form, what was found, how it was put right, what went up."""

from __future__ import annotations

from petition_supervision.domain.inspection import Inspection
from petition_supervision.domain.inspection_terms import Finding, FindingState, InspectionForm, Organiser
from petition_supervision.domain.printed_papers import PaperKind, PrintedPaper, written_day
from petition_supervision.domain.unit_tree import UnitTree
from workdays import local_day

ORGANISER_ZH = {Organiser.JOINT_MEETING: "县信访工作联席会议", Organiser.PETITION_BUREAU: "县信访局"}
FORM_ZH = {
    InspectionForm.RECORDS_CONSULTED: "查询资料",
    InspectionForm.STAFF_QUESTIONED: "询问人员",
    InspectionForm.PETITIONER_MET: "约见信访人",
    InspectionForm.WRITTEN_EXPLANATION: "要求书面说明",
}
STATE_ZH = {
    FindingState.RECTIFYING: "正在整改",
    FindingState.ANSWERED: "已答复，待核查",
    FindingState.PUT_RIGHT: "整改到位",
}


def inspection_in_print(one: Inspection, units: UnitTree) -> list[PrintedPaper]:
    """The report, once the inspection is concluded; before that there is none to print."""
    if one.report is None or one.concluded_at is None:
        return []
    plan, kind = one.plan, PaperKind.INSPECTION_REPORT
    inspected = "、".join(units.name_of(unit) for unit in plan.units)
    scope = [f"督查单位：{inspected}。"]
    if plan.matters:
        scope.append(f"督查事项：{'；'.join(plan.matters)}。")
    if plan.case_nos:
        scope.append(f"督查信访件：{'、'.join(plan.case_nos)}。")
    acts = "\n".join(
        f"{written_day(act.done_on)}，{units.name_of(act.unit)}，{FORM_ZH[act.form]}。" for act in one.acts
    )
    found = "\n".join(_finding(finding, units) for finding in one.findings) or "未发现问题。"
    up = "\n".join(
        f"{written_day(each.reported_on)}以{each.document_no}向县委、县政府报告重要问题{each.findings}个。"
        for each in one.reports_up
    )
    reported = (("五、向县委、县政府报告情况", up),) if up else ()
    return [
        PrintedPaper(
            paper_no=f"{one.inspection_no}/{kind}",
            kind=kind,
            title=f"{plan.title}专项督查报告",
            number=one.inspection_no,
            addressee=None,
            parts=(
                (
                    None,
                    f"按照《信访工作条例》第三十八条的规定，{ORGANISER_ZH[plan.organiser]}于{written_day(plan.first_day)}"
                    f"至{written_day(plan.last_day)}开展专项督查，现将情况报告如下。",
                ),
                ("一、督查范围", "\n".join(scope)),
                ("二、督查情况", acts),
                ("三、问题和整改", found),
                ("四、督查意见", one.report),
                *reported,
            ),
            unit=ORGANISER_ZH[plan.organiser],
            day=local_day(one.concluded_at),
        )
    ]


def _finding(finding: Finding, units: UnitTree) -> str:
    mark = "（重要问题）" if finding.important else ""
    return (
        f"{finding.number}. {units.name_of(finding.unit)}{mark}：{finding.problem}"
        f"整改时限{written_day(finding.due_on)}，{STATE_ZH[finding.state]}。"
    )
