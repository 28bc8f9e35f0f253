"""A selection as an aggregation: the same stages begin every total and every list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from petition_metrics.adapters.element_days import narrowed_by_days
from petition_metrics.domain.predicate import All, AnyOf, Fact, Is, Predicate, at_least, before, both, resolve
from petition_metrics.domain.selection import Selection

Stage = dict[str, Any]

_OPERATORS = {
    Is.NOT_EQUAL: "$ne",
    Is.AT_LEAST: "$gte",
    Is.ABOVE: "$gt",
    Is.BELOW: "$lt",
    Is.AT_MOST: "$lte",
}
_NARROWING = frozenset({Is.EQUAL, Is.ONE_OF, Is.AT_LEAST, Is.ABOVE, Is.BELOW, Is.AT_MOST})
"""Comparisons that an index on a list can answer for one and the same element."""


def condition(predicate: Predicate, selection: Selection) -> Stage:
    """A predicate as a filter. Absent and null are the same to it, as they are to `holds`."""
    if isinstance(predicate, All):
        return {"$and": [condition(one, selection) for one in predicate.conditions]} if predicate.conditions else {}
    if isinstance(predicate, AnyOf):
        return {"$or": [condition(one, selection) for one in predicate.conditions]}
    return {predicate.path: _comparison(predicate, selection)}


def stages(selection: Selection) -> list[Stage]:
    """The stages after which exactly the selected things are left, each unfolded from its record."""
    conditions = both(selection.where).conditions
    name = selection.counted.value
    if name is None:
        return [{"$match": condition(All(conditions), selection)}]
    facts = [one for one in conditions if isinstance(one, Fact)]
    of_element = [
        {fact.path.removeprefix(f"{name}."): _comparison(fact, selection)}
        for fact in facts
        if fact.path.startswith(f"{name}.") and fact.how in _NARROWING
    ]
    by_days = narrowed_by_days(name, selection.day, facts, [resolve(fact.value, selection.as_of) for fact in facts])
    narrowed: list[Stage] = [] if by_days is None else [by_days]
    narrowed += [{name: {"$elemMatch": {"$and": of_element}}}] if of_element else []
    narrowed += [condition(fact, selection) for fact in facts if not fact.path.startswith(f"{name}.")]
    first: list[Stage] = [{"$match": {"$and": narrowed}}] if narrowed else []
    return [*first, {"$unwind": f"${name}"}, {"$match": condition(All(conditions), selection)}]


def total_stages(selection: Selection) -> list[Stage]:
    """One document {total}, or none when nothing is selected."""
    amount: Any = 1 if selection.sum is None else f"${selection.sum}"
    return [*stages(selection), {"$group": {"_id": None, "total": {"$sum": amount}}}]


def order_of(selection: Selection) -> list[str]:
    """The fields by which a list is ordered: the day, the record, the element in it."""
    key = selection.counted.key
    fields = [selection.day, "_id", selection.counted.field(key) if key else None]
    return [field for field in fields if field is not None]


def pieces(selection: Selection, first_day: date | None) -> Iterator[Selection]:
    """The selection from `first_day` on (None: from its beginning) in pieces that follow one another by day.

    Records come from an index in the order of a list. Their elements do not: they have to be sorted, so a list of
    elements is taken a few days at a time, more each time, and its first page costs what its first days cost.
    """
    day, end = selection.day, selection.period.end
    if day is None:
        yield selection
        return
    begin = max(selection.period.begin, first_day or selection.period.begin)
    length = 1 if selection.counted.value else (end - begin).days
    while begin < end:
        until = min(begin + timedelta(days=length), end)
        yield replace(
            selection, where=both(selection.where, at_least(day, begin.isoformat()), before(day, until.isoformat()))
        )
        begin, length = until, length * 2


def _comparison(fact: Fact, selection: Selection) -> Any:
    value = resolve(fact.value, selection.as_of)
    match fact.how:
        case Is.EQUAL:
            return {"$eq": value}
        case Is.ONE_OF:
            return {"$in": list(value)}
        case Is.KNOWN:
            return {"$ne": None}
        case Is.UNKNOWN:
            return {"$eq": None}
    return {_OPERATORS[fact.how]: value}
