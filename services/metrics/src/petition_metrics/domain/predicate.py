"""Conditions as data: the same condition decides in Python (`holds`) and is translated for the store by an adapter.

A fact that is not known is absent; it equals nothing, is in no list, and is neither before nor after anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from petition_metrics.domain.days import COUNTY_ZONE


class Is(Enum):
    """How a fact is compared."""

    EQUAL = "equal"
    NOT_EQUAL = "not_equal"
    AT_LEAST = "at_least"
    ABOVE = "above"
    BELOW = "below"
    AT_MOST = "at_most"
    ONE_OF = "one_of"
    KNOWN = "known"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class AsOf:
    """The instant for which a figure is asked, in the place of a fixed value."""


@dataclass(frozen=True)
class DaysBeforeAsOf:
    """The county's calendar day so many days before that instant, as ISO text."""

    days: int


@dataclass(frozen=True)
class PeriodBegin:
    """The first day of the period for which a figure is asked, as ISO text, in the place of a fixed value."""


@dataclass(frozen=True)
class PeriodEnd:
    """The first day after that period, as ISO text, in the place of a fixed value."""


@dataclass(frozen=True)
class Fact:
    """One fact compared with one value. `path` is dotted; the element of an unfolded list is under the list's name."""

    path: str
    how: Is
    value: Any = None


@dataclass(frozen=True)
class All:
    """Every condition holds; without conditions it always does."""

    conditions: tuple[Predicate, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one condition holds."""

    conditions: tuple[Predicate, ...]


Predicate = Fact | All | AnyOf


def both(*conditions: Predicate) -> All:
    """The conditions together, nested conjunctions opened up."""
    flat: list[Predicate] = []
    for condition in conditions:
        flat.extend(condition.conditions if isinstance(condition, All) else (condition,))
    return All(tuple(flat))


def either(*conditions: Predicate) -> AnyOf:
    """At least one of the conditions."""
    return AnyOf(conditions)


def equals(path: str, value: Any) -> Fact:
    """The fact is this value."""
    return Fact(path, Is.EQUAL, value)


def one_of(path: str, *values: Any) -> Fact:
    """The fact is one of these values."""
    return Fact(path, Is.ONE_OF, values)


def at_least(path: str, value: Any) -> Fact:
    """The fact is this value or a greater one."""
    return Fact(path, Is.AT_LEAST, value)


def before(path: str, value: Any) -> Fact:
    """The fact is less than this value."""
    return Fact(path, Is.BELOW, value)


def known(path: str) -> Fact:
    """The fact is there."""
    return Fact(path, Is.KNOWN)


def unknown(path: str) -> Fact:
    """The fact is absent."""
    return Fact(path, Is.UNKNOWN)


def within(predicate: Predicate, begin: str, end: str) -> Predicate:
    """The condition for one period: its first day, and the first day after it, put where it leaves them open."""
    if isinstance(predicate, All):
        return All(tuple(within(one, begin, end) for one in predicate.conditions))
    if isinstance(predicate, AnyOf):
        return AnyOf(tuple(within(one, begin, end) for one in predicate.conditions))
    if isinstance(predicate.value, PeriodBegin):
        return Fact(predicate.path, predicate.how, begin)
    if isinstance(predicate.value, PeriodEnd):
        return Fact(predicate.path, predicate.how, end)
    return predicate


def resolve(value: Any, as_of: datetime) -> Any:
    """The value a condition compares with, once it is known for which instant the figure is asked."""
    if isinstance(value, AsOf):
        return as_of
    if isinstance(value, DaysBeforeAsOf):
        return (as_of.astimezone(COUNTY_ZONE).date() - timedelta(days=value.days)).isoformat()
    return value


def fact_at(document: Mapping[str, Any], path: str) -> Any:
    """The fact under a dotted path, or None when it is not known."""
    value: Any = document
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def holds(predicate: Predicate, document: Mapping[str, Any], as_of: datetime) -> bool:
    """Whether a condition is true of one document (of one element, when its list was unfolded)."""
    if isinstance(predicate, All):
        return all(holds(condition, document, as_of) for condition in predicate.conditions)
    if isinstance(predicate, AnyOf):
        return any(holds(condition, document, as_of) for condition in predicate.conditions)
    return _compare(fact_at(document, predicate.path), predicate.how, resolve(predicate.value, as_of))


def _compare(fact: Any, how: Is, value: Any) -> bool:
    match how:
        case Is.KNOWN:
            return fact is not None
        case Is.UNKNOWN:
            return fact is None
        case Is.EQUAL:
            return bool(fact == value)
        case Is.NOT_EQUAL:
            return bool(fact != value)
        case Is.ONE_OF:
            return fact in value
    if fact is None:
        return False
    match how:
        case Is.AT_LEAST:
            return bool(fact >= value)
        case Is.ABOVE:
            return bool(fact > value)
        case Is.BELOW:
            return bool(fact < value)
    return bool(fact <= value)
