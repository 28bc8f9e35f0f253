"""The papers written beside the main path: how each comes to be, its title, its addressee, a sentence of it."""

from collections.abc import Callable

from assignment_beside import (
    a_decision,
    a_dispute,
    a_dispute_decision,
    a_hearing_record,
    a_recusal,
    a_recusal_decision,
    a_report_for_decision,
    a_taking_back,
    a_withdrawal,
    an_answer,
    an_application,
    an_invitation,
    followed_through,
    hearing_called,
    suggestion_delivered,
    supported,
)
from assignment_review import ReviewWorld, a_publication
from assignment_world import World

from petition_assignment.domain.beside_commands import DeclineExtension
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.review_commands import WithdrawPublication

WRITTEN_BESIDE: list[tuple[PaperKind, Callable[[], World], str, str | None, str]] = [
    (PaperKind.SUGGESTION_REPLY, suggestion_delivered, "建议意见答复", "信访人", "先在两个村试行"),
    (PaperKind.REFERRAL, followed_through, "移送函", None, "已进入诉讼程序"),
    (
        PaperKind.HANDLING_HEARING,
        lambda: hearing_called().do(a_hearing_record(), "water_handler"),
        "办理听证笔录",
        None,
        "2026年3月5日",
    ),
    (
        PaperKind.EXTENSION_REFUSAL,
        lambda: (
            World().in_handling().do(an_application(), "water_handler").do(DeclineExtension("可按期办结"), "water_head")
        ),
        "不予延期意见",
        None,
        "可按期办结",
    ),
    (
        PaperKind.PUBLICATION_NOTE,
        lambda: ReviewWorld().heard_and_decided().do(a_publication(), "city_head"),
        "复核意见公示审批单",
        "单位负责人",
        "维持原处理意见",
    ),
    (
        PaperKind.PUBLICATION_WITHDRAWAL,
        lambda: (
            ReviewWorld()
            .heard_and_decided()
            .do(a_publication(), "city_head")
            .do(WithdrawPublication("文本有误"), "city_head")
        ),
        "复核意见撤销公示审批单",
        "单位负责人",
        "文本有误",
    ),
    (PaperKind.MEDIATION_RECORD, followed_through, "调解笔录", None, "双方各陈述一次"),
    (PaperKind.PERFORMANCE_NOTE, followed_through, "协议履行核查记录", None, "已通水并付清"),
    (PaperKind.EXECUTION_NOTE, supported, "意见执行核查记录", None, "现场查看已通水"),
    (PaperKind.CARE_NOTE, followed_through, "救助帮扶记录", None, "协助申请低保"),
    (
        PaperKind.CO_HANDLING_INVITATION,
        lambda: World().in_handling().do(an_invitation(), "water_handler"),
        "共同承办通知",
        "彭阳县住房和城乡建设局",
        "2026年3月20日以前",
    ),
    (
        PaperKind.CO_HANDLING_ANSWER,
        lambda: World().in_handling().do(an_invitation(), "water_handler").do(an_answer(), "housing_handler"),
        "共同承办答复",
        None,
        "管网归物业所有",
    ),
    (
        PaperKind.CO_HANDLING_WITHDRAWAL,
        lambda: World().in_handling().do(an_invitation(), "water_handler").do(a_withdrawal(), "water_handler"),
        "共同承办撤回说明",
        "彭阳县住房和城乡建设局",
        "已由本局查明",
    ),
    (
        PaperKind.DECISION_REPORT,
        lambda: World().opened().decided().do(a_report_for_decision(), "dispatcher"),
        "报请决定的请示",
        "县级领导",
        "情况重大，现提出建议，请决定",
    ),
    (
        PaperKind.LEADERSHIP_DECISION,
        lambda: World().opened().decided().do(a_report_for_decision(), "dispatcher").do(a_decision(), "leader1"),
        "对报请事项的批示",
        "彭阳县水务局",
        "请于2026年4月20日以前",
    ),
    (
        PaperKind.REPORT_WITHDRAWAL,
        lambda: World().opened().decided().do(a_report_for_decision(), "dispatcher").do(a_taking_back(), "dispatcher"),
        "撤回请示的说明",
        "县级领导",
        "（文号：请〔2026〕3号）现予撤回",
    ),
    (
        PaperKind.COMPETENCE_DISPUTE,
        lambda: World().signed().do(a_dispute(), "water_head"),
        "管辖争议说明",
        None,
        "与彭阳县住房和城乡建设局对信访事项",
    ),
    (
        PaperKind.COMPETENCE_DECISION,
        lambda: World().signed().do(a_dispute(), "water_head").do(a_dispute_decision(), "leader1"),
        "管辖争议决定",
        "彭阳县住房和城乡建设局",
        "小区内管网归住建管理",
    ),
    (
        PaperKind.RECUSAL_DECLARATION,
        lambda: World().accepted().do(a_recusal(), "water_signer"),
        "回避申请",
        "单位负责人",
        "信访人的近亲属",
    ),
    (
        PaperKind.RECUSAL_DECISION,
        lambda: World().accepted().do(a_recusal(), "water_signer").do(a_recusal_decision(), "water_head"),
        "回避决定",
        None,
        "准予回避",
    ),
]
