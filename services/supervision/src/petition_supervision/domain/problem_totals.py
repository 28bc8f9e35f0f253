"""The totals of the three lists at the end of a day, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from petition_supervision.domain.problem import Problem
from petition_supervision.domain.problem_terms import ProblemState


@dataclass(frozen=True)
class Totals:
    """Rows of each list, and where the problems stand."""

    problems: int = 0
    responsibilities: int = 0
    appraisals: int = 0
    found: int = 0
    assigned: int = 0
    handling: int = 0
    in_time: int = 0
    late: int = 0
    overdue: int = 0

    @property
    def reconcile(self) -> bool:
        """Every problem stands somewhere, and each list has a row for each problem that has come so far."""
        return (
            self.problems == self.found + self.assigned + self.handling + self.appraisals
            and self.responsibilities == self.assigned + self.handling + self.appraisals
            and self.appraisals == self.in_time + self.late
            and self.overdue <= self.assigned + self.handling
        )


def tally(problems: Iterable[Problem], day: date) -> Totals:
    """Count the rows as they stood at the end of `day`."""
    states = [(one, state) for one in problems if (state := one.state_on(day)) is not None]
    done = [one.appraisal for one, state in states if state is ProblemState.DONE and one.appraisal]
    unfinished = [one for one, state in states if state in (ProblemState.ASSIGNED, ProblemState.HANDLING)]

    def count(state: ProblemState) -> int:
        return sum(found is state for _, found in states)

    return Totals(
        problems=len(states),
        responsibilities=len(unfinished) + len(done),
        appraisals=len(done),
        found=count(ProblemState.FOUND),
        assigned=count(ProblemState.ASSIGNED),
        handling=count(ProblemState.HANDLING),
        in_time=sum(one.in_time for one in done),
        late=sum(not one.in_time for one in done),
        overdue=sum(one.responsibility is not None and one.responsibility.due_on < day for one in unfinished),
    )
