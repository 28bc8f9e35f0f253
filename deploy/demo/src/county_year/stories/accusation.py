"""An accusation (检举控告, 第三十条): read by the officers named for it, passed on, and seen nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from county_year.matters import BUREAU
from county_year.scene import Scene
from county_year.stories.setting import Setting, Voice

REGISTRAR, READER = "P0014", "P0347"
ACCUSED = "township_mengyuan"


def scenes(setting: Setting) -> Iterator[Scene]:
    """It comes by letter in May."""
    voice = Voice("accusation")
    day = next(day for day in setting.working_days() if day.month == 5)
    village = setting.county.villages[40]
    yield voice.says(
        day,
        BUREAU,
        REGISTRAR,
        "intake.register_petition",
        {
            "channel": "letter",
            "purpose": "accusation",
            "category": "010303",
            "place": {"township_code": village.township_code, "village_code": village.code},
            "received_at": f"{day.isoformat()}T08:30:00+08:00",
            "postmarked_on": day.isoformat(),
            "request": "请求查处乡干部挪用集体资金的问题。",
            "facts": "集体资金支出与账目不符，经手人拒绝说明。",
            "petitioners": [{"name": "某村民", "phone": "19900000000", "address": f"彭阳县{village.name}"}],
            "accused": {"unit": ACCUSED, "name": "某干部", "post": "副乡长"},
        },
        case_no="accusation",
    )
    yield voice.says(
        day,
        BUREAU,
        READER,
        "intake.read_accusation",
        lambda known: {"case_no": known.kept["accusation"], "reason": "初步核查线索，移送有管辖权的机关。"},
    )
    passed_on = setting.office_day_after(day)
    yield voice.says(
        passed_on,
        BUREAU,
        READER,
        "intake.pass_on_accusation",
        lambda known: {
            "case_no": known.kept["accusation"],
            "body": "县纪委监委",
            "unit": "county_discipline",
            "passed_on_on": passed_on.isoformat(),
            "receipt_no": "彭纪信收〔2025〕3号",
            "informed": ["organisation_department"],
        },
    )
