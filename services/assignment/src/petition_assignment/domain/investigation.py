"""调查笔录 and 调查报告: the unit asks and finds out before its opinion (《信访工作条例》第三十一条第六项).

Whom was asked and what was said are papers of the case and stay in this service's own store.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from petition_assignment.domain import investigation_events
from petition_assignment.domain.errors import ExactRepeat
from petition_assignment.domain.investigation_errors import InvestigationDateImpossible, InvestigationPartNotAllowed
from petition_assignment.domain.papers import PAPER_ZH, Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.states import DUTIES
from petition_assignment.domain.vocabulary import InvestigationForm
from workdays import local_day

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.investigation_commands import RecordInvestigation
    from petition_assignment.domain.occasion import Occasion


PAPER_OF: dict[InvestigationForm, PaperKind] = {
    InvestigationForm.INTERVIEW: PaperKind.INTERVIEW_RECORD,
    InvestigationForm.REPORT: PaperKind.INVESTIGATION_REPORT,
}

PART_ZH: dict[str, str] = {
    "investigators": "调查人",
    "content": "内容",
    "recorder": "记录人",
    "place": "地点",
    "interviewed": "被调查人",
    "conclusion": "结论",
}

PARTS: dict[InvestigationForm, tuple[str, ...]] = {
    InvestigationForm.INTERVIEW: ("investigators", "recorder", "place", "interviewed", "content"),
    InvestigationForm.REPORT: ("investigators", "content", "conclusion"),
}
"""What each form consists of: all of it is needed, and nothing else belongs to it."""


def written_parts(command: RecordInvestigation) -> dict[str, str]:
    """The parts of this form.

    A blank one => TextRequired naming it; one of the other form => InvestigationPartNotAllowed.
    """
    wanted = PARTS[command.form]
    for part, zh in PART_ZH.items():
        if part not in wanted and getattr(command, part) is not None:
            form_zh = PAPER_ZH[PAPER_OF[command.form]]
            raise InvestigationPartNotAllowed(part, part=part, part_zh=zh, form=command.form.value, form_zh=form_zh)
    return {part: required_text(part, getattr(command, part)) for part in wanted}


def check_day(day: date, earliest: date, latest: date) -> None:
    """Not before the petition came in and not in the future => else InvestigationDateImpossible."""
    if not earliest <= day <= latest:
        raise InvestigationDateImpossible("held_on", date=day, earliest=earliest, latest=latest)


def record_investigation(case: CaseRecord, command: RecordInvestigation, here: Occasion) -> Paper:
    """Put a record or a report on file; as many as there are. No clock changes.

    The very same one again => ExactRepeat.
    """
    if case.steps.get(command.name) == command.fingerprint():
        raise case.refusal(ExactRepeat, DUTIES[command.name].zh, command.name)
    text = written_parts(command)
    document_no = required_text("document_no", command.document_no)
    check_day(command.held_on, local_day(case.received_at), local_day(here.now))
    case.record(
        investigation_events.InvestigationRecorded(
            here.officer.unit, command.form, command.held_on, document_no, here.officer.name, case.round
        )
    )
    case.move_to(case.state)
    return case.paper(PAPER_OF[command.form], here, document_no, text, held_on=command.held_on.isoformat())
