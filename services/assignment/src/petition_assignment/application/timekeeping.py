"""What happens to cases only because time passes or a calendar is published."""

from __future__ import annotations

from petition_assignment.application.ports import Desk


def lapse_rights(desk: Desk, limit: int) -> int:
    """End the objection and review windows that are over, in up to `limit` cases; how many cases that were."""
    cases = desk.cases.with_a_right_due(desk.now, limit)
    for case in cases:
        case.lapse(desk.now)
        desk.cases.save(case)
    return len(cases)


def follow_calendar(desk: Desk, limit: int) -> int:
    """Reckon clocks again that rest on an older calendar, in up to `limit` cases; how many cases that were."""
    cases = desk.cases.reckoned_otherwise(desk.calendar.version, limit)
    for case in cases:
        case.follow_calendar(desk.calendar)
        desk.cases.save(case)
    return len(cases)
