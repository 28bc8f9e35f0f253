"""Statutory limits: met, missed, not yet due."""

from collections.abc import Callable

import pytest
from metrics_asking import YEAR_END, ask
from metrics_memory import Memory
from metrics_story import CAOMIAO, Story, moment

from petition_metrics.domain.period import month_of, quarter_of

Tell = Callable[[Story], object]
CASE = "640425202603010001"
KINDS = [
    ("timely_routing", "K1"),
    ("timely_direct_notice", "K2"),
    ("timely_notice", "K3"),
    ("on_time_completion", "K5"),
    ("on_time_review", "K8"),
    ("on_time_re_review", "K10"),
]


def counted(story: Story, code: str, as_of: str = "2026-12-31T18:00", unit: str | None = None) -> str:
    figure = ask(Memory().hear(story.told), code, unit=unit, as_of=moment(as_of))
    return f"{figure.numerator}/{figure.denominator}"


@pytest.mark.parametrize(("code", "kind"), KINDS)
@pytest.mark.parametrize(
    ("met", "as_of", "expected"),
    [
        (True, "2026-03-10", "1/1"),
        (False, "2026-03-18", "0/1"),
        (None, "2026-03-16T23:59", "0/0"),
        (None, "2026-03-17T00:00", "0/1"),
    ],
    ids=["met", "stopped too late", "still running in time", "past its limit"],
)
def test_a_clock_counts_once_it_is_decided(
    story: Story, code: str, kind: str, met: bool | None, as_of: str, expected: str
) -> None:
    story.clock_started(CASE, "2026-03-01", kind, "2026-03-16")
    if met is not None:
        story.clock_stopped(CASE, "2026-03-10", kind, met)
    assert counted(story, code, as_of) == expected


@pytest.mark.parametrize(("code", "kind"), KINDS)
def test_clocks_of_other_kinds_do_not_count(story: Story, code: str, kind: str) -> None:
    for other in {"K1", "K2", "K3", "K4", "K5", "K7", "K8", "K9", "K10"} - {kind}:
        story.clock_started(CASE, "2026-03-01", other, "2026-03-16")
        story.clock_stopped(CASE, "2026-03-10", other)
    assert counted(story, code) == "0/0"


def test_every_clock_of_a_case_counts_for_the_unit_that_had_to_act(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.clock_started(CASE, "2026-03-02", "K3", "2026-03-17", unit="dept_housing")
    story.clock_stopped(CASE, "2026-03-20", "K3", met=False)
    story.clock_started(CASE, "2026-03-20", "K3", "2026-04-04", unit=CAOMIAO, clock_id="K3#2")
    story.clock_stopped(CASE, "2026-03-22", "K3#2", met=True)
    assert counted(story, "timely_notice") == "1/2"
    assert counted(story, "timely_notice", unit="dept_housing") == "0/1"
    assert counted(story, "timely_notice", unit=CAOMIAO) == "1/1"


def test_a_limit_at_the_end_of_a_quarter_belongs_to_that_quarter(story: Story) -> None:
    story.clock_started(CASE, "2026-01-30", "K5", "2026-03-31")
    story.clock_stopped(CASE, "2026-03-30", "K5")
    memory = Memory().hear(story.told)
    assert ask(memory, "on_time_completion", quarter_of(2026, 1)).denominator == 1
    assert ask(memory, "on_time_completion", quarter_of(2026, 2)).denominator == 0


def test_completion_counts_when_it_is_due_and_notice_when_its_time_begins(story: Story) -> None:
    story.clock_started(CASE, "2026-01-30", "K5", "2026-03-31")
    story.clock_started(CASE, "2026-01-30", "K3", "2026-02-14")
    memory = Memory().hear(story.told)
    assert ask(memory, "timely_notice", month_of(2026, 1), as_of=YEAR_END).denominator == 1
    assert ask(memory, "on_time_completion", month_of(2026, 1), as_of=YEAR_END).denominator == 0
    assert ask(memory, "on_time_completion", month_of(2026, 3), as_of=YEAR_END).denominator == 1


def test_a_re_review_that_is_being_heard_is_neither_due_nor_late_until_its_time_runs_again(story: Story) -> None:
    story.clock_started(CASE, "2026-03-01", "K10", "2026-03-31")
    story.tell("assignment", "clock_paused", CASE, "2026-03-20", clock_id="K10")
    assert counted(story, "on_time_re_review", "2026-06-01") == "0/0"
    story.tell("assignment", "clock_resumed", CASE, "2026-05-20", clock_id="K10", due_at="2026-06-01T16:00:00.000Z")
    assert counted(story, "on_time_re_review", "2026-06-01T23:59") == "0/0"
    assert counted(story, "on_time_re_review", "2026-06-02T00:00") == "0/1"
