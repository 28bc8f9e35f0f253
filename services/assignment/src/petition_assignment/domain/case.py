"""The case: one petition on its way from routing to confirmation (《信访工作条例》第二十二条至第三十四条).

Every method either changes the case and records what happened, or raises a refusal; then the case is thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_assignment.domain import acceptance as accepting
from petition_assignment.domain import clocks, commands, events, objection
from petition_assignment.domain.acceptance import Acceptance, Declination
from petition_assignment.domain.agreed_case import AgreedCase
from petition_assignment.domain.completion import Completion, report_number
from petition_assignment.domain.delivery import Delivery, check_delivery_date, delivered_at
from petition_assignment.domain.errors import (
    ExactRepeat,
    IllegalTransition,
    NobodyToDeliverTo,
    NothingToObjectTo,
    OwnWorkNotConfirmed,
)
from petition_assignment.domain.extension import Extension, clock_to_extend
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.opinion import Opinion, check_approver, written_parts
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.petition import Petition
from petition_assignment.domain.register import Register
from petition_assignment.domain.required_text import notice_number, required_text
from petition_assignment.domain.responsibility import assign_responsibility
from petition_assignment.domain.review_decision import check_new_outcome
from petition_assignment.domain.routing import OWN_WINDOW, Routing, after_today, decide_routing
from petition_assignment.domain.states import DUTIES, FACT_ZH, State
from petition_assignment.domain.vocabulary import Level, Mode
from workdays import Calendar


@dataclass
class Case(AgreedCase):
    """The main path; agreements stand in `AgreedCase`, reviews in `ReviewedCase`, what a case is in `CaseRecord`."""

    # -- opening and routing ---------------------------------------------------------------------------------------

    @classmethod
    def take_over(cls, petition: Petition, register: Register, calendar: Calendar) -> Case:
        """Open a case for a registered petition.

        Filed at a department's or township's own window => that unit's own, K2 runs (第二十三条).
        Otherwise => the bureau must route it, K1 runs (第二十二条).
        """
        router = register.unit_that_must_route(petition.registered_by_unit)
        case = cls(
            case_no=petition.case_no,
            received_at=petition.received_at,
            registered_by_unit=petition.registered_by_unit,
            anonymous=petition.anonymous,
            router=router,
            sender=register.bureau,
            in_hand_since=petition.received_at,
        )
        case._record(events.CaseOpened(petition.received_at, router))
        case._start("K2" if case.filed_at_own_window else "K1", router, petition.received_at, calendar)
        case._move_to(State.AWAITING_ROUTING)
        return case

    def keep_at_own_window(self, decided_by: str, register: Register, now: datetime) -> None:
        """第二十三条: once a person decided first or repeated, the unit that received the petition has it to handle."""
        self.routing = Routing(Mode.OWN, self.router, OWN_WINDOW, register.version, False, decided_by, now, None)
        self._tell_routing(now)
        self._sign(decided_by, now)

    def route(
        self,
        command: commands.RouteCase,
        petition: Petition,
        officer: Officer,
        register: Register,
        calendar: Calendar,
        now: datetime,
    ) -> Paper | None:
        """第二十二条: send the case to the unit that must handle it, or keep it. Refusals: see `decide_routing`.

        K1 stops. Sent on => K3 and K4 run for the unit, K11 too when it was assigned. Kept => K2 runs.
        """
        self._enter(command, officer)
        self.routing = decide_routing(command, petition, register, officer, now)
        self._tell_routing(now)
        self._stop(now, "routed", "K1")
        if self.routing.mode is Mode.OWN:
            self._start("K2", officer.unit, self.in_hand_since, calendar)
            self._sign(officer.name, now)
        else:
            self._start("K3", self.routing.unit, now, calendar)
            self._start("K4", self.routing.unit, now, calendar)
            if self.routing.feedback_due_on is not None:
                self._start_until("K11", self.routing.unit, now, self.routing.feedback_due_on, calendar)
            self._move_to(State.ROUTED)
        self._did(command)
        if not self.routing.overridden:
            return None
        reason = required_text("override_reason", command.override_reason)
        return self._paper(PaperKind.ROUTING_NOTE, officer, now, None, {"override_reason": reason})

    def sign_for(self, command: commands.SignForCase, officer: Officer, now: datetime) -> None:
        """签收. The unit has the case in hand; its clocks have been running since it was sent."""
        self._enter(command, officer)
        self._sign(officer.name, now)
        self._did(command)

    # -- objection -------------------------------------------------------------------------------------------------

    def object(self, command: commands.RaiseObjection, officer: Officer, register: Register, now: datetime) -> Paper:
        """第二十三条: object to the transfer, with written reasons, within 5 working days. K3 keeps running.

        Kept at one's own window => NothingToObjectTo. Window over or used => ObjectionWindowClosed.
        """
        self._enter(command, officer)
        if self.mode is Mode.OWN:
            raise NothingToObjectTo("case_no")
        window = objection.open_window(self.clocks, now)
        text = {"reason": required_text("text", command.text)}
        if command.suggested_unit is not None:
            text["suggested_unit"] = register.unit(command.suggested_unit, "suggested_unit").code
        self._record(
            events.ObjectionRaised(officer.unit, command.reason_code, now, officer.name, text.get("suggested_unit"))
        )
        self._record(window.stop(now, "objection_raised"))
        self.before_objection = self.state
        self._move_to(State.OBJECTED)
        self._did(command)
        return self._paper(PaperKind.OBJECTION, officer, now, None, text)

    def decide_objection(
        self, command: commands.DecideObjection, officer: Officer, calendar: Calendar, now: datetime
    ) -> Paper:
        """第二十三条: the sender verifies the objection.

        Upheld     => the papers are back with the sender; it must route again, with a new K1 from this day on.
        Not upheld => the unit goes on where it stood; its window is used up.
        """
        self._enter(command, officer)
        text = {"reason": required_text("text", command.text)}
        objector, back_to = self.routed_unit, self.before_objection
        assert back_to is not None
        self.before_objection = None
        self.bounce_count += command.upheld
        self._record(events.ObjectionDecided(objector, command.upheld, officer.name, now, self.bounce_count))
        if command.upheld:
            self._stop(now, "objection_upheld", "K3", "K11")
            self.unit = self.routing = self.signed_by = self.signed_at = None
            self.in_hand_since = now
            self._start("K1", self.router, now, calendar)
            back_to = State.AWAITING_ROUTING
        self._move_to(back_to)
        self._did(command)
        return self._paper(PaperKind.OBJECTION_DECISION, officer, now, None, text)

    # -- acceptance ------------------------------------------------------------------------------------------------

    def accept(
        self,
        command: commands.AcceptCase,
        petition: Petition,
        officer: Officer,
        calendar: Calendar,
        now: datetime,
    ) -> Paper:
        """第二十三条: accept, and tell the petitioner in writing. K2 or K3 ends; K5 begins, on track 6 only."""
        self._enter(command, officer)
        notice_no = notice_number(command.notice_no, self.anonymous)
        statute_due_on = accepting.statute_date(command.track, command.statute_due_on)
        self.acceptance = Acceptance(command.track, now, officer.name, notice_no, statute_due_on)
        self._record(events.CaseAccepted(officer.unit, command.track, now, officer.name, notice_no))
        self._stop(now, "accepted", "K2", "K3", "K4")
        if accepting.must_finish_in_sixty_days(command.track, petition.purpose):
            self._start("K5", officer.unit, now, calendar)
        self._move_to(State.ACCEPTED)
        self._did(command)
        return self._paper(
            PaperKind.ACCEPTANCE_NOTICE, officer, now, notice_no, {"track": accepting.TRACKS[command.track][0]}
        )

    def decline(self, command: commands.DeclineCase, officer: Officer, register: Register, now: datetime) -> Paper:
        """第二十三条: not accepted, for a reason the law knows, told in writing. The case is closed."""
        self._enter(command, officer)
        reason = accepting.allowed_reason(command.reason_code, register.county.missed_review_ends)
        text = {"reason": required_text("text", command.text)}
        notice_no = notice_number(command.notice_no, self.anonymous)
        self.declination = Declination(reason, now, officer.name, notice_no)
        self._record(events.CaseDeclined(officer.unit, reason, now, officer.name, notice_no))
        self._stop(now, "declined", "K2", "K3", "K4", "K11")
        self._close(State.DECLINED, now)
        self._did(command)
        return self._paper(PaperKind.DECLINE_NOTICE, officer, now, notice_no, text)

    # -- handling --------------------------------------------------------------------------------------------------

    def set_responsibility(
        self, command: commands.SetResponsibility, officer: Officer, register: Register, now: datetime
    ) -> None:
        """Name leader, station, person and date: the case is in handling. May be changed later."""
        self._enter(command, officer)
        if self.steps.get(command.name) == command.fingerprint():
            raise self._refusal(ExactRepeat, DUTIES[command.name].zh, command.name)
        self.responsibility = assign_responsibility(command, officer.unit, self.clocks, register, now)
        chosen = self.responsibility
        self._record(
            events.ResponsibilitySet(officer.unit, chosen.lead_leader, chosen.station, chosen.person, chosen.due_on)
        )
        self._move_to(State.IN_HANDLING)
        self._did(command)

    def extend(self, command: commands.ExtendCase, officer: Officer, calendar: Calendar, now: datetime) -> Paper:
        """第三十四条: the head of the unit extends the limit once, by at most 30 days, and tells the petitioner why."""
        self._enter(command, officer)
        limit = clock_to_extend(command, self.clocks, self.extension, officer, now)
        text = {"reason": required_text("reason", command.reason)}
        notice_no = notice_number(command.notice_no, self.anonymous)
        self.extension = Extension(command.days, command.reason_code, officer.name, now, notice_no)
        moved = limit.extend(command.days, calendar)
        self._record(
            events.CaseExtended(officer.unit, command.days, command.reason_code, officer.name, moved.due_at, notice_no)
        )
        self._record(moved)
        self._move_to(self.state)
        self._did(command)
        return self._paper(PaperKind.EXTENSION_NOTICE, officer, now, notice_no, text)

    def issue_opinion(
        self, command: commands.IssueOpinion, officer: Officer, register: Register, now: datetime
    ) -> Paper:
        """第三十二条: the written opinion. With nobody to deliver it to, the limit ends here instead of at delivery."""
        self._enter(command, officer)
        parts = written_parts(command)
        check_approver(command.approved_by, officer.unit, register)
        check_new_outcome(command.outcome, self.round, self.reviews)
        self.opinion = Opinion(command.outcome, now, officer.name, command.approved_by, command.document_no)
        self._record(events.OpinionIssued(officer.unit, command.outcome, now, command.approved_by, self.round))
        if self.anonymous:
            self._stop(now, "opinion_issued", "K5", "REHANDLING")
        self._move_to(State.OPINION_ISSUED)
        self._did(command)
        return self._paper(PaperKind.OPINION, officer, now, command.document_no, parts)

    def record_delivery(
        self, command: commands.RecordDelivery, officer: Officer, calendar: Calendar, now: datetime
    ) -> Paper:
        """第三十四条、第三十五条: the opinion reached the petitioner. The limit ends; 30 days for a review begin (K7).

        The 30 days after an earlier opinion go on beside the new ones.
        """
        self._enter(command, officer)
        if self.anonymous:
            raise NobodyToDeliverTo("case_no")
        assert self.opinion is not None
        check_delivery_date(command.delivered_on, self.opinion.issued_at, now)
        receipt_no = required_text("receipt_no", command.receipt_no)
        at = delivered_at(command.delivered_on, now)
        review = clocks.start(self.clocks, "K7", clocks.PETITIONER, at, self.round, calendar)
        remedy_until = self.clocks[-1].last_day
        self.delivery = Delivery(command.method, command.delivered_on, receipt_no, remedy_until, officer.name)
        self._keep_opinion(officer.unit)
        self._record(
            events.OpinionDelivered(
                officer.unit, command.method, command.delivered_on, receipt_no, remedy_until, self.round
            )
        )
        self._stop(at, "delivered", "K5", "REHANDLING")
        self._record(review)
        self._move_to(State.DELIVERED)
        self._did(command)
        return self._paper(
            PaperKind.DELIVERY_RECEIPT, officer, now, receipt_no, {"remedy_until": remedy_until.isoformat()}
        )

    # -- finishing -------------------------------------------------------------------------------------------------

    def complete(self, command: commands.CompleteCase, officer: Officer, now: datetime) -> Paper | None:
        """Report the case finished. Not before the opinion was delivered, unless there is nobody to deliver it to."""
        self._enter(command, officer)
        if self.state is State.OPINION_ISSUED and not self.anonymous:
            raise self._refusal(IllegalTransition, DUTIES[command.name].zh, command.name)
        report_no = report_number(command.report_no, self.mode)
        self.completion = Completion(command.level, now, officer.name, report_no)
        self._record(events.CaseCompleted(officer.unit, now, officer.name, self.round, command.level))
        self._stop(now, "completed", "K11")
        self._move_to(State.COMPLETED)
        self._did(command)
        if report_no is None:
            return None
        return self._paper(PaperKind.COMPLETION_REPORT, officer, now, report_no, {})

    def confirm(self, command: commands.ConfirmCase, officer: Officer, now: datetime) -> None:
        """审核认定办结: the sender agrees that it is finished; nobody confirms what they reported themselves."""
        self._enter(command, officer)
        assert self.completion is not None
        if officer.name == self.completion.completed_by:
            raise OwnWorkNotConfirmed("actor", person=officer.name)
        self._record(events.CaseConfirmed(self.routed_unit, officer.name, now, self.round))
        self._close(State.CONFIRMED, now)
        self._did(command)

    def return_for_rework(
        self, command: commands.ReturnCase, officer: Officer, calendar: Calendar, now: datetime
    ) -> Paper:
        """退回重办: the same round again from handling on, by a date the sender sets."""
        self._enter(command, officer)
        text = {"reason": required_text("text", command.text)}
        due_on = after_today("due_on", command.due_on, now)
        self._record(events.CaseReturned(self.routed_unit, officer.name, command.reason_code, now, due_on, self.round))
        self._handle_again(due_on, now, calendar)
        self._did(command)
        return self._paper(PaperKind.RETURN_NOTE, officer, now, None, text)

    # -- facts told by other services, and the passing of time -----------------------------------------------------

    def close_on_spot(self, level: Level, settled_at: datetime) -> None:
        """当场化解: settled where it was filed, before any unit accepted it."""
        self._admit("petition_settled_on_spot")
        self.unit = self.router
        self._record(events.CaseClosedOnSpot(self.router, level, settled_at))
        self._stop_all_but_review(settled_at, "settled_on_spot")
        self._close(State.CLOSED_ON_SPOT, settled_at)

    def close_withdrawn(self, withdrawn_at: datetime, calendar: Calendar) -> None:
        """The petitioner took the petition back, and any request for a review with it."""
        self._admit("petition_withdrawn")
        self._record(events.CaseClosedWithdrawn(withdrawn_at))
        self._withdraw_review(withdrawn_at, calendar)
        self._stop_all_but_review(withdrawn_at, "withdrawn")
        self._close(State.WITHDRAWN, withdrawn_at)

    def open_round(
        self, round: int, unit: str, ordered_by: str, due_on: date, calendar: Calendar, now: datetime
    ) -> None:
        """责成重新办理: the next round on the same case, with a due date of its own.

        Another round than the next => IllegalTransition: that order was carried out before.
        The review window (K7) that an earlier opinion opened is left alone.
        """
        self._admit("rehandling_ordered")
        if round != self.round + 1:
            raise self._refusal(IllegalTransition, FACT_ZH["rehandling_ordered"], "rehandling_ordered")
        self.round = round
        self.unit = unit
        self._record(events.RoundOpened(self.round, unit, ordered_by, due_on))
        self._handle_again(due_on, now, calendar)

    def lapse(self, now: datetime) -> None:
        """End the rights whose time is over: the objection window, the window for asking a review."""
        for clock in clocks.running(self.clocks):
            if clock.limit.nature is clocks.Nature.RIGHT and clock.is_late(now):
                self._record(clock.stop(clock.due_at, clocks.LAPSED))
        self._move_to(self.state)

    def follow_calendar(self, calendar: Calendar) -> None:
        """Reckon every running clock again that rests on another calendar than this one."""
        for clock in clocks.running(self.clocks):
            if clock.calendar_version != calendar.version:
                moved = clock.reckon_again(calendar)
                if moved is not None:
                    self._record(moved)
        self._move_to(self.state)
