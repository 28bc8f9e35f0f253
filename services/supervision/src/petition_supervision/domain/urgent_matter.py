"""A major or urgent matter (重大、紧急信访事项): reported at once to four addressees, and upwards by the bureau.

《信访工作条例》第二十五条. The article says 及时 and gives no hours; the hours are a setting of the county register.
They are counted as hours, on days off as well. Each of the two duties is a clock of its own of kind K12: that of the
unit which learnt of the matter, from the moment it did, and that of the bureau towards those above, from the marking.
Lateness in it is what 第四十六条 holds people to account for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from petition_supervision.domain.answers import LiftReason
from petition_supervision.domain.events import DeadlineApproaching, DeadlineMissed, DeadlineMissLifted
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.urgent_errors import (
    AddresseesNotTold,
    AddresseeTold,
    FoundInTheFuture,
    MeasureMissing,
    NotWithinTheMatter,
    NotYourUrgentMatter,
    OnlyTheBureauReportsUp,
    UrgencyIsOver,
)
from petition_supervision.domain.urgent_events import (
    UrgentMatterEnded,
    UrgentMatterMarked,
    UrgentMeasureTaken,
    UrgentNoticeGiven,
    UrgentReportApproaching,
    UrgentReportDone,
    UrgentReportMissed,
    UrgentReportMissLifted,
)
from petition_supervision.domain.urgent_terms import (
    ADDRESSEE_ZH,
    FOUR,
    UPWARDS,
    Addressee,
    NoticeMethod,
    UrgentKind,
    UrgentState,
)
from petition_supervision.domain.watched_clock import ClockState, WatchedClock
from workdays import local_day

KIND = "K12"
UP_CLOCK = "K12-up"
OF_CLOCK: dict[str, tuple[Addressee, ...]] = {KIND: FOUR, UP_CLOCK: UPWARDS}


@dataclass(frozen=True)
class UrgentText:
    """What is written; it stays in this service's store."""

    matter: str
    place: str | None = None


@dataclass(frozen=True)
class Notice:
    """One addressee was told."""

    addressee: Addressee
    method: NoticeMethod
    document_no: str | None
    by: str
    by_unit: str
    at: datetime
    recorded_at: datetime
    late: bool


@dataclass(frozen=True)
class Measure:
    """What was done against it."""

    text: str
    by: str
    by_unit: str
    at: datetime


@dataclass(frozen=True)
class Ending:
    """Why it is no longer urgent."""

    proof: str
    by: str
    at: datetime


