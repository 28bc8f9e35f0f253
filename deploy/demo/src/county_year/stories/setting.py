"""What a story can build on: the county, the year's days, and the ordinary matters with the days of their steps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from county_year.county import County
from county_year.itinerary import LOCAL, Step, morning
from county_year.matters import Matter
from county_year.scene import Known, Scene
from workdays import Calendar


@dataclass(frozen=True)
class Setting:
    """`year`: the replayed one. `steps`: of all matters, in the order in which they happen to each.

    `office_days`: on which steps are taken anyway; what need not be on a certain day is best on one of them.
    """

    county: County
    year: int
    steps: tuple[Step, ...]
    office_days: tuple[date, ...]
    calendar: Calendar = field(default_factory=Calendar.published)

    def day_of(self, matter: Matter, action: str) -> date:
        """The day on which a step of a matter is taken."""
        return next(self._day(step) for step in self._steps_of(matter) if step.action == action)

    def last_day_of(self, matter: Matter) -> date:
        return max(self._day(step) for step in self._steps_of(matter))

    def matters(self) -> Iterator[Matter]:
        """The replayed year's matters in their order."""
        registered = (step.matter for step in self.steps if step.action == "register")
        return (matter for matter in registered if matter.day.year == self.year)

    def working_days(self) -> list[date]:
        """All of the replayed year."""
        first = date(self.year, 1, 1)
        span = (first + timedelta(days=number) for number in range(366))
        return [day for day in span if day.year == self.year and self.calendar.is_working_day(day)]

    def days(self) -> list[date]:
        """The office days of the replayed year."""
        return [day for day in self.office_days if day.year == self.year]

    def days_before(self) -> list[date]:
        """The days of the year before on which steps are taken."""
        return sorted({day for step in self.steps if (day := self._day(step)).year == self.year - 1})

    def office_day_after(self, day: date) -> date:
        """The next day on which steps are taken anyway."""
        return self.office_days[bisect_right(self.office_days, day)]

    def _steps_of(self, matter: Matter) -> Iterable[Step]:
        return (step for step in self.steps if step.matter.name == matter.name)

    @staticmethod
    def _day(step: Step) -> date:
        return step.at.astimezone(LOCAL).date()


@dataclass
class Voice:
    """Makes the scenes of one chain, in the name of one officer or another."""

    chain: str
    number: int = 0

    def says(
        self,
        day: date,
        caller: str,
        actor: str | None,
        method: str,
        data: dict[str, Any] | Callable[[Known], dict[str, Any]],
        **keep: str,
    ) -> Scene:
        """`method`: service.method. `keep`: field of the answer = the name under which it is kept."""
        self.number += 1
        service, _, name = method.partition(".")
        made = data if callable(data) else lambda known: data
        return Scene(morning(day), self.chain, f"{self.number:04d}:{name}", caller, service, name, actor, made, keep)
