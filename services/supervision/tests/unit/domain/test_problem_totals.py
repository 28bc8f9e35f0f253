"""The totals of the three lists reconcile on every day, whatever happened in whatever order."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from problem_builders import HEAD, STATION, county
from supervision_fakes import FakeWork

from petition_supervision.application import three_lists
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.problem_terms import ProblemSource, ProblemState
from petition_supervision.domain.problem_totals import Totals, tally

ACTIONS = st.lists(
    st.tuples(st.sampled_from(["record", "answer", "start", "appraise", "wait"]), st.integers(1, 4), st.integers(0, 6)),
    max_size=40,
)


def act(work: FakeWork, what: str, number: int, days: int) -> None:
    problem_no, today = f"WT2026-{number:04}", work.now.date() + timedelta(days=1)
    day = timedelta(days=days)
    if what == "record":
        three_lists.record_problem(
            work, HEAD, None, ProblemSource.GRID_PATROL, None, None, "a", None, today - day, None
        )
    elif what == "wait":
        work.now += day
    elif problem_no not in work.problems.kept:
        return
    elif what == "answer":
        due_on = today + day
        three_lists.set_problem_responsibility(work, HEAD, problem_no, "P0201", STATION, "P0202", due_on, "a")
    elif what == "start":
        three_lists.start_problem(work, HEAD, problem_no)
    else:
        three_lists.appraise_problem(work, HEAD, problem_no, "a", "b", today - day, 80)


@given(ACTIONS, st.integers(-10, 60))
def test_the_totals_reconcile_on_every_day(actions: list[tuple[str, int, int]], after: int) -> None:
    work = county()
    for what, number, days in actions:
        try:
            act(work, what, number, days)
        except Refused:
            continue
    day = date(2026, 3, 21) + timedelta(days=after)
    problems = list(work.problems.kept.values())
    totals = tally(problems, day)

    assert totals.reconcile, totals
    states = [problem.state_on(day) for problem in problems]
    assert totals.problems == sum(state is not None for state in states)
    assert totals.appraisals == states.count(ProblemState.DONE)
    assert totals.responsibilities == sum(
        state in (ProblemState.ASSIGNED, ProblemState.HANDLING, ProblemState.DONE) for state in states
    )


def test_totals_that_do_not_reconcile_are_seen() -> None:
    assert Totals().reconcile
    assert not Totals(problems=1).reconcile
    assert not Totals(problems=1, assigned=1).reconcile
    assert not Totals(problems=1, responsibilities=1, appraisals=1).reconcile
    assert not Totals(overdue=1).reconcile
