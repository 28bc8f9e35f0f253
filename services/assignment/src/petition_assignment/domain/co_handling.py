"""Several units on one case, one of them in the lead (《信访工作条例》第二十四条); 两所一庭 take part by invitation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import beside_events as events
from petition_assignment.domain.beside_errors import LeadIsNoCoHandler, NoOpenPart, PartsStillOpen
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.recusal import check_not_complained_of
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.routing import after_today, check_can_handle
from workdays import end_of_day

if TYPE_CHECKING:
    from petition_assignment.domain.beside_commands import (
        AnswerPart,
        InviteCoHandler,
        InviteParticipant,
        WithdrawPart,
    )
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.occasion import Occasion
    from petition_assignment.domain.register import Register


@dataclass
class Part:
    """What a further unit has to answer, by `due_on`; the task and the answer are papers."""

    part_no: int
    unit: str
    due_on: date
    invited_by: str
    invited_at: datetime
    answered_at: datetime | None = None
    answered_by: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None


@dataclass(frozen=True)
class Participant:
    """A unit that takes part on a day without anything to answer."""

    unit: str
    capacity: str
    invited_for: date
    invited_by: str


def open_parts(parts: list[Part], unit: str | None = None) -> list[Part]:
    """The parts not yet answered nor withdrawn; of one unit when it is named."""
    return [part for part in parts if part.is_open and unit in (None, part.unit)]


def check_parts_are_done(parts: list[Part]) -> None:
    """第二十四条: the case is finished only with every part answered or withdrawn => else PartsStillOpen."""
    waiting = open_parts(parts)
    if waiting:
        raise PartsStillOpen("case_no", units="、".join(part.unit for part in waiting))


def invite_co_handler(case: CaseRecord, command: InviteCoHandler, here: Occasion) -> Paper:
    """The lead unit asks a further unit for its part, by a date after today.

    Itself => LeadIsNoCoHandler. Unknown, abolished, without casework, complained of => refused by name.
    """
    if command.unit == case.unit:
        raise LeadIsNoCoHandler("unit", unit=command.unit)
    check_can_handle(command.unit, here.register)
    check_not_complained_of(command.unit, here.petition, here.register)
    text = {"task": required_text("task", command.task)}
    due_on = after_today("due_on", command.due_on, here.now)
    part = Part(len(case.parts) + 1, command.unit, due_on, here.officer.name, here.now)
    case.parts.append(part)
    case.record(
        events.CoHandlerInvited(
            part.unit, here.officer.unit, part.part_no, due_on, here.officer.name, here.now, case.round
        )
    )
    facts = {"to_unit": part.unit, "due_on": due_on.isoformat()}
    return case.paper(PaperKind.CO_HANDLING_INVITATION, here, None, {**facts, **text})


def invite_participant(case: CaseRecord, command: InviteParticipant, here: Occasion) -> None:
    """整合“两所一庭”: a police station, justice office, court or other unit takes part, from today on."""
    if command.unit == case.unit:
        raise LeadIsNoCoHandler("unit", unit=command.unit)
    unit = here.register.unit(command.unit).code
    check_not_complained_of(unit, here.petition, here.register)
    capacity = required_text("capacity", command.capacity)
    case.participants.append(Participant(unit, capacity, command.invited_for, here.officer.name))
    case.record(
        events.ParticipantInvited(unit, here.officer.unit, command.capacity, command.invited_for, here.officer.name)
    )


def answer_part(case: CaseRecord, command: AnswerPart, here: Occasion) -> Paper:
    """The further unit answers its oldest open part; nothing open => NoOpenPart. Late is late, and is told."""
    text = {"answer": required_text("answer", command.answer)}
    waiting = open_parts(case.parts, here.officer.unit)
    if not waiting:
        raise NoOpenPart("case_no", unit=here.officer.unit)
    part = waiting[0]
    part.answered_at, part.answered_by = here.now, here.officer.name
    in_time = here.now < end_of_day(part.due_on)
    case.record(events.PartAnswered(part.unit, part.part_no, here.officer.name, here.now, in_time))
    return case.paper(PaperKind.CO_HANDLING_ANSWER, here, None, text)


def hand_parts_on(case: CaseRecord, register: Register, now: datetime) -> None:
    """第二十四条: an open part of a merged or abolished unit is its successor's, by the same date.

    The successor may be the lead unit itself: it has both to answer then, and the part stays what it was.
    """
    for part in open_parts(case.parts):
        predecessor, part.unit = part.unit, register.in_office(part.unit)
        if part.unit != predecessor:
            case.record(events.PartHandedOn(part.unit, predecessor, part.part_no, now))


def withdraw_part(case: CaseRecord, command: WithdrawPart, here: Occasion) -> Paper:
    """The lead unit takes a unit's oldest open part back, and says why; nothing open => NoOpenPart."""
    text = {"reason": required_text("text", command.text)}
    waiting = open_parts(case.parts, command.unit)
    if not waiting:
        raise NoOpenPart("unit", unit=command.unit)
    part = waiting[0]
    part.withdrawn_at, part.withdrawn_by = here.now, here.officer.name
    case.record(events.PartWithdrawn(part.unit, part.part_no, here.officer.name, here.now))
    return case.paper(PaperKind.CO_HANDLING_WITHDRAWAL, here, None, {"to_unit": part.unit, **text})
