"""Use cases of the staff record: moves, honours, heads of the joint offices."""

from __future__ import annotations

from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.staff import Honour, JointOffice, StaffMove, honour_number, move_number
from petition_supervision.domain.staff_errors import HonourOnRecord, NotAJointOffice, OfficerUnknown, StaffMoveOnRecord
from petition_supervision.domain.staff_terms import HonourLevel, MoveKind, StaffGroup

JOINT_OFFICE = "joint_office"


def record_staff_move(
    work: Work,
    person: str,
    kind: MoveKind,
    group: StaffGroup,
    unit: str,
    old_post: str,
    new_post: str,
    moved_on: date,
    recorded_by: str,
) -> StaffMove:
    """登记; nobody of the register => OfficerUnknown, no such unit => UnitUnknown, twice => StaffMoveOnRecord."""
    _check_person(work, person)
    if work.units.get().kind_of(unit) is None:
        raise UnitUnknown("unit", unit=unit)
    number = move_number(person, kind, moved_on)
    if work.staff_moves.get(number) is not None:
        raise StaffMoveOnRecord("person", person=person, given=moved_on)
    one = StaffMove(number, person, kind, group, unit, old_post, new_post, moved_on, recorded_by)
    one.record(work.now)
    work.staff_moves.save(one)
    return one


def record_honour(work: Work, person: str, award: str, year: int, level: HonourLevel, recorded_by: str) -> Honour:
    """登记; nobody of the register => OfficerUnknown, twice => HonourOnRecord."""
    unit = _check_person(work, person)
    number = honour_number(person, year, award)
    if work.honours.get(number) is not None:
        raise HonourOnRecord("person", person=person, year=year)
    one = Honour(number, person, award, year, level, unit, recorded_by)
    one.record(work.now)
    work.honours.save(one)
    return one


def record_office_head(work: Work, unit: str, person: str, since: date) -> JointOffice:
    """任职; not a joint office => NotAJointOffice, others as in `JointOffice.take`."""
    _check_person(work, person)
    if work.units.get().kind_of(unit) != JOINT_OFFICE:
        raise NotAJointOffice("unit", unit=unit)
    one = work.joint_offices.get(unit) or JointOffice(unit)
    one.take(person, since, work.now)
    work.joint_offices.save(one)
    return one


def end_office_head(work: Work, unit: str, until: date) -> JointOffice:
    """离任; refusals as in `JointOffice.leave`."""
    if work.units.get().kind_of(unit) != JOINT_OFFICE:
        raise NotAJointOffice("unit", unit=unit)
    one = work.joint_offices.get(unit) or JointOffice(unit)
    one.leave(until, work.now)
    work.joint_offices.save(one)
    return one


def _check_person(work: Work, person: str) -> str:
    known = work.leader(person)
    if known is None:
        raise OfficerUnknown("person", person=person)
    return known.unit
