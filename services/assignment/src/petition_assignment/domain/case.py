"""The case: one petition on its way from routing to confirmation (《信访工作条例》第二十二条至第三十四条).

Here stand its beginning, the facts other services tell, and the passing of time. A step an officer takes stands in the
module of its rule: routing, objection, acceptance, responsibility, extension, opinion, delivery, completion.
Each either changes the case and records what happened, or raises a refusal; then the case is thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_assignment.domain import beside_events, clocks, events
from petition_assignment.domain.co_handling import hand_parts_on
from petition_assignment.domain.errors import (
    IllegalTransition,
)
from petition_assignment.domain.petition import Petition
from petition_assignment.domain.register import Register
from petition_assignment.domain.reviewed_case import ReviewedCase
from petition_assignment.domain.routing import OWN_WINDOW, Routing
from petition_assignment.domain.states import FACT_ZH, State
from petition_assignment.domain.vocabulary import Level, Mode, Nature
from workdays import Calendar


@dataclass
class Case(ReviewedCase):
    """What moves a case besides its officers; reviews of it stand in `ReviewedCase`, what it is in `CaseRecord`."""

    # -- opening ---------------------------------------------------------------------------------------

    @classmethod
    def take_over(cls, petition: Petition, register: Register, calendar: Calendar) -> Case:
        """Open a case for a registered petition.

        Filed at a department's or township's own window => that unit's own, K2 runs (第二十三条).
        Complains of that very unit => not its own: the bureau must route it (第二十八条第三款).
        Otherwise => the bureau must route it, K1 runs (第二十二条).
        """
        router = register.in_office(register.unit_that_must_route(petition.registered_by_unit))
        if router == petition.complained_of_unit:
            router = register.bureau
        case = cls(
            case_no=petition.case_no,
            received_at=petition.received_at,
            registered_by_unit=petition.registered_by_unit,
            anonymous=petition.anonymous,
            router=router,
            sender=register.bureau,
            in_hand_since=petition.received_at,
        )
        case.record(events.CaseOpened(petition.received_at, router))
        case.start("K2" if case.filed_at_own_window else "K1", router, petition.received_at, calendar)
        case.move_to(State.AWAITING_ROUTING)
        return case

    def keep_at_own_window(self, decided_by: str, register: Register, now: datetime) -> None:
        """第二十三条: once a person decided first or repeated, the unit that received the petition has it to handle."""
        self.routing = Routing(Mode.OWN, self.router, OWN_WINDOW, register.version, False, decided_by, now, None)
        self.tell_routing(now)
        self.sign(decided_by, now)

    # -- facts told by other services, and the passing of time -----------------------------------------------------

    def close_on_spot(self, level: Level, settled_at: datetime) -> None:
        """当场化解: settled where it was filed, before any unit accepted it."""
        self.admit("petition_settled_on_spot")
        self.unit = self.router
        self.record(events.CaseClosedOnSpot(self.router, level, settled_at))
        self.stop_all_but_review(settled_at, "settled_on_spot")
        self.close(State.CLOSED_ON_SPOT, settled_at)

    def close_withdrawn(self, withdrawn_at: datetime, calendar: Calendar) -> None:
        """The petitioner took the petition back, and any request for a review with it."""
        self.admit("petition_withdrawn")
        self.record(events.CaseClosedWithdrawn(withdrawn_at))
        self._withdraw_review(withdrawn_at, calendar)
        self.stop_all_but_review(withdrawn_at, "withdrawn")
        self.close(State.WITHDRAWN, withdrawn_at)

    def close_by_disposition(self, outcome: str, disposed_at: datetime) -> None:
        """不予受理、引导、移送、存、直接回复, decided where it was registered, before anybody had it to handle."""
        self.admit("petition_disposed")
        self.record(events.CaseClosedByDisposition(outcome, disposed_at))
        self.stop_all_but_review(disposed_at, "disposed")
        self.close(State.DISPOSED, disposed_at)

    def route_after_all(self, withdrawn_at: datetime, calendar: Calendar) -> None:
        """The disposition was wrong: the case is to be routed, and the time since its receipt counts (第二十二条)."""
        self.admit("disposition_withdrawn")
        self.closed_at = None
        self.record(events.CaseBackToRoute(self.router, withdrawn_at))
        self.start("K2" if self.filed_at_own_window else "K1", self.router, self.received_at, calendar)
        self.move_to(State.AWAITING_ROUTING)

    def open_round(
        self, round: int, unit: str, ordered_by: str, due_on: date, calendar: Calendar, now: datetime
    ) -> None:
        """责成重新办理: the next round on the same case, with a due date of its own.

        Another round than the next => IllegalTransition: that order was carried out before.
        The review window (K7) that an earlier opinion opened is left alone.
        """
        self.admit("rehandling_ordered")
        if round != self.round + 1:
            raise self.refusal(IllegalTransition, FACT_ZH["rehandling_ordered"], "rehandling_ordered")
        self.round = round
        self.unit = unit
        self.record(events.RoundOpened(self.round, unit, ordered_by, due_on))
        self.handle_again(due_on, now, calendar)

    def succeed(self, register: Register, now: datetime) -> None:
        """第二十四条: the unit was merged or abolished; its successor has the case, with the same clocks and dates.

        A further unit was => its successor has the open part, and the case stays where it is.
        """
        predecessor = self.routed_unit
        successor = register.in_office(predecessor)
        if successor != predecessor:
            self.router = register.in_office(self.router)
            if self.unit is not None:
                self.unit = successor
            self.record(beside_events.CaseSucceeded(successor, predecessor, now))
            for clock in clocks.running(self.clocks):
                if clock.unit == predecessor:
                    clock.unit = successor
        hand_parts_on(self, register, now)
        self.move_to(self.state)

    def lapse(self, now: datetime) -> None:
        """End the rights whose time is over: the objection window, the window for asking a review."""
        for clock in clocks.running(self.clocks):
            if clock.limit.nature is Nature.RIGHT and clock.is_late(now):
                self.record(clock.stop(clock.due_at, clocks.LAPSED))
        self.move_to(self.state)

    def follow_calendar(self, calendar: Calendar) -> None:
        """Reckon every running clock again that rests on another calendar than this one."""
        for clock in clocks.running(self.clocks):
            if clock.calendar_version != calendar.version:
                moved = clock.reckon_again(calendar)
                if moved is not None:
                    self.record(moved)
        self.move_to(self.state)
