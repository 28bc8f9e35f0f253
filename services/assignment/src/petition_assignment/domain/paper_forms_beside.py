"""How the papers read that are written beside the main path: co-handling, competence, recusal, referral, care.

None of them is an answer to the petitioner that could be reviewed.
"""

from __future__ import annotations

from petition_assignment.domain.paper_form import OF_THE_CASE, Form, To
from petition_assignment.domain.papers import PaperKind

FORMS_BESIDE: dict[PaperKind, Form] = {
    PaperKind.EXTENSION_REFUSAL: Form(
        To.NOBODY,
        (
            (None, "信访事项（编号：{case_no}）延长办理期限{days}日的申请，不予批准，请在原期限内办结。"),
            ("申请人", "{applicant_name}"),
            ("理由", "{reason}"),
        ),
    ),
    PaperKind.PUBLICATION_NOTE: Form(
        To.HEAD,
        (
            (
                None,
                "信访事项（编号：{case_no}）的复核意见（文号：{number}）经过听证，依法向社会公示（《信访工作条例》第三十六条第二款）。",
            ),
            ("公示理由", "{reason}"),
            ("公示文本", "{text}"),
        ),
    ),
    PaperKind.PUBLICATION_WITHDRAWAL: Form(
        To.HEAD,
        ((None, "信访事项（编号：{case_no}）的复核意见（文号：{number}）撤销公示。"), ("撤销理由", "{reason}")),
    ),
    PaperKind.CO_HANDLING_INVITATION: Form(
        To.UNIT,
        (
            (None, "信访事项（编号：{case_no}）涉及你单位职责，按照《信访工作条例》第二十四条的规定，请共同承办。"),
            ("请你单位办理", "{task}"),
            (None, "请于{due_on}以前（含当日）书面答复我单位。"),
        ),
    ),
    PaperKind.CO_HANDLING_ANSWER: Form(
        To.NOBODY,
        ((None, OF_THE_CASE), ("共同承办部分的答复", "{answer}")),
    ),
    PaperKind.CO_HANDLING_WITHDRAWAL: Form(
        To.UNIT,
        ((None, "信访事项（编号：{case_no}）中请你单位共同承办的部分，现予撤回。"), ("撤回理由", "{reason}")),
    ),
    PaperKind.COMPETENCE_DISPUTE: Form(
        To.NOBODY,
        (
            (
                None,
                "我单位与{other_unit_name}对信访事项（编号：{case_no}）的管辖有争议，提请决定（《信访工作条例》第二十四条）。",
            ),
            ("争议情况", "{reason}"),
        ),
    ),
    PaperKind.COMPETENCE_DECISION: Form(
        To.UNIT,
        (
            (None, "经研究决定，信访事项（编号：{case_no}）由你单位承办（《信访工作条例》第二十四条）。"),
            ("决定理由", "{reason}"),
            (None, "联席会议编号：{number}"),
        ),
    ),
    PaperKind.DECISION_REPORT: Form(
        To.UNIT,
        (
            (
                None,
                "信访事项（编号：{case_no}）{ground}，现提出建议，请决定（《信访工作条例》第二十二条第一款第一项）。",
            ),
            ("建议承办单位", "{other_unit_name}"),
            ("建议", "{proposal}"),
        ),
    ),
    PaperKind.LEADERSHIP_DECISION: Form(
        To.UNIT,
        (
            (None, "经研究，信访事项（编号：{case_no}）由你单位承办（《信访工作条例》第二十二条）。"),
            ("批示", "{instruction}"),
            (None, "请于{due_on}以前（含当日）反馈办理结果，并提交办结报告。"),
        ),
    ),
    PaperKind.REPORT_WITHDRAWAL: Form(
        To.UNIT,
        ((None, "信访事项（编号：{case_no}）的请示（文号：{number}）现予撤回。"), ("撤回理由", "{reason}")),
    ),
    PaperKind.RECUSAL_DECLARATION: Form(
        To.HEAD,
        (
            (None, OF_THE_CASE),
            ("申请回避的人员", "{person_name}"),
            ("理由", "{reason}"),
        ),
    ),
    PaperKind.RECUSAL_DECISION: Form(
        To.NOBODY,
        (
            (None, OF_THE_CASE),
            ("被申请回避的人员", "{person_name}"),
            ("决定", "{verdict}"),
            ("理由", "{reason}"),
        ),
    ),
    PaperKind.SUGGESTION_REPLY: Form(
        To.PETITIONER,
        (
            (
                None,
                "你（单位）的建议意见（编号：{case_no}），我单位认真研究论证，现答复如下（《信访工作条例》第二十九条）。",
            ),
            ("答复", "{reply}"),
        ),
    ),
    PaperKind.REFERRAL: Form(
        To.NOBODY,
        (
            (
                None,
                "信访事项（编号：{case_no}）依法分离，导入法定途径（《信访工作条例》第二十八条、第三十一条）。",
            ),
            ("受理机关", "{referred_to_zh}"),
            ("理由", "{reason}"),
        ),
    ),
    PaperKind.HANDLING_HEARING: Form(
        To.NOBODY,
        ((None, OF_THE_CASE), ("听证日期", "{held_on}"), ("听证情况", "{content}")),
        signed_by=("信访人", "主持人", "记录人"),
    ),
    PaperKind.MEDIATION_RECORD: Form(
        To.NOBODY,
        (
            (None, OF_THE_CASE),
            ("调解日期", "{held_on}"),
            ("调解员", "{mediators_name}"),
            ("调解情况", "{content}"),
        ),
        signed_by=("信访人", "另一方", "调解人"),
    ),
    PaperKind.PERFORMANCE_NOTE: Form(
        To.NOBODY,
        ((None, OF_THE_CASE), (None, "协议书编号：{number}"), ("履行情况", "{finding}")),
    ),
    PaperKind.EXECUTION_NOTE: Form(
        To.NOBODY,
        ((None, OF_THE_CASE), ("处理意见执行情况", "{finding}")),
    ),
    PaperKind.CARE_NOTE: Form(
        To.NOBODY,
        ((None, OF_THE_CASE), ("救助帮扶情况", "{note}")),
    ),
}
