"""What the county register sets and supervision goes by; the default of each where the register sets nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from workdays import Calendar, CalendarDays, local_day

IN_FORCE_SINCE = date(2022, 5, 1)
"""《信访工作条例》第五十条: 自2022年5月1日起施行."""

ROLL = "roll_day_clock_to_working_day"
_NUMBERS = {"urgent_report_hours": "urgent_report_hours", "routing_share_days": "county_routing_share_days"}
"""Each number under the name the register has for it."""


@dataclass(frozen=True)
class CountySettings:
    """urgent_report_hours: K12: an urgent matter is reported within so many hours. 《信访工作条例》第二十五条 says
        及时 and no number, so the number is this project's, and the county changes it in its register.
    routing_share_days: the county's share of the 15 days of 第二十二条 for what came down from above: a target of its
        own, from the split of 2014 among the four levels, and no limit of the regulation.
    days_roll: a length in 日 that ends on a day off ends on the next working day (《民法典》第二百零三条).
    """

    urgent_report_hours: int = 4
    routing_share_days: int = 4
    days_roll: bool = True

    @classmethod
    def from_register(cls, settings: Mapping[str, Any]) -> CountySettings:
        """As the register sets them; the default of each that is not set, or is no whole number above 0.

        Assignment refuses a register with such a value, so a default stands in only for what was never decided.
        """
        numbers = {name: settings.get(known_as) for name, known_as in _NUMBERS.items()}
        usable = {name: value for name, value in numbers.items() if type(value) is int and value > 0}
        return cls(**usable, days_roll=settings.get(ROLL) is not False)

    def routing_target(self, received_at: datetime) -> date | None:
        """The last day of the county's share for a matter received then.

        Received before the regulation was in force (第五十条) => none: no K1 runs for it, so there is no share of one.
        """
        if local_day(received_at) < IN_FORCE_SINCE:
            return None
        return self.last_day(received_at, self.routing_share_days)

    def last_day(self, start: date | datetime, days: int) -> date:
        """The last of so many 日, the day of `start` not counted, by the county's way of counting."""
        return Calendar.published().rolling(self.days_roll).due(start, CalendarDays(days)).on
