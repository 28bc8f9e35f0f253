"""One case as supervision sees it: its clocks, its closings and follow-ups, its re-handling orders, its ledger entry.

Facts come from the services that own them and are taken as they are told; what supervision itself decides or notices
is recorded as an event. Facts of two services may come in any order, and the order changes nothing but numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from petition_supervision.domain.answers import LiftReason, RehandlingReason, ReportResult, Score
from petition_supervision.domain.case_facts import Closing, Order, Registration
from petition_supervision.domain.clock_kinds import COUNTY_SHARE, HANDING_ON
from petition_supervision.domain.conduct import Conduct
from petition_supervision.domain.errors import (
    AnonymousPetitioner,
    CaseNotConfirmed,
    DueDateNotAhead,
    DueDateTooFar,
    FactOutOfPlace,
    FollowUpMissing,
    FollowUpPending,
    NotHandedDown,
    NothingToFollowUp,
    OfficerOfHandlingUnit,
    OpinionNotDelivered,
    PetitionerNotDissatisfied,
    RehandlingAlreadyOrdered,
    UnitComplainedOf,
)
from petition_supervision.domain.events import Evidence, RehandlingOrdered
from petition_supervision.domain.follow_up import Attempt, FollowUp
from petition_supervision.domain.follow_up_reading import AgainBy, Reading, check_words
from petition_supervision.domain.hand_down import REPORT_CLOCK, HandDown, Issued, check_result
from petition_supervision.domain.leader_case import LeaderCase
from petition_supervision.domain.letter_reading import LetterReading
from petition_supervision.domain.old_case_kept import OldCase
from petition_supervision.domain.reading_errors import (
    InstructionNeedsDueDate,
    NothingToRead,
    ReaderOfHandlingUnit,
    RoundGoneBy,
)
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.watched_clock import WatchedClock
from workdays import end_of_day, local_day


@dataclass
class SupervisedCase:
    """`version` counts the events supervision told about the case; facts of others do not count."""

    case_no: str
    version: int = 0
    registration: Registration | None = None
    round: int = 1
    responsible_unit: str | None = None
    handlers: list[str] = field(default_factory=list)
    clocks: dict[str, WatchedClock] = field(default_factory=dict)
    delivered_rounds: list[int] = field(default_factory=list)
    closings: list[Closing] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    hand_down: HandDown | None = None
    withdrawn_at: datetime | None = None
    leader_case: LeaderCase | None = None
    former_leader_cases: list[LeaderCase] = field(default_factory=list)
    conduct: Conduct = field(default_factory=Conduct)
    old_case: OldCase | None = None
    former_old_cases: list[OldCase] = field(default_factory=list)
    letter_readings: list[LetterReading] = field(default_factory=list)
    pending: list[Any] = field(default_factory=list)

    # -- facts of the case -----------------------------------------------------------------------------------------

    def register(
        self,
        registration: Registration,
        issued: Issued | None,
        units: UnitTree,
        settings: SupervisionSettings,
        routing_target_on: date | None = None,
    ) -> None:
        """Intake registered the petition. Handed down from above => listed, and the report to the issuer is watched."""
        if self.registration is not None:
            raise FactOutOfPlace(f"{self.case_no} was registered at {self.registration.registered_at}")
        self.registration = registration
        if issued is not None:
            self.hand_down = HandDown(issued, registration.registered_at, routing_target_on=routing_target_on)
            self.record(self.hand_down.announce())
            self.start_clock(
                WatchedClock.start(
                    REPORT_CLOCK,
                    kind="K11",
                    unit=units.bureau,
                    round=1,
                    started_at=registration.registered_at,
                    due_at=end_of_day(issued.feedback_due_on),
                    told_at=registration.registered_at,
                    settings=settings,
                )
            )
        if routing_target_on is not None:
            self._start_share(registration, routing_target_on, units, settings)
        self._open_follow_ups(settings)

    def make_responsible(self, unit: str) -> None:
        """The case was routed to a unit; it has not accepted it yet."""
        self.responsible_unit = unit

    def take_on(self, unit: str) -> None:
        """A unit accepted the case: from now on it is a handling unit, for every later follow-up too."""
        self.responsible_unit = unit
        self._add_handler(unit)

    def deliver_opinion(self, round: int) -> None:
        if round not in self.delivered_rounds:
            self.delivered_rounds.append(round)

    def send_back(self, round: int) -> None:
        """The bureau returned the round (退回重办): the opinion delivered in it does not stand."""
        self.delivered_rounds = [delivered for delivered in self.delivered_rounds if delivered != round]

    def close(self, closing: Closing, settings: SupervisionSettings) -> None:
        """A round ended; it will be followed up once."""
        if any(earlier.round == closing.round for earlier in self.closings):
            raise FactOutOfPlace(f"round {closing.round} of {self.case_no} was closed before")
        self.closings.append(closing)
        self._open_follow_ups(settings)

    def withdraw(self, at: datetime) -> None:
        """The petitioner took the petition back; nobody is to be followed up."""
        self.withdrawn_at = at

    def open_round(self, round: int, unit: str) -> None:
        """Assignment opened a further round on the same case."""
        if round != self.round + 1:
            raise FactOutOfPlace(f"round {round} of {self.case_no} cannot follow round {self.round}")
        self.round = round
        self.take_on(unit)

    def _add_handler(self, unit: str) -> None:
        if unit not in self.handlers:
            self.handlers.append(unit)

    def _open_follow_ups(self, settings: SupervisionSettings) -> None:
        """Every closed round gets one follow-up (逐件回访), once it is known who registered the petition.

        An anonymous petitioner => none: there is nobody to ask (《信访工作条例》第二十三条第二款).
        """
        if self.registration is None or self.registration.anonymous:
            return
        for closing in self.closings[len(self.follow_ups) :]:
            unit = closing.unit or self.registration.unit
            self._add_handler(unit)
            follow_up = FollowUp.after(closing.round, unit, closing.closed_at, settings.follow_up_days)
            self.follow_ups.append(follow_up)
            self.record(follow_up.announce())

    # -- facts of its clocks ---------------------------------------------------------------------------------------

    def start_clock(self, clock: WatchedClock) -> None:
        if clock.clock_id in self.clocks:
            raise FactOutOfPlace(f"{clock.clock_id} of {self.case_no} was started before")
        self.clocks[clock.clock_id] = clock

    def move_clock(
        self, clock_id: str, due_at: datetime, moved_at: datetime, provisional: bool, calendar_version: str | None
    ) -> None:
        self._record_if_any(self._clock(clock_id).move(due_at, moved_at, provisional, calendar_version))

    def pause_clock(self, clock_id: str, paused_at: datetime, units: UnitTree) -> None:
        clock = self._clock(clock_id)
        self._record_if_any(clock.settle(paused_at, LiftReason.PAUSED_IN_TIME, units))
        clock.pause()

    def stop_clock(self, clock_id: str, stopped_at: datetime, reason: str | None, units: UnitTree) -> None:
        clock = self._clock(clock_id)
        self._record_if_any(clock.settle(stopped_at, LiftReason.DONE_IN_TIME, units))
        clock.stop(stopped_at, reason)
        if clock.kind in HANDING_ON:
            self._end_share(stopped_at, reason)

    def _start_share(
        self, registration: Registration, last_day: date, units: UnitTree, settings: SupervisionSettings
    ) -> None:
        """The county's target within K1: the bureau is reminded of it, and nobody is in breach when it passes."""
        self.start_clock(
            WatchedClock.start(
                COUNTY_SHARE,
                kind=COUNTY_SHARE,
                unit=units.bureau,
                round=1,
                started_at=registration.registered_at,
                due_at=end_of_day(last_day),
                told_at=registration.registered_at,
                settings=settings,
            )
        )
        for clock in self.clocks.values():
            if clock.kind in HANDING_ON and clock.stopped_at is not None:
                self._end_share(clock.stopped_at, clock.stop_reason)

    def _end_share(self, at: datetime, reason: str | None) -> None:
        """The matter was routed, or need not be. The first end counts."""
        share = self.clocks.get(COUNTY_SHARE)
        if share is not None and share.stopped_at is None and self.hand_down is not None:
            share.stop(at, reason)
            self.hand_down.routed_at = at

    def _clock(self, clock_id: str) -> WatchedClock:
        if clock_id not in self.clocks:
            raise FactOutOfPlace(f"{self.case_no} has no clock {clock_id}")
        return self.clocks[clock_id]

    # -- what the sweep does ---------------------------------------------------------------------------------------

    def fire(self, ref: str, now: datetime, units: UnitTree) -> None:
        """Do what is due at `now` for the clock or the follow-up named `ref`, and note what comes next."""
        if ref in self.clocks:
            self._record_if_any(self.clocks[ref].take_step(now, units))
            return
        follow_up = next((one for one in self.follow_ups if one.ref == ref), None)
        if follow_up is None:
            raise FactOutOfPlace(f"{self.case_no} has nothing named {ref}")
        self.record(follow_up.overdue(now, units))

    # -- what officers do ------------------------------------------------------------------------------------------

    def record_follow_up(self, attempt: Attempt) -> FollowUp:
        """An officer followed the current round up, or tried to.

        The officer's unit handled the case, in any round => refused (no call-back by the handling unit).
        Not reached => the follow-up stays pending.
        """
        follow_up = self.current_follow_up
        if follow_up is None:
            if self.current_closing is not None:
                raise AnonymousPetitioner()
            raise NothingToFollowUp(round=self.round)
        if attempt.officer_unit in self.handlers:
            raise OfficerOfHandlingUnit("actor", unit=attempt.officer_unit)
        self.record(follow_up.record(attempt))
        return follow_up

    def read_follow_up(
        self, round: int, reading: Reading, again: AgainBy | None, settings: SupervisionSettings
    ) -> FollowUp:
        """A county leader reads the result of one round, and may write an instruction on it.

        The reader's unit handled the case, in any round => ReaderOfHandlingUnit.
        An instruction on a dissatisfied answer of the current round => the case is handled again; it needs a due date.
        A round already ordered again, or gone by => the instruction is kept and orders nothing more.
        """
        follow_up = next((one for one in self.follow_ups if one.round == round), None)
        if follow_up is None:
            raise NothingToRead("round", round=round)
        answer = follow_up.check_reader(reading.reader)
        if reading.reader_unit in self.handlers:
            raise ReaderOfHandlingUnit("actor", unit=reading.reader_unit)
        check_words(reading, again)
        order = None
        if again is not None:
            order = self._order_to_give(
                follow_up, reading.reader, again.due_on, again.reason_code, reading.at, settings
            )
        elif reading.instruction and answer.score is Score.DISSATISFIED and self._may_be_ordered(follow_up):
            raise InstructionNeedsDueDate("due_on", round=round)
        self.record(follow_up.read(reading, order.round if order else None))
        if order is not None:
            self._give(order)
        return follow_up

    def _may_be_ordered(self, follow_up: FollowUp) -> bool:
        """Whether no order has followed this round yet, and no further round either."""
        return follow_up.round == self.round and not (self.orders and self.orders[-1].round > self.round)

    def order_rehandling(
        self, ordered_by: str, due_on: date, reason_code: RehandlingReason, now: datetime, settings: SupervisionSettings
    ) -> Order:
        """The petitioner is dissatisfied => the same unit handles the same case again, with a due date of its own.

        The petitioner's 30 days for a review (K7) run on untouched (《信访工作条例》第三十五条).
        """
        order = self._order_to_give(self.current_follow_up, ordered_by, due_on, reason_code, now, settings)
        self._give(order)
        return order

    def _order_to_give(
        self,
        follow_up: FollowUp | None,
        ordered_by: str,
        due_on: date,
        reason_code: RehandlingReason,
        now: datetime,
        settings: SupervisionSettings,
    ) -> Order:
        """The order that answers this follow-up, refused where it may not be given; nothing is changed yet."""
        if follow_up is None or follow_up.result is None:
            raise FollowUpPending(round=self.round)
        if follow_up.result.score is not Score.DISSATISFIED:
            raise PetitionerNotDissatisfied(round=follow_up.round)
        if follow_up.round < self.round:
            raise RoundGoneBy("round", round=follow_up.round, current=self.round)
        if self.orders and self.orders[-1].round > self.round:
            raise RehandlingAlreadyOrdered(round=self.orders[-1].round, due_on=self.orders[-1].due_on)
        if self.registration is not None and follow_up.unit == self.registration.complained_of:
            raise UnitComplainedOf(unit=follow_up.unit)
        today = local_day(now)
        latest = today + timedelta(days=settings.rehandling_longest_days)
        if due_on <= today:
            raise DueDateNotAhead("due_on", due_on=due_on, today=today)
        if due_on > latest:
            raise DueDateTooFar("due_on", latest=latest, days=settings.rehandling_longest_days)
        return Order(self.round + 1, follow_up.unit, due_on, reason_code, ordered_by, now)

    def _give(self, order: Order) -> None:
        self.orders.append(order)
        self.record(
            RehandlingOrdered(
                order.ordered_by, order.unit, order.due_on, order.round, order.reason_code, order.ordered_at
            )
        )

    def report_hand_down(self, result: ReportResult, reported_by: str, now: datetime, units: UnitTree) -> HandDown:
        """Send the completion report (办结报告) of a matter handed down to its issuer; once, unless it is reopened.

        Needs the opinion delivered, the case confirmed and the follow-up recorded, all in the current round.
        An anonymous petitioner gets neither opinion nor follow-up => these two are not asked for.
        """
        if self.hand_down is None:
            raise NotHandedDown()
        self.hand_down.must_be_open()
        if missing := self.missing_for_report:
            raise missing[0]
        answer = self.current_follow_up.result if self.current_follow_up else None
        check_result(result, answer, self.round)
        evidence = Evidence(
            opinion_delivered=self.round in self.delivered_rounds,
            promise_kept=answer.promise_kept if answer else None,
            follow_up=answer.score if answer else None,
        )
        self.record(self.hand_down.report(result, reported_by, now, evidence))
        self.stop_clock(self.hand_down.clock_id, now, "report_sent_up", units)
        return self.hand_down

    # -- reading ---------------------------------------------------------------------------------------------------

    @property
    def missing_for_report(self) -> list[OpinionNotDelivered | CaseNotConfirmed | FollowUpMissing]:
        """What still stands between a matter handed down and its report, in the order it has to be done."""
        anonymous = self.registration is not None and self.registration.anonymous
        missing: list[OpinionNotDelivered | CaseNotConfirmed | FollowUpMissing] = []
        if self.round not in self.delivered_rounds and not anonymous:
            missing.append(OpinionNotDelivered())
        if self.current_closing is None:
            missing.append(CaseNotConfirmed(round=self.round))
        if (self.current_follow_up is None or self.current_follow_up.is_pending) and not anonymous:
            missing.append(FollowUpMissing(round=self.round))
        return missing

    @property
    def current_follow_up(self) -> FollowUp | None:
        """The follow-up of the current round; None while the round is open, or when nobody can be asked."""
        return next((one for one in self.follow_ups if one.round == self.round), None)

    @property
    def current_closing(self) -> Closing | None:
        return next((one for one in self.closings if one.round == self.round), None)

    @property
    def is_finished(self) -> bool:
        """Taken back, or the last round that was opened or ordered is closed."""
        ordered = self.orders[-1].round if self.orders else self.round
        return self.withdrawn_at is not None or (self.current_closing is not None and ordered <= self.round)

    @property
    def units_concerned(self) -> set[str]:
        """Units whose own case this is: who registered it, has or had to handle it, or has a clock in it."""
        units = {*self.handlers, *(clock.unit for clock in self.clocks.values())}
        if self.registration is not None:
            units.add(self.registration.unit)
        if self.responsible_unit is not None:
            units.add(self.responsible_unit)
        return units

    def record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1

    def _record_if_any(self, event: object | None) -> None:
        if event is not None:
            self.record(event)
