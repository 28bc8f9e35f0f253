"""听证 in the handling: who is called, for which day, and that no record is of a hearing nobody was called to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from petition_assignment.domain.follow_through_errors import HearingNotCalled
from petition_assignment.domain.follow_through_events import HandlingHearingCalled
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.routing import after_today

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.follow_through_commands import CallHandlingHearing
    from petition_assignment.domain.occasion import Occasion

HEARING_GROUNDS: dict[str, tuple[str, str]] = {
    "major": ("重大", "major"),
    "complex": ("复杂", "complex"),
    "difficult": ("疑难", "difficult"),
}
"""第三十一条第六项."""


@dataclass(frozen=True)
class HearingCall:
    """A hearing that was called, by which notice and for which day; who was asked to come stands in the notice."""

    notice_no: str
    hearing_on: date
    ground: str
    round: int


def call_handling_hearing(case: CaseRecord, command: CallHandlingHearing, here: Occasion) -> Paper:
    """第三十一条第六项: those who are to be heard are told in writing (听证通知书), for a day to come.

    Another day is called for anew; the earlier notice stays on record. Today or a day gone by => DateNotAfterToday.
    """
    text = {name: required_text(name, getattr(command, name)) for name in ("participants", "place")}
    notice_no = required_text("notice_no", command.notice_no)
    hearing_on = after_today("hearing_on", command.hearing_on, here.now)
    case.hearing_calls.append(HearingCall(notice_no, hearing_on, command.ground, case.round))
    case.record(
        HandlingHearingCalled(
            here.officer.unit, command.ground, notice_no, hearing_on, here.officer.name, here.now, case.round
        )
    )
    return case.paper(
        PaperKind.HEARING_NOTICE, here, notice_no, text, held_at=hearing_on.isoformat(), answering_unit=case.unit
    )


def check_called(case: CaseRecord, held_on: date) -> None:
    """A hearing of this round was called for that day => else HearingNotCalled."""
    if not any(call.round == case.round and call.hearing_on == held_on for call in case.hearing_calls):
        raise HearingNotCalled("held_on", held_on=held_on)
