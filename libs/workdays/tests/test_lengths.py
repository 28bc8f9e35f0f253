"""日 and 工作日 are two types which do not mix."""

import operator

import pytest

from workdays import CalendarDays, WorkingDays

BOTH = pytest.mark.parametrize("unit", [CalendarDays, WorkingDays])


@BOTH
def test_lengths_of_one_unit_are_compared_ordered_and_added(unit):
    assert unit(15) == unit(15) != unit(16)
    assert unit(15) < unit(16)
    assert max(unit(2), unit(10)) == unit(10)
    assert unit(60) + unit(30) == unit(90)
    assert hash(unit(15)) == hash(unit(15))


def test_lengths_of_different_units_are_never_equal():
    assert CalendarDays(5) != WorkingDays(5)
    assert {CalendarDays(5): "calendar", WorkingDays(5): "working"}[WorkingDays(5)] == "working"


@pytest.mark.parametrize("how", [operator.lt, operator.le, operator.gt, operator.ge, operator.add, operator.sub])
@pytest.mark.parametrize(
    "pair",
    [(CalendarDays(5), WorkingDays(5)), (WorkingDays(5), CalendarDays(5)), (CalendarDays(5), 5), (5, WorkingDays(5))],
)
def test_ordering_or_adding_different_units_is_a_type_error(how, pair):
    with pytest.raises(TypeError):
        how(*pair)


@BOTH
@pytest.mark.parametrize(("days", "error"), [(0, ValueError), (-1, ValueError), (1.0, TypeError), (True, TypeError)])
def test_a_length_is_a_whole_number_of_days_from_one_up(unit, days, error):
    assert unit(1).days == 1
    with pytest.raises(error):
        unit(days)


@BOTH
def test_a_length_cannot_be_changed(unit):
    with pytest.raises(AttributeError):
        unit(5).days = 6


def test_lengths_read_as_the_law_writes_them():
    assert str(CalendarDays(15)) == "15日"
    assert str(WorkingDays(5)) == "5个工作日"
