"""Where a petition stands, in the words the petitioner reads."""

from __future__ import annotations

from enum import StrEnum

from petition_intake.domain.wording import Wording


class State(StrEnum):
    """Assignment says where the case stands; registered, settled, withdrawn and disposed of are intake's own."""

    REGISTERED = "registered"
    AWAITING_ROUTING = "awaiting_routing"
    ROUTED = "routed"
    SIGNED = "signed"
    OBJECTED = "objected"
    ACCEPTED = "accepted"
    IN_HANDLING = "in_handling"
    OPINION_ISSUED = "opinion_issued"
    DELIVERED = "delivered"
    COMPLETED = "completed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    SETTLED_ON_SPOT = "settled_on_spot"
    WITHDRAWN = "withdrawn"
    NOT_ACCEPTED = "not_accepted"
    NO_LONGER_ACCEPTED = "no_longer_accepted"
    GUIDED = "guided"
    PASSED_ON = "passed_on"
    KEPT_ON_FILE = "kept_on_file"
    ANSWERED = "answered"


STATE_WORDING: dict[State, Wording] = {
    State.REGISTERED: Wording("已登记", "registered"),
    State.AWAITING_ROUTING: Wording("已登记，待转送、交办", "registered, about to be sent to the responsible unit"),
    State.ROUTED: Wording("已转送、交办，待承办单位签收", "sent to the responsible unit, not yet signed for"),
    State.SIGNED: Wording("承办单位已签收，正在审查是否受理", "with the responsible unit, which decides on acceptance"),
    State.OBJECTED: Wording("承办单位提出异议，正在核实", "the unit objected to the transfer, which is being checked"),
    State.ACCEPTED: Wording("已受理", "accepted"),
    State.IN_HANDLING: Wording("正在办理", "being handled"),
    State.OPINION_ISSUED: Wording("已作出处理意见，待送达", "the written opinion is issued and about to be delivered"),
    State.DELIVERED: Wording("处理意见已送达", "the written opinion was delivered"),
    State.COMPLETED: Wording("承办单位已报办结，待审核", "reported finished, to be confirmed"),
    State.CONFIRMED: Wording("已审核认定办结", "confirmed as finished"),
    State.DECLINED: Wording("不予受理", "not accepted"),
    State.SETTLED_ON_SPOT: Wording("已当场化解", "settled on the spot"),
    State.WITHDRAWN: Wording("信访人已撤回", "withdrawn by the petitioner"),
    State.NOT_ACCEPTED: Wording("登记单位不予受理", "not accepted by the unit that registered it"),
    State.NO_LONGER_ACCEPTED: Wording("不再受理", "no longer accepted"),
    State.GUIDED: Wording("已引导", "guided to the competent body"),
    State.PASSED_ON: Wording("已移送", "passed on to the competent body"),
    State.KEPT_ON_FILE: Wording("已存", "kept on file"),
    State.ANSWERED: Wording("已直接回复", "answered directly"),
}

DISPOSED: frozenset[State] = frozenset(
    {
        State.NOT_ACCEPTED,
        State.NO_LONGER_ACCEPTED,
        State.GUIDED,
        State.PASSED_ON,
        State.KEPT_ON_FILE,
        State.ANSWERED,
    }
)
CLOSED: frozenset[State] = DISPOSED | {State.CONFIRMED, State.DECLINED, State.SETTLED_ON_SPOT, State.WITHDRAWN}
BEFORE_ACCEPTANCE: frozenset[State] = frozenset(
    {State.REGISTERED, State.AWAITING_ROUTING, State.ROUTED, State.SIGNED, State.OBJECTED}
)
RATED: frozenset[State] = frozenset({State.CONFIRMED, State.SETTLED_ON_SPOT})
