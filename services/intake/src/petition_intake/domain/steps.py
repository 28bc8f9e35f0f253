"""The steps of a petition as the petitioner follows them, from every service that took one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from petition_intake.domain.wording import Wording


class StepKind(StrEnum):
    """What can happen to a petition, in the order in which steps of one moment are taken."""

    REGISTERED = "registered"
    LINKED = "linked"
    RECLASSIFIED = "reclassified"
    DISPOSED = "disposed"
    DISPOSITION_WITHDRAWN = "disposition_withdrawn"
    REPORTED_FOR_DECISION = "reported_for_decision"
    REPORT_WITHDRAWN = "report_withdrawn"
    REPORT_DECIDED = "report_decided"
    ROUTED = "routed"
    SIGNED_FOR = "signed_for"
    OBJECTION_RAISED = "objection_raised"
    OBJECTION_DECIDED = "objection_decided"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    RESPONSIBILITY_SET = "responsibility_set"
    EXTENDED = "extended"
    AGREED = "agreed"
    OPINION_ISSUED = "opinion_issued"
    OPINION_DELIVERED = "opinion_delivered"
    COMPLETED = "completed"
    CONFIRMED = "confirmed"
    JOINED_ANSWERED = "joined_answered"
    RETURNED = "returned"
    REVIEW_REQUESTED = "review_requested"
    REVIEW_ACCEPTED = "review_accepted"
    REVIEW_DECLINED = "review_declined"
    HEARING_CALLED = "hearing_called"
    HEARING_OPENED = "hearing_opened"
    HEARING_CLOSED = "hearing_closed"
    REVIEW_DECIDED = "review_decided"
    REVIEW_DELIVERED = "review_delivered"
    FINALISED = "finalised"
    REOPENED = "reopened"
    ROUND_OPENED = "round_opened"
    SETTLED_ON_SPOT = "settled_on_spot"
    WITHDRAWN = "withdrawn"
    FOLLOWED_UP = "followed_up"
    REHANDLING_ORDERED = "rehandling_ordered"
    RATED = "rated"


STEP_WORDING: dict[StepKind, Wording] = {
    StepKind.REGISTERED: Wording("登记", "registered"),
    StepKind.LINKED: Wording("认定初次或者重复信访", "decided whether first or repeated"),
    StepKind.RECLASSIFIED: Wording("更正分类或者属地", "category or place corrected"),
    StepKind.DISPOSED: Wording("登记单位作出处置", "decided by the unit that registered it"),
    StepKind.DISPOSITION_WITHDRAWN: Wording("撤销原处置，转入办理", "that decision was withdrawn"),
    StepKind.REPORTED_FOR_DECISION: Wording(
        "报请上级决定由谁承办", "reported to the level above, which decides who handles it"
    ),
    StepKind.REPORT_WITHDRAWN: Wording("撤回报请", "that report was taken back"),
    StepKind.REPORT_DECIDED: Wording("上级作出决定", "the level above decided"),
    StepKind.ROUTED: Wording("转送、交办", "sent to the responsible unit"),
    StepKind.SIGNED_FOR: Wording("承办单位签收", "signed for by the unit"),
    StepKind.OBJECTION_RAISED: Wording("承办单位提出异议", "the unit objected to the transfer"),
    StepKind.OBJECTION_DECIDED: Wording("核实异议", "the objection was decided"),
    StepKind.ACCEPTED: Wording("受理", "accepted"),
    StepKind.DECLINED: Wording("不予受理", "not accepted"),
    StepKind.RESPONSIBILITY_SET: Wording("落实责任领导、站所、人员和办结时限", "responsibility and date were set"),
    StepKind.EXTENDED: Wording("延长办理期限", "time limit extended"),
    StepKind.AGREED: Wording("达成调解、和解协议", "the parties agreed"),
    StepKind.OPINION_ISSUED: Wording("作出处理意见", "written opinion issued"),
    StepKind.OPINION_DELIVERED: Wording("处理意见送达", "written opinion delivered"),
    StepKind.COMPLETED: Wording("承办单位报办结", "reported finished by the unit"),
    StepKind.CONFIRMED: Wording("审核认定办结", "confirmed as finished"),
    StepKind.JOINED_ANSWERED: Wording("合并办理的信访件已答复", "the case it was joined to was answered"),
    StepKind.RETURNED: Wording("退回重办", "returned to the unit"),
    StepKind.REVIEW_REQUESTED: Wording("请求复查、复核", "a review or re-review was asked for"),
    StepKind.REVIEW_ACCEPTED: Wording("受理复查、复核请求", "the request was taken up"),
    StepKind.REVIEW_DECLINED: Wording("不予受理复查、复核请求", "the request was not accepted"),
    StepKind.HEARING_CALLED: Wording("通知听证", "a hearing was called"),
    StepKind.HEARING_OPENED: Wording("听证开始", "the hearing began"),
    StepKind.HEARING_CLOSED: Wording("听证结束", "the hearing ended"),
    StepKind.REVIEW_DECIDED: Wording("作出复查、复核意见", "the review was decided"),
    StepKind.REVIEW_DELIVERED: Wording("复查、复核意见送达", "the decision was delivered"),
    StepKind.FINALISED: Wording("信访事项终结", "the matter is final"),
    StepKind.REOPENED: Wording("按新的事实和理由重新启动", "reopened on new facts or reasons"),
    StepKind.ROUND_OPENED: Wording("重新办理", "handled again"),
    StepKind.SETTLED_ON_SPOT: Wording("当场化解", "settled on the spot"),
    StepKind.WITHDRAWN: Wording("撤回", "withdrawn"),
    StepKind.FOLLOWED_UP: Wording("回访", "followed up"),
    StepKind.REHANDLING_ORDERED: Wording("责成重新办理", "handling anew was ordered"),
    StepKind.RATED: Wording("信访人评价", "rated by the petitioner"),
}


@dataclass(frozen=True)
class Step:
    """One step: when, what, which unit took it or has the matter after it, and codes that say more."""

    at: datetime
    kind: StepKind
    unit: str | None
    round: int
    details: dict[str, str] = field(default_factory=dict)
