"""Moves and honours are of the past and of officers of the register, once each; an office has one head at a time."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from supervision_builders import BUREAU, HANDLER, START
from supervision_fakes import FakeWork

from petition_supervision.application import staffing
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.reception import Leader
from petition_supervision.domain.staff import HeadTerm, JointOffice
from petition_supervision.domain.staff_terms import HonourLevel, MoveKind, StaffGroup
from workdays import local_day

TODAY = local_day(START)
OFFICE = "joint_office_caomiao"


def a_work() -> FakeWork:
    work = FakeWork()
    work.people["P0012"] = Leader("P0012", BUREAU, frozenset({"registrar"}))
    return work


def move(work: FakeWork, person: str = "P0012", unit: str = HANDLER, on: date = TODAY) -> object:
    return staffing.record_staff_move(
        work, person, MoveKind.ROTATION, StaffGroup.YOUNG_CADRE, unit, "科员", "科员", on, "P0009"
    )


def honour(work: FakeWork, person: str = "P0012", year: int = TODAY.year) -> object:
    return staffing.record_honour(work, person, "优秀信访工作者", year, HonourLevel.CITY, "P0009")


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def test_a_move_is_of_an_officer_to_a_unit_of_the_register_not_to_come_and_recorded_once() -> None:
    work = a_work()
    assert refusal(lambda: move(work, "P9999")) == "OFFICER_UNKNOWN"
    assert refusal(lambda: move(work, unit="dept_unknown")) == "UNIT_UNKNOWN"
    assert refusal(lambda: move(work, on=TODAY + timedelta(days=1))) == "STAFF_DAY_TO_COME"
    move(work)
    assert refusal(lambda: move(work)) == "STAFF_MOVE_ON_RECORD"
    move(work, on=TODAY - timedelta(days=1))
    assert len(work.staff_moves.published) == 2


def test_an_honour_is_of_an_officer_of_a_year_that_has_come_and_recorded_once() -> None:
    work = a_work()
    assert refusal(lambda: honour(work, "P9999")) == "OFFICER_UNKNOWN"
    assert refusal(lambda: honour(work, year=TODAY.year + 1)) == "STAFF_DAY_TO_COME"
    honour(work)
    assert refusal(lambda: honour(work)) == "HONOUR_ON_RECORD"
    honour(work, year=TODAY.year - 1)
    assert len(work.honours.published) == 2


def test_only_a_joint_office_has_such_a_head() -> None:
    work = a_work()
    assert refusal(lambda: staffing.record_office_head(work, BUREAU, "P0012", TODAY)) == "NOT_A_JOINT_OFFICE"
    assert refusal(lambda: staffing.end_office_head(work, BUREAU, TODAY)) == "NOT_A_JOINT_OFFICE"
    assert refusal(lambda: staffing.record_office_head(work, OFFICE, "P9999", TODAY)) == "OFFICER_UNKNOWN"
    assert refusal(lambda: staffing.end_office_head(work, OFFICE, TODAY)) == "OFFICE_VACANT"
    assert staffing.record_office_head(work, OFFICE, "P0012", TODAY).headed
    assert not staffing.end_office_head(work, OFFICE, TODAY).headed


def headed() -> JointOffice:
    one = JointOffice(OFFICE)
    one.take("P0012", TODAY - timedelta(days=10), START)
    return one


def left() -> JointOffice:
    one = headed()
    one.leave(TODAY - timedelta(days=1), START)
    return one


COMMANDS: dict[str, Callable[[JointOffice], None]] = {
    "take": lambda one: one.take("P0013", TODAY, START),
    "take tomorrow": lambda one: one.take("P0013", TODAY + timedelta(days=1), START),
    "take within a term": lambda one: one.take("P0013", TODAY - timedelta(days=1), START),
    "leave": lambda one: one.leave(TODAY, START),
    "leave tomorrow": lambda one: one.leave(TODAY + timedelta(days=1), START),
    "leave before the term": lambda one: one.leave(TODAY - timedelta(days=11), START),
}
HAS, NONE, LATER, OVERLAP = "OFFICE_HAS_HEAD", "OFFICE_VACANT", "STAFF_DAY_TO_COME", "HEAD_TERMS_OVERLAP"
OUTCOMES: dict[str, tuple[Callable[[], JointOffice], list[str]]] = {
    "never headed": (lambda: JointOffice(OFFICE), ["ok", LATER, "ok", NONE, NONE, NONE]),
    "headed": (headed, [HAS, HAS, HAS, "ok", LATER, OVERLAP]),
    "left": (left, ["ok", LATER, OVERLAP, NONE, NONE, NONE]),
}


@pytest.mark.parametrize("state", OUTCOMES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_in_every_state_happens_or_is_refused_and_then_nothing_changed(state: str, command: str) -> None:
    make, outcomes = OUTCOMES[state]
    one = make()
    before, outcome = copy.deepcopy(one), outcomes[list(COMMANDS).index(command)]
    if outcome == "ok":
        COMMANDS[command](one)
        assert one.version == before.version + 1
        return
    assert refusal(lambda: COMMANDS[command](one)) == outcome and one == before


def test_the_terms_stay_on_record() -> None:
    assert left().terms == [HeadTerm("P0012", TODAY - timedelta(days=10), TODAY - timedelta(days=1))]
