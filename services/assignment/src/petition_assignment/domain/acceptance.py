"""Accepting a case on one of six tracks, or declining it (《信访工作条例》第二十三条、第三十一条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import events
from petition_assignment.domain.clocks import running
from petition_assignment.domain.competence import check_no_dispute
from petition_assignment.domain.competent_body_errors import (
    CompetentBodyNotAllowed,
    CompetentBodyRequired,
    CompetentUnitIsOneself,
)
from petition_assignment.domain.errors import DeclineReasonNotAllowed, StatuteDateNotAllowed
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import notice_number, required_text
from petition_assignment.domain.states import DUTIES, State
from petition_assignment.domain.vocabulary import Purpose

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.commands import AcceptCase, DeclineCase
    from petition_assignment.domain.occasion import Occasion


PETITION_PROCEDURE = 6
SIXTY_DAYS = 60
"""第三十四条, as the notice tells it; the clock is K5."""

TRACKS: dict[int, tuple[str, str]] = {
    1: ("诉讼、复议、立案或者法律监督程序", "litigation, reconsideration, case filing or legal supervision"),
    2: ("仲裁", "arbitration"),
    3: ("党员申诉、申请复审", "appeals and re-examination within the Party"),
    4: (
        "行政复议、裁决、确认、许可、处罚等行政程序",
        "administrative review, ruling, confirmation, licence, penalty",
    ),
    5: (
        "依法履行查处违法行为、保护合法权益的职责或者答复",
        "a statutory duty to investigate or protect, or an answer",
    ),
    6: ("信访程序", "the petition procedure"),
}
"""第三十一条第一项至第六项."""

DECLINE_REASONS: dict[str, tuple[str, str]] = {
    "N3": ("属诉讼权利救济或者法院、检察院职权范围", "court or procuratorate jurisdiction"),
    "N4": ("属纪检监察机关受理的检举控告", "an accusation for the discipline inspection body"),
    "N5": ("不属于本机关、单位职权范围", "not within this unit's power"),
    "N6": ("复核意见作出后仍以同一事实和理由提出", "the same facts and reasons again after re-review"),
    "N8": ("涉法涉诉事项已依法终结", "a litigation matter that has lawfully ended"),
    "N9": (
        "实为信访诉求的政府信息公开申请，已告知途径",
        "a petition filed as an information request; told the way",
    ),
}

NOT_IN_OUR_POWER = "N5"
"""第二十三条: the petitioner is told which body has the power."""

SAME_FACTS_AGAIN = "N6"
"""第三十六条第三款: after a re-review the same facts and reasons are 不再受理, which has a title of its own."""

MISSED_REVIEW_ZH = "未在规定期限内请求复查、复核且无正当理由"
MISSED_REVIEW = "N7"
"""Ended because no review was asked for in time: a county's own rule, off unless its register turns it on."""

REFUSED_REASONS: dict[str, tuple[str, str]] = {
    "N1": (
        "第十九条第三款只适用于上级机关、单位；承办单位正在办理的，应继续办理。",
        "Article 19 speaks of the superior body; the unit that has the case goes on with it.",
    ),
    "N2": (
        "越级走访的后果是引导（第二十条），不是不予受理。",
        "A visit above the allowed level is met with guidance (Article 20), not by declining.",
    ),
    MISSED_REVIEW: (
        "《信访工作条例》未规定逾期不申请复查、复核即不予受理，本县未启用该规则。",
        "The regulation attaches no such consequence to a missed review; this county does not use the rule.",
    ),
}
"""Reasons known elsewhere that a handling unit may not use here, with the sentence that says why."""


@dataclass(frozen=True)
class Acceptance:
    """The unit takes the case on: on which track, told to the petitioner by which notice.

    `notices_go_first`: the county's setting on that day, see `notices`.
    """

    track: int
    accepted_at: datetime
    accepted_by: str
    notice_no: str | None
    statute_due_on: date | None
    notices_go_first: bool = False


@dataclass(frozen=True)
class Declination:
    """The unit does not take the case on: for which reason, told to the petitioner by which notice."""

    reason_code: str
    declined_at: datetime
    declined_by: str
    notice_no: str | None
    competent_unit: str | None = None


def statute_date(track: int, day: date | None) -> date | None:
    """The date another statute sets for tracks 1 to 5; track 6 has Article 34 => StatuteDateNotAllowed."""
    if day is not None and track == PETITION_PROCEDURE:
        raise StatuteDateNotAllowed("statute_due_on")
    return day


def must_finish_in_sixty_days(track: int, purpose: Purpose) -> bool:
    """第三十四条 with 第三十一条第六项: only appeals handled by the petition procedure have the 60-day limit."""
    return track == PETITION_PROCEDURE and purpose is Purpose.APPEAL


