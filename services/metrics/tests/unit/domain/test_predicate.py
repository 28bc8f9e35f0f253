"""Conditions decided in Python."""

import pytest
from metrics_story import moment

from petition_metrics.domain.predicate import (
    All,
    AnyOf,
    AsOf,
    DaysBeforeAsOf,
    Fact,
    Is,
    Predicate,
    at_least,
    both,
    either,
    equals,
    holds,
    known,
    one_of,
    resolve,
    unknown,
)

AS_OF = moment("2026-06-30T00:00")


@pytest.mark.parametrize(
    ("predicate", "true_of", "false_of"),
    [
        (equals("a", 1), [1], [2, None]),
        (Fact("a", Is.NOT_EQUAL, 1), [2, None], [1]),
        (at_least("a", 5), [5, 6], [4, None]),
        (Fact("a", Is.ABOVE, 5), [6], [5, None]),
        (Fact("a", Is.BELOW, 5), [4], [5, None]),
        (Fact("a", Is.AT_MOST, 5), [5], [6, None]),
        (one_of("a", "x", "y"), ["x"], ["z", None]),
        (known("a"), [0, False, ""], [None]),
        (unknown("a"), [None], [0, False]),
        (Fact("a", Is.AT_MOST, AsOf()), [AS_OF], [moment("2026-06-30T00:01"), None]),
        (Fact("a", Is.BELOW, DaysBeforeAsOf(30)), ["2026-05-30"], ["2026-05-31", None]),
    ],
)
def test_each_comparison_on_both_sides_of_its_limit(
    predicate: Predicate, true_of: list[object], false_of: list[object]
) -> None:
    assert all(holds(predicate, {"a": value}, AS_OF) for value in true_of)
    assert not any(holds(predicate, {"a": value}, AS_OF) for value in false_of)


def test_an_absent_fact_is_an_unknown_one_however_deep() -> None:
    assert holds(unknown("a.b.c"), {"a": {"b": 1}}, AS_OF)
    assert holds(unknown("a.b.c"), {}, AS_OF)
    assert holds(equals("a.b", 1), {"a": {"b": 1}}, AS_OF)


def test_conjunctions_are_opened_up_and_nothing_at_all_always_holds() -> None:
    inner = both(equals("a", 1), both(equals("b", 2)))
    assert inner == All((equals("a", 1), equals("b", 2)))
    assert holds(All(()), {}, AS_OF)
    assert not holds(AnyOf(()), {}, AS_OF)
    assert holds(either(equals("a", 1), equals("a", 2)), {"a": 2}, AS_OF)


def test_days_before_are_counted_from_the_countys_day() -> None:
    assert resolve(DaysBeforeAsOf(1), moment("2026-03-01T00:30")) == "2026-02-28"
