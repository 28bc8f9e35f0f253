"""Where a case stands, and which command may be given there, by which side, in which office.

The table `DUTIES` is the whole state machine of the commands; `FACTS` is that of the facts other services tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class State(StrEnum):
    """One step of the main path (《信访工作条例》第二十二条至第三十四条), or one of the ways to leave it early."""

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
    CLOSED_ON_SPOT = "closed_on_spot"
    WITHDRAWN = "withdrawn"
    DISPOSED = "disposed"


STATE_ZH: dict[State, str] = {
    State.AWAITING_ROUTING: "待转办",
    State.ROUTED: "待签收",
    State.SIGNED: "已签收待受理",
    State.OBJECTED: "异议待核",
    State.ACCEPTED: "已受理",
    State.IN_HANDLING: "办理中",
    State.OPINION_ISSUED: "已作出处理意见",
    State.DELIVERED: "已送达",
    State.COMPLETED: "办结待审核",
    State.CONFIRMED: "审核认定办结",
    State.DECLINED: "不予受理",
    State.CLOSED_ON_SPOT: "当场化解",
    State.WITHDRAWN: "已撤回",
    State.DISPOSED: "登记后未转办",
}

CLOSED: frozenset[State] = frozenset(
    {State.CONFIRMED, State.DECLINED, State.CLOSED_ON_SPOT, State.WITHDRAWN, State.DISPOSED}
)
OPEN: frozenset[State] = frozenset(State) - CLOSED


class Side(Enum):
    """Whose people may give a command: who must route it, who was routed to, or who sent it there."""

    ROUTER = "router"
    HANDLER = "handler"
    SENDER = "sender"


@dataclass(frozen=True)
class Duty:
    """One command: the states it may be given in, the side it belongs to, the offices that may give it."""

    command: str
    zh: str
    states: frozenset[State]
    side: Side
    roles: frozenset[str]


def _duty(command: str, zh: str, states: set[State], side: Side, roles: set[str]) -> tuple[str, Duty]:
    return command, Duty(command, zh, frozenset(states), side, frozenset(roles))


DUTIES: dict[str, Duty] = dict(
    (
        _duty("route_case", "转办", {State.AWAITING_ROUTING}, Side.ROUTER, {"dispatcher", "bureau_head"}),
        _duty("sign_for_case", "签收", {State.ROUTED}, Side.HANDLER, {"signer", "unit_head"}),
        _duty(
            "raise_objection",
            "提出异议",
            {State.ROUTED, State.SIGNED},
            Side.HANDLER,
            {"signer", "handler", "unit_head"},
        ),
        _duty("decide_objection", "核实异议", {State.OBJECTED}, Side.SENDER, {"dispatcher", "bureau_head"}),
        _duty("accept_case", "受理", {State.SIGNED}, Side.HANDLER, {"handler", "unit_head"}),
        _duty("decline_case", "不予受理", {State.SIGNED}, Side.HANDLER, {"handler", "unit_head"}),
        _duty(
            "set_responsibility",
            "落实责任",
            {State.ACCEPTED, State.IN_HANDLING},
            Side.HANDLER,
            {"handler", "unit_head"},
        ),
        _duty(
            "extend_case",
            "延期",
            {State.ACCEPTED, State.IN_HANDLING, State.OPINION_ISSUED},
            Side.HANDLER,
            {"handler", "unit_head"},
        ),
        _duty(
            "record_agreement",
            "登记调解、和解协议",
            {State.ACCEPTED, State.IN_HANDLING},
            Side.HANDLER,
            {"handler", "unit_head"},
        ),
        _duty(
            "record_investigation",
            "登记调查",
            {State.ACCEPTED, State.IN_HANDLING},
            Side.HANDLER,
            {"handler", "unit_head"},
        ),
        _duty("issue_opinion", "出具处理意见", {State.IN_HANDLING}, Side.HANDLER, {"handler", "unit_head"}),
        _duty(
            "record_delivery",
            "登记送达",
            {State.OPINION_ISSUED},
            Side.HANDLER,
            {"handler", "signer", "unit_head"},
        ),
        _duty(
            "record_notice_delivery",
            "登记告知书送达",
            {State.ACCEPTED, State.IN_HANDLING, State.OPINION_ISSUED, State.DELIVERED, State.DECLINED},
            Side.HANDLER,
            {"handler", "signer", "unit_head"},
        ),
        _duty(
            "complete_case",
            "报办结",
            {State.DELIVERED, State.OPINION_ISSUED},
            Side.HANDLER,
            {"handler", "unit_head"},
        ),
        _duty("confirm_case", "审核认定办结", {State.COMPLETED}, Side.SENDER, {"dispatcher", "bureau_head"}),
        _duty("return_case", "退回重办", {State.COMPLETED}, Side.SENDER, {"dispatcher", "bureau_head"}),
    )
)
"""`complete_case` straight after the opinion is for a petitioner without a name or an address alone (第二十三条)."""

FACTS: dict[str, frozenset[State]] = {
    "petition_settled_on_spot": frozenset({State.AWAITING_ROUTING, State.ROUTED, State.SIGNED, State.OBJECTED}),
    "petition_withdrawn": OPEN,
    "petition_disposed": frozenset({State.AWAITING_ROUTING}),
    "disposition_withdrawn": frozenset({State.DISPOSED}),
    "rehandling_ordered": frozenset({State.CONFIRMED, State.CLOSED_ON_SPOT}),
}
"""Facts told by another service that change a case, and the states in which they can."""

FACT_ZH: dict[str, str] = {
    "petition_settled_on_spot": "当场化解",
    "petition_withdrawn": "撤回",
    "petition_disposed": "登记后处置",
    "disposition_withdrawn": "撤销登记后处置",
    "rehandling_ordered": "责成重新办理",
}
