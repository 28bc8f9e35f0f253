"""The county register as one value: territory, units, people, categories, and the catalogue of responsibilities.

A register that exists has passed every check of `register_check`, so its lookups need not doubt it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from petition_assignment.domain.errors import (
    CategoryUnknown,
    NoRoutingRule,
    PersonUnknown,
    PlaceUnknown,
    UnitUnknown,
)
from petition_assignment.domain.mediators import Mediator
from petition_assignment.domain.petition import Place
from petition_assignment.domain.register_codes import Code
from petition_assignment.domain.register_words import CategoryWord
from petition_assignment.domain.wardens import Warden

ANYWHERE = "*"
ANY_CATEGORY = "*"
TOWNSHIP_OF_THE_PLACE = "@township"

BUREAU = "bureau"
TOWNSHIP = "township"
JOINT_OFFICE = "joint_office"

UNIT_KINDS: dict[str, str] = {
    BUREAU: "信访局",
    "department": "县直部门",
    TOWNSHIP: "乡镇",
    JOINT_OFFICE: "信访联席会议办公室（综治中心）",
    "police_station": "派出所",
    "justice_office": "司法所",
    "court": "人民法庭",
    "receive_only": "政法、纪检监察机关",
    "superior": "上级信访部门",
    "county_leadership": "县级领导",
    "hotline": "12345热线",
    "portal": "网上信访",
}

CASEWORK_KINDS = frozenset({BUREAU, "department", TOWNSHIP, "receive_only"})
"""Kinds of unit to which a petition can be routed."""

OWN_WINDOW_KINDS = frozenset({"department", TOWNSHIP})
"""Kinds of unit whose own window receives petitions for the unit itself (《信访工作条例》第二十三条)."""

ROLES: dict[str, str] = {
    "registrar": "登记员",
    "dispatcher": "分办员",
    "bureau_head": "信访局负责人",
    "signer": "签收员",
    "handler": "承办人",
    "unit_head": "单位负责人",
    "follow_up_officer": "回访员",
    "county_leader": "县级领导",
    "main_leader": "党政主要领导",
    "township_leader": "乡镇领导",
    "auditor": "审计员",
    "accusation_officer": "检举控告专人",
    "inspector": "信访督查专员",
}


@dataclass(frozen=True)
class Township:
    """乡镇."""

    code: str
    name: str
    pinyin: str


@dataclass(frozen=True)
class Village:
    """One big grid (大网格)."""

    code: str
    name: str
    short_name: str
    kind: str
    township_code: str


@dataclass(frozen=True)
class Grid:
    """One small grid (小网格)."""

    code: str
    name: str
    village_code: str
    kind: str


@dataclass(frozen=True)
class Unit:
    """A unit with the user of its system (`caller`); `serves` are townships beside the one it sits in.

    `successor` took over when it was merged or abolished (第二十四条); a unit with one handles nothing new.
    """

    code: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    township_code: str | None = None
    superior: str | None = None
    caller: str | None = None
    serves: tuple[str, ...] = ()
    successor: str | None = None

    @property
    def handles_petitions(self) -> bool:
        return self.kind in CASEWORK_KINDS


@dataclass(frozen=True)
class Person:
    """An officer: unit, post, and the offices (`roles`) held."""

    person_id: str
    name: str
    unit: str
    post: str
    roles: tuple[str, ...]

    def holds(self, *roles: str) -> bool:
        return not set(roles).isdisjoint(self.roles)


@dataclass(frozen=True)
class Category:
    """内容分类: a code of 2 + 2 + 2 digits and a name for each level."""

    code: str
    level1: str
    level2: str
    level3: str


@dataclass(frozen=True)
class CatalogueRule:
    """Petitions whose category begins with `category` in places whose code begins with `place` go to `unit`."""

    rule_id: str
    category: str
    place: str
    unit: str
    basis: str

    @property
    def category_prefix(self) -> str:
        return "" if self.category == ANY_CATEGORY else self.category

    @property
    def place_prefix(self) -> str:
        return "" if self.place == ANYWHERE else self.place


WAYS: dict[str, str] = {"letter": "来信", "visit": "来访", "call": "电话", "web": "网上", "follow": "查询和评价"}
"""What the county publishes something about: the ways to file, and how to follow and rate what was filed."""


@dataclass(frozen=True)
class GuideEntry:
    """第十八条第一款: one way to file, or to follow a petition, in words for everybody."""

    way: str
    zh: str
    en: str
    hours_zh: str
    hours_en: str


@dataclass(frozen=True)
class County:
    """The county itself, its own version of the register, and what it set."""

    code: str
    name: str
    register_version: str
    settings: dict[str, Any] = field(default_factory=dict)
    settings_text: dict[str, str] = field(default_factory=dict)
    """How a setting is told to readers; `{value}` stands where its value goes."""
    public_guide: tuple[GuideEntry, ...] = ()

    def rules(self) -> list[tuple[str, Any, str]]:
        """Every setting with its value and its sentence; without a sentence the value speaks for itself."""
        return [
            (name, value, self.settings_text.get(name, "{value}").format(value=value))
            for name, value in sorted(self.settings.items())
        ]

    @property
    def missed_review_ends(self) -> bool:
        """Rule N7, a county's own: off unless the county turned it on."""
        return bool(self.settings.get("end_when_review_not_requested", False))

    @property
    def days_roll(self) -> bool:
        """A limit in 日 that ends on a day off ends on the next working day (《民法典》第二百零三条); on by default.

        The regulation does not say how its 日 are counted, so a county may decide otherwise.
        """
        return self.settings.get("roll_day_clock_to_working_day") is not False

    @property
    def notices_go_first(self) -> bool:
        """No opinion before the receipts of the notices to the petitioner are on record; off by default."""
        return bool(self.settings.get("notices_delivered_before_opinion", False))


