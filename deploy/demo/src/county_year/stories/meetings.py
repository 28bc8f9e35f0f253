"""县信访工作联席会议每月一次, and the townships' 周例会、月研判、季考核: weekly, monthly and quarterly meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from county_year.matters import BUREAU
from county_year.scene import Scene
from county_year.stories.setting import Setting, Voice

SECRETARY = "P0015"
MEETING_DAY = 3
"""Office day of the month on which the county meets."""

WEEKLY_UNTIL = 1
"""The weekly meetings are replayed for the first month; the rest of the year would say the same again."""

AGENDA = {
    "county_joint": ["reports_heard", "situation_analysed", "problems_resolved"],
    "township_weekly": ["reports_heard", "problems_resolved"],
    "township_monthly": ["situation_analysed"],
    "township_quarterly": ["appraisal"],
}


def held_in(month: int) -> str:
    """The name under which the number of that month's county meeting is kept."""
    return f"joint-meeting-{month}"


def scenes(setting: Setting) -> Iterator[Scene]:
    """Months and quarters of a whole year, weeks of its first month, without a gap."""
    days = setting.days()
    months = [list(of_month) for _, of_month in groupby(days, lambda day: day.month)]
    county = Voice("joint-meetings")
    for number, of_month in enumerate(months, 1):
        yield _county_meeting(county, of_month[MEETING_DAY - 1], number)
    weeks = [list(of_week)[0] for _, of_week in groupby(days, lambda day: day.isocalendar()[:2])]
    for unit in setting.county.township_units.values():
        chair = setting.county.officer(unit, "unit_head")
        held = [(day, "township_weekly") for day in weeks if day.month <= WEEKLY_UNTIL]
        held += [(of_month[-1], "township_monthly") for of_month in months]
        held += [(of_month[-1], "township_quarterly") for of_month in months[2::3]]
        voice = Voice(f"meetings-{unit}")
        for day, kind in sorted(held):
            yield voice.says(day, unit, chair, "supervision.record_meeting", _record(kind, day, "乡镇长", []))


def _county_meeting(voice: Voice, day: date, number: int) -> Scene:
    decision = {
        "text": "对排查出的突出信访问题逐件明确责任，限期报告进展。",
        "owner": BUREAU,
        "due_on": (day + timedelta(days=30)).isoformat(),
    }
    record = _record("county_joint", day, "县委副书记", [decision])
    return voice.says(day, BUREAU, SECRETARY, "supervision.record_meeting", record, meeting_no=held_in(number))


def _record(kind: str, day: date, chair: str, decisions: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "kind": kind,
        "held_on": day.isoformat(),
        "chair": chair,
        "attendees": ["各有关单位负责人"],
        "agenda": AGENDA[kind],
        "minutes": "听取情况，分析研判，研究解决突出问题，议定事项见下。",
        "decisions": decisions,
    }
