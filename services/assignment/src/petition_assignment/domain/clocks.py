"""The legal clocks of a case, as data, and what starts, moves and stops them.

A clock is a duty (letting it run out is a breach) or a right (letting it run out only ends the right). A clock that
is stopped at or after its `due_at` was not met, and stays visible as not met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from petition_assignment.domain.events import ClockMoved, ClockPaused, ClockResumed, ClockStarted, ClockStopped
from petition_assignment.domain.vocabulary import Nature
from workdays import Calendar, CalendarDays, Due, Pause, WorkingDays, end_of_day, local_day


@dataclass(frozen=True)
class Limit:
    """One kind of clock: how long it runs, whose it is, and where the law says so. No length => set case by case."""

    kind: str
    length: CalendarDays | WorkingDays | None
    nature: Nature
    article: str
    zh: str
    en: str


LIMITS: dict[str, Limit] = {
    limit.kind: limit
    for limit in (
        Limit(
            "K1",
            CalendarDays(15),
            Nature.DUTY,
            "《信访工作条例》第二十二条",
            "信访部门收到后15日内转送、交办",
            "the petition bureau routes within 15 days of receipt",
        ),
        Limit(
            "K2",
            CalendarDays(15),
            Nature.DUTY,
            "《信访工作条例》第二十三条",
            "直接收到的单位15日内书面告知是否受理",
            "a unit that received the petition itself tells the petitioner within 15 days",
        ),
        Limit(
            "K3",
            CalendarDays(15),
            Nature.DUTY,
            "《信访工作条例》第二十三条",
            "收到转送、交办的单位15日内书面告知信访人",
            "a unit that received a transfer tells the petitioner within 15 days",
        ),
        Limit(
            "K4",
            WorkingDays(5),
            Nature.RIGHT,
            "《信访工作条例》第二十三条",
            "收到转送、交办之日起5个工作日内可提出异议",
            "the unit may object within 5 working days of receipt",
        ),
        Limit(
            "K5",
            CalendarDays(60),
            Nature.DUTY,
            "《信访工作条例》第三十四条",
            "自受理之日起60日内办结",
            "the case is finished within 60 days of acceptance",
        ),
        Limit(
            "K7",
            CalendarDays(30),
            Nature.RIGHT,
            "《信访工作条例》第三十五条",
            "信访人自收到书面答复之日起30日内可请求复查",
            "the petitioner may ask for a review within 30 days of receiving the written answer",
        ),
        Limit(
            "K8",
            CalendarDays(30),
            Nature.DUTY,
            "《信访工作条例》第三十五条",
            "自收到复查请求之日起30日内提出复查意见并书面答复",
            "a review is answered in writing within 30 days of receipt of the request",
        ),
        Limit(
            "K9",
            CalendarDays(30),
            Nature.RIGHT,
            "《信访工作条例》第三十六条",
            "信访人自收到复查意见之日起30日内可请求复核",
            "the petitioner may ask for a re-review within 30 days of receiving the review",
        ),
        Limit(
            "K10",
            CalendarDays(30),
            Nature.DUTY,
            "《信访工作条例》第三十六条",
            "自收到复核请求之日起30日内提出复核意见，听证所需时间不计算在内",
            "a re-review is decided within 30 days of receipt of the request, the time of a hearing not counted",
        ),
        Limit(
            "K11",
            None,
            Nature.DUTY,
            "《信访工作条例》第二十二条第一款第三项",
            "交办事项在指定期限内反馈结果",
            "the result of an assigned case is fed back by the date that was set",
        ),
        Limit(
            "REHANDLING",
            None,
            Nature.DUTY,
            "退回或责成重新办理时指定的办结时限",
            "重新办理在指定期限内办结",
            "a case handled again is finished by the date set in the order",
        ),
    )
}
"""K6 (《信访工作条例》第三十四条) is no clock of its own: it moves the due date of K5."""

PETITIONER = "petitioner"
"""Stands where a unit's code stands when it is the petitioner's turn."""

LAPSED = "lapsed"

MOMENT = timedelta(milliseconds=1)
"""The shortest time the store can tell apart."""


@dataclass
class Clock:
    """One clock of one case. `due_at` is the first instant that is too late."""

    clock_id: str
    kind: str
    unit: str
    started_at: datetime
    due_at: datetime
    provisional: bool
    calendar_version: str
    round: int
    extension_days: int = 0
    stopped_at: datetime | None = None
    stop_reason: str | None = None
    met: bool | None = None
    pauses: list[Pause] = field(default_factory=list)

    @property
    def limit(self) -> Limit:
        return LIMITS[self.kind]

    @property
    def runs(self) -> bool:
        return self.stopped_at is None

    @property
    def stands_still(self) -> bool:
        """Paused, and not yet resumed."""
        return self.runs and bool(self.pauses) and self.pauses[-1].to_day is None

    @property
    def last_day(self) -> date:
        """The last day on which the act is in time."""
        return local_day(self.due_at - MOMENT)

    def is_late(self, now: datetime) -> bool:
        """One that stands still was paused in time, and is not late until it has run out after that."""
        return not self.stands_still and now >= self.due_at

    def stop(self, at: datetime, reason: str) -> ClockStopped:
        """End the clock. A duty stopped at or after its due instant was not met; a right cannot be breached."""
        self.stopped_at = at
        self.stop_reason = reason
        self.met = self.limit.nature is Nature.RIGHT or not self.is_late(at)
        return ClockStopped(self.clock_id, self.kind, self.unit, at, reason, self.met, self.round)

    def extend(self, days: int, calendar: Calendar) -> ClockMoved:
        """《信访工作条例》第三十四条: move the end by so many calendar days."""
        self.extension_days = days
        return self._move(self._reckon(calendar), "extended")

    def pause(self, at: datetime, reason: str) -> ClockPaused:
        """《信访工作条例》第三十六条: stand still. The day of `at` is the first that is not counted."""
        self.pauses.append(Pause(local_day(at)))
        return ClockPaused(self.clock_id, at, reason)

    def resume(self, at: datetime, calendar: Calendar) -> ClockResumed:
        """Run again: the day of `at` is the last that is not counted. As many days as were not counted are added."""
        self.pauses[-1] = Pause(self.pauses[-1].from_day, local_day(at) + timedelta(days=1))
        due = self._reckon(calendar)
        self.due_at, self.provisional, self.calendar_version = due.at, due.provisional, due.calendar_version
        return ClockResumed(
            self.clock_id,
            self.kind,
            self.unit,
            at,
            self.due_at,
            paused_days(self.pauses),
            self.provisional,
            self.calendar_version,
            self.round,
        )

    def reckon_again(self, calendar: Calendar) -> ClockMoved | None:
        """Follow another calendar. None when the end was set by a person and rests on no calendar.

        One that stands still has no end yet; it is reckoned when it runs again => None.
        """
        if self.limit.length is None or self.stands_still:
            return None
        return self._move(self._reckon(calendar), "calendar_published")

    def _reckon(self, calendar: Calendar) -> Due:
        assert self.limit.length is not None
        extension = CalendarDays(self.extension_days) if self.extension_days else None
        return calendar.due(self.started_at, self.limit.length, self.pauses, extension)

    def _move(self, due: Due, reason: str) -> ClockMoved:
        old, self.due_at = self.due_at, due.at
        self.provisional, self.calendar_version = due.provisional, due.calendar_version
        return ClockMoved(
            self.clock_id,
            self.kind,
            self.unit,
            old,
            self.due_at,
            reason,
            self.provisional,
            self.calendar_version,
            self.round,
        )


def start(clocks: list[Clock], kind: str, unit: str, at: datetime, round: int, calendar: Calendar) -> ClockStarted:
    """Start a clock whose length is in the law; the day of `at` is not counted (《民法典》第二百零一条)."""
    length = LIMITS[kind].length
    assert length is not None
    due = calendar.due(at, length)
    clock = Clock(_identify(clocks, kind), kind, unit, at, due.at, due.provisional, due.calendar_version, round)
    unit_of_length = "working_day" if isinstance(length, WorkingDays) else "day"
    return _started(clocks, clock, length.days, unit_of_length)


def start_until(
    clocks: list[Clock], kind: str, unit: str, at: datetime, on: date, round: int, calendar: Calendar
) -> ClockStarted:
    """Start a clock whose last day a person has set; it is not rolled, whatever day it is."""
    clock = Clock(_identify(clocks, kind), kind, unit, at, end_of_day(on), False, calendar.version, round)
    return _started(clocks, clock, (on - local_day(at)).days, "day")


def running(clocks: Iterable[Clock], *kinds: str) -> list[Clock]:
    """The running clocks of these kinds, oldest first; of any kind when none is named."""
    return [clock for clock in clocks if clock.runs and (not kinds or clock.kind in kinds)]


def paused_days(pauses: Iterable[Pause]) -> int:
    """On how many days a clock stood still; a day that two pauses share is one day."""
    days: set[date] = set()
    for pause in pauses:
        if pause.to_day is not None:
            days.update(pause.from_day + timedelta(days=n) for n in range((pause.to_day - pause.from_day).days))
    return len(days)


def _identify(clocks: list[Clock], kind: str) -> str:
    """`K3` for the first of its kind in the case, `K3#2` for the second …"""
    nth = 1 + sum(clock.kind == kind for clock in clocks)
    return kind if nth == 1 else f"{kind}#{nth}"


def _started(clocks: list[Clock], clock: Clock, length: int, length_unit: str) -> ClockStarted:
    clocks.append(clock)
    return ClockStarted(
        clock.clock_id,
        clock.kind,
        clock.unit,
        clock.started_at,
        clock.due_at,
        length,
        length_unit,
        clock.provisional,
        clock.calendar_version,
        clock.round,
        clock.limit.nature,
    )
