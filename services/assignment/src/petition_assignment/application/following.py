"""What this service does when another one tells a fact about a petition.

A fact cannot be refused: it happened. One that comes too late to change the case is noted beside it, where a person
can see it, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from petition_assignment.application.ports import Desk
from petition_assignment.domain.case import Case
from petition_assignment.domain.errors import IllegalTransition
from petition_assignment.domain.notices import SHOWN_ONLINE, note_opened_online
from petition_assignment.domain.petition import Petition, Place
from petition_assignment.domain.publication import hide
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import FirstOrRepeat, Level, Purpose


def open_case(desk: Desk, petition: Petition) -> None:
    """A petition was registered: a case is opened and its first legal clock runs."""
    desk.petitions.save(petition)
    desk.cases.save(Case.take_over(petition, desk.registers.current(), desk.calendar))


def note_first_or_repeat(
    desk: Desk, case_no: str, decision: FirstOrRepeat, repeat_of: str | None, decided_by: str
) -> None:
    """A person decided first or repeated: the case can be routed; one filed at a unit's own window is that unit's."""
    petition = desk.petitions.require(case_no)
    petition.decide_first_or_repeat(decision, repeat_of)
    desk.petitions.save(petition)
    case = desk.cases.require(case_no)
    if case.filed_at_own_window and case.state is State.AWAITING_ROUTING:
        case.keep_at_own_window(decided_by, desk.registers.current(), desk.now)
        desk.cases.save(case)


def note_reclassified(desk: Desk, case_no: str, purpose: Purpose, category: str, place: Place) -> None:
    """A person corrected what the petition is about: routing and acceptance go by the correction from now on."""
    petition = desk.petitions.require(case_no)
    petition.reclassify(purpose, category, place)
    desk.petitions.save(petition)


def note_secrecy(desk: Desk, case_no: str, asked: bool) -> None:
    """第十八条第四款: the petitioner wants secrecy, or not any longer. What is public of the case is taken back."""
    petition = desk.petitions.require(case_no)
    petition.note_secrecy(asked)
    desk.petitions.save(petition)
    case = desk.cases.require(case_no)
    if asked and hide(case, desk.now):
        desk.cases.save(case)


def close_on_spot(desk: Desk, case_no: str, level: Level, settled_at: datetime) -> None:
    """The matter was settled on the spot."""
    _apply(desk, case_no, "petition_settled_on_spot", lambda case: case.close_on_spot(level, settled_at))


def close_withdrawn(desk: Desk, case_no: str, withdrawn_at: datetime) -> None:
    """The petitioner took the petition back."""
    _apply(desk, case_no, "petition_withdrawn", lambda case: case.close_withdrawn(withdrawn_at, desk.calendar))


def close_by_disposition(desk: Desk, case_no: str, outcome: str, disposed_at: datetime) -> None:
    """The unit that registered the petition decided that it is not sent on."""
    _apply(desk, case_no, "petition_disposed", lambda case: case.close_by_disposition(outcome, disposed_at))


def route_after_all(desk: Desk, case_no: str, withdrawn_at: datetime) -> None:
    """That decision was withdrawn."""
    _apply(desk, case_no, "disposition_withdrawn", lambda case: case.route_after_all(withdrawn_at, desk.calendar))


def open_round(desk: Desk, case_no: str, round: int, unit: str, ordered_by: str, due_on: date) -> None:
    """A dissatisfied petitioner's case is to be handled again, by the unit ordered or the one that succeeded it.

    That would be the unit the petition complains of => the bureau has it instead (第二十八条第三款).
    """
    register = desk.registers.current()
    handler = register.in_office(register.unit(unit).code)
    if handler == desk.petitions.require(case_no).complained_of_unit:
        handler = register.bureau
    _apply(
        desk,
        case_no,
        "rehandling_ordered",
        lambda case: case.open_round(round, handler, ordered_by, due_on, desk.calendar, desk.now),
    )


def note_notice_opened(
    desk: Desk, case_no: str, notice_kind: str, notice_number: str, opened_at: datetime, receipt: bool
) -> None:
    """The petitioner opened a notice online. Of this service's notices that is the receipt, where it was agreed to."""
    notice = SHOWN_ONLINE.get(notice_kind)
    if notice is None or not receipt:
        return
    case = desk.cases.require(case_no)
    paper = note_opened_online(case, notice, opened_at, notice_number)
    if paper is not None:
        desk.papers.file(case, paper)
        desk.cases.save(case)


def _apply(desk: Desk, case_no: str, fact: str, change: Callable[[Case], None]) -> None:
    case = desk.cases.require(case_no)
    try:
        change(case)
    except IllegalTransition:
        desk.late_facts.note(case_no, fact, case.state, desk.now)
    else:
        desk.cases.save(case)
