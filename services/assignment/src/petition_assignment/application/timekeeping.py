"""What happens to cases only because time passes, or a calendar or another register is published."""

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


def follow_succession(desk: Desk, limit: int) -> int:
    """第二十四条: hand open cases of merged or abolished units to their successors; how many cases that were."""
    if desk.registers.latest()[0] == 0:
        return 0
    register = desk.registers.current()
    cases = desk.cases.of_units(register.abolished, limit) if register.abolished else []
    for case in cases:
        case.succeed(register, desk.now)
        desk.cases.save(case)
    return len(cases)
