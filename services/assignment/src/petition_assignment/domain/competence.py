"""Disputes of competence, and units that were merged or abolished (《信访工作条例》第二十四条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import beside_events as events
from petition_assignment.domain.beside_errors import (
    DisputeNeedsAnotherUnit,
    DisputeOpen,
    MeetingNumberNotAllowed,
    MeetingNumberRequired,
    NoDisputeOpen,
    NotAPartyToTheDispute,
)
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.recusal import check_not_complained_of
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.routing import Routing, check_can_handle
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Mode

if TYPE_CHECKING:
    from petition_assignment.domain.beside_commands import DecideCompetenceDispute, RaiseCompetenceDispute
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.occasion import Occasion

POSITIONS: dict[str, tuple[str, str]] = {
    "both_claim": ("都认为应由本单位办理", "both claim the case"),
    "both_deny": ("都认为不应由本单位办理", "both deny the case"),
}

BY_DECISION = "competence_decision"
"""Stands where a catalogue rule's id stands when a dispute was decided."""


@dataclass
class Dispute:
    """A dispute between the unit that has the case and another; `decider` None => the joint meeting."""

    unit: str
    other_unit: str
    position: str
    decider: str | None
    raised_by: str
    raised_at: datetime
    decided_unit: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    meeting_no: str | None = None

    @property
    def is_open(self) -> bool:
        return self.decided_at is None


def open_dispute(disputes: list[Dispute]) -> Dispute | None:
    """The one that waits for its decision; there is never more than one."""
    return disputes[-1] if disputes and disputes[-1].is_open else None


def check_no_dispute(case: CaseRecord, step_zh: str, step: str) -> None:
    """Nobody accepts, declines or objects while it is open whose case it is => DisputeOpen."""
    if open_dispute(case.disputes) is not None:
        raise DisputeOpen("case_no", step=step, step_zh=step_zh)


def raise_competence_dispute(case: CaseRecord, command: RaiseCompetenceDispute, here: Occasion) -> Paper:
    """第二十四条: two units cannot agree whose case it is. It goes to their common superior, else to the joint meeting.

    Its clocks run on. One is open => DisputeOpen. The other is the one that has the case => DisputeNeedsAnotherUnit.
    """
    check_no_dispute(case, "提出管辖争议", command.name)
    unit = case.routed_unit
    if command.other_unit == unit:
        raise DisputeNeedsAnotherUnit("other_unit", unit=unit)
    check_can_handle(command.other_unit, here.register, "other_unit")
    text = {"reason": required_text("text", command.text)}
    decider = here.register.common_superior(unit, command.other_unit)
    case.disputes.append(Dispute(unit, command.other_unit, command.position, decider, here.officer.name, here.now))
    case.record(
        events.CompetenceDisputeRaised(
            unit, command.other_unit, command.position, decider, here.officer.name, here.now, len(case.disputes)
        )
    )
    return case.paper(PaperKind.COMPETENCE_DISPUTE, here, None, {"other_unit": command.other_unit, **text})


def decide_competence_dispute(case: CaseRecord, command: DecideCompetenceDispute, here: Occasion) -> Paper:
    """第二十四条: the common superior decides, else the joint meeting by its number; the case goes to that unit.

    The other unit => K3 begins anew for it, K11 with the date that was set; it has no objection to a decision (no K4).
    The same unit  => it goes on where it stood.
    """
    dispute = open_dispute(case.disputes)
    if dispute is None:
        raise NoDisputeOpen("case_no")
    meeting_no = _meeting_number(dispute, command.meeting_no)
    parties = (dispute.unit, dispute.other_unit)
    if command.unit not in parties:
        raise NotAPartyToTheDispute("unit", unit=command.unit, parties="、".join(parties))
    check_can_handle(command.unit, here.register)
    check_not_complained_of(command.unit, here.petition, here.register)
    text = {"reason": required_text("text", command.text)}
    dispute.decided_unit, dispute.decided_by, dispute.decided_at = command.unit, here.officer.name, here.now
    dispute.meeting_no = meeting_no
    case.record(events.CompetenceDisputeDecided(command.unit, here.officer.name, meeting_no, here.now))
    if command.unit != case.routed_unit:
        _give_to(case, command.unit, here)
    return case.paper(PaperKind.COMPETENCE_DECISION, here, meeting_no, {"to_unit": command.unit, **text})


def _meeting_number(dispute: Dispute, number: str | None) -> str | None:
    written = (number or "").strip() or None
    if dispute.decider is None and written is None:
        raise MeetingNumberRequired("meeting_no")
    if dispute.decider is not None and written is not None:
        raise MeetingNumberNotAllowed("meeting_no", decider=dispute.decider)
    return written


def _give_to(case: CaseRecord, unit: str, here: Occasion) -> None:
    before = case.routing
    feedback = None if before is None else before.feedback_due_on
    mode = Mode.ASSIGN if feedback is not None else Mode.TRANSFER
    case.stop(here.now, "competence_decided", "K2", "K3", "K4", "K11")
    case.signed_by = case.signed_at = None
    case.routing = Routing(mode, unit, BY_DECISION, here.register.version, False, here.officer.name, here.now, feedback)
    case.tell_routing(here.now)
    case.start("K3", unit, here.now, here.calendar)
    if feedback is not None:
        case.start_until("K11", unit, here.now, feedback, here.calendar)
    case.move_to(State.ROUTED)
