"""Which step of a review may be taken in which of its states, in which office: the state machine of reviews."""

from __future__ import annotations

from dataclasses import dataclass

from petition_assignment.domain.review import ReviewState


@dataclass(frozen=True)
class ReviewDuty:
    """One command, the states of the review in which it may be given, the offices of the reviewer that may give it."""

    command: str
    zh: str
    states: frozenset[ReviewState]
    roles: frozenset[str]


STAFF = frozenset({"handler", "unit_head", "county_leader"})
DECIDING = frozenset({"unit_head", "county_leader"})


def _duty(command: str, zh: str, state: ReviewState, roles: frozenset[str]) -> tuple[str, ReviewDuty]:
    return command, ReviewDuty(command, zh, frozenset({state}), roles)


REVIEW_DUTIES: dict[str, ReviewDuty] = dict(
    (
        _duty("accept_review", "受理复查、复核请求", ReviewState.REQUESTED, STAFF),
        _duty("decline_review", "不予受理复查、复核请求", ReviewState.REQUESTED, DECIDING),
        _duty("call_review_hearing", "发出复查、复核听证通知", ReviewState.ACCEPTED, STAFF),
        _duty("open_hearing", "开始听证", ReviewState.ACCEPTED, STAFF),
        _duty("close_hearing", "结束听证", ReviewState.HEARING, STAFF),
        _duty("decide_review", "作出复查、复核意见", ReviewState.ACCEPTED, DECIDING),
        _duty("publish_review_opinion", "公示复核意见", ReviewState.DELIVERED, DECIDING),
        _duty("withdraw_publication", "撤销公示", ReviewState.DELIVERED, DECIDING),
        _duty("deliver_review", "登记复查、复核意见送达", ReviewState.DECIDED, STAFF | {"signer"}),
    )
)
"""Declining is for those who decide: no request is turned away but by a head or a leader, by name."""

REOPENING_ROLES = frozenset({"dispatcher", "bureau_head"})
REOPENING_ZH = "按新的事实和理由重新启动"
