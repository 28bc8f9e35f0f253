"""What this service does by the clock. Any number of worker processes may do it at once: each case changes once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.service import Timer
from chassis.unit_of_work import Units
from petition_assignment.adapters.desks import open_desk
from petition_assignment.adapters.mongo_cases import CASES, answered_for_by, reckoned_otherwise, right_due
from petition_assignment.adapters.mongo_register import calendar_in_force, register_in_force
from petition_assignment.application import timekeeping
from petition_assignment.domain.errors import RegisterNotLoaded

CASES_AT_ONCE = 50
LAPSE_SECONDS = 5.0
CALENDAR_SECONDS = 600.0
SUCCESSION_SECONDS = 60.0


def lapse_rights(units: Units, _now: datetime) -> int:
    """1. Find cases with an objection or review window that is over. 2. End it in each. 3. One transaction for all."""
    return units.run(lambda uow: timekeeping.lapse_rights(open_desk(uow), CASES_AT_ONCE))


def rights_due(reader: Database[dict[str, Any]], now: datetime) -> int:
    return reader[CASES].count_documents(right_due(now))


def follow_calendar(units: Units, _now: datetime) -> int:
    """After the calendar has changed: reckon running clocks again, as many cases a transaction as above."""
    return units.run(lambda uow: timekeeping.follow_calendar(open_desk(uow), CASES_AT_ONCE))


def clocks_on_another_calendar(reader: Database[dict[str, Any]], _now: datetime) -> int:
    return reader[CASES].count_documents(reckoned_otherwise(calendar_in_force(reader).version))


def follow_succession(units: Units, _now: datetime) -> int:
    """After a register that names successors: hand over open cases, as many a transaction as above."""
    return units.run(lambda uow: timekeeping.follow_succession(open_desk(uow), CASES_AT_ONCE))


def cases_of_abolished_units(reader: Database[dict[str, Any]], _now: datetime) -> int:
    try:
        abolished = register_in_force(reader).abolished
    except RegisterNotLoaded:
        return 0
    return reader[CASES].count_documents(answered_for_by(abolished)) if abolished else 0


TIMERS = (
    Timer("lapse_rights", LAPSE_SECONDS, lapse_rights, rights_due),
    Timer("follow_succession", SUCCESSION_SECONDS, follow_succession, cases_of_abolished_units),
    Timer("follow_calendar", CALENDAR_SECONDS, follow_calendar, clocks_on_another_calendar),
)
