"""The county register fits together: counts, codes, references, roles, and a unit for every matter in every place."""

import csv
import re
import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

REGISTER = Path(__file__).resolve().parents[1]
COUNTY = tomllib.loads((REGISTER / "county.toml").read_text(encoding="utf-8"))

COLUMNS = {
    "townships": ["code", "name", "pinyin"],
    "villages": ["code", "name", "short_name", "kind", "township_code"],
    "small_grids": ["code", "name", "village_code", "kind", "invented"],
    "units": ["code", "name", "aliases", "kind", "township_code", "superior", "caller", "invented", "serves"],
    "people": ["person_id", "name", "unit", "post", "roles", "invented"],
    "categories": ["code", "level1", "level2", "level3"],
    "catalogue": ["rule_id", "category", "place", "unit", "basis"],
    "codes": ["table", "code", "name"],
    "category_words": ["category", "word"],
    "wardens": ["warden_id", "name", "grid_code", "invented"],
    "mediators": [
        "mediator_id",
        "name",
        "kind",
        "township_code",
        "unit",
        "categories",
        "listed_on",
        "delisted_on",
        "invented",
    ],
}
KEYS = {"people": "person_id", "catalogue": "rule_id", "wardens": "warden_id", "mediators": "mediator_id"}
TOWNSHIPS = {
    "白阳镇": "baiyang", "古城镇": "gucheng", "王洼镇": "wangwa", "红河镇": "honghe",
    "新集乡": "xinji", "城阳乡": "chengyang", "冯庄乡": "fengzhuang", "小岔乡": "xiaocha",
    "孟塬乡": "mengyuan", "罗洼乡": "luowa", "交岔乡": "jiaocha", "草庙乡": "caomiao",
}  # fmt: skip
ROLES = {
    "registrar", "dispatcher", "bureau_head", "signer", "handler", "unit_head", "follow_up_officer",
    "accusation_officer", "county_leader", "main_leader", "township_leader", "auditor",
    "inspector",
}  # fmt: skip
HANDLING = {"unit_head": 1, "signer": 1, "registrar": 1, "handler": 1}
NEEDED_ROLES = {
    "bureau": HANDLING
    | {"bureau_head": 1, "registrar": 2, "dispatcher": 2, "follow_up_officer": 3}
    | {"accusation_officer": 2, "inspector": 2},
    "department": HANDLING,
    "township": HANDLING | {"township_leader": 2},
    "joint_office": {"signer": 1, "registrar": 1, "handler": 1},
    "police_station": {"unit_head": 1, "handler": 1},
    "justice_office": {"unit_head": 1, "handler": 1},
    "court": {"unit_head": 1, "handler": 1},
    "receive_only": {"unit_head": 1, "signer": 1, "registrar": 1},
    "superior": {"registrar": 1},
    "hotline": {"registrar": 1},
    "portal": {"registrar": 1},
    "county_leadership": {"county_leader": 8, "main_leader": 2},
}
NEEDED_UNITS = {
    "petition_bureau", "county_leadership", "hotline_12345", "citizen_portal",
    "city_petition_bureau", "region_petition_bureau", "state_petition_bureau",
    "county_court", "county_procuratorate", "county_discipline",
}  # fmt: skip


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (REGISTER / COUNTY["files"][name]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(name: str) -> set[str]:
    return {row[KEYS.get(name, "code")] for row in rows(name)}


def words(cell: str) -> list[str]:
    return cell.split(";") if cell else []


def test_each_code_table_has_its_codes_once_and_a_last_resort() -> None:
    listed = [(row["table"], row["code"]) for row in rows("codes")]
    assert len(listed) == len(set(listed))
    tables = {table for table, _ in listed}
    assert tables == {"problem_cause", "hot_topic", "affiliation", "office_kind", "respondent_level", "id_kind"}
    assert tables == {table for table, code in listed if code == "99"}


def test_words_speak_for_categories_that_exist_and_for_most_fields_of_life() -> None:
    spoken_for = {row["category"] for row in rows("category_words")}
    assert spoken_for <= codes("categories")
    assert {code[:2] for code in codes("categories")} - {code[:2] for code in spoken_for} == {"15", "17", "18"}


def units_of_kind(kind: str) -> list[dict[str, str]]:
    return [unit for unit in rows("units") if unit["kind"] == kind]


def township_unit(place: str) -> str:
    return next(unit["code"] for unit in units_of_kind("township") if place.startswith(unit["township_code"]))


def places() -> list[str]:
    """Every place a petition can name: townships, villages and small grids."""
    return [row["code"] for name in ("townships", "villages", "small_grids") for row in rows(name)]


@cache
def rules_of(category: str) -> tuple[dict[str, str], ...]:
    fitting = [rule for rule in rows("catalogue") if category.startswith(rule["category"])]
    return tuple(sorted(fitting, key=lambda rule: (-len(rule["category"]), -len(rule["place"].rstrip("*")))))


def rule_for(category: str, place: str) -> dict[str, str] | None:
    """The longest category prefix wins, then the longest place prefix."""
    return next((rule for rule in rules_of(category) if rule["place"] == "*" or place.startswith(rule["place"])), None)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_file_has_its_columns_and_no_empty_or_padded_key(name):
    with (REGISTER / COUNTY["files"][name]).open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    assert table[0] == COLUMNS[name]
    assert {len(row) for row in table} == {len(COLUMNS[name])}
    assert all(cell == cell.strip() for row in table for cell in row)
    assert all(row[0] for row in table)


@pytest.mark.parametrize("name", sorted(COLUMNS.keys() - {"codes", "category_words"}))
def test_a_code_is_used_once(name):
    counted = Counter(row[KEYS.get(name, "code")] for row in rows(name))
    assert [code for code, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(("name", "setting", "count"), [
    ("townships", "townships", 12), ("villages", "big_grids", 162), ("small_grids", "small_grids", 2293),
])  # fmt: skip
def test_the_territory_has_the_counts_the_county_reports(name, setting, count):
    assert len(rows(name)) == count == COUNTY["counts"][setting]


def test_the_townships_are_the_twelve_of_the_county():
    assert {row["name"]: row["pinyin"] for row in rows("townships")} == TOWNSHIPS


def test_place_codes_continue_the_code_of_the_place_above():
    assert COUNTY["code"] == "640425"
    assert all(re.fullmatch(r"640425\d{3}", row["code"]) for row in rows("townships"))
    for row in rows("villages"):
        assert re.fullmatch(row["township_code"] + r"\d{3}", row["code"]), row
        assert row["township_code"] in codes("townships"), row
    for row in rows("small_grids"):
        assert re.fullmatch(row["village_code"] + r"-\d{2}", row["code"]), row
        assert row["village_code"] in codes("villages"), row


def test_a_village_is_named_as_its_kind():
    endings = {"village": "村委会", "community": "居委会"}
    for row in rows("villages"):
        assert row["name"].endswith(endings[row["kind"]]), row
        assert row["name"].startswith(row["short_name"]), row


def test_every_big_grid_has_14_or_15_small_grids_numbered_without_a_gap():
    numbers: dict[str, list[int]] = {code: [] for code in codes("villages")}
    for row in rows("small_grids"):
        numbers[row["village_code"]].append(int(row["code"][-2:]))
    assert all(found == list(range(1, len(found) + 1)) and len(found) in (14, 15) for found in numbers.values())


def test_communities_have_buildings_and_villages_have_groups():
    kind_of = {row["code"]: row["kind"] for row in rows("villages")}
    wanted = {"village": "group", "community": "building"}
    assert all(row["kind"] == wanted[kind_of[row["village_code"]]] for row in rows("small_grids"))


def test_the_small_grids_are_what_the_script_writes():
    command = [sys.executable, str(REGISTER / "make_small_grids.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_grid_has_one_warden_at_most_and_a_few_posts_of_both_tiers_are_vacant():
    held = [row["grid_code"] for row in rows("wardens")]
    assert len(set(held)) == len(held)
    assert set(held) <= codes("villages") | codes("small_grids")
    assert (len(codes("villages") - set(held)), len(codes("small_grids") - set(held))) == (1, 11)


def test_the_wardens_are_what_the_script_writes():
    command = [sys.executable, str(REGISTER / "make_wardens.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["small_grids", "units", "people", "wardens", "mediators"])
def test_every_row_says_whether_it_is_invented(name):
    assert {row["invented"] for row in rows(name)} <= {"yes", "no"}


def test_all_people_wardens_and_small_grids_are_marked_invented():
    assert {row["invented"] for row in rows("people") + rows("wardens") + rows("small_grids")} == {"yes"}


def test_every_township_has_mediators_of_its_own_and_the_county_some_of_every_kind():
    mediators = rows("mediators")
    assert {row["invented"] for row in mediators} == {"yes"}
    of_townships = {row["township_code"] for row in mediators if row["kind"] == "peoples"}
    assert of_townships == codes("townships")
    assert {row["kind"] for row in mediators} == {"peoples", "industry", "judicial", "lawyer", "elder"}
    offices = {row["code"] for row in rows("units") if row["kind"] in ("police_station", "justice_office", "court")}
    assert {row["unit"] for row in mediators if row["kind"] == "judicial"} == offices


def test_a_unit_has_a_known_kind_and_points_to_known_units_and_townships():
    for unit in rows("units"):
        assert unit["kind"] in NEEDED_ROLES, unit
        assert not unit["superior"] or unit["superior"] in codes("units") - {unit["code"]}, unit
        assert not unit["township_code"] or unit["township_code"] in codes("townships"), unit
        assert set(words(unit["serves"])) <= codes("townships"), unit
        assert unit["caller"] == unit["code"], unit


def test_what_a_handling_unit_decided_can_be_reviewed_and_re_reviewed_by_people_of_the_levels_above():
    superior = {unit["code"]: unit["superior"] for unit in rows("units")}
    deciding = {"unit_head", "county_leader"}
    decide = {person["unit"] for person in rows("people") if deciding & set(words(person["roles"]))}
    outside = {"dept_ecology", "dept_tax"}
    for unit in [*units_of_kind("bureau"), *units_of_kind("department"), *units_of_kind("township")]:
        if unit["code"] not in outside:
            assert unit["superior"] in decide, unit
            assert superior[unit["superior"]] in decide, unit


def test_no_unit_is_its_own_superior_through_others():
    superior = {unit["code"]: unit["superior"] for unit in rows("units")}
    for start in superior:
        seen, unit = set(), start
        while unit:
            assert unit not in seen, start
            seen.add(unit)
            unit = superior[unit]


def test_names_and_aliases_lead_to_one_unit():
    named = Counter(name for unit in rows("units") for name in {unit["name"], *words(unit["aliases"])})
    assert [name for name, times in named.items() if times > 1] == []


def test_the_units_every_county_needs_are_there():
    assert NEEDED_UNITS <= codes("units")


@pytest.mark.parametrize("kind", ["township", "joint_office", "police_station", "justice_office"])
def test_every_township_has_one_unit_of_this_kind_named_after_it(kind):
    pinyin = {row["code"]: row["pinyin"] for row in rows("townships")}
    found = {unit["code"]: unit["township_code"] for unit in units_of_kind(kind)}
    assert found == {f"{kind}_{word}": code for code, word in pinyin.items()}


@pytest.mark.parametrize("kind", ["police_station", "justice_office", "court"])
def test_every_township_is_served_once_and_a_unit_serves_its_own_seat(kind):
    served = [code for unit in units_of_kind(kind) for code in words(unit["serves"])]
    assert sorted(served) == sorted(codes("townships"))
    assert all(unit["township_code"] in words(unit["serves"]) for unit in units_of_kind(kind))


def test_every_joint_office_is_also_the_governance_centre_of_its_township():
    name_of = {row["code"]: row["name"] for row in rows("townships")}
    assert all(name_of[u["township_code"]] + "综治中心" in words(u["aliases"]) for u in units_of_kind("joint_office"))


def test_a_person_has_a_known_unit_and_known_roles():
    for person in rows("people"):
        assert re.fullmatch(r"P\d{4}", person["person_id"]), person
        assert person["unit"] in codes("units"), person
        assert words(person["roles"]) and set(words(person["roles"])) <= ROLES, person
        assert person["name"] and person["post"], person


def test_no_two_people_share_a_name():
    assert len({person["name"] for person in rows("people")}) == len(rows("people"))


@pytest.mark.parametrize("kind", NEEDED_ROLES)
def test_a_unit_of_this_kind_has_the_roles_it_needs(kind):
    assert units_of_kind(kind)
    for unit in units_of_kind(kind):
        people = [person for person in rows("people") if person["unit"] == unit["code"]]
        found = Counter(role for person in people for role in words(person["roles"]))
        missing = {role: count for role, count in NEEDED_ROLES[kind].items() if found[role] < count}
        assert missing == {}, unit["code"]


def test_a_unit_has_at_most_one_head():
    heads = Counter(person["unit"] for person in rows("people") if "unit_head" in words(person["roles"]))
    assert set(heads.values()) == {1}


def test_receiving_bodies_have_no_handler():
    receiving = {unit["code"] for unit in units_of_kind("receive_only")}
    assert not [p for p in rows("people") if p["unit"] in receiving and "handler" in words(p["roles"])]


def test_the_county_leaders_include_both_top_posts():
    posts = {person["post"] for person in rows("people") if "county_leader" in words(person["roles"])}
    assert {"县委书记", "县委副书记、县长"} <= posts


def test_somebody_audits_who_neither_registers_nor_handles():
    auditors = [words(person["roles"]) for person in rows("people") if "auditor" in words(person["roles"])]
    assert auditors and all(roles == ["auditor"] for roles in auditors)


def test_ten_of_twelve_joint_offices_have_a_head_and_the_two_others_are_listed_as_vacant():
    offices = {unit["code"] for unit in units_of_kind("joint_office")}
    headed = {p["unit"] for p in rows("people") if p["unit"] in offices and "unit_head" in words(p["roles"])}
    assert len(headed) == COUNTY["counts"]["township_office_heads"] == 10
    assert offices - headed == {vacancy["unit"] for vacancy in COUNTY["vacancies"]}


def test_category_codes_have_three_levels_with_one_name_each():
    for length, columns in ((2, ["level1"]), (4, ["level1", "level2"]), (6, ["level1", "level2", "level3"])):
        names: dict[str, set[tuple[str, ...]]] = {}
        for row in rows("categories"):
            assert re.fullmatch(r"\d{6}", row["code"]), row
            names.setdefault(row["code"][:length], set()).add(tuple(row[column] for column in columns))
        assert all(len(found) == 1 for found in names.values())
        assert len({name for found in names.values() for name in found}) == len(names)
    assert len({row["level1"] for row in rows("categories")}) == 18


def test_a_catalogue_rule_names_a_known_category_place_and_unit():
    prefixes = {code[:length] for code in codes("categories") for length in (2, 4, 6)}
    for rule in rows("catalogue"):
        assert re.fullmatch(r"R\d{4}", rule["rule_id"]), rule
        assert rule["category"] in prefixes, rule
        assert rule["place"] == "*" or rule["place"] in places(), rule
        assert rule["unit"] == "@township" or rule["unit"] in codes("units"), rule
        assert rule["basis"], rule


def test_no_two_catalogue_rules_claim_the_same_matter_in_the_same_place():
    claimed = Counter((rule["category"], rule["place"]) for rule in rows("catalogue"))
    assert [claim for claim, times in claimed.items() if times > 1] == []


def test_every_matter_in_every_place_has_a_unit_that_can_sign_for_it():
    signing = {person["unit"] for person in rows("people") if "signer" in words(person["roles"])}
    for category in codes("categories"):
        for place in places():
            rule = rule_for(category, place)
            assert rule, (category, place)
            unit = township_unit(place) if rule["unit"] == "@township" else rule["unit"]
            assert unit in signing, (category, place, unit)


def test_every_catalogue_rule_decides_something():
    winning = {rule_for(category, place)["rule_id"] for category in codes("categories") for place in places()}
    assert codes("catalogue") - winning == set()


@pytest.mark.parametrize(("category", "place", "unit"), [
    ("030702", "640425103", "township_honghe"),           # a 6-digit rule of one township over the 6-digit rule of all
    ("030702", "640425102", "dept_enforcement"),
    ("030701", "640425100", "dept_enforcement"),          # a 4-digit rule of the county seat
    ("030701", "640425101", "township_wangwa"),
    ("020402", "640425101001", "dept_natural_resources"),  # a village over its township
    ("020402", "640425101200", "dept_development"),
    ("030703", "640425100001-01", "dept_housing"),        # a small grid over its village and township
    ("030703", "640425100001-02", "dept_enforcement"),
    ("180201", "640425208", "petition_bureau"),           # an unclear matter stays with the bureau
])  # fmt: skip
def test_the_most_specific_rule_wins(category, place, unit):
    rule = rule_for(category, place)
    assert (township_unit(place) if rule["unit"] == "@township" else rule["unit"]) == unit
