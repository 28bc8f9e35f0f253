"""What becomes of an answer: agreement performed, opinion carried out, help and care (第三十二、三十三、三十七条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from petition_assignment.domain.follow_through_errors import AgreementPerformed, AgreementUnknown, NothingToExecute
from petition_assignment.domain.follow_through_events import (
    AgreementPerformanceRecorded,
    CareRecorded,
    OpinionExecutionRecorded,
)
from petition_assignment.domain.handling_papers import check_day
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.vocabulary import Outcome
from workdays import local_day

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.follow_through_commands import RecordCare, RecordExecution, RecordPerformance
    from petition_assignment.domain.occasion import Occasion

CARE: dict[str, tuple[str, str]] = {
    "social_assistance": ("社会救助", "help to apply for social assistance"),
    "judicial_assistance": ("国家司法救助", "help to apply for judicial assistance"),
    "persuasion": ("疏导教育", "counselling"),
    "conflict_resolution": ("矛盾化解", "resolving what is still in conflict"),
    "support": ("帮扶救助", "support"),
}
"""第三十七条第二款 (the first two) and 第三款 (the rest)."""


@dataclass(frozen=True)
class Performance:
    """Whether an agreement was performed, as somebody found on a day."""

    document_no: str
    performed: bool
    checked_on: date
    in_time: bool | None
    recorded_by: str


@dataclass(frozen=True)
class Execution:
    """Whether what the opinion of a round supports was carried out, as somebody found on a day."""

    carried_out: bool
    checked_on: date
    recorded_by: str
    round: int


def record_performance(case: CaseRecord, command: RecordPerformance, here: Occasion) -> Paper:
    """第三十三条: performed by its date or not.

    No such agreement => AgreementUnknown; performed before => AgreementPerformed.
    """
    number = command.document_no
    agreement = next((one for one in case.agreements if one.document_no == number), None)
    if agreement is None:
        raise AgreementUnknown("document_no", number=number)
    if any(one.performed for one in case.performances if one.document_no == number):
        raise AgreementPerformed("document_no", number=number)
    text = {"finding": required_text("text", command.text)}
    on = check_day("checked_on", command.checked_on, agreement.agreed_on, here.now)
    in_time = on <= agreement.perform_by if command.performed and agreement.perform_by is not None else None
    case.performances.append(Performance(number, command.performed, on, in_time, here.officer.name))
    case.record(
        AgreementPerformanceRecorded(here.officer.unit, number, command.performed, on, in_time, here.officer.name)
    )
    return case.paper(PaperKind.PERFORMANCE_NOTE, here, number, text)


def record_execution(case: CaseRecord, command: RecordExecution, here: Occasion) -> Paper:
    """第三十二条: 督促执行. Only an opinion that supports the request is carried out => else NothingToExecute."""
    if case.opinion is None or case.opinion.outcome is not Outcome.SUPPORT:
        raise NothingToExecute("case_no")
    text = {"finding": required_text("text", command.text)}
    on = check_day("checked_on", command.checked_on, local_day(case.opinion.issued_at), here.now)
    case.executions.append(Execution(command.carried_out, on, here.officer.name, case.round))
    case.record(OpinionExecutionRecorded(case.routed_unit, command.carried_out, on, here.officer.name, case.round))
    return case.paper(PaperKind.EXECUTION_NOTE, here, None, text)


def record_care(case: CaseRecord, command: RecordCare, here: Occasion) -> Paper:
    """第三十七条第二款、第三款: help with assistance, and care afterwards, also when the case is long closed."""
    text = {"care": command.care, "note": required_text("text", command.text)}
    on = check_day("given_on", command.given_on, local_day(case.received_at), here.now)
    case.record(CareRecorded(here.officer.unit, command.care, on, here.officer.name))
    return case.paper(PaperKind.CARE_NOTE, here, None, text)
