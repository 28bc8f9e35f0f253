"""The one question behind a figure and behind its drill-down: which things of which period and unit are counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from petition_metrics.domain.errors import PartUnknown
from petition_metrics.domain.indicator import Counted, Indicator, Part
from petition_metrics.domain.period import Period
from petition_metrics.domain.predicate import (
    Predicate,
    at_least,
    before,
    both,
    either,
    equals,
    fact_at,
    holds,
    unknown,
    within,
)

_SINCE_EVER = date(2000, 1, 1)
"""A stock counts whatever came before the end of the period, however long ago."""


@dataclass(frozen=True)
class Selection:
    """Things to be counted (or listed): `where` holds, each adds one or the number in `sum`, in order of `day`.

    `where` includes the period; `period` says it again for who lists piece by piece.
    """

    counted: Counted
    where: Predicate
    as_of: datetime
    day: str | None
    period: Period
    sum: str | None

    def of(self, document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """What is counted in one record: the record itself, or each of its elements unfolded in the list's place."""
        name = self.counted.value
        things = [document] if name is None else [{**document, name: one} for one in document.get(name, ())]
        return (thing for thing in things if holds(self.where, thing, self.as_of))

    def amount(self, thing: Mapping[str, Any]) -> int:
        """What one thing adds to the figure."""
        return 1 if self.sum is None else int(fact_at(thing, self.sum) or 0)


def select(indicator: Indicator, part: Part, period: Period, unit: str | None, as_of: datetime) -> Selection:
    """The selection for one part of an indicator; a part it does not have => PartUnknown."""
    measure = indicator.measure(part)
    if measure is None:
        raise PartUnknown("part", indicator=indicator.code)
    conditions: list[Predicate] = [within(measure.where, period.begin.isoformat(), period.end.isoformat())]
    if indicator.from_the_beginning:
        period = Period(min(_SINCE_EVER, period.begin), period.end)
    if indicator.standing is not None:
        period = Period(min(_SINCE_EVER, period.begin), period.end)
        until = indicator.standing.until
        conditions.append(
            either(indicator.standing.while_open, unknown(until), at_least(until, period.end.isoformat()))
        )
    if indicator.day is not None:
        conditions += [
            at_least(indicator.day, period.begin.isoformat()),
            before(indicator.day, period.end.isoformat()),
        ]
    if unit is not None and indicator.unit_field is not None:
        conditions.append(equals(indicator.unit_field, unit))
    return Selection(indicator.counted, both(*conditions), as_of, indicator.day, period, measure.sum)
