"""What the petitioner sees: who has it, the next date, every step, every notice and document, the remedy.

It is shown against number and query code alone and holds no personal data (《信访工作条例》第十八条、第二十一条).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from petition_intake.application.petitioner_access import check_code
from petition_intake.application.ports import Files, Office
from petition_intake.application.tracking_reviews import final_of, remedy_of_review, review_shown
from petition_intake.domain.codes_told import CLOCKS, OUTCOMES, worded
from petition_intake.domain.disposition import GROUND_WORDING
from petition_intake.domain.filing import PURPOSE_WORDING
from petition_intake.domain.notices import Notice
from petition_intake.domain.online_delivery import opening_of
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Document, Progress
from petition_intake.domain.rating import last_day_to_rate
from petition_intake.domain.register import RegisterCopy, unit_wording
from petition_intake.domain.states import RATED, STATE_WORDING, State
from petition_intake.domain.step_details import details_of
from petition_intake.domain.steps import STEP_WORDING, Step
from petition_intake.domain.wording import Wording
from workdays import local_day

CONFIDENTIAL = Wording(
    "您的信访事项已登记，依法按保密程序办理；有关情况不在此公开。",
    "Your filing is registered and handled confidentially as the law requires; nothing more is shown here.",
)
RIGHTS = Wording(
    "您可以要求与信访事项有直接利害关系的工作人员回避，也可以要求对个人信息保密；请向登记窗口或者办理单位提出。",
    "You may ask that an official with an interest in the matter keeps out of it, and that your particulars are kept "
    "secret; tell the window or the handling unit.",
)
REMEDY = Wording(
    "不服处理意见的，可以自收到书面答复之日起30日内请求原办理机关、单位的上一级机关、单位复查（《信访工作条例》第三十五条）。",
    "If you do not agree with the opinion, you may ask the body one level above for a review within 30 days of "
    "receiving it (Article 35).",
)
DOCUMENTS = {
    "opinion": Wording("信访处理意见书", "written opinion"),
    "agreement": Wording("调解、和解协议书", "agreement"),
    "delivery_receipt": Wording("送达回执", "delivery receipt"),
}


def track_petition(files: Files, office: Office, case_no: str, query_code: str, now: datetime) -> dict[str, Any]:
    """Where the petition stands; a wrong code and an unknown number are refused alike."""
    check_code(office, case_no, query_code, now)
    register = office.registers.current()
    petition, progress = files.petitions.get(case_no), files.progress.get(case_no)
    if petition is None or progress is None:
        return _confidential(files, case_no)
    return {
        "case_no": case_no,
        "state": STATE_WORDING[progress.state].to_wire(progress.state.value),
        "purpose": PURPOSE_WORDING[progress.purpose].to_wire(progress.purpose.value),
        "received_at": progress.received_at,
        "registered_at": progress.registered_at,
        "registered_by": unit_wording(register, progress.registered_by_unit),
        "held_by": unit_wording(register, progress.unit or progress.registered_by_unit),
        "handler": _handler(progress, register),
        "round": progress.round,
        "next_due": _next_due(progress, register, now),
        "timeline": [_step(step, register) for step in progress.steps_in_order],
        "notices": [_notice(notice, petition) for notice in progress.notices],
        "documents": [_document(paper, register) for paper in progress.documents],
        "reviews": [review_shown(course, register) for course in progress.reviews],
        "final": final_of(progress),
        "remedy": remedy_of_review(progress, now) or _remedy(progress, now),
        "disposition": _disposition(petition),
        "rating": _rating(petition, progress, register, now),
        "online_delivery": petition.online_delivery,
        "secrecy_asked": petition.secrecy_asked,
        "rights": RIGHTS._asdict(),
    }


def _handler(progress: Progress, register: RegisterCopy) -> dict[str, Any] | None:
    """“三亮”: unit, station, staff number, the promised day and whether it was kept."""
    card = progress.handler_now
    if card is None:
        return None
    return {
        "unit": unit_wording(register, card.unit),
        "station": unit_wording(register, card.station),
        "person": card.person,
        "promised_on": card.promised_on,
        "kept": card.kept(progress.finished_on),
    }


def _confidential(files: Files, case_no: str) -> dict[str, Any]:
    """The code was right, so it is the accuser's own number (第三十条): it is registered, and no more is said."""
    accusation = files.accusations.get(case_no)
    state = State.REGISTERED
    return {
        "case_no": case_no,
        "state": STATE_WORDING[state].to_wire(state.value),
        "received_at": accusation.received_at if accusation else None,
        "registered_at": accusation.registered_at if accusation else None,
        "note": CONFIDENTIAL._asdict(),
        "rights": RIGHTS._asdict(),
    }