def may_be_reviewed(acceptance: Acceptance | None, purpose: Purpose) -> bool:
    """第三十五条 with 第三十一条第六项: only the answer to an appeal by the petition procedure opens a review.

    What was settled on the spot and is handled again was never put on a track; it is one of the petition procedure.
    """
    track = PETITION_PROCEDURE if acceptance is None else acceptance.track
    return must_finish_in_sixty_days(track, purpose)


def allowed_reason(code: str, missed_review_ends: bool) -> str:
    """The code itself when a handling unit may decline for it; otherwise DeclineReasonNotAllowed says why not."""
    if code in REFUSED_REASONS and not (code == MISSED_REVIEW and missed_review_ends):
        why_zh, why_en = REFUSED_REASONS[code]
        raise DeclineReasonNotAllowed("reason_code", reason=code, why_zh=why_zh, why_en=why_en)
    return code


def reason_in_print(code: str) -> str:
    """The reason as the notice gives it; N7 has words of its own, since most counties do not use it."""
    return MISSED_REVIEW_ZH if code == MISSED_REVIEW else DECLINE_REASONS[code][0]


def who_has_the_power(command: DeclineCase, here: Occasion) -> dict[str, str]:
    """第二十三条: who declines for lack of power says who has it: by its code, or in words where it has none here.

    N5 with neither or with both      => CompetentBodyRequired.
    Another reason with one of them   => CompetentBodyNotAllowed.
    Not on the register               => UnitUnknown; the unit itself => CompetentUnitIsOneself.
    """
    if command.reason_code != NOT_IN_OUR_POWER:
        for field in ("competent_unit", "competent_body"):
            if getattr(command, field) is not None:
                raise CompetentBodyNotAllowed(field)
        return {}
    if (command.competent_unit is None) == (command.competent_body is None):
        raise CompetentBodyRequired("competent_unit")
    if command.competent_unit is None:
        return {"competent_body": required_text("competent_body", command.competent_body)}
    unit = here.register.unit(command.competent_unit, "competent_unit").code
    if unit == here.officer.unit:
        raise CompetentUnitIsOneself("competent_unit", unit=unit)
    return {"competent_unit": unit}


def accept_case(case: CaseRecord, command: AcceptCase, here: Occasion) -> Paper:
    """第二十三条: accept, and tell the petitioner in writing. K2 or K3 ends; K5 begins, on track 6 only."""
    check_no_dispute(case, DUTIES[command.name].zh, command.name)
    notice_no = notice_number(command.notice_no, case.anonymous)
    statute_due_on = statute_date(command.track, command.statute_due_on)
    told_first = here.register.county.notices_go_first
    case.acceptance = Acceptance(command.track, here.now, here.officer.name, notice_no, statute_due_on, told_first)
    case.record(events.CaseAccepted(here.officer.unit, command.track, here.now, here.officer.name, notice_no))
    case.stop(here.now, "accepted", "K2", "K3", "K4")
    due_on, limit_days = statute_due_on.isoformat() if statute_due_on else None, None
    if must_finish_in_sixty_days(command.track, here.petition.purpose):
        case.start("K5", here.officer.unit, here.now, here.calendar)
        for limit in running(case.clocks, "K5"):
            due_on, limit_days = limit.last_day.isoformat(), str(SIXTY_DAYS)
    case.move_to(State.ACCEPTED)
    text = {"track": TRACKS[command.track][0]}
    return case.paper(PaperKind.ACCEPTANCE_NOTICE, here, notice_no, text, due_on=due_on, limit_days=limit_days)


def decline_case(case: CaseRecord, command: DeclineCase, here: Occasion) -> Paper:
    """第二十三条: not accepted, for a reason the law knows, told in writing. The case is closed."""
    check_no_dispute(case, DUTIES[command.name].zh, command.name)
    reason = allowed_reason(command.reason_code, here.register.county.missed_review_ends)
    text = {"reason": required_text("text", command.text), **who_has_the_power(command, here)}
    notice_no = notice_number(command.notice_no, case.anonymous)
    competent_unit = text.get("competent_unit")
    case.declination = Declination(reason, here.now, here.officer.name, notice_no, competent_unit)
    case.record(events.CaseDeclined(here.officer.unit, reason, here.now, here.officer.name, notice_no, competent_unit))
    case.stop(here.now, "declined", "K2", "K3", "K4", "K11")
    case.close(State.DECLINED, here.now)
    kind = PaperKind.NO_LONGER_ACCEPTED_NOTICE if reason == SAME_FACTS_AGAIN else PaperKind.DECLINE_NOTICE
    return case.paper(kind, here, notice_no, text, reason_zh=reason_in_print(reason))
