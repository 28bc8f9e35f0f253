"""Which commands beside the main path an officer could give on a case now: `enter_beside`, asked ahead."""

from __future__ import annotations

from datetime import datetime

from petition_assignment.domain.beside_duties import BESIDE_DUTIES, stands_at
from petition_assignment.domain.case_record import CaseRecord
from petition_assignment.domain.clocks import running
from petition_assignment.domain.co_handling import open_parts
from petition_assignment.domain.competence import open_dispute
from petition_assignment.domain.leadership_decision import waiting_report
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.recusal import keeps_out, may_decide
from petition_assignment.domain.register import Register
from petition_assignment.domain.vocabulary import Outcome, Purpose


def possible_beside(
    case: CaseRecord,
    officer: Officer,
    register: Register,
    purpose: Purpose,
    now: datetime,
    decided: bool = True,
) -> list[str]:
    """Names of the commands; none for who is recused. `decided`: a person said whether the petition is a repeat."""
    if keeps_out(case.recusals, officer.person):
        return []
    return [
        duty.command
        for duty in BESIDE_DUTIES.values()
        if case.state in duty.states
        and stands_at(case, duty.place, officer)
        and officer.holds(*duty.roles)
        and _open_to(duty.command, case, officer, register, purpose, now)
        and (decided or duty.command != "report_for_decision")
    ]


def _open_to(
    command: str, case: CaseRecord, officer: Officer, register: Register, purpose: Purpose, now: datetime
) -> bool:
    match command:
        case "answer_part":
            return bool(open_parts(case.parts, officer.unit))
        case "withdraw_part":
            return bool(open_parts(case.parts))
        case "raise_competence_dispute":
            return open_dispute(case.disputes) is None
        case "decide_competence_dispute":
            return open_dispute(case.disputes) is not None
        case "report_for_decision":
            return waiting_report(case.decision_reports) is None
        case "decide_reported_case" | "withdraw_report_for_decision":
            return waiting_report(case.decision_reports) is not None
        case "decide_recusal":
            return any(one.granted is None and may_decide(one, officer, register) for one in case.recusals)
        case "apply_for_extension":
            in_time = any(not limit.is_late(now) for limit in running(case.clocks, "K5"))
            return case.extension_request is None and case.extension is None and in_time
        case "decline_extension":
            return case.extension_request is not None
        case "answer_suggestion":
            return purpose is Purpose.SUGGESTION
        case "record_performance":
            performed = {one.document_no for one in case.performances if one.performed}
            return any(one.document_no not in performed for one in case.agreements)
        case "record_execution":
            return case.opinion is not None and case.opinion.outcome is Outcome.SUPPORT
    return True
