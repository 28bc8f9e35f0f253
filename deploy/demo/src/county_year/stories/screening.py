"""大走访、大摸排、大起底: what is found before anybody files it, checked by somebody else, and settled near home.

The year before there was no campaign: grid patrols alone, and what they reported was less often so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from county_year.matters import BUREAU
from county_year.scene import Known, Scene
from county_year.stories.setting import Setting, Voice

CLERK = "P0015"
UNIT = "township_mengyuan"
CATEGORY = "010303"
FOUND, UNFOUNDED = 12, 1
FOUND_BEFORE, UNFOUNDED_BEFORE = 8, 3
LEVELS = ("grid", "village", "village", "township")


def scenes(setting: Setting) -> Iterator[Scene]:
    """A campaign over one township in March, and the patrols of the year before."""
    yield from _patrols(setting)
    yield from _campaign(setting)


def _campaign(setting: Setting) -> Iterator[Scene]:
    voice = Voice("campaign")
    days = [day for day in setting.days() if day.month in (3, 4)]
    township = next(code for code, unit in setting.county.township_units.items() if unit == UNIT)
    villages = [village for village in setting.county.villages if village.township_code == township]
    opening = {
        "kind": "grand_screening",
        "first_day": days[0].isoformat(),
        "last_day": (days[-1] + timedelta(days=5)).isoformat(),
        "townships": [township],
    }
    yield voice.says(days[0], BUREAU, CLERK, "supervision.open_campaign", opening, campaign_no="campaign")
    head, handler = setting.county.officer(UNIT, "unit_head"), setting.county.officer(UNIT, "handler")
    for number in range(FOUND):
        village = villages[number % len(villages)]
        place = {"township_code": township, "village_code": village.code, "grid_code": village.grids[0]}
        found, settled = days[2 + number % 4], days[3 + number % 4]
        yield from _one(voice, setting, (found, settled), f"found-{number}", place, number < UNFOUNDED)
    for village in villages:
        covered = {"village_code": village.code, "covered_on": days[6].isoformat(), "households": 60, "items_found": 1}
        yield voice.says(
            days[6], UNIT, handler, "supervision.record_campaign_coverage", _kept("campaign_no", "campaign", covered)
        )
    closing = {"report": "覆盖全部村，逐户走访，发现的矛盾纠纷均已核实并落实责任。"}
    yield voice.says(days[-1], BUREAU, CLERK, "supervision.close_campaign", _kept("campaign_no", "campaign", closing))
    yield from _gone_on(voice, setting, head)


def _gone_on(voice: Voice, setting: Setting, head: str) -> Iterator[Scene]:
    """One dispute could not be settled: what its people file goes on from it."""
    matter = next(one for one in setting.matters() if one.channel == "web" and one.day.month > 4 and not one.repeat_of)
    place = {
        "township_code": matter.village.township_code,
        "village_code": matter.village.code,
        "grid_code": matter.grid,
    }
    unit = setting.county.township_units[matter.village.township_code]
    handler = setting.county.officer(unit, "handler")
    found = setting.office_day_after(matter.day - timedelta(days=20))
    report = {
        "found_by": "grid_patrol",
        "place": place,
        "category": matter.category,
        "found_on": found.isoformat(),
        "matter": matter.texts["summary"],
        "people": 1,
    }
    yield voice.says(found, unit, handler, "intake.report_dispute", report, dispute_no="gone-on")
    upgraded = setting.office_day_after(setting.day_of(matter, "register"))
    yield voice.says(
        upgraded,
        BUREAU,
        CLERK,
        "intake.upgrade_dispute",
        lambda known: {"dispute_no": known.kept["gone-on"], "case_no": known.case_no[matter.name]},
    )


def _patrols(setting: Setting) -> Iterator[Scene]:
    voice = Voice("patrols")
    township = next(code for code, unit in setting.county.township_units.items() if unit == UNIT)
    village = next(village for village in setting.county.villages if village.township_code == township)
    place = {"township_code": township, "village_code": village.code, "grid_code": village.grids[0]}
    patrolled, settled = (day for day in setting.days_before() if day.month == 6)
    for number in range(FOUND_BEFORE):
        name, unfounded = f"patrolled-{number}", number < UNFOUNDED_BEFORE
        yield from _one(voice, setting, (patrolled, settled), name, place, unfounded, campaign=False)


def _one(
    voice: Voice,
    setting: Setting,
    days: tuple[date, date],
    name: str,
    place: dict[str, str],
    unfounded: bool,
    campaign: bool = True,
) -> Iterator[Scene]:
    """Found by the township's officer, checked by its head on the first day, settled on the second if it is real."""
    day, later = days
    head, handler = setting.county.officer(UNIT, "unit_head"), setting.county.officer(UNIT, "handler")
    report: dict[str, Any] = {
        "found_by": "campaign" if campaign else "grid_patrol",
        "place": place,
        "category": CATEGORY,
        "found_on": day.isoformat(),
        "matter": "相邻两户对承包地边界有争议。",
        "people": 2,
    }
    reported = _kept("campaign_no", "campaign", report) if campaign else report
    yield voice.says(day, UNIT, handler, "intake.report_dispute", reported, dispute_no=name)
    verdict = {"verdict": "unfounded" if unfounded else "real", "basis": "入户了解，现场查看。"}
    yield voice.says(day, UNIT, head, "intake.check_dispute", _kept("dispute_no", name, verdict))
    if unfounded:
        return
    settled = {
        "level": LEVELS[int(name.rpartition("-")[2]) % len(LEVELS)],
        "result": "村调解员主持，双方确认边界并立桩。",
        "evidence": "双方签字的调解记录。",
    }
    yield voice.says(later, UNIT, handler, "intake.settle_dispute", _kept("dispute_no", name, settled))


def _kept(field: str, name: str, data: dict[str, Any]) -> Callable[[Known], dict[str, Any]]:
    return lambda known: {field: known.kept[name], **data}
