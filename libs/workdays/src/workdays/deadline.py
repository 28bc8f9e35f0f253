"""The due day of one clock: start, length, pauses and extension over a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from workdays.lengths import CalendarDays, WorkingDays
from workdays.local_time import ONE_DAY, end_of_day
from workdays.pauses import Pause, PausedDays


class KnowsWorkingDays(Protocol):
    """What the reckoning asks of a calendar."""

    @property
    def version(self) -> str: ...

    def covers(self, day: date) -> bool: ...

    def is_working_day(self, day: date) -> bool: ...


@dataclass(frozen=True, slots=True)
class Due:
    """When a clock runs out.

    on: the last day on which the act is in time.
    at: 24:00 of that day in Asia/Shanghai, as an aware UTC instant; an act is late from this instant on.
    provisional: a day outside the published calendar was looked at, so a notice yet to come may move this day.
    calendar_version: the calendar it was reckoned with.
    """

    on: date
    at: datetime
    provisional: bool
    calendar_version: str


def reckon(
    calendar: KnowsWorkingDays,
    start: date,
    length: CalendarDays | WorkingDays,
    pauses: Iterable[Pause],
    extension: CalendarDays | None,
    roll: bool,
) -> Due:
    """The rules are told in `Calendar.due`, which is the way in."""
    paused = PausedDays(pauses)
    if isinstance(length, CalendarDays):
        on, provisional = _after_calendar_days(calendar, start, _extended(length, extension), paused, roll)
    elif not isinstance(length, WorkingDays):
        raise TypeError(f"a length is CalendarDays or WorkingDays, not {length!r}")
    elif extension is not None:
        raise TypeError("a clock of working days cannot be extended by calendar days")
    else:
        on, provisional = _after_working_days(calendar, start, length, paused)
    return Due(on, end_of_day(on), provisional, calendar.version)


def _extended(length: CalendarDays, extension: CalendarDays | None) -> CalendarDays:
    # The extension begins where the length ends before rolling: otherwise a day off at the end of the length would
    # lengthen the whole beyond what the law allows, 60 + 30 days (《信访工作条例》第三十四条).
    return length if extension is None else length + extension


def _after_calendar_days(
    calendar: KnowsWorkingDays, start: date, length: CalendarDays, paused: PausedDays, roll: bool
) -> tuple[date, bool]:
    day = paused.count_on(start, length.days)
    if not roll:
        return day, False
    provisional = not calendar.covers(day)
    while not calendar.is_working_day(day):
        day = paused.first_counted(day + ONE_DAY)
        provisional |= not calendar.covers(day)
    return day, provisional


def _after_working_days(
    calendar: KnowsWorkingDays, start: date, length: WorkingDays, paused: PausedDays
) -> tuple[date, bool]:
    day, left, provisional = start, length.days, False
    while left:
        day = paused.first_counted(day + ONE_DAY)
        provisional |= not calendar.covers(day)
        left -= calendar.is_working_day(day)
    return day, provisional
