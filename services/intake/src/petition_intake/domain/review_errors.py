"""Every way a request for a review or a re-review is refused. Lateness is none of them."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class NothingToReview(Refused):
    code = "NOTHING_TO_REVIEW"
    zh = "尚无已送达的处理意见（复查意见），不能请求{step_zh}。"
    en = "No opinion (or review) has been delivered yet that a {step} could be asked for."


class ReviewAlreadyRequested(Refused):
    code = "REVIEW_ALREADY_REQUESTED"
    zh = "已登记的复查、复核请求尚在办理中，无须重复提出。"
    en = "A request is registered and still being answered; it need not be made again."


class ReviewAlreadyAnswered(Refused):
    code = "REVIEW_ALREADY_ANSWERED"
    zh = "对该意见已作出{step_zh}意见。不服复查意见的，可以请求复核。"
    en = "A {step} of this answer was already given; who disagrees with a review may ask for a re-review."


class RequestedBeforeDelivery(Refused):
    code = "REQUESTED_BEFORE_DELIVERY"
    zh = "请求日期 {given} 早于意见送达日期 {delivered_on}。"
    en = "The request is dated {given}, before the answer was delivered on {delivered_on}."
