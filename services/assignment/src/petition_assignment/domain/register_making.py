"""Makes the register out of rows that were checked, and tells the other services about it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from petition_assignment.domain.register import (
    CatalogueRule,
    Category,
    County,
    Grid,
    GuideEntry,
    Person,
    Register,
    Township,
    Unit,
    Village,
)
from petition_assignment.domain.register_check import check_register
from petition_assignment.domain.register_codes import CODES_FILE, Code
from petition_assignment.domain.register_mediators import MEDIATORS_FILE, make_mediators
from petition_assignment.domain.register_rows import GUIDE_TEXTS, RawRegister, RegisterFaulty
from petition_assignment.domain.register_words import WORDS_FILE, CategoryWord
from petition_assignment.domain.wardens import Warden


def make_register(raw: RawRegister, version: int) -> Register:
    """The register with this version; any fault => RegisterFaulty with all of them."""
    faults = check_register(raw)
    if faults:
        raise RegisterFaulty(faults)
    tables = raw.tables
    return Register(
        version=version,
        county=County(
            raw.county["code"],
            raw.county["name"],
            raw.county["version"],
            dict(raw.county.get("settings", {})),
            dict(raw.county.get("settings_text", {})),
            tuple(
                GuideEntry(**{name: row[name] for name in GUIDE_TEXTS}) for row in raw.county.get("public_guide", [])
            ),
        ),
        townships=tuple(Township(row["code"], row["name"], row["pinyin"]) for row in tables["townships.csv"]),
        villages=tuple(
            Village(row["code"], row["name"], row["short_name"], row["kind"], row["township_code"])
            for row in tables["villages.csv"]
        ),
        grids=tuple(
            Grid(row["code"], row["name"], row["village_code"], row["kind"]) for row in tables["small_grids.csv"]
        ),
        units=tuple(
            Unit(
                code=row["code"],
                name=row["name"],
                kind=row["kind"],
                aliases=row.several("aliases"),
                township_code=row["township_code"] or None,
                superior=row["superior"] or None,
                caller=row["caller"] or None,
                serves=row.several("serves"),
                successor=row["successor"] or None,
            )
            for row in tables["units.csv"]
        ),
        people=tuple(
            Person(row["person_id"], row["name"], row["unit"], row["post"], row.several("roles"))
            for row in tables["people.csv"]
        ),
        categories=tuple(
            Category(row["code"], row["level1"], row["level2"], row["level3"]) for row in tables["categories.csv"]
        ),
        catalogue=tuple(
            CatalogueRule(row["rule_id"], row["category"], row["place"], row["unit"], row["basis"])
            for row in tables["catalogue.csv"]
        ),
        codes=tuple(Code(row["table"], row["code"], row["name"]) for row in tables[CODES_FILE]),
        category_words=tuple(CategoryWord(row["category"], row["word"]) for row in tables[WORDS_FILE]),
        wardens=tuple(Warden(row["warden_id"], row["name"], row["grid_code"]) for row in tables["wardens.csv"]),
        mediators=make_mediators(tables[MEDIATORS_FILE]),
    )


def digest(register: Register) -> str:
    """Equal exactly for equal content, whatever its version and wherever it came from."""
    content = {
        name: [asdict(row) for row in getattr(register, name)]
        for name in (
            "townships",
            "villages",
            "grids",
            "units",
            "people",
            "categories",
            "catalogue",
            "codes",
            "category_words",
            "wardens",
            "mediators",
        )
    }
    content["county"] = [asdict(register.county)]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class RegisterPublished:
    """What the other services need of the register. No names of people go on the bus."""

    county_code: str
    county_name: str
    register_version: str
    calendar_version: str
    settings: dict[str, Any]
    townships: list[dict[str, Any]]
    villages: list[dict[str, Any]]
    grids: list[dict[str, Any]]
    units: list[dict[str, Any]]
    people: list[dict[str, Any]]
    callers: list[dict[str, Any]]
    categories: list[str]
    codes: list[dict[str, Any]]
    category_words: list[dict[str, Any]]
    mediators: list[dict[str, Any]]


def publish(register: Register, calendar_version: str) -> RegisterPublished:
    """The event that goes with a register."""
    return RegisterPublished(
        county_code=register.county.code,
        county_name=register.county.name,
        register_version=register.county.register_version,
        calendar_version=calendar_version,
        settings=register.county.settings,
        townships=[{"code": row.code, "name": row.name} for row in register.townships],
        villages=[
            {"code": row.code, "name": row.short_name, "kind": row.kind, "township_code": row.township_code}
            for row in register.villages
        ],
        grids=[{"code": row.code, "village_code": row.village_code} for row in register.grids],
        units=[
            {
                "code": row.code,
                "name": row.name,
                "kind": row.kind,
                "township_code": row.township_code,
                "superior": row.superior,
            }
            for row in register.units
        ],
        people=[{"person_id": row.person_id, "unit": row.unit, "roles": list(row.roles)} for row in register.people],
        callers=[{"caller": row.caller, "unit": row.code} for row in register.units if row.caller],
        categories=[row.code for row in register.categories],
        codes=[asdict(row) for row in register.codes],
        category_words=[asdict(row) for row in register.category_words],
        mediators=[
            {
                "mediator_id": row.mediator_id,
                "kind": row.kind.value,
                "township_code": row.township_code,
                "unit": row.unit,
                "categories": list(row.categories),
                "listed_on": row.listed_on.isoformat(),
                "delisted_on": row.delisted_on.isoformat() if row.delisted_on else None,
            }
            for row in register.mediators
        ],
    )
