"""When each step of a matter is taken: days counted on the real calendar, hours of an office day."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from county_year.matters import Matter
from workdays import Calendar

LOCAL = ZoneInfo("Asia/Shanghai")
MORNING, AFTERNOON = 9, 15


@dataclass(frozen=True)
class Step:
    """One call to make: what, for which matter, in which round, when."""

    at: datetime
    matter: Matter
    action: str
    round: int = 1

    @property
    def key(self) -> str:
        return f"{self.matter.name}:{self.action}:{self.round}"


class Itinerary:
    """Plans one matter from filing to follow-up; the seed and the matter's number decide every interval."""

    def __init__(self, matter: Matter, calendar: Calendar, seed: int) -> None:
        self._matter = matter
        self._calendar = calendar
        self._chance = random.Random(f"{seed}/{matter.number}")
        self._day = matter.day
        self._occurred: dict[str, int] = {}

    def steps(self) -> Iterator[Step]:
        """The steps in the order in which they happen."""
        yield self._step(MORNING, "register")
        yield self._step(MORNING, "decide")
        if self._matter.settled_on_spot:
            yield self._step(MORNING, "settle")
            self._forward(3, 8)
            yield self._step(MORNING, "follow_up")
            yield from self._rating()
            return
        yield from self._routing()
        yield from self._acceptance()
        for round in range(1, 3 if "dissatisfied" in self._matter.turns else 2):
            yield from self._handling(round)
        yield from self._rating()
        if self._matter.handed_down_by:
            self._forward(1, 4)
            yield self._step(AFTERNOON, "report")

    def _routing(self) -> Iterator[Step]:
        if self._matter.unit.startswith("township_"):
            return  # Filed at the township's own window: it has the case already.
        self._forward(1, 3)
        yield self._step(MORNING, "route")
        self._forward(1, 1)
        yield self._step(MORNING, "sign")
        for verdict in ("upheld", "rejected"):
            if f"objection_{verdict}" in self._matter.turns:
                self._forward(1, 3)
                yield self._step(AFTERNOON, "object")
                self._forward(1, 1)
                yield self._step(MORNING, f"decide_{verdict}")
        if "objection_upheld" in self._matter.turns:
            yield self._step(AFTERNOON, "reroute")
            self._forward(1, 1)
            yield self._step(MORNING, "sign")

    def _acceptance(self) -> Iterator[Step]:
        self._forward(2, 4)
        yield self._step(MORNING, "accept")
        yield self._step(MORNING, "set_responsibility")
        if "extension" in self._matter.turns:
            self._forward_days(self._chance.randint(45, 52))
            yield self._step(AFTERNOON, "extend")
            self._forward_days(self._chance.randint(12, 20))
        else:
            self._forward_days(self._chance.randint(12, 44))

    def _handling(self, round: int) -> Iterator[Step]:
        if round > 1:
            self._forward_days(self._chance.randint(7, 15))
        yield self._step(MORNING, "issue_opinion", round)
        self._forward(1, 1)
        yield self._step(AFTERNOON, "deliver", round)
        self._forward(1, 2)
        yield self._step(MORNING, "complete", round)
        if round == 1 and "returned" in self._matter.turns:
            self._forward(1, 2)
            yield self._step(AFTERNOON, "send_back", round)
            self._forward(2, 4)
            yield self._step(MORNING, "issue_opinion", round)
            yield self._step(MORNING, "deliver", round)
            yield self._step(MORNING, "complete", round)
        self._forward(1, 3)
        yield self._step(AFTERNOON, "confirm", round)
        self._forward(2, 6)
        if round == 1 and "unreached" in self._matter.turns:
            yield self._step(MORNING, "miss_follow_up", round)
            self._forward(1, 2)
        yield self._step(MORNING, "follow_up", round)
        if round == 1 and "dissatisfied" in self._matter.turns:
            yield self._step(MORNING, "order_rehandling", round)

    def _rating(self) -> Iterator[Step]:
        if "rated" in self._matter.turns:
            self._forward(1, 3)
            yield self._step(AFTERNOON, "rate")

    def _step(self, hour: int, action: str, round: int = 1) -> Step:
        """The same action a second time in a round (signing again after an objection) is told apart by its key."""
        number = self._occurred.get(f"{action}:{round}", 0) + 1
        self._occurred[f"{action}:{round}"] = number
        named = action if number == 1 else f"{action}.{number}"
        at = datetime.combine(self._day, time(hour), LOCAL).astimezone(UTC)
        return Step(at, self._matter, named, round)

    def _forward(self, least: int, most: int) -> None:
        """Go on by some working days."""
        for _ in range(self._chance.randint(least, most)):
            self._day = self._calendar.next_working_day(self._day)

    def _forward_days(self, days: int) -> None:
        """Go on by calendar days, then to the next working day."""
        self._day = self._calendar.next_working_day(self._day + timedelta(days=days - 1))


def ticks(matters: list[Matter], seed: int) -> list[tuple[datetime, list[list[Step]]]]:
    """The whole year: instants in order, each with the chains of steps (one chain a matter) to take then."""
    calendar = Calendar.published()
    by_instant: dict[datetime, dict[str, list[Step]]] = {}
    for matter in matters:
        for step in Itinerary(matter, calendar, seed).steps():
            by_instant.setdefault(step.at, {}).setdefault(matter.name, []).append(step)
    return [(at, list(by_instant[at].values())) for at in sorted(by_instant)]


