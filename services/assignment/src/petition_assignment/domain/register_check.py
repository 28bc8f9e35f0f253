"""Everything a register must satisfy before it is used. All faults are found in one run; none may be left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from petition_assignment.domain.register import (
    ANY_CATEGORY,
    ANYWHERE,
    BUREAU,
    CASEWORK_KINDS,
    JOINT_OFFICE,
    ROLES,
    TOWNSHIP,
    TOWNSHIP_OF_THE_PLACE,
    UNIT_KINDS,
    WAYS,
)
from petition_assignment.domain.register_codes import CODES_FILE, check_codes
from petition_assignment.domain.register_faults import Faults
from petition_assignment.domain.register_mediators import MEDIATORS_FILE, check_mediators
from petition_assignment.domain.register_rows import COUNTY_FILE, GUIDE_TEXTS, TABLES, Fault, RawRegister, Row
from petition_assignment.domain.register_statistics import check_statistical_settings
from petition_assignment.domain.register_words import WORDS_FILE, check_words

UNIT_CODE = re.compile(r"[a-z][a-z0-9_]*")
PERSON_ID = re.compile(r"[A-Za-z0-9_-]+")
PINYIN = re.compile(r"[a-z]+")
CATEGORY = re.compile(r"\d{6}")
CATEGORY_PREFIX = re.compile(r"\d{2}|\d{4}|\d{6}")

STAFF_OF_EACH: dict[str, tuple[str, ...]] = {
    BUREAU: ("unit_head", "signer", "handler", "registrar", "dispatcher", "bureau_head"),
    "department": ("unit_head", "signer", "handler"),
    TOWNSHIP: ("unit_head", "signer", "handler"),
    "receive_only": ("unit_head", "signer"),
}
"""Offices without which a unit of that kind could not take the steps of the main path."""

FOLLOW_UP_OFFICERS = 2
COUNTY_LEADERS = 4


def check_register(raw: RawRegister) -> list[Fault]:
    """Every fault of the register, in the order of its files; none => it can be used."""
    faults = Faults(raw.faults)
    if faults.found:
        return faults.found
    _check_county(raw, faults)
    _check_territory(raw, faults)
    _check_units(raw, faults)
    _check_people(raw, faults)
    _check_staffing(raw, faults)
    _check_wardens(raw, faults)
    _check_mediator_ids(raw, faults)
    check_mediators(raw, faults)
    _check_categories(raw, faults)
    _check_catalogue(raw, faults)
    check_codes(raw.tables[CODES_FILE], faults)
    check_words(raw.tables[WORDS_FILE], _codes(raw.tables["categories.csv"]), faults)
    return faults.found


def _codes(rows: Sequence[Row], column: str = "code") -> set[str]:
    return {row[column] for row in rows}


def _check_county(raw: RawRegister, faults: Faults) -> None:
    """Six-digit code, a name and a version; the counts that were promised; no setting this service cannot honour."""
    code = raw.county.get("code")
    if not isinstance(code, str) or not re.fullmatch(r"\d{6}", code):
        faults.add_to_file(COUNTY_FILE, "code", code, "应为六位区划代码", "must be a division code of six digits")
    for key in ("name", "version"):
        value = raw.county.get(key)
        if not isinstance(value, str) or not value.strip():
            faults.add_to_file(COUNTY_FILE, key, value, "不能空白", "must not be blank")
    counted = {"townships": "townships.csv", "big_grids": "villages.csv", "small_grids": "small_grids.csv"}
    for key, promised in raw.county.get("counts", {}).items():
        if key in counted and promised != len(raw.tables[counted[key]]):
            there = len(raw.tables[counted[key]])
            faults.add_to_file(
                COUNTY_FILE, f"counts.{key}", promised, f"{counted[key]} 有 {there} 行", f"{counted[key]} has {there}"
            )
    for table, file in raw.county.get("files", {}).items():
        if f"{table}.csv" != file or file not in TABLES:
            faults.add_to_file(COUNTY_FILE, f"files.{table}", file, "文件名不能更改", "file names are fixed")
    settings = raw.county.get("settings", {})
    for name, text in raw.county.get("settings_text", {}).items():
        if not _can_be_said(text):
            faults.add_to_file(
                COUNTY_FILE, f"settings_text.{name}", text, "只能用{value}", "only {value} can stand in it"
            )
    _check_guide(raw.county.get("public_guide", []), faults)
    check_statistical_settings(settings, faults)
    rolls = settings.get("roll_day_clock_to_working_day", True)
    if not isinstance(rolls, bool):
        faults.add_to_file(
            COUNTY_FILE,
            "settings.roll_day_clock_to_working_day",
            rolls,
            "应为 true 或者 false",
            "must be true or false",
        )


def _check_guide(rows: Sequence[Mapping[str, Any]], faults: Faults) -> None:
    """Every way once, with all its texts."""
    seen = set()
    for row in rows:
        way = row.get("way")
        if way not in WAYS or way in seen:
            faults.add_to_file(COUNTY_FILE, "public_guide.way", way, "应为一种途径，且只写一次", "must be a way, once")
        seen.add(way)
        for name in GUIDE_TEXTS:
            if not str(row.get(name) or "").strip():
                faults.add_to_file(COUNTY_FILE, f"public_guide.{name}", way, "不能空白", "must not be blank")


def _can_be_said(text: object) -> bool:
    """A sentence, in which nothing but the setting's value is left to be filled in."""
    try:
        return isinstance(text, str) and bool(text.format(value="…").strip())
    except (KeyError, IndexError, ValueError):
        return False


