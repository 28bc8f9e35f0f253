"""The year's matters, made from a seed: the same seed makes the same year to the letter."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from county_year.county import County, Village
from county_year.outlines import THIS_YEAR, Outline
from county_year.topics import ASSETS, GIVEN, PREFIXES, SURNAMES, TOPICS
from workdays import Calendar

BUREAU = "petition_bureau"


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
    visited_level: str = "county"
    repeat_of: str | None = None
    """Name of the earlier matter that this one says again."""
    turns: frozenset[str] = field(default_factory=frozenset)
    """What else happens: objection_upheld, objection_rejected, extension, returned, dissatisfied, unreached, rated,
    rated_low, explained."""

    @property
    def name(self) -> str:
        return f"m{self.number:04d}"

    @property
    def outcome(self) -> str:
        """What its opinion letter comes to: every sixth explains, the others support the request."""
        return "explain" if self.number % 6 == 0 else "support"


def make_year(
    county: County,
    categories: dict[str, list[str]],
    seed: int,
    scale: float = 1.0,
    outline: Outline = THIS_YEAR,
) -> list[Matter]:
    """All matters of a year in the order of their days; `scale` < 1 makes a smaller year for tests."""
    chance = random.Random(f"{seed}/{outline.year}")
    calendar = Calendar.published()
    days = _working_days(calendar, outline.first_day, outline.last_day)
    early = [day for day in days if day <= outline.last_handed_down_day]
    late = [day for day in days if date(outline.year, 11, 1) <= day <= date(outline.year, 11, 30)]
    sketches = list(_sketches(outline, scale))
    for sketch in sketches:
        among = late if sketch.get("late") else early if sketch["channel"] == "handed_down" else days
        sketch["day"] = chance.choice(among)
    sketches.sort(key=lambda sketch: (sketch["day"], sketch["channel"]))
    matters = [
        _matter(number, sketch, county, categories, chance, outline)
        for number, sketch in enumerate(sketches, outline.first_number)
    ]
    return _said_again(matters, _scaled(outline.repeats, scale), chance)


def _sketches(outline: Outline, scale: float) -> Iterator[dict[str, object]]:
    """What kind of filing each is; nothing yet of when, where and about what."""
    skipping = outline.skipped_levels
    for settled, groups in ((True, outline.settled_visits), (False, outline.routed_visits)):
        for size, number in groups.items():
            for _ in range(_scaled(number, scale)):
                sketch: dict[str, object] = {"channel": "visit", "headcount": size, "settled_on_spot": settled}
                if not settled and skipping:
                    skipping -= 1
                    sketch["visited_level"] = "city"
                yield sketch
    late, explained = outline.handed_down_late, outline.explained
    for level, number in outline.handed_down.items():
        for _ in range(_scaled(number, scale)):
            sketch = {"channel": "handed_down", "handed_down_by": level}
            if late:
                late, sketch["late"] = late - 1, True
            elif explained:
                explained, sketch["explained"] = explained - 1, True
            yield sketch
    for settled, channels in ((True, outline.settled_at_once), (False, outline.routed)):
        for channel, number in channels.items():
            yield from ({"channel": channel, "settled_on_spot": settled} for _ in range(_scaled(number, scale)))
    yield from ({"channel": "letter", "at_township": True} for _ in range(_scaled(outline.township_window, scale)))


def _said_again(matters: list[Matter], number: int, chance: random.Random) -> list[Matter]:
    """Some letters and web filings become what an earlier matter's people say again, in its words."""
    plain = [i for i, matter in enumerate(matters) if matter.channel in ("letter", "web")]
    again = [i for i in plain if not matters[i].unit.startswith("township_") and i > len(matters) // 5]
    changed = list(matters)
    for i in chance.sample(again, min(number, len(again))):
        earlier = [matter for matter in matters[:i] if matter.headcount == 1 and matter.day < matters[i].day]
        first = chance.choice(earlier[-60:])
        changed[i] = replace(
            matters[i],
            village=first.village,
            grid=first.grid,
            category=first.category,
            texts=first.texts,
            people=first.people,
            headcount=1,
            repeat_of=first.name,
        )
    return changed


def _scaled(number: int, scale: float) -> int:
    return max(1, round(number * scale)) if scale < 1 and number else number


def _matter(
    number: int,
    sketch: dict[str, object],
    county: County,
    categories: dict[str, list[str]],
    chance: random.Random,
    outline: Outline,
) -> Matter:
    village = chance.choice(county.villages)
    topic = chance.choice(TOPICS)
    category = topic.category
    if category.startswith("{"):
        category = chance.choice(categories[PREFIXES[category.strip("{}")]])
    slots = {
        "village": village.name,
        "asset": chance.choice(ASSETS),
        "year": str(chance.randint(outline.year - 6, outline.year - 1)),
        "month": str(chance.randint(1, 12)),
        "amount": str(chance.randint(8, 420) * 100),
        "area": str(chance.randint(2, 18)),
        "people": str(chance.randint(2, 9)),
    }
    texts = {part: getattr(topic, part).format(**slots) for part in ("summary", "request", "facts", "answer", "basis")}
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
        visited_level=str(sketch.get("visited_level", "county")),
        turns=_turns(sketch, at_township, chance, outline),
    )


def _filed_with(channel: str) -> str:
    return {"hotline": "hotline_12345", "web": "citizen_portal"}.get(channel, BUREAU)


def _turns(sketch: dict[str, object], at_township: bool, chance: random.Random, outline: Outline) -> frozenset[str]:
    """Which side paths a matter takes; drawn apart, so that they also meet in one matter."""
    if sketch.get("settled_on_spot"):
        turns = {"rated"} if chance.random() < 0.5 else set()
    else:
        turns = {turn for turn, odd in outline.odds.items() if chance.random() < odd}
    if at_township:
        turns -= {"objection_upheld", "objection_rejected"}
    if "objection_upheld" in turns:
        turns.discard("objection_rejected")
    if chance.random() < outline.low_ratings:
        turns.add("rated_low")
    if sketch.get("explained"):
        turns.add("explained")
    return frozenset(turns)


def _person(village: Village, chance: random.Random) -> Person:
    name = chance.choice(SURNAMES) + chance.choice(GIVEN)
    return Person(name, f"199{chance.randint(0, 99999999):08d}", f"彭阳县{village.name}{chance.randint(1, 14)}组")


def _working_days(calendar: Calendar, first: date, last: date) -> Sequence[date]:
    span = range(first.toordinal(), last.toordinal() + 1)
    return [day for day in map(date.fromordinal, span) if calendar.is_working_day(day)]
