"""A quarter is published once and stays; corrections are editions that cannot be subtracted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metrics_memory import Memory
from metrics_story import Story, moment

from petition_metrics.application.publishing import Edition, due_quarters, publish, published
from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.errors import CorrectionBetrays, QuarterNotOver, QuarterNotPublished
from petition_metrics.domain.public_edition import Published, may_follow
from petition_metrics.domain.small_cells import without_small_cells

RULES = CountyRules()
DUE = "2026-04-16"


class MemoryEditions:
    """Editions in memory."""

    def __init__(self) -> None:
        self.all: list[Edition] = []

    def of(self, year: int, quarter: int, edition: int | None = None) -> Edition | None:
        found = [one for one in self.all if (one.year, one.quarter) == (year, quarter)]
        kept = [one for one in found if edition in (None, one.edition)]
        return kept[-1] if kept else None

    def add(self, edition: Edition) -> None:
        self.all.append(edition)


def a_quarter(story: Story, number: int, first: int = 0, category: str = "030201") -> Memory:
    """So many web filings of the first quarter, all of one township and one category."""
    for nth in range(first, first + number):
        story.registered(f"64042520260201{nth:04d}", "2026-02-01", category=category)
    return Memory().hear(story.told)


@pytest.mark.parametrize("on", ["2026-03-31", "2026-04-15"])
def test_a_quarter_is_not_published_before_its_days_are_over(story: Story, on: str) -> None:
    with pytest.raises(QuarterNotOver):
        publish(2026, 1, moment(on), RULES, a_quarter(story, 9), MemoryEditions())


def test_what_was_published_is_answered_the_same_when_more_is_heard(story: Story) -> None:
    editions = MemoryEditions()
    made = publish(2026, 1, moment(DUE), RULES, a_quarter(story, 9), editions)
    assert made is not None and (made.edition, made.figures.total) == (1, 9)
    a_quarter(story, 1, first=9)
    assert published(2026, 1, None, editions) == made
    assert published(2026, 1, 1, editions) == made


def test_the_same_figures_make_no_new_edition(story: Story) -> None:
    editions, memory = MemoryEditions(), a_quarter(story, 9)
    publish(2026, 1, moment(DUE), RULES, memory, editions)
    assert publish(2026, 1, moment("2026-05-01"), RULES, memory, editions) is None
    assert len(editions.all) == 1


@pytest.mark.parametrize(("more", "allowed"), [(1, False), (4, False), (5, True), (6, True)])
def test_a_correction_is_published_when_the_difference_is_no_small_number(
    story: Story, more: int, allowed: bool
) -> None:
    editions = MemoryEditions()
    publish(2026, 1, moment(DUE), RULES, a_quarter(story, 9), editions)
    corrected = a_quarter(story, more, first=9)
    if allowed:
        publish(2026, 1, moment("2026-05-01"), RULES, corrected, editions)
        assert [(one.edition, one.figures.total) for one in editions.all] == [(1, 9), (2, 9 + more)]
        assert published(2026, 1, 1, editions).figures.total == 9
    else:
        with pytest.raises(CorrectionBetrays):
            publish(2026, 1, moment("2026-05-01"), RULES, corrected, editions)
        assert published(2026, 1, None, editions).figures.total == 9


def test_a_correction_is_held_against_every_edition_before_it(story: Story) -> None:
    editions = MemoryEditions()
    publish(2026, 1, moment(DUE), RULES, a_quarter(story, 9), editions)
    publish(2026, 1, moment("2026-05-01"), RULES, a_quarter(story, 5, first=9), editions)
    back = Memory().hear(story.told[:10])
    with pytest.raises(CorrectionBetrays):
        publish(2026, 1, moment("2026-05-02"), RULES, back, editions)


def figures_of(counts: list[int]) -> Published:
    shown = without_small_cells({str(place): count for place, count in enumerate(counts)}, 5)
    return Published(None if shown is None else sum(counts), {"field": shown})


@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), min_size=1, max_size=5))
def test_no_two_editions_differ_by_a_small_number_anywhere(pairs: list[tuple[int, int]]) -> None:
    old, new = (figures_of([pair[side] for pair in pairs]) for side in (0, 1))
    if not may_follow(old, new, 5) or old.total is None or new.total is None:
        return
    before, after = old.tables["field"], new.tables["field"]
    assert {name for name in before if before[name] is None} == {name for name in after if after[name] is None}
    differences = [new.total - old.total, *(after[name] - before[name] for name in before if before[name] is not None)]
    differences.append(differences[0] - sum(differences[1:]))
    assert all(one == 0 or abs(one) >= 5 for one in differences)


@pytest.mark.parametrize(("edition", "field"), [(None, "quarter"), (7, "edition")])
def test_what_was_not_published_is_not_answered(edition: int | None, field: str) -> None:
    with pytest.raises(QuarterNotPublished) as refused:
        published(2026, 1, edition, MemoryEditions())
    assert (refused.value.code, refused.value.field) == ("QUARTER_NOT_PUBLISHED", field)


@pytest.mark.parametrize(
    ("later", "now", "due"),
    [
        ("2026-04-16", "2026-04-16", True),
        ("2026-04-16", "2026-04-15", False),
        ("2026-04-15", "2026-04-20", False),
        ("2026-06-01", "2026-06-01", True),
    ],
    ids=["on the day", "the day before", "nothing heard of since", "late"],
)
def test_a_quarter_is_due_when_its_days_are_over_and_something_later_was_heard(
    story: Story, later: str, now: str, due: bool
) -> None:
    story.registered("640425202604990001", later)
    memory, editions = a_quarter(story, 9), MemoryEditions()
    quarters = list(due_quarters(moment(now), RULES, memory, editions))
    assert ((2026, 1) in quarters) is due
    assert (2025, 4) not in quarters
    if due:
        publish(2026, 1, moment(now), RULES, memory, editions)
        assert (2026, 1) not in list(due_quarters(moment(now), RULES, memory, editions))