def _check_territory(raw: RawRegister, faults: Faults) -> None:
    """Township codes begin with the county's, village codes with the township's, small grids with the village's."""
    townships, villages = raw.tables["townships.csv"], raw.tables["villages.csv"]
    grids = raw.tables["small_grids.csv"]
    county = str(raw.county.get("code"))
    for rows, column in ((townships, "code"), (townships, "pinyin"), (villages, "code"), (grids, "code")):
        faults.unique(rows, column)
    for row in townships:
        faults.required(row, "name")
        if not re.fullmatch(rf"{re.escape(county)}\d{{3}}", row["code"]):
            faults.add(row, "code", f"应为以 {county} 开头的九位代码", f"must be nine digits beginning with {county}")
        if not PINYIN.fullmatch(row["pinyin"]):
            faults.add(row, "pinyin", "应为小写拼音", "must be lower-case letters")
    for row in villages:
        faults.required(row, "name", "short_name")
        faults.one_of(row, "kind", ("village", "community"))
        faults.known(row, "township_code", _codes(townships), "townships.csv")
        if not re.fullmatch(rf"{re.escape(row['township_code'])}\d{{3}}", row["code"]):
            faults.add(row, "code", "应为所在乡镇代码加三位", "must be the township's code and three digits")
    for row in grids:
        faults.required(row, "name")
        faults.one_of(row, "kind", ("group", "building"))
        faults.known(row, "village_code", _codes(villages), "villages.csv")
        if not re.fullmatch(rf"{re.escape(row['village_code'])}-\d{{2,}}", row["code"]):
            faults.add(row, "code", "应为所在村代码加“-”和序号", "must be the village's code, '-' and a number")
    _check_coverage(villages, grids, faults)


def _check_coverage(villages: Sequence[Row], grids: Sequence[Row], faults: Faults) -> None:
    """全地域: no village without a small grid, and no group or building (村组、楼栋) of a village in two of them."""
    faults.unique(grids, "village_code", "name")
    covered = _codes(grids, "village_code")
    for row in villages:
        if row["code"] not in covered:
            faults.add(row, "code", "本村没有小网格", "no small grid lies in the village")


def _check_units(raw: RawRegister, faults: Faults) -> None:
    """One bureau; each township with its own unit; superiors known and in no circle; one unit for one caller."""
    units, townships = raw.tables["units.csv"], _codes(raw.tables["townships.csv"])
    codes = _codes(units)
    faults.unique(units, "code")
    faults.unique([row for row in units if row["caller"]], "caller")
    for row in units:
        faults.required(row, "name")
        faults.one_of(row, "kind", UNIT_KINDS)
        if not UNIT_CODE.fullmatch(row["code"]):
            faults.add(row, "code", "应为小写字母、数字和下划线", "must be lower-case letters, digits and underscores")
        if row["superior"]:
            faults.known(row, "superior", codes, "units.csv")
        if row["successor"]:
            faults.known(row, "successor", codes, "units.csv")
        if row["township_code"] or row["kind"] in (TOWNSHIP, JOINT_OFFICE):
            faults.known(row, "township_code", townships, "townships.csv")
        for served in row.several("serves"):
            if served not in townships:
                faults.add(row, "serves", f"townships.csv 中没有 {served}", f"{served} is not in townships.csv")
    _check_chains(units, faults, "superior", "上级", "superiors")
    _check_chains(units, faults, "successor", "承继", "successors")
    bureaus = sum(row["kind"] == BUREAU for row in units)
    if bureaus != 1:
        zh, en = f"应有一个信访局，现有 {bureaus} 个", f"there must be one bureau, there are {bureaus}"
        faults.add_to_file("units.csv", "kind", BUREAU, zh, en)
    governing = Counter(row["township_code"] for row in units if row["kind"] == TOWNSHIP)
    for township in sorted(townships):
        if governing[township] != 1:
            faults.add_to_file(
                "units.csv",
                "township_code",
                township,
                f"应有一个乡镇单位，现有 {governing[township]} 个",
                f"must have one unit of kind township, has {governing[township]}",
            )


def _check_chains(units: Sequence[Row], faults: Faults, column: str, zh: str, en: str) -> None:
    """Going from superior to superior, or from successor to successor, never comes back."""
    next_of = {row["code"]: row[column] for row in units}
    for row in units:
        seen, code = {row["code"]}, row[column]
        while code in next_of and code not in seen:
            seen.add(code)
            code = next_of[code]
        if code == row["code"]:
            faults.add(row, column, f"{zh}关系成环", f"the chain of {en} comes back to this unit")


