"""The requests of the queries, and what answers them. Queries read and never write."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from marshmallow import Schema, fields, validate
from pymongo.database import Database

from chassis.refusal import Refusal
from chassis.service import ANYONE, Call, Query
from petition_assignment.adapters.case_lists import VIEWS, list_cases
from petition_assignment.adapters.case_reading import read_case
from petition_assignment.adapters.mongo_register import register_in_force
from petition_assignment.adapters.row_pages import page_of_rows
from petition_assignment.domain.petition import Place
from petition_assignment.domain.register import ROLES, UNIT_KINDS, WAYS, FoundPlace, Register, Unit
from petition_assignment.domain.visibility import unit_to_list
from petition_assignment.domain.wardens import WARDEN_POSTS, GridTier, Warden
from petition_assignment.entrypoints.commands import CODE, says
from petition_assignment.entrypoints.officers import officer_of

Reader = Database[dict[str, Any]]
Answer = dict[str, Any]

STAFF = frozenset(ROLES)


class Paged(Schema):
    """A list, one page at a time."""

    limit = fields.Integer(
        load_default=50, strict=True, validate=validate.Range(1, 200), metadata=says("每页条数", "rows a page")
    )
    cursor = fields.String(
        load_default=None, allow_none=True, metadata=says("下一页标记", "where the next page begins")
    )


class GetCase(Schema):
    """One case with its clocks, their legal basis, its papers, and what the asking officer can do now."""

    case_no = fields.String(required=True, validate=CODE, metadata=says("信访件编号", "case number"))


class ListCases(Paged):
    """One of the daily lists. Overseers see all units or the one they name; others see their own."""

    view = fields.String(required=True, validate=validate.OneOf(list(VIEWS)), metadata=says("列表名称", "which list"))
    unit = fields.String(load_default=None, allow_none=True, validate=CODE, metadata=says("单位代码", "unit code"))
    days = fields.Integer(
        load_default=3,
        strict=True,
        validate=validate.Range(0, 366),
        metadata=says("due_within 的天数", "for due_within: how many days ahead"),
    )


class ListUnits(Paged):
    """The units on the register."""

    kind = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.OneOf(list(UNIT_KINDS)),
        metadata=says("单位类别", "kind of unit"),
    )


class ListCategories(Paged):
    """内容分类: the categories a petition may be registered under, of all three levels."""

    text = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(1, 100),
        metadata=says("代码开头，或者名称的一部分", "how the code begins, or a part of a name"),
    )


class ResolvePlace(Paged):
    """Township, village or small grid by code or name."""

    text = fields.String(
        required=True, validate=validate.Length(1, 100), metadata=says("代码或名称", "a code, or a name or part of one")
    )


class SuggestUnit(Schema):
    """The unit the catalogue would choose, and by which rule."""

    category = fields.String(required=True, validate=CODE, metadata=says("内容分类代码", "category code"))
    place = fields.String(
        required=True, validate=CODE, metadata=says("属地代码", "code of a township, village or small grid")
    )


class GetOfficerCard(Schema):
    """“三亮”: name, post and duties of an officer or a grid's warden, by the staff number a petitioner is shown."""

    person = fields.String(required=True, validate=CODE, metadata=says("人员代码", "staff number"))


class ListCountyRules(Paged):
    """What the county decided for itself, each with the sentence readers are shown beside its result."""


class GetPublicGuide(Schema):
    """第十八条第一款: how to file, where and when, and how to follow what was filed, for anybody."""


def get_case(reader: Reader, call: Call, data: dict[str, Any]) -> Answer:
    found = read_case(reader, data["case_no"], officer_of(call), call.now)
    if found is None:
        raise Refusal.of("NOT_FOUND", "case_no", id=data["case_no"])
    return found


def list_the_cases(reader: Reader, call: Call, data: dict[str, Any]) -> Answer:
    officer = officer_of(call)
    register = register_in_force(reader)
    unit = unit_to_list(data["unit"], officer, register.bureau)
    if unit is not None:
        register.unit(unit)
    return list_cases(reader, data["view"], unit, officer, call.now, data["days"], data["limit"], data["cursor"])


def list_units(reader: Reader, _call: Call, data: dict[str, Any]) -> Answer:
    units = register_in_force(reader).units
    chosen = [unit for unit in units if data["kind"] in (None, unit.kind)]
    return page_of_rows([_unit(unit) for unit in chosen], "code", data["limit"], data["cursor"])


