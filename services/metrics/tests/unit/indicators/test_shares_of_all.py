"""Rates over everything whose time began, and what is overdue: on both sides of each limit."""

import pytest
from metrics_asking import after_hearing, ask
from metrics_memory import Memory
from metrics_story import CAOMIAO, Story, moment

from petition_metrics.domain.period import month_of

CASE, OTHER = "640425202603010001", "640425202603010002"
OF_ALL = [("timely_routing_of_all", "K1"), ("timely_notice_of_all", "K3"), ("on_time_reply", "K5")]
OVERDUE = [("routing_overdue", "K1"), ("notice_overdue", "K3"), ("reply_overdue", "K5")]
ALL = [*OF_ALL, *OVERDUE, ("on_time_reply_of_due", "K5")]
STATES = pytest.mark.parametrize(
    ("met", "as_of", "of_all", "of_due", "overdue"),
    [
        (True, "2026-03-18", "1/1", "1/1", "0"),
        (False, "2026-03-18", "0/1", "0/1", "0"),
        (None, "2026-03-16T23:59", "0/1", "0/0", "0"),
        (None, "2026-03-17T00:00", "0/1", "0/1", "1"),
    ],
    ids=["in time", "late", "not yet due", "overdue"],
)


def begin(story: Story, kind: str, met: bool | None) -> None:
    story.clock_started(CASE, "2026-03-01", kind, "2026-03-16")
    if met is not None:
        story.clock_stopped(CASE, "2026-03-10" if met else "2026-03-17", kind, met)


@pytest.mark.parametrize(("code", "kind"), OF_ALL)
@STATES
def test_what_is_not_yet_due_stands_in_the_denominator(
    story: Story, code: str, kind: str, met: bool | None, as_of: str, of_all: str, of_due: str, overdue: str
) -> None:
    begin(story, kind, met)
    assert after_hearing(story, code, as_of) == of_all


@STATES
def test_the_due_cohort_leaves_out_only_what_is_not_yet_due(
    story: Story, met: bool | None, as_of: str, of_all: str, of_due: str, overdue: str
) -> None:
    begin(story, "K5", met)
    assert after_hearing(story, "on_time_reply_of_due", as_of) == of_due


@pytest.mark.parametrize(("code", "kind"), OVERDUE)
@STATES
def test_overdue_is_what_is_past_its_limit_and_still_not_done(
    story: Story, code: str, kind: str, met: bool | None, as_of: str, of_all: str, of_due: str, overdue: str
) -> None:
    begin(story, kind, met)
    assert after_hearing(story, code, as_of) == overdue


@pytest.mark.parametrize(("code", "kind"), ALL)
def test_clocks_of_other_kinds_do_not_count(story: Story, code: str, kind: str) -> None:
    for other in {"K1", "K2", "K3", "K4", "K5", "K7"} - {kind}:
        story.clock_started(CASE, "2026-03-01", other, "2026-03-16")
    assert after_hearing(story, code) in ("0", "0/0")


@pytest.mark.parametrize(
    ("code", "answered"), [("on_time_reply", "0/1"), ("on_time_reply_of_due", "0/1"), ("reply_overdue", "1")]
)
def test_who_took_the_petition_back_waits_for_no_reply(story: Story, code: str, answered: str) -> None:
    for case_no in (CASE, OTHER):
        story.registered(case_no, "2026-03-01")
        story.clock_started(case_no, "2026-03-01", "K5", "2026-04-30")
    story.withdrawn(OTHER, "2026-03-20")
    story.clock_stopped(OTHER, "2026-03-20", "K5", reason="withdrawn")
    assert after_hearing(story, code) == answered


@pytest.mark.parametrize(
    ("started", "march"), [("2026-02-28", 0), ("2026-03-01", 1), ("2026-03-31", 1), ("2026-04-01", 0)]
)
def test_a_matter_belongs_to_the_period_in_which_it_was_accepted(story: Story, started: str, march: int) -> None:
    story.clock_started(CASE, started, "K5", "2026-05-31")
    assert ask(Memory().hear(story.told), "on_time_reply", month_of(2026, 3)).denominator == march


@pytest.mark.parametrize(("as_of", "expected"), [("2026-05-15", "0/0"), ("2026-05-31T00:00", "0/1")])
def test_an_extended_matter_is_due_on_its_later_day(story: Story, as_of: str, expected: str) -> None:
    story.clock_started(CASE, "2026-03-01", "K5", "2026-04-30")
    story.tell(
        "assignment", "clock_moved", CASE, "2026-04-20", clock_id="K5", due_at=moment("2026-05-31T00:00").isoformat()
    )
    assert after_hearing(story, "on_time_reply_of_due", as_of) == expected


def test_a_transfer_counts_for_the_unit_that_had_to_act(story: Story) -> None:
    story.clock_started(CASE, "2026-03-02", "K3", "2026-03-17", unit="dept_housing")
    story.clock_started(CASE, "2026-03-20", "K3", "2026-04-04", unit=CAOMIAO, clock_id="K3#2")
    story.clock_stopped(CASE, "2026-03-22", "K3#2")
    assert after_hearing(story, "timely_notice_of_all") == "1/2"
    assert after_hearing(story, "timely_notice_of_all", unit=CAOMIAO) == "1/1"
    assert after_hearing(story, "notice_overdue", unit="dept_housing") == "1"


@pytest.mark.parametrize("code", ["on_time_completion", "on_time_reply", "on_time_reply_of_due"])
@pytest.mark.parametrize(
    ("met", "reason", "counted"),
    [(True, "delivered", "1/1"), (True, "withdrawn", "0/0"), (False, "withdrawn", "0/1")],
    ids=["answered", "withdrawn in time", "withdrawn when already late"],
)
def test_a_limit_ended_by_withdrawal_is_not_met_and_lateness_is_not_wiped_out(
    story: Story, code: str, met: bool, reason: str, counted: str
) -> None:
    story.clock_started(CASE, "2026-03-01", "K5", "2026-04-30")
    story.clock_stopped(CASE, "2026-04-20" if met else "2026-05-04", "K5", met, reason)
    assert after_hearing(story, code) == counted
