"""Intake's copy of the county register: units, territory, categories, and the county's settings.

Assignment owns the register and publishes it; this copy is what registrations are checked against.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from petition_intake.domain.category_suggestion import CategoryWords, read_words
from petition_intake.domain.code_tables import CodeTables, read_tables
from petition_intake.domain.errors import CategoryUnknown, PlaceMismatch, PlaceUnknown, UnitUnknown
from petition_intake.domain.levels import Level
from petition_intake.domain.wording import Wording

BUREAU = "bureau"
PORTAL = "portal"
SUPERIOR = "superior"


@dataclass(frozen=True)
class Place:
    """Where the matter lies: township, and village and small grid as far as they are known."""

    township_code: str
    village_code: str | None = None
    grid_code: str | None = None


@dataclass(frozen=True)
class Unit:
    """A unit as far as intake needs it; without a published name its code stands for it."""

    code: str
    kind: str
    name: str
    township_code: str | None = None
    superior: str | None = None


@dataclass(frozen=True)
class CountySettings:
    """What a county may set for intake, with its default.

    rating_window_days: a petitioner rates within so many days after the closing. The regulation speaks of rating
        (第二十一条) without a limit.
    dispute_overdue_days: a dispute that is open for so many days after the day it was found is told of.
    end_when_review_not_requested: a county's own rule N7, off by default; the same setting assignment reads.
    group_visit_people: a visit of so many people or more is a group visit (集体访); the setting metrics counts by, too.
    days_roll: a limit in 日 that ends on a day off rolls (《民法典》第二百零三条); the same setting assignment reads.
    """

    rating_window_days: int = 30
    dispute_overdue_days: int = 30
    end_when_review_not_requested: bool = False
    days_roll: bool = True
    group_visit_people: int = 5

    @classmethod
    def read(cls, settings: Mapping[str, Any]) -> CountySettings:
        """The county's own values where it has set them; a setting of another service is not looked at."""
        return cls(
            int(settings.get("rating_window_days", cls.rating_window_days)),
            int(settings.get("dispute_overdue_days", cls.dispute_overdue_days)),
            bool(settings.get("end_when_review_not_requested", cls.end_when_review_not_requested)),
            settings.get("roll_day_clock_to_working_day") is not False,
            int(settings.get("collective_visit_from_people", cls.group_visit_people)),
        )


@dataclass(frozen=True)
class RegisterCopy:
    """One version of the register. `parents` names the area each village and small grid lies in."""

    county_code: str
    version: int
    units: Mapping[str, Unit]
    townships: Mapping[str, str]
    parents: Mapping[str, str]
    categories: frozenset[str]
    settings: CountySettings = field(default_factory=CountySettings)
    code_tables: CodeTables = field(default_factory=CodeTables)
    category_words: CategoryWords = field(default_factory=dict)

    # -- places and categories -------------------------------------------------------------------------------------

    def check_category(self, code: str) -> None:
        if code not in self.categories:
            raise CategoryUnknown("category", category=code)

    def check_place(self, place: Place) -> Place:
        """The place with every area around it filled in; unknown => PlaceUnknown, in another area => PlaceMismatch."""
        if place.township_code not in self.townships:
            raise PlaceUnknown("place.township_code", place=place.township_code)
        village = place.village_code
        if place.grid_code is not None:
            if place.grid_code not in self.parents:
                raise PlaceUnknown("place.grid_code", place=place.grid_code)
            village = self._lies_in(place.grid_code, village, "place.grid_code")
        if village is not None:
            if village not in self.parents:
                raise PlaceUnknown("place.village_code", place=village)
            self._lies_in(village, place.township_code, "place.village_code")
        return Place(place.township_code, village, place.grid_code)

    def _lies_in(self, code: str, stated: str | None, field: str) -> str:
        parent = self.parents[code]
        if stated not in (None, parent):
            raise PlaceMismatch(field, place=code, parent=stated)
        return parent

    # -- units -----------------------------------------------------------------------------------------------------

    def check_unit(self, code: str, field: str) -> None:
        if code not in self.units:
            raise UnitUnknown(field, unit=code)

    def kind_of(self, unit: str) -> str | None:
        known = self.units.get(unit)
        return known.kind if known else None

    def township_of(self, unit: str) -> str | None:
        """The township in which a unit lies; None for the county's own."""
        known = self.units.get(unit)
        return known.township_code if known else None

    def is_bureau(self, unit: str) -> bool:
        return self.kind_of(unit) == BUREAU

    def may_use_superior_rule(self, unit: str) -> bool:
        """第十九条第三款: the bureau, and bodies above the county."""
        return self.kind_of(unit) in (BUREAU, SUPERIOR)

    def unit_name(self, code: str) -> str:
        """The unit's name; its code where the register carries none."""
        known = self.units.get(code)
        return known.name if known else code

    def level_of(self, unit: str) -> Level:
        """The level at which a unit registers.

        In a township => township. A superior bureau => one level above the county for each bureau up to it: that of
        the state has none above it, that of the region has the state's, that of the city the region's.
        Everything else in the county => county.
        """
        known = self.units.get(unit)
        if known is None or known.kind != SUPERIOR:
            return Level.TOWNSHIP if known and known.township_code else Level.COUNTY
        above = self._superiors_above(known)
        return (Level.STATE, Level.REGION, Level.CITY)[min(above, 2)]

    def _superiors_above(self, unit: Unit) -> int:
        above = self.units.get(unit.superior or "")
        return 0 if above is None else 1 + self._superiors_above(above)


def unit_wording(register: RegisterCopy, code: str | None) -> dict[str, str] | None:
    """A unit for a petitioner to read."""
    return None if code is None else Wording(register.unit_name(code), code).to_wire(code)


def read_register(version: int, data: Mapping[str, Any]) -> RegisterCopy:
    """The copy from the published register; entries may carry names, and villages and grids name their parent."""
    return RegisterCopy(
        county_code=data["county_code"],
        version=version,
        units={
            row["code"]: Unit(
                row["code"], row["kind"], row.get("name") or row["code"], row.get("township_code"), row.get("superior")
            )
            for row in data["units"]
        },
        townships={row["code"]: row.get("name") or row["code"] for row in data["townships"]},
        parents={
            **_parents(data["villages"], "township_code"),
            **_parents(data["grids"], "village_code"),
        },
        categories=frozenset(row if isinstance(row, str) else row["code"] for row in data["categories"]),
        settings=CountySettings.read(data.get("settings") or {}),
        code_tables=read_tables(data.get("codes") or []),
        category_words=read_words(data.get("category_words") or []),
    )


def _parents(rows: Iterable[Mapping[str, Any]], parent: str) -> dict[str, str]:
    return {row["code"]: row.get(parent) or row["parent"] for row in rows}
