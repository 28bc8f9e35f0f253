"""When each step of a matter is taken: days counted on the real calendar."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from county_year.matters import Matter
from county_year.outlines import Outline
from workdays import Calendar

LOCAL = ZoneInfo("Asia/Shanghai")
MORNING = 9
"""The hour at which the day's steps are taken, one after the other."""


@dataclass(frozen=True)
class Step:
    """One call to make: what, for which matter, in which round, when."""

    at: datetime
    matter: Matter
    action: str
    round: int = 1

    @property
    def chain(self) -> str:
        return self.matter.name

    @property
    def key(self) -> str:
        return f"{self.matter.name}:{self.action}:{self.round}"


class Itinerary:
    """Plans one matter from filing to follow-up; the seed and the matter's number decide every interval."""

    def __init__(self, matter: Matter, calendar: Calendar, seed: int, office_days: Sequence[date]) -> None:
        self._matter = matter
        self._calendar = calendar
        self._office_days = office_days
        self._chance = random.Random(f"{seed}/{matter.number}")
        self._day = matter.day
        self._occurred: dict[str, int] = {}

    def steps(self) -> Iterator[Step]:
        """The steps in the order in which they happen."""
        yield self._step("register")
        yield self._step("decide")
        if self._matter.settled_on_spot:
            yield self._step("settle")
            self._forward(2, 5)
            yield self._step("follow_up")
            yield from self._rating()
            return
        yield from self._routing()
        yield from self._acceptance()
        for round in range(1, 3 if "dissatisfied" in self._matter.turns else 2):
            yield from self._handling(round)
        yield from self._rating()
        if self._matter.handed_down_by:
            self._forward(1, 4)
            yield self._step("report")

    def _routing(self) -> Iterator[Step]:
        if self._matter.unit.startswith("township_"):
            return  # Filed at the township's own window: it has the case already.
        self._forward(1, 3)
        yield self._step("route")
        yield self._step("sign")
        for verdict in ("upheld", "rejected"):
            if f"objection_{verdict}" in self._matter.turns:
                # On the day of receipt: the next on which steps are taken may be past the five working days.
                yield self._step("object")
                self._forward(1, 1)
                yield self._step(f"decide_{verdict}")
        if "objection_upheld" in self._matter.turns:
            yield self._step("reroute")
            yield self._step("sign")

    def _acceptance(self) -> Iterator[Step]:
        self._forward(2, 4)
        yield self._step("accept")
        yield self._step("set_responsibility")
        if "extension" in self._matter.turns:
            self._forward_days(self._chance.randint(45, 52))
            yield self._step("extend")
            self._forward_days(self._chance.randint(12, 20))
        else:
            self._forward_days(self._chance.randint(12, 44))

    def _handling(self, round: int) -> Iterator[Step]:
        if round > 1:
            self._forward_days(self._chance.randint(7, 15))
        yield self._step("issue_opinion", round)
        self._forward(1, 1)
        yield self._step("deliver", round)
        self._forward(1, 2)
        yield self._step("complete", round)
        if round == 1 and "returned" in self._matter.turns:
            self._forward(1, 2)
            yield self._step("send_back", round)
            self._forward(2, 4)
            yield self._step("issue_opinion", round)
            yield self._step("deliver", round)
            yield self._step("complete", round)
        self._forward(1, 3)
        yield self._step("confirm", round)
        self._forward(2, 6)
        if round == 1 and "unreached" in self._matter.turns:
            yield self._step("miss_follow_up", round)
            self._forward(1, 2)
        yield self._step("follow_up", round)
        if round == 1 and "dissatisfied" in self._matter.turns:
            yield self._step("order_rehandling", round)

    def _rating(self) -> Iterator[Step]:
        if "rated" in self._matter.turns:
            self._forward(1, 2)
            yield self._step("rate")

    def _step(self, action: str, round: int = 1) -> Step:
        """The same action a second time in a round (signing again after an objection) is told apart by its key."""
        number = self._occurred.get(f"{action}:{round}", 0) + 1
        self._occurred[f"{action}:{round}"] = number
        named = action if number == 1 else f"{action}.{number}"
        at = morning(self._office_days[bisect_right(self._office_days, self._day) - 1])
        return Step(at, self._matter, named, round)

    def _forward(self, least: int, most: int) -> None:
        """Go on by some working days."""
        for _ in range(self._chance.randint(least, most)):
            self._day = self._calendar.next_working_day(self._day)

    def _forward_days(self, days: int) -> None:
        """Go on by calendar days, then to the next working day."""
        self._day = self._calendar.next_working_day(self._day + timedelta(days=days - 1))


def morning(day: date) -> datetime:
    """The instant at which the work of a day begins."""
    return datetime.combine(day, time(MORNING), LOCAL).astimezone(UTC)


def office_days(outline: Outline, calendar: Calendar) -> list[date]:
    """The days on which the office works on this year's matters, until the last of them is done with.

    A step that falls on another day is taken on the last of these before it, so that nothing is late for it.
    """
    first, last = date(outline.year, 1, 1), date(outline.year + 1, 10, 1)
    span = map(date.fromordinal, range(first.toordinal(), last.toordinal()))
    working = [day for day in span if calendar.is_working_day(day)]
    months: dict[tuple[int, int], list[date]] = {}
    for day in working:
        months.setdefault((day.year, day.month), []).append(day)
    taken = (days[number - 1] for days in months.values() for number in outline.days_of_month if number <= len(days))
    return sorted({working[0], *taken})


def steps_of(matters: Sequence[Matter], outline: Outline, seed: int) -> Iterator[Step]:
    """Everything that is done about a year's matters."""
    calendar = Calendar.published()
    days = office_days(outline, calendar)
    for matter in matters:
        yield from Itinerary(matter, calendar, seed, days).steps()
