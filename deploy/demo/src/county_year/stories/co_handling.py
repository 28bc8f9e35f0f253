"""A matter that needs a second unit (第二十四条): invited by the lead unit, and answered before the opinion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from county_year.matters import Matter
from county_year.scene import Scene
from county_year.stories.setting import Setting, Voice

SECOND = "dept_justice"


def scenes(setting: Setting) -> Iterator[Scene]:
    """A letter to a township, whose case the department of justice helps with."""
    matter = next(matter for matter in setting.matters() if _is_it(setting, matter))
    voice, unit = Voice("co-handling"), matter.unit
    invited = setting.office_day_after(setting.day_of(matter, "accept"))
    answered = setting.office_day_after(invited)
    yield voice.says(
        invited,
        unit,
        setting.county.officer(unit, "handler"),
        "assignment.invite_co_handler",
        lambda known: {
            "case_no": known.case_no[matter.name],
            "unit": SECOND,
            "task": "就合同效力提供法律意见。",
            "due_on": (invited + timedelta(days=15)).isoformat(),
        },
    )
    yield voice.says(
        answered,
        SECOND,
        setting.county.officer(SECOND, "handler"),
        "assignment.answer_part",
        lambda known: {"case_no": known.case_no[matter.name], "answer": "合同有效，应当依约履行。"},
    )


def _is_it(setting: Setting, matter: Matter) -> bool:
    """Filed at a township's own window, so that it is known beforehand who leads; there is time before the opinion."""
    if not matter.unit.startswith("township_") or not matter.turns <= {"rated"}:
        return False
    answered = setting.office_day_after(setting.office_day_after(setting.day_of(matter, "accept")))
    return answered < setting.day_of(matter, "issue_opinion")
