"""Which unit a petition goes to, and by which rule (《信访工作条例》第二十二条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from petition_assignment.domain.beside_errors import UnitAbolished
from petition_assignment.domain.errors import (
    DateNotAfterToday,
    FeedbackDateNotAllowed,
    FeedbackDateRequired,
    FirstOrRepeatUndecided,
    ModeUnitMismatch,
    NoRoutingRule,
    OverrideReasonRequired,
    UnitCannotHandle,
)
from petition_assignment.domain.leadership_errors import WaitsForDecision
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.recusal import check_not_complained_of
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Mode
from workdays import local_day

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.commands import RouteCase, SignForCase
    from petition_assignment.domain.occasion import Occasion
    from petition_assignment.domain.officer import Officer
    from petition_assignment.domain.petition import Petition
    from petition_assignment.domain.register import CatalogueRule, Register


OWN_WINDOW = "own_window"
"""Stands where a catalogue rule's id stands when a unit keeps what was filed at its own window (第二十三条)."""


@dataclass(frozen=True)
class Routing:
    """The decision as it was made: the unit, the rule that chose it or would have, and who decided."""

    mode: Mode
    unit: str
    rule_id: str | None
    rule_version: int
    overridden: bool
    routed_by: str
    routed_at: datetime
    feedback_due_on: date | None


def decide_routing(
    command: RouteCase, petition: Petition, register: Register, officer: Officer, now: datetime
) -> Routing:
    """Choose the unit by the catalogue, or check the one that was named.

    First or repeated not yet decided   => FirstOrRepeatUndecided.
    No unit named, no rule fits         => NoRoutingRule.
    Another unit than the rule's        => OverrideReasonRequired unless a reason is given; it is recorded.
    Unknown unit / one without casework => UnitUnknown / UnitCannotHandle; abolished => UnitAbolished.
    The unit the petition complains of  => UnitComplainedOf (第二十八条第三款).
    Assigned without a feedback date, or one not after today => FeedbackDateRequired, DateNotAfterToday.
    """
    if petition.first_or_repeat is None:
        raise FirstOrRepeatUndecided("case_no")
    rule = register.rule_for(petition.category, petition.place)
    unit = command.unit or _unit_when_none_is_named(command, rule, register, petition, officer)
    check_can_handle(unit, register)
    check_not_complained_of(unit, petition, register)
    if (command.mode is Mode.OWN) != (unit == officer.unit):
        raise ModeUnitMismatch("mode", unit=unit)
    suggested = None if rule is None else register.unit_of_rule(rule, petition.place)
    overridden = unit != suggested
    if overridden and not (command.override_reason or "").strip():
        raise OverrideReasonRequired("override_reason", suggested=suggested or "—", unit=unit)
    return Routing(
        mode=command.mode,
        unit=unit,
        rule_id=None if rule is None else rule.rule_id,
        rule_version=register.version,
        overridden=overridden,
        routed_by=officer.name,
        routed_at=now,
        feedback_due_on=_feedback_date(command, now),
    )


def check_can_handle(unit: str, register: Register, field: str = "unit") -> None:
    """Unknown => UnitUnknown. Merged or abolished => UnitAbolished. No casework there => UnitCannotHandle."""
    found = register.unit(unit, field)
    if found.successor is not None:
        raise UnitAbolished(field, unit=unit, successor=register.in_office(unit))
    if not found.handles_petitions:
        raise UnitCannotHandle(field, unit=unit)


def _unit_when_none_is_named(
    command: RouteCase, rule: CatalogueRule | None, register: Register, petition: Petition, officer: Officer
) -> str:
    if command.mode is Mode.OWN:
        return officer.unit
    if rule is None:
        raise NoRoutingRule("unit", category=petition.category, place=petition.place.code)
    return register.unit_of_rule(rule, petition.place)


def _feedback_date(command: RouteCase, now: datetime) -> date | None:
    """《信访工作条例》第二十二条第一款第三项: only an assignment has one, and every assignment has."""
    if command.mode is not Mode.ASSIGN:
        if command.feedback_due_on is not None:
            raise FeedbackDateNotAllowed("feedback_due_on")
        return None
    if command.feedback_due_on is None:
        raise FeedbackDateRequired("feedback_due_on")
    return after_today("feedback_due_on", command.feedback_due_on, now)


def after_today(field: str, day: date, now: datetime) -> date:
    """A date that leaves at least one day to act; today or earlier => DateNotAfterToday."""
    today = local_day(now)
    if day <= today:
        raise DateNotAfterToday(field, date=day, today=today)
    return day


def route_case(case: CaseRecord, command: RouteCase, here: Occasion) -> Paper | None:
    """第二十二条: send the case to the unit that must handle it, or keep it. Refusals: see `decide_routing`.

    What is before the leadership is not routed past it => WaitsForDecision.

    K1 stops. Sent on => K3 and K4 run for the unit, K11 too when it was assigned. Kept => K2 runs.
    """
    if case.reported is not None:
        raise WaitsForDecision("case_no")
    case.routing = decide_routing(command, here.petition, here.register, here.officer, here.now)
    case.tell_routing(here.now)
    case.stop(here.now, "routed", "K1")
    if case.routing.mode is Mode.OWN:
        case.start("K2", here.officer.unit, case.in_hand_since, here.calendar)
        case.sign(here.officer.name, here.now)
    else:
        case.start("K3", case.routing.unit, here.now, here.calendar)
        case.start("K4", case.routing.unit, here.now, here.calendar)
        if case.routing.feedback_due_on is not None:
            case.start_until("K11", case.routing.unit, here.now, case.routing.feedback_due_on, here.calendar)
        case.move_to(State.ROUTED)
    return _routing_paper(case, command, here)


def _routing_paper(case: CaseRecord, command: RouteCase, here: Occasion) -> Paper | None:
    """第二十二条: 转送 goes with a 转办单, 交办 with a 交办函; what a unit keeps needs none but for an override."""
    routing = case.routing
    assert routing is not None
    if routing.mode is Mode.OWN and not routing.overridden:
        return None
    text = {}
    if routing.overridden:
        text["override_reason"] = required_text("override_reason", command.override_reason)
    kind = PaperKind.ASSIGNMENT_LETTER if routing.mode is Mode.ASSIGN else PaperKind.ROUTING_NOTE
    due_on = routing.feedback_due_on.isoformat() if routing.feedback_due_on else None
    return case.paper(kind, here, None, text, to_unit=routing.unit, rule=routing.rule_id, due_on=due_on)


def sign_for_case(case: CaseRecord, command: SignForCase, here: Occasion) -> None:
    """签收. The unit has the case in hand; its clocks have been running since it was sent."""
    case.sign(here.officer.name, here.now)
