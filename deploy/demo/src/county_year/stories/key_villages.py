"""12个信访事项突出的重点村: named with their task forces, looked at again at midyear, two of them released."""

from __future__ import annotations

from collections.abc import Iterator

from county_year.matters import BUREAU
from county_year.scene import Scene
from county_year.stories.setting import Setting, Voice

CLERK, HEAD = "P0015", "P0003"
RELEASED = 2


def scenes(setting: Setting) -> Iterator[Scene]:
    """The first village of each township."""
    voice = Voice("key-villages")
    days = setting.days()
    named, reviewed, released = (next(day for day in days if day.month == month) for month in (1, 7, 12))
    villages = {village.township_code: village for village in reversed(setting.county.villages)}
    for village in villages.values():
        unit = setting.county.township_units[village.township_code]
        members = [{"person": setting.county.officer(unit, "unit_head"), "duty": "属地责任"}]
        yield voice.says(
            named,
            BUREAU,
            CLERK,
            "supervision.name_key_village",
            {
                "village_code": village.code,
                "entry_reason": "上年信访事项突出。",
                "head": HEAD,
                "members": members,
                "review_on": reviewed.isoformat(),
            },
        )
    for village in villages.values():
        review = {
            "village_code": village.code,
            "findings": "逐件研判，责任到人，未结事项均在办理中。",
            "next_review_on": f"{setting.year + 1}-01-05",
        }
        yield voice.says(reviewed, BUREAU, CLERK, "supervision.review_key_village", review)
    for village in list(villages.values())[:RELEASED]:
        leaving = {"village_code": village.code, "evidence": "半年无新增，原有事项全部办结。"}
        yield voice.says(released, BUREAU, CLERK, "supervision.release_key_village", leaving)
