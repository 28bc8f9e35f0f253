"""每天1名县级领导在接待大厅坐班接待: a roster for the office days of two months, once with a stand-in."""

from __future__ import annotations

from collections.abc import Iterator

from county_year.matters import BUREAU
from county_year.scene import Scene
from county_year.stories.setting import Setting, Voice

PLANNER, CLERK = "P0015", "P0011"
LEADERS = ("P0001", "P0002", "P0003", "P0004", "P0005", "P0006", "P0007", "P0008")
COUNTY = "county_leadership"
STOOD_IN_FOR = 11
"""The day on which somebody else came than was planned."""


def scenes(setting: Setting) -> Iterator[Scene]:
    """Planned in the morning, attended and closed on the day itself."""
    voice = Voice("reception")
    for number, day in enumerate(day for day in setting.days() if day.month <= 2):
        leader = LEADERS[number % len(LEADERS)]
        comes = LEADERS[(number + 1) % len(LEADERS)] if number == STOOD_IN_FOR else leader
        on = {"on": day.isoformat()}
        yield voice.says(day, BUREAU, PLANNER, "supervision.plan_reception", {**on, "leader": leader})
        yield voice.says(day, COUNTY, comes, "supervision.attend_reception", on)
        closing = {**on, "batches": 1, "persons": 1, "results": "当场答复，登记在册。"}
        yield voice.says(day, BUREAU, CLERK, "supervision.close_reception", closing)
