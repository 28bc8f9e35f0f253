"""One year's holiday notice of the State Council, read from a TOML file and checked before anything relies on it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from workdays.local_time import ONE_DAY

SATURDAY = 5
DECEMBER = 12

# These fall on the same day of every year (《全国年节及纪念日放假办法》第二条), so a file without them is not whole.
FIXED_HOLIDAYS = {"元旦": (1, 1), "劳动节": (5, 1), "国庆节": (10, 1)}

FILE_KEYS = {"year": int, "notice": list, "holiday": list}
NOTICE_KEYS = {"title": str, "reference": str}
HOLIDAY_KEYS = {"name": str, "off": list}
OPTIONAL_HOLIDAY_KEYS = {"days": int, "statutory": list, "work": list}
TYPE_NAMES = {int: "a whole number", str: "a text", list: "a list"}


class NoticeError(ValueError):
    """A notice file that cannot be used. `problems` holds every fault found, each naming its place in the file."""

    def __init__(self, file_name: str, problems: Sequence[str]) -> None:
        super().__init__("\n".join(f"{file_name}: {problem}" for problem in problems))
        self.file_name = file_name
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class ArrangedDay:
    """A day that a notice names: worked or off, for which holiday, and whether it is the statutory holiday itself."""

    name: str
    working: bool
    statutory: bool = False


@dataclass(frozen=True, slots=True)
class YearNotice:
    """The whole arrangement of one year. Its days lie in that year or in the December before it."""

    year: int
    references: tuple[str, ...]
    days: Mapping[date, ArrangedDay]


def parse_notice(text: str, file_name: str) -> YearNotice:
    """The notice written in `text`; `file_name` is only named in errors. Raises NoticeError with every fault found."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NoticeError(file_name, [f"not TOML: {error}"]) from error
    problems = list(_file_problems(table))
    if problems:
        raise NoticeError(file_name, problems)
    arrangement = _Arrangement(table["year"])
    references = [_reference(number, notice, arrangement) for number, notice in enumerate(table["notice"], 1)]
    for number, holiday in enumerate(table["holiday"], 1):
        arrangement.add(number, holiday)
    if not arrangement.problems:
        arrangement.check_fixed_holidays()
    if arrangement.problems:
        raise NoticeError(file_name, arrangement.problems)
    return YearNotice(table["year"], tuple(references), arrangement.days)


def _file_problems(table: dict[str, Any]) -> Iterator[str]:
    yield from _key_problems("the file", table, FILE_KEYS, {})
    year = table.get("year")
    if type(year) is int and not MINYEAR < year < MAXYEAR:
        yield f"the file: year {year} is out of range"


def _reference(number: int, notice: Any, arrangement: _Arrangement) -> str:
    arrangement.problems += _key_problems(f"notice {number}", notice, NOTICE_KEYS, {})
    return "" if arrangement.problems else notice["reference"]


def _key_problems(place: str, table: Any, required: Mapping[str, type], optional: Mapping[str, type]) -> Iterator[str]:
    if not isinstance(table, dict):
        yield f"{place}: must be a table, not {table!r}"
        return
    for key in required:
        if key not in table:
            yield f"{place}: {key} is missing"
    known = {**required, **optional}
    for key, value in table.items():
        if key not in known:
            yield f"{place}: {key} is not a known key"
        elif type(value) is not known[key]:
            yield f"{place}: {key} must be {TYPE_NAMES[known[key]]}, not {value!r}"
        elif key in required and value in ("", []):
            yield f"{place}: {key} is empty"


class _Arrangement:
    """Collects the days of one year's notice, and everything that is wrong with them."""

    def __init__(self, year: int) -> None:
        self.days: dict[date, ArrangedDay] = {}
        self.problems: list[str] = []
        self._year = year

    def add(self, number: int, holiday: Any) -> None:
        place = f"holiday {number}"
        problems = list(_key_problems(place, holiday, HOLIDAY_KEYS, OPTIONAL_HOLIDAY_KEYS))
        if problems:
            self.problems += problems
            return
        place, name = f"{place} ({holiday['name']})", holiday["name"]
        off = self._days_off(place, holiday["off"])
        statutory = self._dates(place, "statutory", holiday.get("statutory", []))
        work = self._dates(place, "work", holiday.get("work", []))
        for day in off:
            self._put(place, day, ArrangedDay(name, working=False, statutory=day in statutory))
        for day in work:
            self._put(place, day, ArrangedDay(name, working=True))
        self._check(place, off, statutory, work, holiday.get("days"))

    def check_fixed_holidays(self) -> None:
        for name, (month, day) in FIXED_HOLIDAYS.items():
            fixed = date(self._year, month, day)
            if fixed not in self.days or not self.days[fixed].statutory:
                self.problems.append(f"the file: {fixed} ({name}) is not given as a statutory holiday")

    def _check(self, place: str, off: list[date], statutory: list[date], work: list[date], count: int | None) -> None:
        for day in statutory:
            if day not in off:
                self.problems.append(f"{place}: statutory day {day} is not among its days off")
        for day in work:
            if day.weekday() < SATURDAY:
                self.problems.append(f"{place}: work day {day} is not on a weekend, so it is worked anyway")
        if count not in (None, len(off)):
            self.problems.append(f"{place}: the notice says {count} days off, the dates make {len(off)}")

    def _put(self, place: str, day: date, arranged: ArrangedDay) -> None:
        if day.year != self._year and (day.year, day.month) != (self._year - 1, DECEMBER):
            self.problems.append(f"{place}: {day} is neither in {self._year} nor in the December before")
        elif day in self.days:
            self.problems.append(f"{place}: {day} is given twice, first for {self.days[day].name}")
        else:
            self.days[day] = arranged

    def _dates(self, place: str, key: str, items: list[Any]) -> list[date]:
        self.problems += [f"{place}: {key} {item!r} is not a date" for item in items if type(item) is not date]
        return [item for item in items if type(item) is date]

    def _days_off(self, place: str, items: list[Any]) -> list[date]:
        days: list[date] = []
        for item in items:
            match item if isinstance(item, list) else [item, item]:
                case [first, last] if type(first) is date and type(last) is date and first <= last:
                    days += [first + n * ONE_DAY for n in range((last - first).days + 1)]
                case _:
                    self.problems.append(f"{place}: off {item!r} is neither a date nor a pair [first, last] of dates")
        return days
