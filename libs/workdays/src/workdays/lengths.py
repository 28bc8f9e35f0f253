"""Lengths of time in the two units the law uses, 日 and 工作日, as two types which do not mix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


def _require_whole_days(days: object) -> None:
    if type(days) is not int:
        raise TypeError(f"a length is a whole number of days, not {days!r}")
    if days < 1:
        raise ValueError(f"a length is at least one day, not {days}")


@dataclass(frozen=True, order=True, slots=True)
class CalendarDays:
    """日: every day counts, a day off too.

    《信访工作条例》 says 日 everywhere but for objections (第二十三条). Order and addition work among calendar days;
    with `WorkingDays` they raise TypeError, and the two are never equal.
    Raises TypeError unless `days` is an int, ValueError below 1.
    """

    days: int

    def __post_init__(self) -> None:
        _require_whole_days(self.days)

    def __add__(self, other: Self) -> CalendarDays:
        if type(other) is not CalendarDays:
            return NotImplemented
        return CalendarDays(self.days + other.days)

    def __str__(self) -> str:
        return f"{self.days}日"


@dataclass(frozen=True, order=True, slots=True)
class WorkingDays:
    """工作日: a day off does not count, a make-up day (调休上班日) does.

    An objection to a transfer has five of them (《信访工作条例》第二十三条). Order and addition work among working
    days; with `CalendarDays` they raise TypeError, and the two are never equal.
    Raises TypeError unless `days` is an int, ValueError below 1.
    """

    days: int

    def __post_init__(self) -> None:
        _require_whole_days(self.days)

    def __add__(self, other: Self) -> WorkingDays:
        if type(other) is not WorkingDays:
            return NotImplemented
        return WorkingDays(self.days + other.days)

    def __str__(self) -> str:
        return f"{self.days}个工作日"
