"""The closed lists of values in follow-ups, re-handling orders and reports."""

from __future__ import annotations

from enum import StrEnum


class Method(StrEnum):
    """How a petitioner was followed up."""

    CALL = "call"
    VISIT = "visit"
    LETTER = "letter"
    ONLINE = "online"


class Score(StrEnum):
    """What the petitioner answered: 满意、基本满意、不满意."""

    SATISFIED = "satisfied"
    BASICALLY_SATISFIED = "basically_satisfied"
    DISSATISFIED = "dissatisfied"


class RehandlingReason(StrEnum):
    """Why a case has to be handled again."""

    PETITIONER_DISSATISFIED = "petitioner_dissatisfied"
    RESULT_NOT_CARRIED_OUT = "result_not_carried_out"
    FACTS_UNCLEAR = "facts_unclear"
    BASIS_OR_PROCEDURE_WRONG = "basis_or_procedure_wrong"
    DEMAND_NOT_ANSWERED = "demand_not_answered"
    EVASION_OR_DELAY = "evasion_or_delay"
    FALSE_REPORT = "false_report"
    OTHER = "other"


class ReportResult(StrEnum):
    """How a matter handed down ended: settled, or explained where the claim could not be supported."""

    RESOLVED = "resolved"
    EXPLAINED = "explained"


class LiftReason(StrEnum):
    """Why an earlier `deadline_missed` does not hold."""

    DONE_IN_TIME = "done_in_time"
    PAUSED_IN_TIME = "paused_in_time"
    DUE_DATE_MOVED = "due_date_moved"
