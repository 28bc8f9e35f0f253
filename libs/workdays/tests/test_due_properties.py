"""Random clocks against an oracle that walks day by day and knows nothing but the rules."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workdays import Calendar, CalendarDays, Pause, StillPaused, WorkingDays, end_of_day

CALENDAR = Calendar.published()
ONE_DAY = timedelta(days=1)
FAR_AWAY = 2000

starts = st.dates(date(2003, 10, 1), date(2027, 3, 1))
calendar_days = st.builds(CalendarDays, st.integers(1, 120))
working_days = st.builds(WorkingDays, st.integers(1, 40))
extensions = st.none() | st.builds(CalendarDays, st.integers(1, 30))


@st.composite
def histories(draw, lengths=calendar_days | working_days):
    """A start, a length, pauses around the time it runs (some without end), and an extension of calendar days."""
    start, length = draw(starts), draw(lengths)
    pauses = []
    for _ in range(draw(st.integers(0, 4))):
        first = start + timedelta(days=draw(st.integers(-20, 160)))
        after = draw(st.integers(0, 40) | st.none())
        pauses.append(Pause(first, None if after is None else first + timedelta(days=after)))
    extension = draw(extensions) if isinstance(length, CalendarDays) else None
    return start, length, pauses, extension


def oracle(start, length, pauses, extension, roll):
    """The due day and the days looked up in the calendar on the way to it, or None if the clock never runs out."""

    def is_paused(day):
        return any(p.from_day <= day and (p.to_day is None or day < p.to_day) for p in pauses)

    def is_worked(day):
        looked_at.append(day)
        return CALENDAR.is_working_day(day)

    looked_at: list[date] = []
    counted, needed = 0, length.days + (extension.days if extension else 0)
    for n in range(1, FAR_AWAY):
        day = start + timedelta(days=n)
        if is_paused(day):
            continue
        if counted < needed and (isinstance(length, CalendarDays) or is_worked(day)):
            counted += 1
        if counted == needed and (isinstance(length, WorkingDays) or not roll or is_worked(day)):
            return day, looked_at
    return None


def due_of(history, roll=True):
    try:
        return CALENDAR.due(*history, roll=roll)
    except StillPaused:
        return None


@settings(max_examples=600, deadline=None)
@given(histories(), st.booleans())
def test_the_due_day_is_the_one_found_by_walking_day_by_day(history, roll):
    expected, due = oracle(*history, roll), due_of(history, roll)
    if expected is None:
        assert due is None
        return
    day, looked_at = expected
    assert due.on == day
    assert due.at == end_of_day(day)
    assert due.provisional is not all(CALENDAR.covers(day) for day in looked_at)
    assert due.calendar_version == CALENDAR.version


@settings(max_examples=200, deadline=None)
@given(histories())
def test_a_due_day_is_a_working_day_after_the_start_and_never_paused(history):
    start, _, pauses, _ = history
    due = due_of(history)
    assume(due is not None)
    assert start < due.on
    assert CALENDAR.is_working_day(due.on)
    assert not any(p.from_day <= due.on and (p.to_day is None or due.on < p.to_day) for p in pauses)


@settings(max_examples=200, deadline=None)
@given(histories(), st.integers(0, 30))
def test_a_later_start_is_never_due_earlier(history, later):
    start, *rest = history
    due, due_later = due_of(history), due_of((start + timedelta(days=later), *rest))
    if due is None:
        assert due_later is None
    elif due_later is not None:
        assert due.on <= due_later.on


@settings(max_examples=200, deadline=None)
@given(histories(), st.integers(1, 30))
def test_a_longer_clock_is_never_due_earlier_and_a_longer_working_clock_later(history, more):
    start, length, pauses, extension = history
    due, longer = due_of(history), due_of((start, length + type(length)(more), pauses, extension))
    if due is None:
        assert longer is None
    elif longer is not None:
        assert due.on <= longer.on
        assert isinstance(length, CalendarDays) or due.on < longer.on


@settings(max_examples=200, deadline=None)
@given(histories(), st.integers(0, 60), st.integers(0, 30))
def test_one_more_pause_never_makes_a_clock_due_earlier(history, begins, days):
    start, length, pauses, extension = history
    first = start + timedelta(days=begins)
    due = due_of(history)
    more = due_of((start, length, [*pauses, Pause(first, first + timedelta(days=days))], extension))
    assert (due is None) == (more is None) or more is None
    assert more is None or due.on <= more.on


@settings(max_examples=200, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_pauses_and_cutting_one_in_two_change_nothing(history, random):
    start, length, pauses, extension = history
    cut = [
        part
        for p in pauses
        for middle in [p.from_day + timedelta(days=3)]
        for part in ([Pause(p.from_day, middle), Pause(middle, p.to_day)] if p.to_day and middle <= p.to_day else [p])
    ]
    random.shuffle(cut)
    assert due_of((start, length, cut, extension)) == due_of(history)


@settings(max_examples=200, deadline=None)
@given(histories(calendar_days))
def test_an_extension_is_the_same_as_a_longer_length(history):
    start, length, pauses, extension = history
    whole = length if extension is None else length + extension
    assert due_of(history) == due_of((start, whole, pauses, None))


@settings(max_examples=200, deadline=None)
@given(starts, st.integers(1, 60))
def test_working_days_between_start_and_due_are_the_length(start, days):
    due = CALENDAR.due(start, WorkingDays(days)).on
    assert CALENDAR.working_days_between(start, due) == days
    assert CALENDAR.working_days_between(start, due - ONE_DAY) == days - 1


@settings(max_examples=100, deadline=None)
@given(starts, st.integers(-100, 100), st.integers(-100, 100))
def test_working_days_between_add_up_over_any_day(a, to_b, to_c):
    b, c = a + timedelta(days=to_b), a + timedelta(days=to_c)
    between = CALENDAR.working_days_between
    assert between(a, b) + between(b, c) == between(a, c)


@given(starts)
def test_the_next_working_day_is_one_working_day_away(day):
    following = CALENDAR.next_working_day(day)
    assert following == CALENDAR.due(day, WorkingDays(1)).on
    assert not any(CALENDAR.is_working_day(day + n * ONE_DAY) for n in range(1, (following - day).days))


@given(histories(calendar_days))
@settings(max_examples=150)
def test_a_calendar_that_does_not_roll_ends_on_the_day_counted_to_and_one_that_does_on_a_worked_day(history):
    rolled, counted = CALENDAR, CALENDAR.rolling(False)
    for calendar, roll in ((rolled, True), (counted, False)):
        found = oracle(*history, roll=roll)
        if found is None:
            continue
        due = calendar.due(*history)
        assert due.on == found[0]
        assert due.calendar_version == calendar.version
        assert not roll or calendar.is_working_day(due.on)


@given(starts, working_days)
@settings(max_examples=60)
def test_working_days_are_the_same_by_either_way_of_counting(start, length):
    assert CALENDAR.rolling(False).due(start, length).on == CALENDAR.due(start, length).on


def test_the_way_of_counting_is_part_of_the_version_and_goes_both_ways():
    counted = CALENDAR.rolling(False)
    assert counted.version != CALENDAR.version
    assert counted.rolling(True).version == CALENDAR.version
    assert CALENDAR.rolling(True) is CALENDAR
    assert (CALENDAR.rolls, counted.rolls) == (True, False)