@dataclass
class UrgentMatter:
    """`version` counts the events told about the matter. `unit` learnt of it; `case_no` None: it is no petition."""

    urgent_no: str
    kind: UrgentKind
    unit: str
    competent_unit: str
    text: UrgentText
    found_at: datetime
    marked_by: str
    marked_at: datetime
    report_hours: int
    case_no: str | None = None
    state: UrgentState = UrgentState.OPEN
    clocks: dict[str, WatchedClock] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    ending: Ending | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def mark(
        cls,
        urgent_no: str,
        kind: UrgentKind,
        officer: Officer,
        competent_unit: str,
        text: UrgentText,
        found_at: datetime,
        case_no: str | None,
        report_hours: int,
        units: UnitTree,
        settings: SupervisionSettings,
        now: datetime,
    ) -> UrgentMatter:
        """Any unit, or the bureau, marks a matter; both clocks run. Found later than now => FoundInTheFuture."""
        if found_at > now:
            raise FoundInTheFuture("found_at")
        matter = cls(
            urgent_no,
            kind,
            officer.unit,
            competent_unit,
            text,
            found_at,
            officer.person,
            now,
            report_hours,
            case_no,
        )
        length = timedelta(hours=report_hours)
        for clock_id, unit, begin in ((KIND, officer.unit, found_at), (UP_CLOCK, units.bureau, now)):
            matter.clocks[clock_id] = WatchedClock.start(
                clock_id,
                kind=KIND,
                unit=unit,
                round=1,
                started_at=begin,
                due_at=begin + length,
                told_at=now,
                settings=settings,
            )
        matter._record(
            UrgentMatterMarked(
                kind,
                case_no,
                officer.unit,
                competent_unit,
                found_at,
                officer.person,
                now,
                report_hours,
                matter.clocks[KIND].due_at,
                matter.clocks[UP_CLOCK].due_at,
            )
        )
        return matter

    def tell(
        self,
        officer: Officer,
        addressee: Addressee,
        method: NoticeMethod,
        document_no: str | None,
        at: datetime,
        units: UnitTree,
        now: datetime,
    ) -> Notice:
        """One addressee was told at `at`; late from the due instant of its clock on. Each is told once.

        When it was the last of its clock, that clock ends at the latest of their instants: in time or missed by when
        they were told, never by when that was recorded.
        """
        self._must_be_open()
        self._must_be_concerned(officer, units)
        if addressee in UPWARDS and officer.unit != units.bureau:
            raise OnlyTheBureauReportsUp("addressee")
        if any(notice.addressee is addressee for notice in self.notices):
            raise AddresseeTold("addressee")
        if not self.found_at <= at <= now:
            raise NotWithinTheMatter("notified_at")
        clock_id = next(clock_id for clock_id, told in OF_CLOCK.items() if addressee in told)
        clock = self.clocks[clock_id]
        late = at >= clock.due_at
        notice = Notice(addressee, method, document_no, officer.person, officer.unit, at, now, late)
        self.notices.append(notice)
        self._record(UrgentNoticeGiven(self.case_no, officer.unit, addressee, method, officer.person, at, late))
        self._end_if_all_told(clock, units)
        return notice

    def take_measure(self, officer: Officer, text: str, at: datetime, units: UnitTree, now: datetime) -> None:
        """第二十五条: 在职责范围内依法及时采取措施，防止不良影响的产生、扩大."""
        self._must_be_open()
        self._must_be_concerned(officer, units)
        if not self.found_at <= at <= now:
            raise NotWithinTheMatter("taken_at")
        self.measures.append(Measure(text, officer.person, officer.unit, at))
        self._record(UrgentMeasureTaken(self.case_no, officer.unit, officer.person, at))

    def end(self, officer: Officer, proof: str, now: datetime) -> None:
        """A named person decides that it is over. Somebody not told => AddresseesNotTold, nothing done =>
        MeasureMissing.
        """
        self._must_be_open()
        if missing := self.not_told:
            raise AddresseesNotTold(missing="、".join(ADDRESSEE_ZH[one] for one in missing))
        if not self.measures:
            raise MeasureMissing()
        self.state = UrgentState.ENDED
        self.ending = Ending(proof, officer.person, now)
        self._record(UrgentMatterEnded(self.case_no, officer.unit, officer.person, now))

    def fire(self, clock_id: str, now: datetime, units: UnitTree) -> None:
        """Do what is due at `now` for one of the clocks: remind, or tell that it was missed."""
        self._tell(self.clocks[clock_id].take_step(now, units))

    @property
    def not_told(self) -> list[Addressee]:
        """Who has not been told yet, in the order of the article."""
        told = {notice.addressee for notice in self.notices}
        return [addressee for addressee in Addressee if addressee not in told]

    @property
    def units_concerned(self) -> set[str]:
        """The unit that learnt of it and the competent department; the bureau sees all."""
        return {self.unit, self.competent_unit}

    def _end_if_all_told(self, clock: WatchedClock, units: UnitTree) -> None:
        times = [notice.at for notice in self.notices if notice.addressee in OF_CLOCK[clock.clock_id]]
        if len(times) < len(OF_CLOCK[clock.clock_id]) or clock.state is ClockState.STOPPED:
            return
        told_at = max(times)
        self._tell(clock.settle(told_at, LiftReason.DONE_IN_TIME, units))
        clock.stop(told_at, "addressees_told")
        met = told_at < clock.due_at
        self._record(UrgentReportDone(self.case_no, clock.clock_id, KIND, clock.unit, clock.due_at, told_at, met))

    def _tell(self, told: DeadlineApproaching | DeadlineMissed | DeadlineMissLifted | None) -> None:
        if told is None:
            return
        about = (self.case_no, told.clock_id, KIND, told.unit, told.due_at)
        if isinstance(told, DeadlineMissLifted):
            self._record(UrgentReportMissLifted(*about, told.reason_code))
        elif isinstance(told, DeadlineMissed):
            self._record(UrgentReportMissed(*about, told.escalate_to))
        else:
            self._record(UrgentReportApproaching(*about, told.escalate_to))

    def _must_be_open(self) -> None:
        if self.ending is not None:
            raise UrgencyIsOver("urgent_no", ended_on=local_day(self.ending.at))

    def _must_be_concerned(self, officer: Officer, units: UnitTree) -> None:
        if officer.unit not in self.units_concerned and not units.sees_all(officer.unit):
            raise NotYourUrgentMatter("urgent_no", unit=officer.unit)

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1
