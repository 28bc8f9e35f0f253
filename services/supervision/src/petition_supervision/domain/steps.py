"""The steps of a running clock on its way to its due instant: reminders, then the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from petition_supervision.domain.clock_kinds import Nature

ONE_DAY = timedelta(days=1)
ONE_HOUR = timedelta(hours=1)
MISSED = "missed"
LAPSED = "lapsed"
URGE = "urge"
CRITICISE = "criticise"
"""These two come after a miss, see `urging`; no clock begins with them."""


@dataclass(frozen=True)
class Step:
    """What is to be done at `at`."""

    name: str
    at: datetime

    @property
    def is_end(self) -> bool:
        return self.name in (MISSED, LAPSED)


def steps_to(
    due_at: datetime, remind_days: Iterable[int], nature: Nature, remind_hours: Iterable[int] = ()
) -> list[Step]:
    """All steps of a clock, in time order: `remind_10` ten days before `due_at` …, then `missed` or `lapsed` at it.

    A clock of hours is reminded of by the hour: `remind_1h` one hour before.

    `due_at` is 24:00 of the last day. One day before it the whole last day is left, which for a clock of working
    days is one working day, because its last day is one.
    """
    reminders = [Step(f"remind_{days}", due_at - days * ONE_DAY) for days in sorted(set(remind_days), reverse=True)]
    reminders += [Step(f"remind_{hours}h", due_at - hours * ONE_HOUR) for hours in sorted(remind_hours, reverse=True)]
    return [*reminders, Step(MISSED if nature is Nature.DUTY else LAPSED, due_at)]


def first_after(steps: Iterable[Step], moment: datetime) -> Step:
    """The first step later than `moment`; when all lie behind it, the end.

    A reminder whose time had passed when the clock started is skipped, never sent all at once with the others.
    """
    *_, end = ordered = list(steps)
    return next((step for step in ordered if step.at > moment), end)


def step_to_take(steps: Iterable[Step], from_step: str, now: datetime) -> Step:
    """The step to take at `now`, `from_step` being the next one noted.

    Several have come due since the last look (the worker was down) => the latest of them alone: its unit learns how
    much time is left now, and not how much there was.
    """
    ordered = list(steps)
    names = [step.name for step in ordered]
    *_, latest = [step for step in ordered[names.index(from_step) :] if step.at <= now]
    return latest


def days_left(due_at: datetime, now: datetime) -> int:
    """Whole or begun days between `now` and `due_at`: 1 on the last day."""
    return -((now - due_at) // ONE_DAY)