@dataclass(frozen=True)
class FoundPlace:
    """A place on the register, with the way to it from the top."""

    level: str
    code: str
    name: str
    place: Place
    path: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """One version of the register; `version` counts the versions this service has stored."""

    version: int
    county: County
    townships: tuple[Township, ...]
    villages: tuple[Village, ...]
    grids: tuple[Grid, ...]
    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    categories: tuple[Category, ...]
    catalogue: tuple[CatalogueRule, ...]
    codes: tuple[Code, ...] = ()
    category_words: tuple[CategoryWord, ...] = ()
    wardens: tuple[Warden, ...] = ()
    mediators: tuple[Mediator, ...] = ()
    _units: dict[str, Unit] = field(init=False, repr=False, compare=False, default_factory=dict)
    _people: dict[str, Person] = field(init=False, repr=False, compare=False, default_factory=dict)
    _wardens: dict[str, Warden] = field(init=False, repr=False, compare=False, default_factory=dict)
    _places: dict[str, FoundPlace] = field(init=False, repr=False, compare=False, default_factory=dict)
    _rules: dict[tuple[str, str], CatalogueRule] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._units.update((unit.code, unit) for unit in self.units)
        self._people.update((person.person_id, person) for person in self.people)
        self._wardens.update((warden.warden_id, warden) for warden in self.wardens)
        self._rules.update(((rule.category_prefix, rule.place_prefix), rule) for rule in self.catalogue)
        self._places.update((found.code, found) for found in self._walk_territory())

    @property
    def bureau(self) -> str:
        """The petition bureau; there is exactly one."""
        return next(unit.code for unit in self.units if unit.kind == BUREAU)

    def unit(self, code: str, field: str = "unit") -> Unit:
        """The unit; not on the register => UnitUnknown naming the field."""
        if code not in self._units:
            raise UnitUnknown(field, unit=code)
        return self._units[code]

    def person(self, field: str, person_id: str) -> Person:
        """The person; not on the register => PersonUnknown naming the field."""
        if person_id not in self._people:
            raise PersonUnknown(field, person=person_id)
        return self._people[person_id]

    def person_or_none(self, person_id: str | None) -> Person | None:
        return self._people.get(person_id) if person_id else None

    def warden_or_none(self, warden_id: str) -> Warden | None:
        return self._wardens.get(warden_id)

    def unit_that_must_route(self, registered_by: str) -> str:
        """Who must route what was registered there (《信访工作条例》第二十二条、第二十三条).

        A department's or a township's window         => that unit itself.
        A joint office, one house with its township   => the township.
        Anybody else (bureau, hotline, web, superior) => the petition bureau.
        """
        unit = self._units.get(registered_by)
        if unit is not None and unit.kind in OWN_WINDOW_KINDS:
            return unit.code
        if unit is not None and unit.kind == JOINT_OFFICE and unit.township_code:
            return self.township_unit(unit.township_code)
        return self.bureau

    def township_unit(self, township_code: str) -> str:
        for unit in self.units:
            if unit.kind == TOWNSHIP and unit.township_code == township_code:
                return unit.code
        raise PlaceUnknown("place", place=township_code)

    def is_station_of(self, station: str, unit: str) -> bool:
        """Whether the station is the unit, is under it, or serves the township the unit governs."""
        found = self.unit(station, "station")
        township = self.unit(unit).township_code
        serves = {found.township_code, *found.serves}
        return station == unit or found.superior == unit or (township is not None and township in serves)

    def in_office(self, code: str) -> str:
        """The unit itself, or the one that carries on its powers after it was merged or abolished (第二十四条)."""
        successor = self._units[code].successor if code in self._units else None
        return code if successor is None else self.in_office(successor)

    @property
    def abolished(self) -> list[str]:
        return [unit.code for unit in self.units if unit.successor is not None]

    def common_superior(self, one: str, other: str) -> str | None:
        """The nearest unit above both; None where there is none (第二十四条)."""
        above = self._above(one)
        return next((unit for unit in self._above(other) if unit in above), None)

    def _above(self, code: str) -> list[str]:
        superior = self.unit(code).superior
        return [] if superior is None else [superior, *self._above(superior)]

    def find_categories(self, text: str) -> tuple[Category, ...]:
        """Those whose code begins with the text or whose name at any level holds it; all for no text, by code."""
        found = (
            one
            for one in self.categories
            if one.code.startswith(text) or any(text in name for name in (one.level1, one.level2, one.level3))
        )
        return tuple(sorted(found, key=lambda one: one.code))

    def rule_for(self, category: str, place: Place) -> CatalogueRule | None:
        """The most specific rule: the longest category prefix, and among those the longest place prefix."""
        areas = [place.grid_code, place.village_code, place.township_code, ""]
        for length in range(len(category), -1, -1):
            for area in areas:
                rule = None if area is None else self._rules.get((category[:length], area))
                if rule is not None:
                    return rule
        return None

    def unit_of_rule(self, rule: CatalogueRule, place: Place) -> str:
        named = self.township_unit(place.township_code) if rule.unit == TOWNSHIP_OF_THE_PLACE else rule.unit
        return self.in_office(named)

    def suggest(self, category: str, place: Place) -> tuple[CatalogueRule, str]:
        """The rule that would choose and the unit it chooses; unknown category or no rule is refused."""
        if all(known.code != category for known in self.categories):
            raise CategoryUnknown("category", category=category)
        rule = self.rule_for(category, place)
        if rule is None:
            raise NoRoutingRule("category", category=category, place=place.code)
        return rule, self.unit_of_rule(rule, place)

    def place(self, code: str, field: str = "place") -> FoundPlace:
        """The place with this code; not on the register => PlaceUnknown."""
        if code not in self._places:
            raise PlaceUnknown(field, place=code)
        return self._places[code]

    def find_places(self, text: str) -> list[FoundPlace]:
        """Places with this code, else with exactly this name, else whose name contains it; larger areas first."""
        if text in self._places:
            return [self._places[text]]
        places = self._places.values()
        exact = [found for found in places if text in self._names_of(found)]
        return exact or [found for found in places if any(text in name for name in self._names_of(found))]

    def _names_of(self, found: FoundPlace) -> tuple[str, ...]:
        return (found.name, found.path[-1])

    def _walk_territory(self) -> Iterable[FoundPlace]:
        """Townships, then villages, then small grids; the last step of a path is the short name."""
        for township in self.townships:
            place = Place(township.code)
            yield FoundPlace("township", township.code, township.name, place, (township.name,))
        paths: dict[str, tuple[str, ...]] = {township.code: (township.name,) for township in self.townships}
        for village in self.villages:
            path = (*paths[village.township_code], village.short_name)
            paths[village.code] = path
            place = Place(village.township_code, village.code)
            yield FoundPlace("village", village.code, village.name, place, path)
        township_of = {village.code: village.township_code for village in self.villages}
        for grid in self.grids:
            place = Place(township_of[grid.village_code], grid.village_code, grid.code)
            yield FoundPlace("grid", grid.code, grid.name, place, (*paths[grid.village_code], grid.name))
