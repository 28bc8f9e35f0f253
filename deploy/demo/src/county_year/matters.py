"""The year's matters, made from a seed: the same seed makes the same year to the letter."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

from county_year.county import County, Village
from county_year.figures import (
    HANDED_DOWN,
    OTHER_CHANNELS,
    TOWNSHIP_WINDOW,
    VISIT_GROUPS_ROUTED,
    VISIT_GROUPS_SETTLED,
    YEAR,
)
from county_year.topics import ASSETS, GIVEN, PREFIXES, SURNAMES, TOPICS
from workdays import Calendar

BUREAU = "petition_bureau"
FIRST_DAY = date(YEAR, 1, 2)
LAST_DAY = date(YEAR, 12, 26)
LAST_HANDED_DOWN_DAY = date(YEAR, 9, 30)
"""Matters handed down arrive early enough to be reported within the year."""


@dataclass(frozen=True)
class Person:
    name: str
    phone: str
    address: str


@dataclass(frozen=True)
class Matter:
    """One filing and what will become of it."""

    number: int
    channel: str
    day: date
    unit: str
    village: Village
    grid: str
    category: str
    texts: dict[str, str]
    people: tuple[Person, ...]
    headcount: int
    settled_on_spot: bool = False
    handed_down_by: str | None = None
    turns: frozenset[str] = field(default_factory=frozenset)
    """What else happens: objection_upheld, objection_rejected, extension, returned, dissatisfied, unreached, rated."""

    @property
    def name(self) -> str:
        return f"m{self.number:04d}"


def make_year(county: County, categories: dict[str, list[str]], seed: int, scale: float = 1.0) -> list[Matter]:
    """All matters of the year in the order of their days; `scale` < 1 makes a smaller year for tests."""
    chance = random.Random(seed)
    calendar = Calendar.published()
    days = _working_days(calendar, FIRST_DAY, LAST_DAY)
    early = [day for day in days if day <= LAST_HANDED_DOWN_DAY]
    sketches: list[dict[str, object]] = []
    for settled, groups in ((True, VISIT_GROUPS_SETTLED), (False, VISIT_GROUPS_ROUTED)):
        for size, number in groups.items():
            visit = {"channel": "visit", "headcount": size, "settled_on_spot": settled}
            sketches += [dict(visit) for _ in range(_scaled(number, scale))]
    for level, number in HANDED_DOWN.items():
        sketches += [{"channel": "handed_down", "handed_down_by": level} for _ in range(_scaled(number, scale))]
    for channel, number in OTHER_CHANNELS.items():
        sketches += [{"channel": channel} for _ in range(_scaled(number, scale))]
    sketches += [{"channel": "letter", "at_township": True} for _ in range(_scaled(TOWNSHIP_WINDOW, scale))]
    for sketch in sketches:
        sketch["day"] = chance.choice(early if sketch["channel"] == "handed_down" else days)
    sketches.sort(key=lambda sketch: (sketch["day"], sketch["channel"]))
    return [_matter(number, sketch, county, categories, chance) for number, sketch in enumerate(sketches, 1)]


def _scaled(number: int, scale: float) -> int:
    return max(1, round(number * scale)) if scale < 1 else number


def _matter(
    number: int, sketch: dict[str, object], county: County, categories: dict[str, list[str]], chance: random.Random
) -> Matter:
    village = chance.choice(county.villages)
    topic = chance.choice(TOPICS)
    category = topic.category
    if category.startswith("{"):
        category = chance.choice(categories[PREFIXES[category.strip("{}")]])
    slots = {
        "village": village.name,
        "asset": chance.choice(ASSETS),
        "year": str(chance.randint(YEAR - 6, YEAR - 1)),
        "month": str(chance.randint(1, 12)),
        "amount": str(chance.randint(8, 420) * 100),
        "area": str(chance.randint(2, 18)),
        "people": str(chance.randint(2, 9)),
    }
    texts = {
        part: getattr(topic, part).format(**slots) for part in ("summary", "request", "facts", "answer", "basis")
    }
    headcount = int(str(sketch.get("headcount", 1)))
    at_township = bool(sketch.get("at_township"))
    return Matter(
        number=number,
        channel=str(sketch["channel"]),
        day=sketch["day"],  # type: ignore[arg-type]
        unit=county.township_units[village.township_code] if at_township else _filed_with(str(sketch["channel"])),
        village=village,
        grid=chance.choice(village.grids),
        category=category,
        texts=texts,
        people=tuple(_person(village, chance) for _ in range(min(headcount, 5))),
        headcount=headcount,
        settled_on_spot=bool(sketch.get("settled_on_spot", False)),
        handed_down_by=sketch.get("handed_down_by"),  # type: ignore[arg-type]
        turns=_turns(sketch, at_township, chance),
    )


def _filed_with(channel: str) -> str:
    return {"hotline": "hotline_12345", "web": "citizen_portal"}.get(channel, BUREAU)


def _turns(sketch: dict[str, object], at_township: bool, chance: random.Random) -> frozenset[str]:
    """Which side paths an ordinary matter takes; drawn apart, so that they also meet in one matter."""
    if sketch.get("settled_on_spot"):
        return frozenset({"rated"} if chance.random() < 0.5 else ())
    odds = {"extension": 0.08, "returned": 0.05, "dissatisfied": 0.06, "unreached": 0.07, "rated": 0.7}
    if not at_township:
        odds |= {"objection_upheld": 0.04, "objection_rejected": 0.03}
    turns = {turn for turn, odd in odds.items() if chance.random() < odd}
    if "objection_upheld" in turns:
        turns.discard("objection_rejected")
    return frozenset(turns)


def _person(village: Village, chance: random.Random) -> Person:
    name = chance.choice(SURNAMES) + chance.choice(GIVEN)
    return Person(name, f"199{chance.randint(0, 99999999):08d}", f"彭阳县{village.name}{chance.randint(1, 14)}组")


def _working_days(calendar: Calendar, first: date, last: date) -> list[date]:
    span = range(first.toordinal(), last.toordinal() + 1)
    return [day for day in map(date.fromordinal, span) if calendar.is_working_day(day)]