def _next_due(progress: Progress, register: RegisterCopy, now: datetime) -> dict[str, Any] | None:
    clock = progress.next_due
    if clock is None:
        return None
    return {
        "what": CLOCKS[clock.kind].to_wire(clock.kind),
        "unit": unit_wording(register, clock.unit),
        "due_on": clock.last_day,
        "overdue": clock.due_at <= now,
        "provisional": clock.provisional,
    }


def _step(step: Step, register: RegisterCopy) -> dict[str, Any]:
    return {
        "at": step.at,
        "step": STEP_WORDING[step.kind].to_wire(step.kind.value),
        "unit": unit_wording(register, step.unit),
        "round": step.round,
        "details": [detail._asdict() for detail in details_of(step)],
    }


def _notice(notice: Notice, petition: Petition) -> dict[str, Any]:
    opening = opening_of(petition.openings, notice.number)
    return {
        "number": notice.number,
        "kind": notice.title.to_wire(notice.kind.value),
        "at": notice.at,
        "zh": notice.zh,
        "en": notice.en,
        "document_no": notice.document_no,
        "until": notice.until,
        "owed": notice.owed,
        "opened_at": opening and opening.opened_at,
    }


def _disposition(petition: Petition) -> dict[str, Any] | None:
    """Why the petition is not sent on, or the direct answer, as it was written for the petitioner."""
    decided = petition.disposition
    if decided is None:
        return None
    return {
        "ground": GROUND_WORDING[decided.ground].to_wire(decided.ground.value),
        "reason": decided.reason,
        "decided_at": decided.decided_at,
        "comparison": decided.comparison,
    }


def _document(paper: Document, register: RegisterCopy) -> dict[str, Any]:
    return {
        "kind": worded(DOCUMENTS, paper.kind).to_wire(paper.kind),
        "unit": unit_wording(register, paper.unit),
        "at": paper.at,
        "round": paper.round,
        "number": paper.number or paper.receipt_no,
        "outcome": worded(OUTCOMES, paper.outcome).to_wire(paper.outcome) if paper.outcome else None,
        "delivered_on": paper.delivered_on,
    }


def _remedy(progress: Progress, now: datetime) -> dict[str, Any] | None:
    """第三十五条; each delivered opinion leaves its own 30 days, and the last one's are shown."""
    paper = progress.remedy
    if paper is None or paper.remedy_until is None:
        return None
    return {**REMEDY._asdict(), "until": paper.remedy_until, "open": local_day(now) <= paper.remedy_until}


def _rating(petition: Petition, progress: Progress, register: RegisterCopy, now: datetime) -> dict[str, Any]:
    """Whether it can be rated now; what was rated is not repeated."""
    rated = [rating.round for rating in petition.ratings]
    until = progress.closed_at and last_day_to_rate(progress.closed_at, register.settings.rating_window_days)
    can = (
        not petition.anonymous
        and progress.state in RATED
        and progress.round not in rated
        and until is not None
        and local_day(now) <= until
    )
    return {"open": can, "until": until, "rounds_rated": rated}
