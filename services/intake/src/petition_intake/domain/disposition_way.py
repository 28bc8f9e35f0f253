"""Where a petitioner whose petition is not sent on finds help instead, in words for the notice."""

from __future__ import annotations

from petition_intake.domain.disposition import Disposition, Ground
from petition_intake.domain.register import RegisterCopy
from petition_intake.domain.wording import Wording

NOWHERE = Wording("", "")


def way_of(decided: Disposition, register: RegisterCopy) -> Wording:
    """The sentence a ground owes: which case is live and with whom, which is final, or the body to turn to."""
    if decided.ground is Ground.IN_HAND_BELOW and decided.held_by is not None:
        return Wording(
            f"该事项编号 {decided.refers_to}，现由{register.unit_name(decided.held_by)}办理。",
            f"It is case {decided.refers_to}, in the hands of {decided.held_by}.",
        )
    if decided.joined_to is not None:
        return Wording(
            f"您就同一事项已提出的信访件编号 {decided.joined_to} 正在办理，两件合并办理，一并答复。",
            f"You filed the same matter as case {decided.joined_to}, which is in hand; both are answered together.",
        )
    if decided.refers_to is not None:
        return Wording(
            f"该事项编号 {decided.refers_to}，已由 {decided.final_no} 终结。",
            f"It is case {decided.refers_to}, made final by {decided.final_no}.",
        )
    place = decided.body or (register.unit_name(decided.unit) if decided.unit else None)
    if place is None:
        return NOWHERE
    zh, en = WAYS[decided.ground]
    return Wording(zh.format(place=place), en.format(place=decided.body or decided.unit))


WAYS: dict[Ground, Wording] = {
    Ground.VISIT_ABOVE_LEVEL: Wording("请到{place}反映，该处有权处理。", "Please go to {place}, which is competent."),
    Ground.COURTS: Wording("已移送：{place}。", "Passed on to: {place}."),
    Ground.OTHER_POWER: Wording("有权处理的是{place}。", "The competent body is {place}."),
    Ground.LITIGATION_ENDED: Wording("已移送：{place}。", "Passed on to: {place}."),
    Ground.INFORMATION_REQUEST: Wording("请通过{place}提出。", "Please use {place}."),
}
