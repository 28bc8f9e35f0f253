"""An objection of a unit to a transfer (《信访工作条例》第二十三条).

Within 5 working days of receipt, with written reasons; the sender decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import events
from petition_assignment.domain.clocks import Clock, running
from petition_assignment.domain.competence import check_no_dispute
from petition_assignment.domain.errors import NothingToObjectTo, ObjectionWindowClosed
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.states import DUTIES, State
from petition_assignment.domain.vocabulary import Mode

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.commands import DecideObjection, RaiseObjection
    from petition_assignment.domain.occasion import Occasion


REASONS: dict[str, tuple[str, str]] = {
    "not_our_power": ("不属本单位职权", "not within this unit's power"),
    "not_our_system": ("不属本系统", "not within this system"),
    "wrong_place": ("属地错误", "the matter lies elsewhere"),
    "several_units": ("应由多家共办", "several units must handle it together"),
    "papers_incomplete": ("材料不全无法办理", "the papers are too incomplete to act on"),
    "assigned_twice": ("重复交办", "the same matter was sent before"),
    "other": ("其他", "another reason"),
}
"""Codes by which objections are counted; the reason itself is always written out as well."""


def open_window(clocks: Sequence[Clock], now: datetime) -> Clock:
    """The running 5-working-day window.

    Over, or used by an earlier objection to the same transfer => ObjectionWindowClosed.
    The window is over at its due instant even when nobody has noted that yet.
    """
    for window in running(clocks, "K4"):
        if not window.is_late(now):
            return window
    raise ObjectionWindowClosed("case_no")


def raise_objection(case: CaseRecord, command: RaiseObjection, here: Occasion) -> Paper:
    """第二十三条: object to the transfer, with written reasons, within 5 working days. K3 keeps running.

    Kept at one's own window => NothingToObjectTo. Window over or used => ObjectionWindowClosed.
    """
    check_no_dispute(case, DUTIES[command.name].zh, command.name)
    if case.mode is Mode.OWN:
        raise NothingToObjectTo("case_no")
    window = open_window(case.clocks, here.now)
    text = {"reason": required_text("text", command.text)}
    if command.suggested_unit is not None:
        text["suggested_unit"] = here.register.unit(command.suggested_unit, "suggested_unit").code
    case.record(
        events.ObjectionRaised(
            here.officer.unit, command.reason_code, here.now, here.officer.name, text.get("suggested_unit")
        )
    )
    case.record(window.stop(here.now, "objection_raised"))
    case.before_objection = case.state
    case.move_to(State.OBJECTED)
    facts = {"reason_zh": REASONS[command.reason_code][0], "to_unit": case.sender}
    return case.paper(PaperKind.OBJECTION, here, None, text, **facts)


def decide_objection(case: CaseRecord, command: DecideObjection, here: Occasion) -> Paper:
    """第二十三条: the sender verifies the objection.

    Upheld     => the papers are back with the sender; it must route again, with a new K1 from this day on.
    Not upheld => the unit goes on where it stood; its window is used up.
    """
    text = {"reason": required_text("text", command.text)}
    objector, back_to = case.routed_unit, case.before_objection
    assert back_to is not None
    case.before_objection = None
    case.bounce_count += command.upheld
    case.record(events.ObjectionDecided(objector, command.upheld, here.officer.name, here.now, case.bounce_count))
    if command.upheld:
        case.stop(here.now, "objection_upheld", "K3", "K11")
        case.unit = case.routing = case.signed_by = case.signed_at = None
        case.in_hand_since = here.now
        case.start("K1", case.router, here.now, here.calendar)
        back_to = State.AWAITING_ROUTING
    case.move_to(back_to)
    verdict = "同意退回" if command.upheld else "不同意退回，请继续办理"
    return case.paper(PaperKind.OBJECTION_DECISION, here, None, text, to_unit=objector, verdict=verdict)
