"""A small county register as assignment publishes it."""

from __future__ import annotations

from typing import Any

from petition_intake.domain.code_tables import TABLE_WORDING
from petition_intake.domain.register import RegisterCopy, read_register

BUREAU = "petition_bureau"
TOWNSHIP = "township_baiyang"
OTHER_TOWNSHIP = "township_wangwa"
JOINT_OFFICE = "joint_office_baiyang"
DEPARTMENT = "dept_housing"
HOTLINE = "hotline_12345"
PORTAL = "citizen_portal"
CITY, REGION, STATE = "city_petition_bureau", "region_petition_bureau", "state_petition_bureau"

BAIYANG, WANGWA = "640425100", "640425101"
VILLAGE, OTHER_VILLAGE, WANGWA_VILLAGE = "640425100001", "640425100002", "640425101200"
GRID = "640425100001-01"
CATEGORY, NEAR_CATEGORY, FAR_CATEGORY = "010101", "010102", "020101"

PEOPLE = (
    ("P0009", BUREAU, ["bureau_head", "unit_head"]),
    ("P0012", BUREAU, ["registrar"]),
    ("P0015", BUREAU, ["dispatcher", "signer"]),
    ("P0101", TOWNSHIP, ["registrar", "signer"]),
    ("P0102", OTHER_TOWNSHIP, ["registrar"]),
    ("P0200", DEPARTMENT, ["handler"]),
    ("P0201", DEPARTMENT, ["unit_head", "accusation_officer"]),
    ("P0300", HOTLINE, ["registrar"]),
    ("P0331", CITY, ["registrar"]),
    ("P0341", "dept_audit", ["auditor"]),
    ("P0344", PORTAL, ["registrar"]),
)


def _unit(code: str, kind: str, name: str, township: str | None = None, superior: str | None = None) -> dict[str, Any]:
    return {"code": code, "kind": kind, "name": name, "township_code": township, "superior": superior}


def published(**changes: Any) -> dict[str, Any]:
    """The data of a `register_published.v1` event."""
    units = [
        _unit(BUREAU, "bureau", "彭阳县信访局", superior="county_leadership"),
        _unit("county_leadership", "county_leadership", "县委县政府"),
        _unit(TOWNSHIP, "township", "彭阳县白阳镇人民政府", BAIYANG, "county_leadership"),
        _unit(OTHER_TOWNSHIP, "township", "彭阳县王洼镇人民政府", WANGWA, "county_leadership"),
        _unit(JOINT_OFFICE, "joint_office", "白阳镇综治中心", BAIYANG, TOWNSHIP),
        _unit(DEPARTMENT, "department", "彭阳县住房和城乡建设局", superior="county_leadership"),
        _unit("dept_audit", "department", "彭阳县审计局", superior="county_leadership"),
        _unit(HOTLINE, "hotline", "12345热线"),
        _unit(PORTAL, "portal", "网上信访受理平台"),
        _unit(CITY, "superior", "固原市信访局", superior=REGION),
        _unit(REGION, "superior", "自治区信访局", superior=STATE),
        _unit(STATE, "superior", "国家信访局"),
    ]
    return {
        "register_id": "register",
        "version": 1,
        "county_code": "640425",
        "county_name": "彭阳县",
        "register_version": "2026.1",
        "calendar_version": "2026",
        "settings": {"rating_window_days": 30},
        "townships": [{"code": BAIYANG, "name": "白阳镇"}, {"code": WANGWA, "name": "王洼镇"}],
        "villages": [
            {"code": VILLAGE, "name": "政府街社区", "township_code": BAIYANG},
            {"code": OTHER_VILLAGE, "name": "郑河街社区", "township_code": BAIYANG},
            {"code": WANGWA_VILLAGE, "name": "王洼村", "township_code": WANGWA},
        ],
        "grids": [{"code": GRID, "village_code": VILLAGE}],
        "units": units,
        "people": [{"person_id": person, "unit": unit, "roles": roles} for person, unit, roles in PEOPLE],
        "callers": [{"caller": unit["code"], "unit": unit["code"]} for unit in units],
        "categories": [CATEGORY, NEAR_CATEGORY, FAR_CATEGORY],
        "category_words": [
            {"category": CATEGORY, "word": "确权证书"},
            {"category": CATEGORY, "word": "承包地"},
            {"category": FAR_CATEGORY, "word": "公交车"},
        ],
        "codes": [
            {"table": table.value, "code": code, "name": f"{wording.zh}{number}"}
            for table, wording in TABLE_WORDING.items()
            for code, number in (("01", "一"), ("02", "二"))
        ],
        **changes,
    }


def register() -> RegisterCopy:
    """The copy intake makes of it."""
    return read_register(1, published())
