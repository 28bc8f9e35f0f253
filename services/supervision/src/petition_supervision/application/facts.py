"""Use cases for what other services told: each fact becomes a change of the supervised case.

A case comes into being with the first fact about it, whichever service told it. A fact that cannot follow from those
before it => FactOutOfPlace.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from petition_supervision.application import derived_clocks, suggesting, urging
from petition_supervision.application.ports import Work
from petition_supervision.domain.case_facts import ClosedHow, Closing, Registration
from petition_supervision.domain.county_settings import CountySettings
from petition_supervision.domain.derived_clocks import CARRY_OUT, DERIVED, SIGNING
from petition_supervision.domain.hand_down import Issued
from petition_supervision.domain.key_village import Village
from petition_supervision.domain.quarters import quarter_of
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.unit_grade import Progress
from petition_supervision.domain.unit_tree import Unit, UnitTree
from petition_supervision.domain.watched_clock import WatchedClock
from workdays import local_day

APPEAL = "appeal"
COUNTY_AND_ABOVE = frozenset({"county", "city", "region", "state"})
USUAL = CountySettings()
NO_VILLAGES: Mapping[str, Village] = MappingProxyType({})


@dataclass(frozen=True)
class Registered:
    """Intake registered a petition."""

    registered_by_unit: str
    registered_at: datetime
    anonymous: bool
    hand_down: Issued | None
    complained_of: str | None = None
    received_at: datetime | None = None
    channel: str | None = None


@dataclass(frozen=True)
class ClockStarted:
    """The owner of a clock started it; `due_at` is its reckoning, not ours."""

    clock_id: str
    kind: str
    unit: str
    started_at: datetime
    due_at: datetime
    provisional: bool
    calendar_version: str | None
    round: int
    nature: str | None


@dataclass(frozen=True)
class ClockMoved:
    """The owner set another due instant."""

    clock_id: str
    due_at: datetime
    provisional: bool
    calendar_version: str | None


@dataclass(frozen=True)
class ClockPaused:
    """The owner suspended the clock."""

    clock_id: str
    paused_at: datetime


@dataclass(frozen=True)
class ClockStopped:
    """The clock ended: what it demanded was done, or is no longer demanded."""

    clock_id: str
    stopped_at: datetime
    reason_code: str | None


@dataclass(frozen=True)
class Filed:
    """What a colour needs to know of a filing."""

    received_at: datetime
    level: str
    purpose: str
    skip_level: bool
    township_code: str | None
    village_code: str | None = None


def filed(work: Work, case_no: str, fact: Filed) -> None:
    """A filing counts in the quarter in which it was received, for the township of the place until it is routed."""
    received_on = local_day(fact.received_at)
    work.filings.filed(
        case_no,
        {
            "quarter": quarter_of(received_on),
            "received_on": received_on.isoformat(),
            "at_county_level": fact.level in COUNTY_AND_ABOVE,
            "appeal": fact.purpose == APPEAL,
            "skip_level": fact.skip_level,
            "township_unit": _township(work, fact.township_code),
            "village_code": fact.village_code,
        },
    )


def refiled(work: Work, case_no: str, purpose: str, township_code: str | None, village_code: str | None = None) -> None:
    """A person corrected what the filing is about: it counts by the correction."""
    work.filings.filed(
        case_no,
        {
            "appeal": purpose == APPEAL,
            "township_unit": _township(work, township_code),
            "village_code": village_code,
        },
    )


def _township(work: Work, township_code: str | None) -> str | None:
    return work.units.get().township_at(township_code) if township_code else None


def registered(work: Work, case_no: str, fact: Registered) -> None:
    """A petition was registered; one handed down from above is entered in the ledger."""
    registration = Registration(
        fact.registered_by_unit, fact.registered_at, fact.anonymous, fact.complained_of, fact.channel
    )
    target = None
    if fact.hand_down is not None:
        target = work.county.get().routing_target(fact.received_at or fact.registered_at)
    units, settings = work.units.get(), work.settings
    change(work, case_no, lambda case: case.register(registration, fact.hand_down, units, settings, target))


def routed(work: Work, case_no: str, unit: str, mode: str, at: datetime) -> None:
    """A unit is to handle the case, and to sign for it when it was sent on."""

    def route(case: SupervisedCase) -> None:
        case.make_responsible(unit)
        derived_clocks.routed(work, case, mode, unit, at)

    change(work, case_no, route)
    work.filings.routed(case_no, unit)


def succeeded(work: Work, case_no: str, unit: str, predecessor: str) -> None:
    """第二十四条: a unit took the case over from one that was merged or abolished, with its clocks and dates."""

    def succeed(case: SupervisedCase) -> None:
        if case.responsible_unit in (predecessor, None):
            case.make_responsible(unit)
        derived_clocks.hand_over(work, case, predecessor, unit)

    change(work, case_no, succeed)
    work.filings.routed(case_no, unit)


def accepted(work: Work, case_no: str, unit: str, at: datetime) -> None:
    """A unit handles the case."""

    def accept(case: SupervisedCase) -> None:
        case.take_on(unit)
        derived_clocks.signed(work, case, at)
        case.conduct.take_in_hand(at, work.settings.suggest_still_working_days)

    change(work, case_no, accept)


def opinion_delivered(work: Work, case_no: str, round: int, delivered_on: date | None, at: datetime) -> None:
    """The petitioner has the written opinion of a round."""

    def deliver(case: SupervisedCase) -> None:
        case.deliver_opinion(round)
        case.conduct.move(at)
        derived_clocks.opinion_delivered(work, case, round, delivered_on, at)

    change(work, case_no, deliver)


def completed(work: Work, case_no: str) -> None:
    """The unit reported the case finished: it is the bureau's turn."""
    change(work, case_no, lambda case: case.conduct.rest())