def _check_people(raw: RawRegister, faults: Faults) -> None:
    people, units = raw.tables["people.csv"], _codes(raw.tables["units.csv"])
    faults.unique(people, "person_id")
    for row in people:
        faults.required(row, "name", "post", "roles")
        faults.known(row, "unit", units, "units.csv")
        _check_person_id(row, "person_id", faults)
        for role in row.several("roles"):
            if role not in ROLES:
                faults.add(row, "roles", f"没有角色 {role}", f"there is no role {role}")


def _check_staffing(raw: RawRegister, faults: Faults) -> None:
    """Each unit that does casework has the people the main path needs (事事有人管)."""
    held = {(row["unit"], role) for row in raw.tables["people.csv"] for role in row.several("roles")}
    for row in raw.tables["units.csv"]:
        for role in STAFF_OF_EACH.get(row["kind"], ()):
            if (row["code"], role) not in held:
                faults.add(row, "code", f"本单位没有{ROLES[role]}（{role}）", f"the unit has no {role}")
    number = Counter(role for row in raw.tables["people.csv"] for role in row.several("roles"))
    for role, least in (("follow_up_officer", FOLLOW_UP_OFFICERS), ("county_leader", COUNTY_LEADERS)):
        if number[role] < least:
            faults.add_to_file(
                "people.csv", "roles", role, f"至少应有 {least} 名{ROLES[role]}", f"at least {least} are needed"
            )


def _check_wardens(raw: RawRegister, faults: Faults) -> None:
    """Each looks after one grid of the register, each grid has one at most, and no staff number is used twice."""
    wardens, people = raw.tables["wardens.csv"], _codes(raw.tables["people.csv"], "person_id")
    grids = _codes(raw.tables["villages.csv"]) | _codes(raw.tables["small_grids.csv"])
    faults.unique(wardens, "warden_id")
    faults.unique(wardens, "grid_code")
    for row in wardens:
        faults.required(row, "name")
        faults.known(row, "grid_code", grids, "villages.csv, small_grids.csv")
        _check_person_id(row, "warden_id", faults)
        if row["warden_id"] in people:
            faults.add(row, "warden_id", "people.csv 已用此代码", "is used in people.csv")


def _check_mediator_ids(raw: RawRegister, faults: Faults) -> None:
    """An id of the list is nobody's staff number."""
    staff = _codes(raw.tables["people.csv"], "person_id") | _codes(raw.tables["wardens.csv"], "warden_id")
    for row in raw.tables[MEDIATORS_FILE]:
        _check_person_id(row, "mediator_id", faults)
        if row["mediator_id"] in staff:
            zh, en = "people.csv 或 wardens.csv 已用此代码", "is used in people.csv or wardens.csv"
            faults.add(row, "mediator_id", zh, en)


def _check_person_id(row: Row, column: str, faults: Faults) -> None:
    if not PERSON_ID.fullmatch(row[column]):
        faults.add(row, column, "应为字母、数字、下划线或短横", "must be letters, digits, '_' or '-'")


def _check_categories(raw: RawRegister, faults: Faults) -> None:
    categories = raw.tables["categories.csv"]
    faults.unique(categories, "code")
    for row in categories:
        faults.required(row, "level1", "level2", "level3")
        if not CATEGORY.fullmatch(row["code"]):
            faults.add(row, "code", "应为六位数字", "must be six digits")


def _check_catalogue(raw: RawRegister, faults: Faults) -> None:
    """Rules name what exists, no two rules apply alike, and every category has a unit wherever it lies."""
    rules, categories = raw.tables["catalogue.csv"], sorted(_codes(raw.tables["categories.csv"]))
    places = {ANYWHERE}
    for file in ("townships.csv", "villages.csv", "small_grids.csv"):
        places |= _codes(raw.tables[file])
    casework = {row["code"] for row in raw.tables["units.csv"] if row["kind"] in CASEWORK_KINDS}
    faults.unique(rules, "rule_id")
    faults.unique(rules, "category", "place")
    for row in rules:
        faults.required(row, "rule_id", "basis")
        faults.known(row, "place", places, "townships.csv, villages.csv, small_grids.csv")
        if row["unit"] != TOWNSHIP_OF_THE_PLACE and row["unit"] not in casework:
            faults.add(row, "unit", "不是承办信访事项的单位", "is not a unit that handles petitions")
        if row["category"] != ANY_CATEGORY and not _is_prefix(row["category"], categories):
            faults.add(row, "category", "不是任何内容分类的前两、四、六位", "is not the beginning of any category")
    everywhere = tuple(
        "" if row["category"] == ANY_CATEGORY else row["category"] for row in rules if row["place"] == ANYWHERE
    )
    for row in raw.tables["categories.csv"]:
        if not row["code"].startswith(everywhere):
            faults.add(row, "code", "责任目录中没有全县适用的规则", "no catalogue rule for the whole county covers it")


def _is_prefix(text: str, categories: Sequence[str]) -> bool:
    return bool(CATEGORY_PREFIX.fullmatch(text)) and any(code.startswith(text) for code in categories)
