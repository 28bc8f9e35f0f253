"""Extension of the 60-day limit (《信访工作条例》第三十四条)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import events
from petition_assignment.domain.clocks import Clock, running
from petition_assignment.domain.errors import (
    ExtensionAlreadyUsed,
    ExtensionAppliedFor,
    ExtensionNotByHead,
    ExtensionTooLate,
    ExtensionTooLong,
    NoExtensionAppliedFor,
    NoLimitToExtend,
)
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import notice_number, required_text

if TYPE_CHECKING:
    from petition_assignment.domain.beside_commands import ApplyForExtension, DeclineExtension
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.commands import ExtendCase
    from petition_assignment.domain.occasion import Occasion
    from petition_assignment.domain.officer import Officer


LONGEST_DAYS = 30

REASONS: dict[str, tuple[str, str]] = {
    "evidence_needed": ("情况复杂需调查取证", "complex: evidence must be gathered"),
    "hearing_needed": ("需听证", "a hearing is needed"),
    "appraisal_needed": ("需鉴定、评估", "an expert appraisal is needed"),
    "several_units": ("涉及多单位", "several units are involved"),
    "waiting_for_procedure": ("等待关联程序结果", "the result of a related procedure is awaited"),
    "other": ("其他", "another reason"),
}


@dataclass(frozen=True)
class Extension:
    """The one extension of a case."""

    days: int
    reason_code: str
    approved_by: str
    granted_at: datetime
    notice_no: str | None


@dataclass(frozen=True)
class ExtensionRequest:
    """What the officer in charge applied for, until the head decides."""

    days: int
    reason_code: str
    applicant: str
    applied_at: datetime


def clock_to_extend(
    command: ExtendCase, clocks: Sequence[Clock], earlier: Extension | None, officer: Officer, now: datetime
) -> Clock:
    """The running K5, when this officer may extend it now.

    Not the head of the handling unit     => ExtensionNotByHead (the bureau does not grant extensions).
    No 60-day limit runs                  => NoLimitToExtend (tracks 1 to 5, suggestions, cases handled again).
    Extended before                       => ExtensionAlreadyUsed.
    Not 1 to 30 days                      => ExtensionTooLong.
    At or after the end of the limit      => ExtensionTooLate.
    """
    if not officer.holds("unit_head"):
        raise ExtensionNotByHead("actor", person=officer.name)
    return _extensible(command.days, clocks, earlier, now)


def _extensible(days: int, clocks: Sequence[Clock], earlier: Extension | None, now: datetime) -> Clock:
    if earlier is not None:
        raise ExtensionAlreadyUsed("case_no", days=earlier.days)
    limits = running(clocks, "K5")
    if not limits:
        raise NoLimitToExtend("case_no")
    if not 1 <= days <= LONGEST_DAYS:
        raise ExtensionTooLong("days", days=days)
    if limits[0].is_late(now):
        raise ExtensionTooLate("case_no", due=limits[0].last_day)
    return limits[0]


def apply_for_extension(case: CaseRecord, command: ApplyForExtension, here: Occasion) -> Paper:
    """第三十四条: whoever handles the matter applies to the head in writing (延期办理申请书), before the limit ends.

    An application waits for the head => ExtensionAppliedFor. The rest as in `clock_to_extend`, but by any handler.
    """
    if case.extension_request is not None:
        raise ExtensionAppliedFor("case_no", person=case.extension_request.applicant)
    limit = _extensible(command.days, case.clocks, case.extension, here.now)
    text = {"reason": required_text("reason", command.reason)}
    case.extension_request = ExtensionRequest(command.days, command.reason_code, here.officer.name, here.now)
    case.record(
        events.ExtensionAppliedFor(
            here.officer.unit, command.days, command.reason_code, here.officer.name, here.now, case.round
        )
    )
    tried = replace(limit)
    tried.extend(command.days, here.calendar)
    facts = _in_print(command, limit.last_day, tried.last_day, here.officer.name)
    return case.paper(PaperKind.EXTENSION_APPLICATION, here, None, text, **facts)


def decline_extension(case: CaseRecord, command: DeclineExtension, here: Occasion) -> Paper:
    """The head does not extend; the limit stays as it is. Nobody applied => NoExtensionAppliedFor."""
    if not here.officer.holds("unit_head"):
        raise ExtensionNotByHead("actor", person=here.officer.name)
    request = case.extension_request
    if request is None:
        raise NoExtensionAppliedFor("case_no")
    text = {"reason": required_text("reason", command.reason)}
    case.extension_request = None
    case.record(events.ExtensionDeclined(here.officer.unit, request.days, here.officer.name, here.now, case.round))
    return case.paper(
        PaperKind.EXTENSION_REFUSAL, here, None, text, days=str(request.days), applicant=request.applicant
    )


def drop_application(case: CaseRecord, here: Occasion) -> None:
    """Once the answer is delivered there is no limit to extend: what is still applied for is told as not granted."""
    request, case.extension_request = case.extension_request, None
    if request is not None:
        case.record(events.ExtensionDeclined(here.officer.unit, request.days, here.officer.name, here.now, case.round))


def extend_case(case: CaseRecord, command: ExtendCase, here: Occasion) -> tuple[Paper, ...]:
    """第三十四条: the head of the unit extends the limit once, by at most 30 days, and tells the petitioner why.

    延期告知书 goes to the petitioner. Where nobody applied before, the application of the officer in charge
    (延期办理申请书) is written with it.
    """
    limit = clock_to_extend(command, case.clocks, case.extension, here.officer, here.now)
    text = {"reason": required_text("reason", command.reason)}
    notice_no = notice_number(command.notice_no, case.anonymous)
    case.extension = Extension(command.days, command.reason_code, here.officer.name, here.now, notice_no)
    old_due_on = limit.last_day
    moved = limit.extend(command.days, here.calendar)
    case.record(
        events.CaseExtended(
            here.officer.unit, command.days, command.reason_code, here.officer.name, moved.due_at, notice_no
        )
    )
    case.record(moved)
    case.move_to(case.state)
    request, case.extension_request = case.extension_request, None
    in_charge = case.responsibility.person if case.responsibility else case.signed_by
    facts = _in_print(command, old_due_on, limit.last_day, request.applicant if request else in_charge)
    facts["approved_by"] = here.officer.name
    notice = case.paper(PaperKind.EXTENSION_NOTICE, here, notice_no, text, **facts)
    return (notice,) if request else (case.paper(PaperKind.EXTENSION_APPLICATION, here, None, text, **facts), notice)


def _in_print(
    command: ApplyForExtension | ExtendCase, old_due_on: date, due_on: date, applicant: str | None
) -> dict[str, str | None]:
    return {
        "days": str(command.days),
        "reason_zh": REASONS[command.reason_code][0],
        "old_due_on": old_due_on.isoformat(),
        "due_on": due_on.isoformat(),
        "applicant": applicant,
    }
