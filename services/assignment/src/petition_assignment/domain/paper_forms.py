"""How each kind of paper reads in print: whom it addresses, its sentences, its remedy, whether a receipt goes with it.

A sentence with a blank nobody filled in is left out as a whole. No paper says that one may sue: opinions on petitions
generally cannot be taken to court, and a paper must not promise a way that is not there.
"""

from __future__ import annotations

from petition_assignment.domain.paper_form import OF_THE_CASE, Form, To
from petition_assignment.domain.paper_forms_beside import FORMS_BESIDE
from petition_assignment.domain.papers import PaperKind

_FIFTEEN_DAYS = (
    "请按照《信访工作条例》第二十三条的规定，自收到之日起15日内书面告知信访人接收情况以及处理途径和程序；"
    "认为不属于本单位职权范围的，自收到之日起5个工作日内提出异议，并详细说明理由。"
)
_DELIVERED = (
    (None, "送达方式：{method_zh}"),
    (None, "送达日期：{delivered_on}"),
    (None, "回执编号：{number}"),
)
_ASK_FOR_REVIEW = "如不服本处理意见，可以自收到本意见书之日起30日内，向{above}请求复查（《信访工作条例》第三十五条）。"
_ASK_FOR_RE_REVIEW = (
    "如不服本复查意见，可以自收到本意见书之日起30日内，向{above}请求复核（《信访工作条例》第三十六条）。"
)
_LAST_WORD = (
    "本意见为复核意见。对复核意见不服，仍然以同一事实和理由提出投诉请求的，各级党委和政府信访部门和其他机关、单位"
    "不再受理（《信访工作条例》第三十六条）。"
)

