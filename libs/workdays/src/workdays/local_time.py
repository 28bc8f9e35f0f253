"""Days and instants: which day an instant belongs to in China, and at which instant a day ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

ONE_DAY = timedelta(days=1)

# China has kept UTC+8 without summer time since 1991, which is before the first day this package knows. A fixed offset
# needs no time zone database on the machine; a test compares it with Asia/Shanghai of that database.
CHINA_STANDARD_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")


def local_day(instant: datetime) -> date:
    """The day in Asia/Shanghai in which `instant` falls; midnight belongs to the day that begins.

    Raises TypeError for anything but a datetime, ValueError for one without a time zone.
    """
    if not isinstance(instant, datetime):
        raise TypeError(f"an instant is a datetime with a time zone, not {instant!r}")
    if instant.utcoffset() is None:
        raise ValueError(f"{instant.isoformat()} has no time zone, so its day is unknown")
    return instant.astimezone(CHINA_STANDARD_TIME).date()


def end_of_day(day: date) -> datetime:
    """24:00 of `day` in Asia/Shanghai, as an aware UTC instant.

    The last day of a period ends at 24:00 (《民法典》第二百零三条). An act is late from this instant on, not after it.
    """
    return datetime.combine(as_day(day) + ONE_DAY, time(), CHINA_STANDARD_TIME).astimezone(UTC)


def as_day(day: date | datetime) -> date:
    """A date unchanged, an aware datetime as its day in Asia/Shanghai.

    A datetime is a date to Python, but neither equal to one nor found among dates; so every question about a day comes
    through here. Raises TypeError for anything else, ValueError for a datetime without a time zone.
    """
    if type(day) is date:
        return day
    if isinstance(day, datetime):
        return local_day(day)
    raise TypeError(f"a day is a date or a datetime with a time zone, not {day!r}")
