"""Clocks nobody tells of: their dates follow from what other services tell anyway, and supervision watches them.

签收: a routed case is signed for within some working days. 落实处理意见: what an opinion supports is carried out within
some days of its delivery (《信访工作条例》第三十二条: 督促执行). 履行协议: an agreement is performed by its own date
(第三十三条). 协办: a further unit answers its part by its date (第二十四条). Done in time, a clock leaves no trace.
"""

from __future__ import annotations

from datetime import date, datetime

from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.watched_clock import ClockState, WatchedClock
from workdays import Calendar, CalendarDays, Due, WorkingDays, end_of_day

SIGNING = "SIGNING"
CARRY_OUT = "CARRY_OUT"
PERFORMANCE = "PERFORMANCE"
PART = "PART"
DERIVED = (SIGNING, CARRY_OUT, PERFORMANCE, PART)


def sign_by(routed_at: datetime, settings: SupervisionSettings) -> Due:
    """24:00 of the last working day on which a routed case is signed for in time."""
    return Calendar.published().due(routed_at, WorkingDays(settings.sign_working_days))


def carry_out_by(known_on: date | datetime, settings: SupervisionSettings) -> Due:
    """24:00 of the last day on which a supported request is carried out in time; no day of law, the county's own."""
    return Calendar.published().due(known_on, CalendarDays(settings.carry_out_days))


def begin(
    case: SupervisedCase,
    kind: str,
    unit: str,
    due: Due | date,
    at: datetime,
    settings: SupervisionSettings,
    about: str | None = None,
) -> None:
    """Watch a date from `at` on; `about` tells several of one kind apart (a document's number, a part's)."""
    if isinstance(due, date):
        due_at, provisional, calendar_version = end_of_day(due), False, None
    else:
        due_at, provisional, calendar_version = due.at, due.provisional, due.calendar_version
    clock = WatchedClock.start(
        _free_id(case, kind),
        kind=kind,
        unit=unit,
        round=case.round,
        started_at=at,
        due_at=due_at,
        told_at=at,
        settings=settings,
        provisional=provisional,
        calendar_version=calendar_version,
    )
    clock.about = about
    case.start_clock(clock)


def running(case: SupervisedCase, *kinds: str, about: str | None = None) -> list[WatchedClock]:
    """The clocks of these kinds that are not over, of one matter when it is named."""
    return [
        clock
        for clock in case.clocks.values()
        if clock.kind in kinds and clock.state is not ClockState.STOPPED and about in (None, clock.about)
    ]


def forget_if_in_time(case: SupervisedCase, clock_id: str) -> None:
    """A clock that was never missed is not kept: the ordinary case carries nothing of it."""
    if case.clocks[clock_id].missed_at is None:
        del case.clocks[clock_id]


def _free_id(case: SupervisedCase, kind: str) -> str:
    number = 1
    while (name := kind if number == 1 else f"{kind}#{number}") in case.clocks:
        number += 1
    return name
