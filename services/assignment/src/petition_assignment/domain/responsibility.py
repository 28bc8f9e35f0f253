"""牵头领导、责任站所、责任人员、办结时限: four entries without which no case is in handling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import events
from petition_assignment.domain.clocks import Clock, running
from petition_assignment.domain.errors import (
    DueAfterLimit,
    ExactRepeat,
    LeaderOfficeRequired,
    PersonNotOfUnit,
    StationNotOfUnit,
)
from petition_assignment.domain.recusal import check_may_be_named
from petition_assignment.domain.routing import after_today
from petition_assignment.domain.states import DUTIES, State
from workdays import end_of_day

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.commands import SetResponsibility
    from petition_assignment.domain.occasion import Occasion
    from petition_assignment.domain.register import Register


@dataclass(frozen=True)
class Responsibility:
    """Who answers for the case, and by when."""

    lead_leader: str
    station: str
    person: str
    due_on: date


def assign_responsibility(
    command: SetResponsibility, unit: str, clocks: Sequence[Clock], register: Register, now: datetime
) -> Responsibility:
    """Check the four entries against the register and the law.

    Leading officer: head or leader of the unit, or a county leader => else LeaderOfficeRequired.
    Station: the unit itself, one under it, or one that serves its township => else StationNotOfUnit.
    Person: of the unit or of the station => else PersonNotOfUnit.
    Date: after today, and not beyond the legal limit that is running => else DateNotAfterToday, DueAfterLimit.
    """
    leader = register.person("lead_leader", command.lead_leader)
    of_the_unit = leader.unit == unit and leader.holds("unit_head", "township_leader", "bureau_head")
    if not of_the_unit and not leader.holds("county_leader"):
        raise LeaderOfficeRequired("lead_leader", person=command.lead_leader)
    if not register.is_station_of(command.station, unit):
        raise StationNotOfUnit("station", station=command.station, unit=unit)
    if register.person("person", command.person).unit not in (unit, command.station):
        raise PersonNotOfUnit("person", person=command.person, unit=unit)
    after_today("due_on", command.due_on, now)
    for clock in running(clocks, "K5", "REHANDLING"):
        if end_of_day(command.due_on) > clock.due_at:
            raise DueAfterLimit("due_on", date=command.due_on, limit=clock.last_day)
    return Responsibility(command.lead_leader, command.station, command.person, command.due_on)


def set_responsibility(case: CaseRecord, command: SetResponsibility, here: Occasion) -> None:
    """Name leader, station, person and date: the case is in handling. May be changed later."""
    if case.steps.get(command.name) == command.fingerprint():
        raise case.refusal(ExactRepeat, DUTIES[command.name].zh, command.name)
    for field in ("lead_leader", "person"):
        check_may_be_named(case.recusals, field, getattr(command, field))
    case.responsibility = assign_responsibility(command, here.officer.unit, case.clocks, here.register, here.now)
    chosen = case.responsibility
    case.record(
        events.ResponsibilitySet(here.officer.unit, chosen.lead_leader, chosen.station, chosen.person, chosen.due_on)
    )
    case.move_to(State.IN_HANDLING)
