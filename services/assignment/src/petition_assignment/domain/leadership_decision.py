"""报请决定: what is major or urgent is reported, with a proposal, to the leadership, which decides who handles it.

《信访工作条例》第二十二条第一款第一项: 情况重大、紧急的，应当及时提出建议，报请本级党委和政府决定.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from petition_assignment.domain.clocks import running
from petition_assignment.domain.errors import FirstOrRepeatUndecided, ModeUnitMismatch
from petition_assignment.domain.leadership_errors import NobodyAboveTheBureau, NothingReported, WaitsForDecision
from petition_assignment.domain.leadership_events import (
    CaseReportedForDecision,
    ReportedCaseDecided,
    ReportForDecisionWithdrawn,
)
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.recusal import check_not_complained_of
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.routing import Routing, after_today, check_can_handle
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Mode

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.leadership_commands import (
        DecideReportedCase,
        ReportForDecision,
        WithdrawReportForDecision,
    )
    from petition_assignment.domain.occasion import Occasion

REPORT_GROUNDS: dict[str, tuple[str, str]] = {"major": ("情况重大", "major"), "urgent": ("情况紧急", "urgent")}

REPORTING, WITHDRAWING = "report_for_decision", "withdraw_report_for_decision"
BY_LEADERSHIP = "leadership_decision"
"""Stands where a catalogue rule's id stands when the leadership decided who handles the case."""


@dataclass
class DecisionReport:
    """One report; who proposed what and why stands in its paper. `decider`: the unit above the bureau."""

    ground: str
    proposed_unit: str
    document_no: str
    decider: str
    reported_by: str
    reported_at: datetime
    decided_unit: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    withdrawn_by: str | None = None
    withdrawn_at: datetime | None = None

    @property
    def waits(self) -> bool:
        return self.decided_at is None and self.withdrawn_at is None


def waiting_report(reports: list[DecisionReport]) -> DecisionReport | None:
    """The one that waits for its decision; there is never more than one."""
    return reports[-1] if reports and reports[-1].waits else None


def report_for_decision(case: CaseRecord, command: ReportForDecision, here: Occasion) -> Paper:
    """第二十二条第一款第一项: in writing, with the unit proposed. It is one of the ways of that article: K1 stops.

    A report waits already              => WaitsForDecision.
    First or repeated not yet decided   => FirstOrRepeatUndecided.
    The bureau has no unit above it     => NobodyAboveTheBureau.
    The unit proposed                   => refused as in routing.
    """
    if waiting_report(case.decision_reports) is not None:
        raise WaitsForDecision("case_no")
    if here.petition.first_or_repeat is None:
        raise FirstOrRepeatUndecided("case_no")
    decider = here.register.unit(case.sender).superior
    if decider is None:
        raise NobodyAboveTheBureau("case_no")
    _check_unit(command.unit, case, here)
    text = {"proposal": required_text("proposal", command.proposal)}
    number = required_text("document_no", command.document_no)
    made = DecisionReport(command.ground, command.unit, number, decider, here.officer.name, here.now)
    case.decision_reports.append(made)
    # What was taken back may be reported in the same words again.
    case.steps.pop(WITHDRAWING, None)
    case.stop(here.now, "reported_for_decision", "K1")
    case.record(
        CaseReportedForDecision(decider, command.ground, command.unit, number, here.officer.name, here.now, case.round)
    )
    ground = REPORT_GROUNDS[command.ground][0]
    return case.paper(
        PaperKind.DECISION_REPORT, here, number, text, ground=ground, to_unit=decider, other_unit=command.unit
    )


def decide_reported_case(case: CaseRecord, command: DecideReportedCase, here: Occasion) -> Paper:
    """The leadership names the unit, the one proposed or another, and the day by which it reports back (交办).

    K3 and K11 run for the unit; to a decision from above there is no objection (no K4), as in 第二十四条.
    Nothing waits => NothingReported. The unit and the day => refused as in routing.
    """
    report = waiting_report(case.decision_reports)
    if report is None:
        raise NothingReported("case_no")
    _check_unit(command.unit, case, here)
    due_on = after_today("feedback_due_on", command.feedback_due_on, here.now)
    text = {"instruction": required_text("instruction", command.instruction)}
    number = required_text("document_no", command.document_no)
    report.decided_unit, report.decided_by, report.decided_at = command.unit, here.officer.name, here.now
    case.record(
        ReportedCaseDecided(
            here.officer.unit, command.unit, command.unit == report.proposed_unit, number, here.officer.name, here.now
        )
    )
    version = here.register.version
    case.routing = Routing(
        Mode.ASSIGN, command.unit, BY_LEADERSHIP, version, False, here.officer.name, here.now, due_on
    )
    case.tell_routing(here.now)
    case.start("K3", command.unit, here.now, here.calendar)
    case.start_until("K11", command.unit, here.now, due_on, here.calendar)
    case.move_to(State.ROUTED)
    due = due_on.isoformat()
    return case.paper(PaperKind.LEADERSHIP_DECISION, here, number, text, to_unit=command.unit, due_on=due)


def withdraw_report_for_decision(case: CaseRecord, command: WithdrawReportForDecision, here: Occasion) -> Paper:
    """The bureau takes its report back, with a reason, and routes by itself: K1 runs again from the day of receipt.

    Nothing waits => NothingReported.
    """
    report = waiting_report(case.decision_reports)
    if report is None:
        raise NothingReported("case_no")
    text = {"reason": required_text("reason", command.reason)}
    report.withdrawn_by, report.withdrawn_at = here.officer.name, here.now
    case.steps.pop(REPORTING, None)
    case.record(ReportForDecisionWithdrawn(report.document_no, here.officer.name, here.now))
    if not running(case.clocks, "K1"):
        # A disposition that was made and withdrawn meanwhile has set it going already.
        case.start("K1", case.router, case.in_hand_since, here.calendar)
    return case.paper(PaperKind.REPORT_WITHDRAWAL, here, report.document_no, text, to_unit=report.decider)


def _check_unit(unit: str, case: CaseRecord, here: Occasion) -> None:
    """One that can handle it and is not complained of (第二十八条第三款); the bureau itself => ModeUnitMismatch."""
    check_can_handle(unit, here.register)
    check_not_complained_of(unit, here.petition, here.register)
    if unit == case.router:
        raise ModeUnitMismatch("unit", unit=unit)
