"""A hard case that the county's first secretary takes over (县级领导包案、“五个一”), and sees through to its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from county_year.matters import BUREAU, Matter
from county_year.scene import Known, Scene
from county_year.stories.setting import Setting, Voice

CLERK, LEADER = "P0015", "P0001"
TASK_FORCE = (("P0017", "督查联络"), ("P0018", "承办协调"))

ACTS = (
    ("took_charge", "县委常委会议室", "明确包案责任，当面交代要求。"),
    ("went_down", "信访人所在村", "带案下访，实地查看并听取村民意见。"),
    ("received_visitor", "县信访局接待大厅", "接待信访人，逐项回应诉求。"),
    ("consulted", "县信访局会议室", "召集有关单位会诊，形成一致意见。"),
    ("studied_plan", "县委常委会议室", "研究化解方案，定责任、定时限。"),
    ("saw_through", "信访人所在村", "现场督办落实情况。"),
)
"""六个亲自: what a leader does in person."""


def scenes(setting: Setting) -> Iterator[Scene]:
    """Taken over when it was accepted, off the list when the petitioner has been asked."""
    matter = next(matter for matter in setting.matters() if _is_it(matter))
    voice = Voice("leader-case")
    taken = setting.office_day_after(setting.day_of(matter, "accept"))
    ended = setting.office_day_after(setting.last_day_of(matter))
    about = _of(matter)

    def by_clerk(day: date, method: str, **data: Any) -> Scene:
        return voice.says(day, BUREAU, CLERK, f"supervision.{method}", about(data))

    yield by_clerk(
        taken,
        "assign_leader",
        leader=LEADER,
        mark="hard_case",
        mark_since="2021-05-01",
        reason="多年未决，涉及多个单位。",
    )
    yield by_clerk(
        taken, "set_leader_task_force", members=[{"person": person, "duty": duty} for person, duty in TASK_FORCE]
    )
    for owner, text in ((LEADER, "牵头研究方案并与信访人见面。"), ("P0018", "督促承办单位按方案落实。")):
        yield by_clerk(taken, "add_leader_task", text=text, owner=owner, due_on=(ended + timedelta(days=1)).isoformat())
    day = taken
    for act, place, minutes in ACTS:
        day = min(setting.office_day_after(day), ended)
        yield by_clerk(day, "record_leader_act", act=act, held_on=day.isoformat(), place=place, minutes=minutes)
    for number in (1, 2):
        yield by_clerk(
            ended,
            "finish_leader_task",
            number=number,
            done_on=ended.isoformat(),
            evidence="会议纪要和现场照片。",
        )
    yield by_clerk(ended, "close_leader_case", result="resolved", proof="答复意见书、送达回执、回访记录。")


def _is_it(matter: Matter) -> bool:
    return matter.channel == "letter" and matter.day.month == 4 and not matter.turns and not matter.repeat_of


def _of(matter: Matter) -> Callable[[dict[str, Any]], Callable[[Known], dict[str, Any]]]:
    return lambda data: lambda known: {"case_no": known.case_no[matter.name], **data}
