"""Pauses of a clock: days which are not counted, such as the time of a hearing (《信访工作条例》第三十六条)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workdays.local_time import ONE_DAY


class StillPaused(ValueError):
    """The clock reaches a pause that has no end yet, so no due day exists; ask again when the pause has ended."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Days from `from_day`, the first that is not counted, to `to_day`, the first that is counted again.

    `to_day` None => still paused. Both days equal => nothing is paused.
    Raises TypeError unless both are plain dates, ValueError when `to_day` is before `from_day`.
    """

    from_day: date
    to_day: date | None = None

    def __post_init__(self) -> None:
        for day in (self.from_day,) if self.to_day is None else (self.from_day, self.to_day):
            if type(day) is not date:
                raise TypeError(f"a pause is made of plain dates, not {day!r}")
        if self.to_day is not None and self.to_day < self.from_day:
            raise ValueError(f"a pause cannot end on {self.to_day}, before it began on {self.from_day}")


class PausedDays:
    """All the pauses of one clock together; they may touch, overlap, or come in any order."""

    def __init__(self, pauses: Iterable[Pause]) -> None:
        self._pauses = sorted(pauses, key=lambda pause: pause.from_day)

    def first_counted(self, day: date) -> date:
        """`day` itself, or the first day after it that no pause covers. Raises StillPaused."""
        for pause in self._pauses:
            if pause.from_day > day:
                break
            day = max(day, _end_of(pause))
        return day

    def count_on(self, after: date, days: int) -> date:
        """The last of the next `days` counted days that follow `after`. Raises StillPaused."""
        day, left = after + ONE_DAY, days
        for pause in self._pauses:
            free = max(0, (pause.from_day - day).days)
            if free >= left:
                break
            left -= free
            day = max(day, _end_of(pause))
        return day + (left - 1) * ONE_DAY


def _end_of(pause: Pause) -> date:
    if pause.to_day is None:
        raise StillPaused(f"the clock has been paused since {pause.from_day}")
    return pause.to_day
