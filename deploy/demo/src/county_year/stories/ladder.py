"""A department that puts a matter off: rectification, public criticism, a proposal to hold to account, and cleared.

县里的做法: 一次提出整改、二次通报批评、三次严肃问责，挂账督办、跟踪问效、销账.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from county_year.matters import BUREAU
from county_year.scene import Known, Scene
from county_year.stories.meetings import held_in
from county_year.stories.setting import Setting, Voice

UNIT = "dept_water"
OPENER, CHECKER = "P0015", "P0016"
SIGNER = ("county_leadership", "P0001")


def scenes(setting: Setting) -> Iterator[Scene]:
    """Opened in spring, cleared in autumn."""
    voice = Voice("ladder")
    days = [day for day in setting.days() if day.month >= 3]
    head = setting.county.officer(UNIT, "unit_head")
    opened, first, second, third, last = days[1], days[6], days[13], days[21], days[30]

    def replies(day: date, text: str) -> Scene:
        return voice.says(day, UNIT, head, "supervision.reply_to_supervision", _of_item({"text": text}))

    def checked(day: date, verdict: str, evidence: str, **paper: Any) -> Scene:
        data = _of_item({"verdict": verdict, "evidence": evidence, **paper})
        return voice.says(day, BUREAU, CHECKER, "supervision.check_supervision", data)

    yield voice.says(
        opened,
        BUREAU,
        OPENER,
        "supervision.open_supervision",
        {"trigger": "D4", "unit": UNIT, "due_on": _in_days(opened, 20)},
        supervision_no="ladder",
    )
    yield replies(first, "已安排人员核查，正在协调施工单位。")
    yield checked(
        setting.office_day_after(first),
        "not_carried_out",
        "现场查看，停水依旧，未见施工。",
        due_on=_in_days(first, 21),
    )
    yield replies(second, "施工单位已进场，受材料影响进度滞后。")

    def criticised(known: Known) -> dict[str, Any]:
        told = setting.office_day_after(second)
        return {
            "supervision_no": known.kept["ladder"],
            "verdict": "not_carried_out",
            "evidence": "管网改造仍未完工，群众继续外出拉水。",
            "due_on": _in_days(told, 21),
            "sign_off": known.kept[held_in(told.month - 1)],
        }

    yield voice.says(setting.office_day_after(second), BUREAU, CHECKER, "supervision.check_supervision", criticised)
    yield replies(third, "主体工程完成，个别户尚未通水。")
    yield checked(setting.office_day_after(third), "not_carried_out", "入户抽查十户，四户仍无水。")
    signed = setting.office_day_after(setting.office_day_after(third))
    proposal = {
        "document_no": "彭信建〔2025〕1号",
        "addressee": "county_discipline",
        "consequence": "长期推诿拖延，造成群众饮水困难达半年。",
    }
    yield voice.says(signed, *SIGNER, "supervision.sign_accountability_proposal", _of_item(proposal))
    answered = setting.office_day_after(setting.office_day_after(signed))
    yield voice.says(
        answered, BUREAU, OPENER, "supervision.record_proposal_feedback", _of_item({"adoption": "adopted"})
    )
    yield replies(last, "全部农户恢复供水，建立停水报告制度。")
    yield checked(setting.office_day_after(last), "carried_out", "逐户走访，供水正常，有签字照片。")
    yield voice.says(
        setting.office_day_after(setting.office_day_after(last)),
        BUREAU,
        OPENER,
        "supervision.clear_supervision",
        _of_item({"proof": "走访记录二十份、供水监测数据一份。"}),
    )


def _of_item(data: dict[str, Any]) -> Any:
    return lambda known: {"supervision_no": known.kept["ladder"], **data}


def _in_days(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()
