"""Every way a review or a re-review is refused (《信访工作条例》第二十八条、第三十五条、第三十六条)."""

from __future__ import annotations

from petition_assignment.domain.errors import Refused


class NoReviewRequested(Refused):
    code = "NO_REVIEW_REQUESTED"
    zh = "本案没有复查、复核请求。"
    en = "Nobody has asked for a review or a re-review of this case."


class NoLevelAbove(Refused):
    code = "NO_LEVEL_ABOVE"
    zh = "单位名册中没有 {unit} 的上一级机关、单位，不能在本县{level_zh}；请书面告知信访人应向哪一级提出。"
    en = "The register names no body above {unit}, so there can be no {level} here; tell the petitioner whom to ask."


class ReviewerMustWithdraw(Refused):
    code = "REVIEWER_MUST_WITHDRAW"
    zh = "{person} 参与过原处理意见或者复查意见，应当回避（《信访工作条例》第二十八条）。"
    en = "{person} took part in what is under review and must keep out of it (Article 28)."


class RequestNotLate(Refused):
    code = "REQUEST_NOT_LATE"
    zh = "请求是在30日内提出的，不能以逾期为由不予受理（《信访工作条例》第三十五条、第三十六条）。"
    en = "The request came within the 30 days, so it cannot be declined as late (Articles 35 and 36)."


class ReviewHearingNotCalled(Refused):
    code = "REVIEW_HEARING_NOT_CALLED"
    zh = "本次复查、复核没有发出过 {held_on} 举行听证的通知，请先书面通知参加人（《信访工作条例》第三十六条）。"
    en = "No hearing of this review was called for {held_on}; tell those who are to be heard in writing first."


class MatterIsFinal(Refused):
    code = "MATTER_IS_FINAL"
    zh = "本事项已终结（{reference}），同一事实和理由不再受理；有新的事实和理由的，先按新事实重新启动。"
    en = "The matter is final ({reference}); reopen it on new facts first, if there are any (Article 36)."


class MatterNotFinal(Refused):
    code = "MATTER_NOT_FINAL"
    zh = "本事项尚未终结。"
    en = "The matter is not final."


class ChangedOutcomeRequired(Refused):
    code = "CHANGED_OUTCOME_REQUIRED"
    zh = "变更原意见的，应写明变更后的结论，且不得与原结论（{outcome}）相同。"
    en = "A change must say to which outcome, and not to the one there was ({outcome})."


class RedoDateRequired(Refused):
    code = "REDO_DATE_REQUIRED"
    zh = "撤销或者责令重新作出的，应指定重新作出处理意见的期限。"
    en = "An opinion that is revoked or ordered anew needs the date by which a new one is given."


class DecisionPartNotAllowed(Refused):
    code = "DECISION_PART_NOT_ALLOWED"
    zh = "结论为 {outcome} 时不要填写 {part}。"
    en = "{part} has no place in a decision with outcome {outcome}."


class SameOutcomeAgain(Refused):
    code = "SAME_OUTCOME_AGAIN"
    zh = "原处理意见已被撤销或者责令重新作出，不得以同一事实和理由作出相同结论（{outcome}）。"
    en = "The earlier opinion was revoked or ordered anew; the new one may not come to the same outcome ({outcome})."
