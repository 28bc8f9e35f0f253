"""Hearing and mediation in the handling (听证、调解), and referral to the body the law provides (诉访分离)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from petition_assignment.domain.follow_through_errors import HearingGroundRequired, PaperDateImpossible
from petition_assignment.domain.follow_through_events import CaseReferred, HandlingPaperRecorded
from petition_assignment.domain.handling_hearing import check_called
from petition_assignment.domain.mediators_named import listed_in_print, mediators_named
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from workdays import local_day

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.follow_through_commands import RecordHandlingPaper, ReferCase
    from petition_assignment.domain.occasion import Occasion

HEARING = "handling_hearing"

MEDIATION = "mediation_record"

HANDLING_PAPERS: dict[str, PaperKind] = {
    HEARING: PaperKind.HANDLING_HEARING,
    MEDIATION: PaperKind.MEDIATION_RECORD,
}

BODIES: dict[str, tuple[str, bool]] = {
    "court": ("人民法院", True),
    "procuratorate": ("人民检察院", True),
    "public_security": ("公安机关", True),
    "arbitration": ("仲裁机构", False),
    "administrative": ("行政机关法定程序", False),
    "party_body": ("党的组织", False),
}
"""The body, and whether the matter is one of litigation (涉法涉诉) that leaves the petition procedure."""


@dataclass(frozen=True)
class Referral:
    """To whom the matter was referred, by which document."""

    referred_to: str
    document_no: str
    litigation_separated: bool
    referred_by: str
    referred_at: datetime


@dataclass(frozen=True)
class Mediation:
    """That it was mediated, when, by which record, and by whom of the list; what was said is a paper."""

    document_no: str
    held_on: date
    round: int
    mediators: list[str] = field(default_factory=list)


def check_day(field: str, day: date, earliest: date, now: datetime) -> date:
    """Between the earliest day and today, both included => else PaperDateImpossible."""
    latest = local_day(now)
    if not earliest <= day <= latest:
        raise PaperDateImpossible(field, date=day, earliest=earliest, latest=latest)
    return day


def record_handling_paper(case: CaseRecord, command: RecordHandlingPaper, here: Occasion) -> Paper:
    """第三十一条第六项、第三十三条: hear and mediate; a hearing for what is major, complex or difficult alone.

    A hearing without its ground, a ground without a hearing => HearingGroundRequired. No hearing was called for that
    day => HearingNotCalled. Who mediated may be named from the county's list: see `mediators_named`.
    """
    if (command.paper == HEARING) != (command.hearing_ground is not None):
        raise HearingGroundRequired("hearing_ground")
    text = {"content": required_text("content", command.content)}
    if command.hearing_ground is not None:
        text["hearing_ground"] = command.hearing_ground
    document_no = required_text("document_no", command.document_no)
    held_on = check_day("held_on", command.held_on, local_day(case.received_at), here.now)
    if command.paper == HEARING:
        check_called(case, held_on)
    mediators = mediators_named(command.mediators, held_on, command.paper == MEDIATION, here.read_register)
    if command.paper == MEDIATION:
        case.mediations.append(Mediation(document_no, held_on, case.round, mediators))
    case.record(
        HandlingPaperRecorded(
            here.officer.unit, command.paper, document_no, held_on, here.officer.name, case.round, mediators
        )
    )
    text["held_on"] = held_on.isoformat()
    kind = HANDLING_PAPERS[command.paper]
    return case.paper(kind, here, document_no, text, mediators=listed_in_print(mediators))


def refer_case(case: CaseRecord, command: ReferCase, here: Occasion) -> Paper:
    """第二十八条第二款: 诉讼与信访分离; the case bears the mark, and says to whom it was referred by which document."""
    text = {"reason": required_text("text", command.text)}
    document_no = required_text("document_no", command.document_no)
    _, separated = BODIES[command.referred_to]
    case.referrals.append(Referral(command.referred_to, document_no, separated, here.officer.name, here.now))
    case.record(
        CaseReferred(here.officer.unit, command.referred_to, document_no, separated, here.officer.name, here.now)
    )
    return case.paper(PaperKind.REFERRAL, here, document_no, {"referred_to": command.referred_to, **text})
