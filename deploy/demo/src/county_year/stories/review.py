"""A petitioner who asks for a review and, not content with it, a re-review with a hearing; and one who is put right.

《信访工作条例》第三十五条、第三十六条: thirty days to ask, thirty to answer, the time of a hearing not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from county_year.matters import Matter
from county_year.scene import Scene
from county_year.stories.setting import Setting, Voice

COUNTY, CITY = "county_leadership", "city_petition_bureau"
PORTAL = "citizen_portal"
LEADER = "P0004"
CITY_HEAD, CITY_OFFICER = "P0349", "P0350"


def scenes(setting: Setting) -> Iterator[Scene]:
    """Two matters filed online in spring, handled by departments, neither of them taken up again by the county."""
    upheld, changed = [matter for matter in setting.matters() if _plain(matter)][:2]
    yield from _to_the_end(setting, upheld)
    yield from _put_right(setting, changed)


def _plain(matter: Matter) -> bool:
    in_spring = matter.channel == "web" and matter.day.month in (2, 3, 4)
    return in_spring and matter.turns <= {"rated"} and not matter.repeat_of


def _to_the_end(setting: Setting, matter: Matter) -> Iterator[Scene]:
    voice, name = Voice("review"), matter.name
    asked = setting.office_day_after(setting.last_day_of(matter))
    answered = setting.office_day_after(setting.office_day_after(asked))
    yield _asks(voice, asked, name, "review", "答复意见没有回应承包费的去向，请求复查。")
    yield voice.says(
        setting.office_day_after(asked),
        COUNTY,
        LEADER,
        "assignment.accept_review",
        lambda known: {"case_no": known.case_no[name], "notice_no": "彭政复查受〔2025〕1号"},
    )
    yield from _decided(voice, setting, answered, name, COUNTY, LEADER, {"outcome": "upheld"}, "彭政复查〔2025〕1号")
    again = setting.office_day_after(setting.office_day_after(answered))
    yield _asks(voice, again, name, "re_review", "复查没有听取本人陈述，请求复核并听证。")
    accepted = setting.office_day_after(again)
    yield voice.says(
        accepted,
        CITY,
        CITY_OFFICER,
        "assignment.accept_review",
        lambda known: {"case_no": known.case_no[name], "notice_no": "固信复核受〔2025〕7号"},
    )
    opened = setting.office_day_after(accepted)
    closed = setting.office_day_after(opened)
    yield voice.says(
        accepted,
        CITY,
        CITY_OFFICER,
        "assignment.call_review_hearing",
        lambda known: {
            "case_no": known.case_no[name],
            "notice_no": "固信听通〔2025〕2号",
            "hearing_on": opened.isoformat(),
            "place": "市信访局听证室",
            "participants": "信访人、原办理单位和复查机关代表",
        },
    )
    yield voice.says(
        opened, CITY, CITY_OFFICER, "assignment.open_hearing", lambda known: {"case_no": known.case_no[name]}
    )
    yield voice.says(
        closed,
        CITY,
        CITY_OFFICER,
        "assignment.close_hearing",
        lambda known: {
            "case_no": known.case_no[name],
            "record_no": "固信听〔2025〕2号",
            "summary": "听取双方陈述并核对账目，村集体当场出示近三年收支凭证。",
        },
    )
    decided = setting.office_day_after(closed)
    yield from _decided(voice, setting, decided, name, CITY, CITY_HEAD, {"outcome": "upheld"}, "固信复核〔2025〕7号")


def _put_right(setting: Setting, matter: Matter) -> Iterator[Scene]:
    voice, name = Voice("review-changed"), matter.name
    asked = setting.office_day_after(setting.last_day_of(matter))
    yield _asks(voice, asked, name, "review", "丈量结果与实际不符，请求复查。")
    yield voice.says(
        setting.office_day_after(asked),
        COUNTY,
        LEADER,
        "assignment.accept_review",
        lambda known: {"case_no": known.case_no[name], "notice_no": "彭政复查受〔2025〕2号"},
    )
    outcome = {"outcome": "changed", "changed_to": "support" if matter.outcome == "explain" else "explain"}
    answered = setting.office_day_after(setting.office_day_after(asked))
    yield from _decided(voice, setting, answered, name, COUNTY, LEADER, outcome, "彭政复查〔2025〕2号")


def _asks(voice: Voice, day: date, name: str, level: str, reasons: str) -> Scene:
    return voice.says(
        day,
        PORTAL,
        None,
        "intake.request_review",
        lambda known: {
            "case_no": known.case_no[name],
            "query_code": known.query_code[name],
            "level": level,
            "reasons": reasons,
        },
    )


def _decided(
    voice: Voice,
    setting: Setting,
    day: date,
    name: str,
    unit: str,
    officer: str,
    outcome: dict[str, str],
    document_no: str,
) -> Iterator[Scene]:
    """The decision, and its delivery on the next office day."""
    yield voice.says(
        day,
        unit,
        officer,
        "assignment.decide_review",
        lambda known: {
            "case_no": known.case_no[name],
            **outcome,
            "reasons": "经调阅原卷宗并询问双方，原答复认定的主要事实清楚。",
            "legal_basis": "《信访工作条例》第三十五条、第三十六条",
            "document_no": document_no,
        },
    )
    delivered = setting.office_day_after(day)
    yield voice.says(
        delivered,
        unit,
        officer,
        "assignment.deliver_review",
        lambda known: {
            "case_no": known.case_no[name],
            "method": "direct",
            "delivered_on": delivered.isoformat(),
            "receipt_no": f"{document_no}回执",
        },
    )