FORMS: dict[PaperKind, Form] = {
    **FORMS_BESIDE,
    PaperKind.ROUTING_NOTE: Form(
        To.UNIT,
        (
            (None, "现将信访事项（编号：{case_no}）转送你单位办理。"),
            (None, _FIFTEEN_DAYS),
            ("转办依据", "责任目录规则：{rule}"),
            ("未按责任目录转办的理由", "{override_reason}"),
        ),
    ),
    PaperKind.ASSIGNMENT_LETTER: Form(
        To.UNIT,
        (
            (None, "现将信访事项（编号：{case_no}）交由你单位办理。"),
            (
                None,
                "请于{due_on}以前（含当日）反馈办理结果，并提交办结报告（《信访工作条例》第二十二条第一款第三项）。",
            ),
            (None, _FIFTEEN_DAYS),
            ("交办依据", "责任目录规则：{rule}"),
            ("未按责任目录交办的理由", "{override_reason}"),
        ),
    ),
    PaperKind.OBJECTION: Form(
        To.UNIT,
        (
            (None, "信访事项（编号：{case_no}）收悉。经研究，现按照《信访工作条例》第二十三条的规定提出异议。"),
            ("异议理由", "{reason_zh}。{reason}"),
            ("建议承办单位", "{suggested_unit_name}"),
        ),
    ),
    PaperKind.OBJECTION_DECISION: Form(
        To.UNIT,
        (
            (None, "你单位对信访事项（编号：{case_no}）提出的异议收悉。经核实，{verdict}。"),
            ("核实意见", "{reason}"),
        ),
    ),
    PaperKind.ACCEPTANCE_NOTICE: Form(
        To.PETITIONER,
        (
            (None, "你（们）提出的信访事项（编号：{case_no}）收悉。经审查，属于本单位职权范围，现予受理。"),
            ("处理途径和程序", "{track}"),
            ("办理期限", "{due_on}以前（含当日）。"),
            (
                None,
                "本单位自受理之日起{limit_days}日内办结；情况复杂的，经本单位负责人批准可以适当延长办理期限，延长不超过30日，"
                "并告知延期理由（《信访工作条例》第三十四条）。",
            ),
        ),
        receipt=True,
    ),
    PaperKind.DECLINE_NOTICE: Form(
        To.PETITIONER,
        (
            (
                None,
                "你（们）提出的信访事项（编号：{case_no}）收悉。经审查，决定不予受理（《信访工作条例》第二十三条）。",
            ),
            ("理由", "{reason_zh}。{reason}"),
            ("有权处理的机关、单位", "{competent_unit_name}"),
            ("有权处理的机关、单位", "{competent_body}"),
        ),
        receipt=True,
    ),
    PaperKind.NO_LONGER_ACCEPTED_NOTICE: Form(
        To.PETITIONER,
        (
            (None, "你（们）提出的信访事项（编号：{case_no}）收悉。"),
            (
                None,
                "该事项已作出复核意见，你（们）仍然以同一事实和理由提出投诉请求，按照《信访工作条例》第三十六条的规定，"
                "决定不再受理。",
            ),
            ("说明", "{reason}"),
            (None, "有新的事实和理由的，可以提交，由工作人员比对后依规定办理。"),
        ),
        receipt=True,
    ),
    PaperKind.EXTENSION_APPLICATION: Form(
        To.HEAD,
        (
            (
                None,
                "信访事项（编号：{case_no}）的办理期限至{old_due_on}届满。因情况复杂，申请延长{days}日，至{due_on}"
                "（《信访工作条例》第三十四条）。",
            ),
            ("延期理由", "{reason_zh}。{reason}"),
            ("申请人", "{applicant_name}"),
            ("负责人意见", "同意。{approved_by_name}"),
        ),
    ),
    PaperKind.EXTENSION_NOTICE: Form(
        To.PETITIONER,
        (
            (
                None,
                "你（们）提出的信访事项（编号：{case_no}）因情况复杂，经本单位负责人批准，办理期限延长{days}日，"
                "至{due_on}（《信访工作条例》第三十四条）。",
            ),
            ("延期理由", "{reason_zh}。{reason}"),
        ),
        receipt=True,
    ),
    PaperKind.INTERVIEW_RECORD: Form(
        To.NOBODY,
        (
            (None, OF_THE_CASE),
            (None, "日期：{held_on}"),
            (None, "地点：{place}"),
            (None, "调查人：{investigators}"),
            (None, "记录人：{recorder}"),
            (None, "被调查人：{interviewed}"),
            ("调查内容", "{content}"),
        ),
        signed_by=("被调查人（签名）", "调查人（签名）", "记录人（签名）"),
    ),
    PaperKind.INVESTIGATION_REPORT: Form(
        To.NOBODY,
        (
            (None, OF_THE_CASE),
            (None, "调查人：{investigators}"),
            ("一、调查情况", "{content}"),
            ("二、调查结论", "{conclusion}"),
        ),
        signed_by=("调查人（签名）", "单位负责人（签名）"),
    ),
    PaperKind.AGREEMENT: Form(
        To.NOBODY,
        (
            (None, OF_THE_CASE),
            (None, "双方在自愿的基础上达成如下协议（《信访工作条例》第三十三条）。"),
            ("调解员", "{mediators_name}"),
            ("协议内容", "{terms}"),
            ("签订日期", "{agreed_on}"),
            ("履行期限", "{perform_by}"),
        ),
        signed_by=("信访人（签名）", "对方当事人（签名）", "主持人（签名）"),
    ),
    PaperKind.OPINION: Form(
        To.PETITIONER,
        (
            (
                None,
                "你（们）提出的信访事项（编号：{case_no}），经调查核实，现提出处理意见（《信访工作条例》第三十二条）。",
            ),
            ("一、投诉请求", "{request}"),
            ("二、事实和理由", "{facts_and_reasons}"),
            ("三、处理意见", "{outcome}。{opinion}"),
            ("四、法律法规依据", "{legal_basis}"),
        ),
        remedy=(_ASK_FOR_REVIEW,),
        receipt=True,
    ),
    PaperKind.DELIVERY_RECEIPT: Form(
        To.NOBODY,
        (
            (None, OF_THE_CASE),
            (None, "送达文书：信访处理意见书"),
            (None, "文书编号：{of_number}"),
            *_DELIVERED,
            (None, "请求复查的最后一日：{remedy_until}"),
        ),
        signed_by=("受送达人（签名）", "送达人（签名）"),
    ),
    PaperKind.NOTICE_RECEIPT: Form(
        To.NOBODY,
        ((None, OF_THE_CASE), (None, "送达文书：{notice}"), *_DELIVERED),
        signed_by=("受送达人（签名）", "送达人（签名）"),
    ),
    PaperKind.COMPLETION_REPORT: Form(
        To.UNIT,
        (
            (None, "信访事项（编号：{case_no}）已办理完毕，现将办理结果报告如下（《信访工作条例》第二十二条）。"),
            ("处理结论", "{outcome}"),
            ("处理意见书编号", "{of_number}"),
            ("送达情况", "已于{delivered_on}送达信访人，送达回执编号{receipt_no}。"),
            ("化解层级", "{level_zh}"),
            ("办理情况", "{report}"),
        ),
    ),
    PaperKind.RETURN_NOTE: Form(
        To.UNIT,
        (
            (None, "你单位报送的信访事项（编号：{case_no}）经审核，退回重新办理，请于{due_on}以前（含当日）办结。"),
            ("退回理由", "{reason_zh}。{reason}"),
        ),
    ),
    PaperKind.REVIEW_ACCEPTANCE_NOTICE: Form(
        To.PETITIONER,
        (
            (None, "你（们）于{requested_on}就信访事项（编号：{case_no}）提出的{level}请求收悉，现予受理。"),
            (None, "本单位将自收到请求之日起30日内提出{level}意见，并予以书面答复；听证所需时间依规定计算。"),
        ),
        receipt=True,
    ),
    PaperKind.REVIEW_DECLINE_NOTICE: Form(
        To.PETITIONER,
        (
            (None, "你（们）于{requested_on}就信访事项（编号：{case_no}）提出的{level}请求收悉，决定不予受理。"),
            ("理由", "{reason_zh}。{reason}"),
        ),
        receipt=True,
    ),
    PaperKind.HEARING_NOTICE: Form(
        To.PETITIONER,
        (
            (
                None,
                "本单位就信访事项（编号：{case_no}）的{stage}举行听证，请你（们）参加（《信访工作条例》{hearing_article}）。",
            ),
            ("时间", "{held_at}"),
            ("地点", "{place}"),
            ("参加单位", "{answering_unit_name}"),
            ("参加人员", "{participants}"),
        ),
        receipt=True,
    ),
    PaperKind.HEARING_RECORD: Form(
        To.NOBODY,
        (
            (None, OF_THE_CASE),
            ("听证日期", "{opened_on}"),
            ("参加单位", "{answering_unit_name}"),
            ("听证情况和结论", "{summary}"),
        ),
        signed_by=("听证主持人（签名）", "信访人（签名）", "参加单位代表（签名）", "记录人（签名）"),
    ),
    PaperKind.REVIEW_OPINION: Form(
        To.PETITIONER,
        (
            (None, "你（们）于{requested_on}就信访事项（编号：{case_no}）请求{level}，经审查，现提出{level}意见。"),
            ("一、事实和理由", "{reasons}"),
            ("二、{level}意见", "{decision}{answering_unit_name}的处理意见。"),
            (None, "变更后的结论：{changed_to}。"),
            ("三、法律法规依据", "{legal_basis}"),
        ),
        remedy=(_ASK_FOR_RE_REVIEW, _LAST_WORD),
        receipt=True,
    ),
    PaperKind.REVIEW_DELIVERY_RECEIPT: Form(
        To.NOBODY,
        (
            (None, OF_THE_CASE),
            (None, "送达文书：{level}意见书"),
            (None, "文书编号：{of_number}"),
            *_DELIVERED,
            (None, "请求复核的最后一日：{remedy_until}"),
        ),
        signed_by=("受送达人（签名）", "送达人（签名）"),
    ),
    PaperKind.FINALITY_NOTICE: Form(
        To.PETITIONER,
        (
            (None, "你（们）提出的信访事项（编号：{case_no}）{ground_zh}，现予终结。"),
            (
                None,
                "仍然以同一事实和理由提出投诉请求的，各级党委和政府信访部门和其他机关、单位不再受理"
                "（《信访工作条例》第三十六条）。有新的事实和理由的，可以提交，由工作人员比对后依规定办理。",
            ),
            (None, "本单位将继续做好疏导教育、矛盾化解、帮扶救助等工作（《信访工作条例》第三十七条）。"),
        ),
        receipt=True,
    ),
    PaperKind.REOPENING_NOTE: Form(
        To.NOBODY,
        (
            (None, OF_THE_CASE),
            ("新的事实和理由", "{new_facts}"),
            ("与原事实和理由的比对", "{comparison}"),
            ("办结期限", "{due_on}"),
        ),
    ),
}
