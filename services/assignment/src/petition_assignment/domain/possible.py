"""What an officer can do with a case right now, so that nobody is shown a button that would be refused."""

from __future__ import annotations

from datetime import datetime

from petition_assignment.domain.case_record import CaseRecord
from petition_assignment.domain.clocks import running
from petition_assignment.domain.co_handling import open_parts
from petition_assignment.domain.competence import open_dispute
from petition_assignment.domain.leadership_decision import waiting_report
from petition_assignment.domain.notices import first_missing, undelivered
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.possible_in_review import possible_in_review
from petition_assignment.domain.recusal import keeps_out
from petition_assignment.domain.states import DUTIES, State
from petition_assignment.domain.vocabulary import FirstOrRepeat, Mode, Purpose


def possible_commands(
    case: CaseRecord,
    first_or_repeat: FirstOrRepeat | None,
    officer: Officer,
    now: datetime,
    purpose: Purpose = Purpose.APPEAL,
) -> list[str]:
    """Names of the commands this officer could give on this case at this instant, in the order of the paths.

    `first_or_repeat` is what a person decided about its petition, None before.
    """
    if keeps_out(case.recusals, officer.person):
        return []
    of_the_case = [
        duty.command
        for duty in DUTIES.values()
        if case.state in duty.states
        and case.belongs_to(duty.side, officer)
        and officer.holds(*duty.roles)
        and (duty.command != "issue_opinion" or purpose is Purpose.APPEAL)
        and _open_to(duty.command, case, first_or_repeat, officer, now)
    ]
    return of_the_case + possible_in_review(case, officer)


def _open_to(
    command: str, case: CaseRecord, first_or_repeat: FirstOrRepeat | None, officer: Officer, now: datetime
) -> bool:
    """The conditions beyond state, side and office."""
    if command == "route_case":
        return first_or_repeat is not None and waiting_report(case.decision_reports) is None
    if command in ("raise_objection", "accept_case", "decline_case") and open_dispute(case.disputes) is not None:
        return False
    if command == "raise_objection":
        return case.mode is not Mode.OWN and any(not window.is_late(now) for window in running(case.clocks, "K4"))
    if command == "extend_case":
        limits = running(case.clocks, "K5")
        return officer.holds("unit_head") and case.extension is None and any(not limit.is_late(now) for limit in limits)
    if command == "record_delivery":
        return not case.anonymous
    if command == "record_notice_delivery":
        return bool(undelivered(case))
    if command == "issue_opinion":
        return first_missing(case, command) is None
    if command == "complete_case":
        ready = case.anonymous or case.state is State.DELIVERED
        return ready and first_missing(case, command) is None and not open_parts(case.parts)
    if command == "confirm_case":
        return case.completion is not None and case.completion.completed_by != officer.name
    return True