def returned(work: Work, case_no: str, round: int, reason_code: str | None, at: datetime) -> None:
    """The bureau did not confirm a round: the unit has it in hand again."""

    def send_back(case: SupervisedCase) -> None:
        case.send_back(round)
        derived_clocks.end(work, case, at, "returned", CARRY_OUT)
        case.conduct.take_in_hand(at, work.settings.suggest_still_working_days)
        suggesting.returned(work, case, reason_code, at)

    change(work, case_no, send_back)


def confirmed(work: Work, case_no: str, round: int, unit: str | None, confirmed_at: datetime) -> None:
    """The bureau confirmed a round as finished; it is to be followed up."""

    def close(case: SupervisedCase) -> None:
        handled_by = unit or case.responsible_unit
        case.close(Closing(round, handled_by, confirmed_at, ClosedHow.CONFIRMED), work.settings)
        case.conduct.rest()

    change(work, case_no, close)


def settled_on_spot(work: Work, case_no: str, unit: str | None, closed_at: datetime) -> None:
    """The matter was settled where it was filed; it is to be followed up as well."""

    def close(case: SupervisedCase) -> None:
        case.close(Closing(case.round, unit, closed_at, ClosedHow.ON_SPOT), work.settings)
        derived_clocks.end(work, case, closed_at, "settled_on_spot", SIGNING)

    change(work, case_no, close)


def withdrawn(work: Work, case_no: str, withdrawn_at: datetime) -> None:
    """The petitioner took the petition back."""

    def withdraw(case: SupervisedCase) -> None:
        case.withdraw(withdrawn_at)
        derived_clocks.end(work, case, withdrawn_at, "withdrawn", *DERIVED)
        case.conduct.rest()

    change(work, case_no, withdraw)


def round_opened(work: Work, case_no: str, round: int, unit: str, at: datetime) -> None:
    """A unit handles the case again, and will answer anew."""

    def open_round(case: SupervisedCase) -> None:
        case.open_round(round, unit)
        derived_clocks.end(work, case, at, "round_opened", CARRY_OUT)
        case.conduct.take_in_hand(at, work.settings.suggest_still_working_days)

    change(work, case_no, open_round)


def clock_started(work: Work, case_no: str, fact: ClockStarted, told_at: datetime) -> None:
    """A clock started to run; from now on it is watched."""
    clock = WatchedClock.start(
        clock_id=fact.clock_id,
        kind=fact.kind,
        unit=fact.unit,
        round=fact.round,
        started_at=fact.started_at,
        due_at=fact.due_at,
        told_at=told_at,
        settings=work.settings,
        provisional=fact.provisional,
        calendar_version=fact.calendar_version,
        nature=fact.nature,
    )

    def start(case: SupervisedCase) -> None:
        if clock.kind == "REHANDLING" and case.conduct.redo_ordered:
            clock.about, case.conduct.redo_ordered = suggesting.OF_A_REVIEW, False
        case.start_clock(clock)

    change(work, case_no, start)


def clock_moved(work: Work, case_no: str, fact: ClockMoved, told_at: datetime) -> None:
    """A clock is due at another instant: its reminders start anew."""
    _change_clock(
        work,
        case_no,
        fact.clock_id,
        lambda case: case.move_clock(fact.clock_id, fact.due_at, told_at, fact.provisional, fact.calendar_version),
    )


def clock_paused(work: Work, case_no: str, fact: ClockPaused) -> None:
    """A clock does not run for a while."""
    units = work.units.get()
    _change_clock(work, case_no, fact.clock_id, lambda case: case.pause_clock(fact.clock_id, fact.paused_at, units))


def clock_stopped(work: Work, case_no: str, fact: ClockStopped) -> None:
    """A clock is over; nothing more is to be told of it."""
    _change_clock(
        work,
        case_no,
        fact.clock_id,
        lambda case: case.stop_clock(fact.clock_id, fact.stopped_at, fact.reason_code, work.units.get()),
    )


def register_published(
    work: Work,
    units: dict[str, Unit],
    villages: Mapping[str, Village] = NO_VILLAGES,
    county: CountySettings = USUAL,
) -> None:
    """The county register came; its units, villages and settings replace those kept here."""
    work.units.replace(UnitTree(units))
    work.county.replace(county)
    work.villages.replace(villages)
    # Grading begins with the first register: quarters before it have nothing to grade.
    if work.grades.progress() is None:
        work.grades.set_progress(Progress(work.now))


def change(work: Work, case_no: str, alter: Callable[[SupervisedCase], None]) -> None:
    """Change the case by what was told, and store it; the first fact about a case makes it."""
    case = work.cases.get(case_no) or SupervisedCase(case_no)
    alter(case)
    work.cases.save(case)


def _change_clock(work: Work, case_no: str, clock_id: str, alter: Callable[[SupervisedCase], None]) -> None:
    """The change of one clock, and what becomes of the notice about it, if there is one."""

    def both(case: SupervisedCase) -> None:
        before = case.clocks.get(clock_id)
        urged_before = before.urging_no if before else None
        alter(case)
        urging.follow_clock(work, case, clock_id, urged_before)

    change(work, case_no, both)
