"""The papers of a case (文书): what was written, by whom, when. They are added, never changed.

Their text may name people, so it stays in this service's own store and never goes on the bus.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class PaperKind(StrEnum):
    """The kinds of paper a case gathers on its way."""

    ROUTING_NOTE = "routing_note"
    OBJECTION = "objection"
    OBJECTION_DECISION = "objection_decision"
    ACCEPTANCE_NOTICE = "acceptance_notice"
    DECLINE_NOTICE = "decline_notice"
    EXTENSION_NOTICE = "extension_notice"
    AGREEMENT = "agreement"
    OPINION = "opinion"
    DELIVERY_RECEIPT = "delivery_receipt"
    COMPLETION_REPORT = "completion_report"
    RETURN_NOTE = "return_note"
    REVIEW_ACCEPTANCE_NOTICE = "review_acceptance_notice"
    REVIEW_DECLINE_NOTICE = "review_decline_notice"
    HEARING_RECORD = "hearing_record"
    REVIEW_OPINION = "review_opinion"
    REVIEW_DELIVERY_RECEIPT = "review_delivery_receipt"
    REOPENING_NOTE = "reopening_note"
    ASSIGNMENT_LETTER = "assignment_letter"
    NO_LONGER_ACCEPTED_NOTICE = "no_longer_accepted_notice"
    EXTENSION_APPLICATION = "extension_application"
    EXTENSION_REFUSAL = "extension_refusal"
    NOTICE_RECEIPT = "notice_receipt"
    HEARING_NOTICE = "hearing_notice"
    FINALITY_NOTICE = "finality_notice"
    INTERVIEW_RECORD = "interview_record"
    INVESTIGATION_REPORT = "investigation_report"
    CO_HANDLING_INVITATION = "co_handling_invitation"
    CO_HANDLING_ANSWER = "co_handling_answer"
    CO_HANDLING_WITHDRAWAL = "co_handling_withdrawal"
    COMPETENCE_DISPUTE = "competence_dispute"
    COMPETENCE_DECISION = "competence_decision"
    DECISION_REPORT = "decision_report"
    LEADERSHIP_DECISION = "leadership_decision"
    REPORT_WITHDRAWAL = "report_withdrawal"
    RECUSAL_DECLARATION = "recusal_declaration"
    RECUSAL_DECISION = "recusal_decision"
    SUGGESTION_REPLY = "suggestion_reply"
    REFERRAL = "referral"
    HANDLING_HEARING = "handling_hearing"
    MEDIATION_RECORD = "mediation_record"
    PERFORMANCE_NOTE = "performance_note"
    EXECUTION_NOTE = "execution_note"
    CARE_NOTE = "care_note"
    PUBLICATION_NOTE = "publication_note"
    PUBLICATION_WITHDRAWAL = "publication_withdrawal"


PAPER_ZH: dict[PaperKind, str] = {
    PaperKind.ROUTING_NOTE: "转办单",
    PaperKind.OBJECTION: "异议书",
    PaperKind.OBJECTION_DECISION: "异议核实意见",
    PaperKind.ACCEPTANCE_NOTICE: "受理告知书",
    PaperKind.DECLINE_NOTICE: "不予受理告知书",
    PaperKind.EXTENSION_NOTICE: "延期告知书",
    PaperKind.AGREEMENT: "调解（和解）协议书",
    PaperKind.OPINION: "信访处理意见书",
    PaperKind.DELIVERY_RECEIPT: "送达回执",
    PaperKind.COMPLETION_REPORT: "办结报告",
    PaperKind.RETURN_NOTE: "退回重办意见",
    PaperKind.REVIEW_ACCEPTANCE_NOTICE: "复查（复核）受理告知书",
    PaperKind.REVIEW_DECLINE_NOTICE: "复查（复核）不予受理告知书",
    PaperKind.HEARING_RECORD: "听证笔录",
    PaperKind.REVIEW_OPINION: "复查（复核）意见书",
    PaperKind.REVIEW_DELIVERY_RECEIPT: "复查（复核）意见书送达回执",
    PaperKind.REOPENING_NOTE: "新的事实和理由比对记录",
    PaperKind.ASSIGNMENT_LETTER: "交办函",
    PaperKind.NO_LONGER_ACCEPTED_NOTICE: "不再受理告知书",
    PaperKind.EXTENSION_APPLICATION: "延期办理申请书",
    PaperKind.EXTENSION_REFUSAL: "不予延期意见",
    PaperKind.NOTICE_RECEIPT: "告知书送达回执",
    PaperKind.HEARING_NOTICE: "听证通知书",
    PaperKind.FINALITY_NOTICE: "终结通知书",
    PaperKind.INTERVIEW_RECORD: "调查笔录",
    PaperKind.INVESTIGATION_REPORT: "调查报告",
    PaperKind.CO_HANDLING_INVITATION: "共同承办通知",
    PaperKind.CO_HANDLING_ANSWER: "共同承办答复",
    PaperKind.CO_HANDLING_WITHDRAWAL: "共同承办撤回说明",
    PaperKind.COMPETENCE_DISPUTE: "管辖争议说明",
    PaperKind.COMPETENCE_DECISION: "管辖争议决定",
    PaperKind.DECISION_REPORT: "报请决定的请示",
    PaperKind.LEADERSHIP_DECISION: "对报请事项的批示",
    PaperKind.REPORT_WITHDRAWAL: "撤回请示的说明",
    PaperKind.RECUSAL_DECLARATION: "回避申请",
    PaperKind.RECUSAL_DECISION: "回避决定",
    PaperKind.SUGGESTION_REPLY: "建议意见答复",
    PaperKind.REFERRAL: "移送函",
    PaperKind.HANDLING_HEARING: "办理听证笔录",
    PaperKind.MEDIATION_RECORD: "调解笔录",
    PaperKind.PERFORMANCE_NOTE: "协议履行核查记录",
    PaperKind.EXECUTION_NOTE: "意见执行核查记录",
    PaperKind.CARE_NOTE: "救助帮扶记录",
    PaperKind.PUBLICATION_NOTE: "复核意见公示审批单",
    PaperKind.PUBLICATION_WITHDRAWAL: "复核意见撤销公示审批单",
}


@dataclass(frozen=True)
class Paper:
    """One paper: its number where papers of its kind are numbered, and its text by part, as it was written.

    `facts` are what the step itself settled and the printed paper repeats: codes, dates, numbers of other papers.
    """

    kind: PaperKind
    by: str
    unit: str
    at: datetime
    round: int
    number: str | None
    text: dict[str, str]
    facts: dict[str, str] = field(default_factory=dict)