def list_categories(reader: Reader, _call: Call, data: dict[str, Any]) -> Answer:
    found = register_in_force(reader).find_categories((data["text"] or "").strip())
    return page_of_rows([asdict(category) for category in found], "code", data["limit"], data["cursor"])


def resolve_place(reader: Reader, _call: Call, data: dict[str, Any]) -> Answer:
    found = register_in_force(reader).find_places(data["text"].strip())
    return page_of_rows([_place(place) for place in found], "code", data["limit"], data["cursor"])


def suggest_unit(reader: Reader, _call: Call, data: dict[str, Any]) -> Answer:
    register = register_in_force(reader)
    found = register.place(data["place"])
    rule, unit = register.suggest(data["category"], found.place)
    return {
        "unit": unit,
        "unit_name": register.unit(unit).name,
        "rule_id": rule.rule_id,
        "rule_version": register.version,
        "category": rule.category,
        "place": rule.place,
        "basis": rule.basis,
    }


def get_officer_card(reader: Reader, _call: Call, data: dict[str, Any]) -> Answer:
    """亮身份、亮职责: what stands on the card at the window, for whoever asks. Unknown => NOT_FOUND."""
    register = register_in_force(reader)
    person, warden = register.person_or_none(data["person"]), register.warden_or_none(data["person"])
    if warden is not None:
        return _warden_card(register, warden)
    if person is None:
        raise Refusal.of("NOT_FOUND", "person", id=data["person"])
    return {
        "person": person.person_id,
        "name": person.name,
        "post": person.post,
        "duties": [{"role": role, "zh": ROLES[role]} for role in person.roles],
        "unit": person.unit,
        "unit_name": register.unit(person.unit).name,
    }


def _warden_card(register: Register, warden: Warden) -> Answer:
    """A grid's warden: the duty is the grid, the unit the government of the township it lies in."""
    grid = register.place(warden.grid_code)
    tier = GridTier.BIG_GRID if grid.place.grid_code is None else GridTier.SMALL_GRID
    unit = register.township_unit(grid.place.township_code)
    return {
        "person": warden.warden_id,
        "name": warden.name,
        "post": WARDEN_POSTS[tier],
        "duties": [{"role": tier.value, "zh": grid.name}],
        "unit": unit,
        "unit_name": register.unit(unit).name,
    }


def list_county_rules(reader: Reader, _call: Call, data: dict[str, Any]) -> Answer:
    """The rules the county goes by, its mechanism's name among them, open to everybody (第十八条)."""
    rules = register_in_force(reader).county.rules()
    rows = [{"setting": name, "value": value, "zh": sentence} for name, value, sentence in rules]
    return page_of_rows(rows, "setting", data["limit"], data["cursor"])


def get_public_guide(reader: Reader, _call: Call, _data: dict[str, Any]) -> Answer:
    """信访渠道、接待时间、查询方式, as the county publishes them with its register."""
    county = register_in_force(reader).county
    items = [{**asdict(entry), "way_zh": WAYS[entry.way]} for entry in county.public_guide]
    return {"county": county.name, "register_version": county.register_version, "items": items}


def _unit(unit: Unit) -> Answer:
    return {
        "code": unit.code,
        "name": unit.name,
        "aliases": list(unit.aliases),
        "kind": unit.kind,
        "kind_zh": UNIT_KINDS[unit.kind],
        "township_code": unit.township_code,
        "superior": unit.superior,
        "handles_petitions": unit.handles_petitions,
    }


def _place(found: FoundPlace) -> Answer:
    place: Place = found.place
    return {
        "level": found.level,
        "code": found.code,
        "name": found.name,
        "path": list(found.path),
        "place": {
            "township_code": place.township_code,
            "village_code": place.village_code,
            "grid_code": place.grid_code,
        },
    }


QUERIES = (
    Query("get_case", GetCase, get_case, STAFF),
    Query("list_cases", ListCases, list_the_cases, STAFF),
    Query("list_units", ListUnits, list_units, ANYONE),
    Query("list_categories", ListCategories, list_categories, ANYONE),
    Query("resolve_place", ResolvePlace, resolve_place, ANYONE),
    Query("suggest_unit", SuggestUnit, suggest_unit, ANYONE),
    Query("list_county_rules", ListCountyRules, list_county_rules, ANYONE),
    Query("get_public_guide", GetPublicGuide, get_public_guide, ANYONE),
    Query("get_officer_card", GetOfficerCard, get_officer_card, ANYONE),
)
"""Who may ask: the register is open to every registered system, cases to named officers."""
