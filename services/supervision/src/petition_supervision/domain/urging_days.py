"""When a duty that was missed is urged (催办), and when the urging has gone unheeded long enough: in working days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from workdays import Calendar, WorkingDays, end_of_day, local_day

OPENING = timedelta(hours=8)
"""A notice goes out when offices open, so that word of an act done in the last minute of the limit comes before it."""


def urge_at(due_at: datetime, working_days: int) -> datetime:
    """The opening of the offices on the `working_days`th working day after the last day of the limit."""
    last_day = local_day(due_at - timedelta(microseconds=1))
    on = Calendar.published().due(last_day, WorkingDays(working_days)).on
    return end_of_day(on - timedelta(days=1)) + OPENING


def unheeded_at(urged_on: date, working_days: int) -> datetime:
    """24:00 of the `working_days`th working day after the day of the notice, which is not counted."""
    return Calendar.published().due(urged_on, WorkingDays(working_days)).at
