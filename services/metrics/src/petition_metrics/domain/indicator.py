"""What an indicator is: a name, a definition in words, and the same definition as conditions.

A count has a numerator only; a rate divides by its denominator. Both parts count the same kind of thing over the
same period, so each can be listed thing by thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from petition_metrics.domain.predicate import Predicate


class Unit(Enum):
    """What a figure is counted in (中文单位 as printed)."""

    MATTERS = "件"
    BATCHES = "批"
    PERSON_TIMES = "人次"
    PERCENT = "%"
    PLACES = "个"
    WAYS = "次"


class Part(Enum):
    """The two numbers a rate is made of; a count has the first alone."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"


class Counted(Enum):
    """The kind of thing that is counted, one by one. The value is the list inside a record, or None for the record."""

    CASES = None
    ROUNDS = "rounds"
    CLOCKS = "clocks"
    DISPUTES = "disputes"
    VISITS = "visits"
    URGENT_REPORTS = "urgent_reports"
    INCIDENTS = "incidents"
    URGINGS = "urgings"
    ONLINE_RECEIPTS = "online_receipts"
    TOWNSHIPS = "townships"
    VILLAGES = "villages"
    GRIDS = "grids"
    OFFICES = "offices"

    @property
    def of_register(self) -> bool:
        return self in (Counted.TOWNSHIPS, Counted.VILLAGES, Counted.GRIDS, Counted.OFFICES)

    @property
    def beside_cases(self) -> bool:
        """A record of its own that is no case."""
        return self in (
            Counted.DISPUTES,
            Counted.VISITS,
            Counted.URGENT_REPORTS,
            Counted.INCIDENTS,
            Counted.URGINGS,
        )

    @property
    def key(self) -> str | None:
        """The field that tells the elements of one record apart."""
        keys = {
            "rounds": "round",
            "clocks": "clock_id",
            "disputes": "dispute_no",
            "visits": "visit_no",
            "urgent_reports": "clock_id",
            "incidents": "incident_no",
            "urgings": "urging_no",
            "online_receipts": "notice_number",
            None: None,
        }
        return keys.get(self.value, "code")

    def field(self, name: str) -> str:
        """The path of a fact of the thing that is counted."""
        return f"{self.value}.{name}" if self.value else name


@dataclass(frozen=True)
class Measure:
    """Which things count, and what each adds: one, or the number in the field `sum`."""

    where: Predicate
    sum: str | None = None


@dataclass(frozen=True)
class Standing:
    """What makes a figure a stock (存量): a thing stands from its `day` until the day in `until`.

    `while_open` tells what never left, whatever `until` says.
    """

    until: str
    while_open: Predicate


@dataclass(frozen=True)
class Indicator:
    """`day` is the field that places a thing in a period; None for what simply stands in the register.

    `from_the_beginning`: things count from any day before the end of the period on, and the conditions say which.
    """

    code: str
    name_zh: str
    name_en: str
    unit: Unit
    counted: Counted
    day: str | None
    definition_zh: str
    definition_en: str
    numerator: Measure
    denominator: Measure | None = None
    version: int = 1
    standing: Standing | None = None
    from_the_beginning: bool = False

    def measure(self, part: Part) -> Measure | None:
        return self.numerator if part is Part.NUMERATOR else self.denominator

    @property
    def parts(self) -> tuple[Part, ...]:
        """What can be counted and listed of it: a number has no denominator."""
        return tuple(part for part in Part if self.measure(part) is not None)

    @property
    def unit_field(self) -> str | None:
        """The field with the unit to which a thing is attributed; None where no unit is answerable for it."""
        return None if self.counted.of_register else self.counted.field("unit")
