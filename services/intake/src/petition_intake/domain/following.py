"""What other services' events do to the progress of a petition: one rule an event.

Facts arrive as plain data: each rule names the fields it needs. Times are aware instants, days are dates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from petition_intake.domain.codes_told import DECLINE_REASONS, EXTENSION_REASONS, TRACKS, worded
from petition_intake.domain.following_review import REVIEW_RULES, end_with_petition, take_reviewer
from petition_intake.domain.handler_card import HandlerCard
from petition_intake.domain.notices import NoticeKind
from petition_intake.domain.progress import MOMENT, Document, Progress, RunningClock
from petition_intake.domain.rating import last_day_to_rate
from petition_intake.domain.register import RegisterCopy
from petition_intake.domain.states import State
from petition_intake.domain.steps import StepKind
from petition_intake.domain.wording import Wording
from workdays import local_day

Told = Mapping[str, Any]
Rule = Callable[[Progress, Told, RegisterCopy, datetime], None]

NO_NUMBER = Wording("未编号", "none")


def _named(register: RegisterCopy, unit: str) -> Wording:
    return Wording(register.unit_name(unit), unit)


def _unit_of(told: Told, progress: Progress) -> str:
    """The unit that acted; where the event does not say, the one that has the case."""
    return told.get("unit") or progress.unit or progress.registered_by_unit


def _case_opened(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.router = told["unit_to_route"]
    progress.stand(State.AWAITING_ROUTING, told["unit_to_route"])


def _case_reported(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """第二十二条第一款第一项: the level above decides who handles it. Why it was reported is not told here."""
    progress.step(told["reported_at"], StepKind.REPORTED_FOR_DECISION, told["decider"])
    progress.version += 1


def _report_decided(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.step(told["decided_at"], StepKind.REPORT_DECIDED, told["decider"])
    progress.version += 1


def _report_withdrawn(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.step(told["withdrawn_at"], StepKind.REPORT_WITHDRAWN, progress.router)
    progress.version += 1


def _case_routed(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """第二十三条: the petitioner is told where the matter went, unless it stays where it was filed."""
    unit = told["unit"]
    progress.step(told["routed_at"], StepKind.ROUTED, unit, mode=told["mode"])
    if told["mode"] != "own":
        progress.tell(NoticeKind.ROUTED_TO, told["routed_at"], unit, {"unit": _named(register, unit)})
    progress.stand(State.ROUTED, unit)


def _case_signed_for(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.step(told["signed_at"], StepKind.SIGNED_FOR, told["unit"])
    progress.stand(State.SIGNED, told["unit"])


def _objection_raised(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.step(told["raised_at"], StepKind.OBJECTION_RAISED, told["unit"])
    progress.before_objection = progress.told_state
    progress.stand(State.OBJECTED)


def _objection_decided(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """Upheld => the matter is back with whoever must route it. Not upheld => the unit goes on where it stood."""
    upheld = told["upheld"]
    progress.step(told["decided_at"], StepKind.OBJECTION_DECIDED, progress.unit, upheld=str(upheld).lower())
    if upheld:
        progress.stand(State.AWAITING_ROUTING, progress.router)
    else:
        progress.stand(progress.before_objection or State.ROUTED)
    progress.before_objection = None


def _case_accepted(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    unit, accepted_at, number = told["unit"], told["accepted_at"], told.get("notice_no")
    track = worded(TRACKS, told["track"])
    progress.step(accepted_at, StepKind.ACCEPTED, unit, track=str(told["track"]))
    progress.tell(
        NoticeKind.ACCEPTED,
        accepted_at,
        unit,
        {"unit": _named(register, unit), "track": track, "number": number or NO_NUMBER},
        document_no=number,
    )
    progress.stand(State.ACCEPTED, unit)


def _case_declined(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    unit, declined_at, number = told["unit"], told["declined_at"], told.get("notice_no")
    reason = worded(DECLINE_REASONS, told["reason_code"])
    progress.step(declined_at, StepKind.DECLINED, unit, reason=told["reason_code"])
    progress.tell(
        NoticeKind.DECLINED,
        declined_at,
        unit,
        {"unit": _named(register, unit), "reason": reason, "number": number or NO_NUMBER},
        document_no=number,
    )
    progress.stand(State.DECLINED, unit)


def _responsibility_set(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """牵头领导、责任站所、责任人员、办结时限: the petitioner sees who has the matter in hand and what was promised."""
    unit = told["unit"]
    progress.step(at, StepKind.RESPONSIBILITY_SET, unit, due_on=told["due_on"].isoformat())
    progress.handler = HandlerCard(unit, told["station"], told["person"], progress.round, told["due_on"])
    progress.stand(State.IN_HANDLING, unit)


def _case_extended(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """第三十四条: the petitioner is told why."""
    unit, due = told["unit"], local_day(told["new_due_at"] - MOMENT)
    progress.step(at, StepKind.EXTENDED, unit, days=str(told["days"]), due_on=due.isoformat())
    progress.tell(
        NoticeKind.EXTENDED,
        at,
        unit,
        {
            "unit": _named(register, unit),
            "days": told["days"],
            "due_day": due,
            "reason": worded(EXTENSION_REASONS, told["reason_code"]),
        },
        document_no=told.get("notice_no"),
        until=due,
    )
    progress.version += 1


def _opinion_issued(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    unit, issued_at = _unit_of(told, progress), told["issued_at"]
    progress.step(issued_at, StepKind.OPINION_ISSUED, unit, outcome=told["outcome"])
    progress.documents.append(
        Document("opinion", issued_at, unit, told["round"], told.get("document_no"), told["outcome"])
    )
    progress.stand(State.OPINION_ISSUED, unit)


def _agreement_recorded(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """第三十三条: that the parties agreed, and under which number; the terms are handed over by the unit."""
    unit, perform_by = told["unit"], told.get("perform_by")
    progress.step(at, StepKind.AGREED, unit, told["round"], due_on=perform_by and perform_by.isoformat())
    progress.documents.append(Document("agreement", at, unit, told["round"], told["document_no"]))
    progress.version += 1


def _opinion_delivered(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """第三十五条: the remedy and its last day are told with the delivery."""
    unit, remedy = _unit_of(told, progress), told["remedy_until"]
    progress.step(at, StepKind.OPINION_DELIVERED, unit, delivered_on=told["delivered_on"].isoformat())
    progress.documents.append(
        Document(
            "delivery_receipt",
            at,
            unit,
            told["round"],
            delivered_on=told["delivered_on"],
            receipt_no=told["receipt_no"],
            remedy_until=remedy,
        )
    )
    progress.tell(
        NoticeKind.OPINION_DELIVERED,
        at,
        unit,
        {"unit": _named(register, unit), "delivered_on": told["delivered_on"], "remedy_until": remedy},
        document_no=told["receipt_no"],
        until=remedy,
    )
    progress.stand(State.DELIVERED, unit)


def _suggestion_answered(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """第二十九条: a suggestion is answered; what became of it stands in the reply the unit hands over."""
    progress.step(told["answered_at"], StepKind.OPINION_ISSUED, told["unit"], told["round"])
    progress.documents.append(Document("opinion", told["answered_at"], told["unit"], told["round"]))
    progress.stand(State.OPINION_ISSUED, told["unit"])


def _answer_delivered(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """An answer on tracks 1 to 5 or to a suggestion: delivered, without a time to ask for a review (第三十五条)."""
    unit, day = told["unit"], told["delivered_on"]
    progress.step(at, StepKind.OPINION_DELIVERED, unit, told["round"], delivered_on=day.isoformat())
    progress.documents.append(
        Document("delivery_receipt", at, unit, told["round"], delivered_on=day, receipt_no=told["receipt_no"])
    )
    progress.stand(State.DELIVERED, unit)


def _case_succeeded(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """第二十四条: the unit was merged or abolished; the petitioner is shown the one that has the case now."""
    progress.unit = told["unit"]
    progress.settle_state()


def _case_completed(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.step(told["completed_at"], StepKind.COMPLETED, told["unit"], level=told["level"])
    progress.stand(State.COMPLETED, told["unit"])


def _case_confirmed(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """审核认定办结: the round is closed, and the petitioner may rate it until the window ends."""
    confirmed_at = told["confirmed_at"]
    until = last_day_to_rate(confirmed_at, register.settings.rating_window_days)
    progress.closed_at = confirmed_at
    progress.step(confirmed_at, StepKind.CONFIRMED, progress.unit)
    progress.tell(
        NoticeKind.CLOSED,
        confirmed_at,
        progress.unit or progress.registered_by_unit,
        {"rate_until": until},
        until=until,
    )
    progress.stand(State.CONFIRMED)


def _case_returned(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    unit = progress.unit or progress.registered_by_unit
    progress.step(told["returned_at"], StepKind.RETURNED, unit)
    progress.tell(NoticeKind.RETURNED_TO_UNIT, told["returned_at"], unit, {"unit": _named(register, unit)})
    progress.stand(State.IN_HANDLING)


def _round_opened(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """重新办理: the same case, one round further; the former round's rating stays with that round."""
    unit = told["unit"]
    progress.round = told["round"]
    progress.closed_at = None
    progress.step(at, StepKind.ROUND_OPENED, unit, due_on=told["due_on"].isoformat())
    progress.tell(
        NoticeKind.HANDLED_AGAIN,
        at,
        unit,
        {"unit": _named(register, unit), "round": told["round"], "due_day": told["due_on"]},
        until=told["due_on"],
    )
    progress.stand(State.IN_HANDLING, unit)


def _closed_on_spot(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """Assignment noted intake's own settlement; what the petitioner sees has been there since."""
    progress.stand(State.SETTLED_ON_SPOT)


def _closed_withdrawn(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    end_with_petition(progress)
    progress.stand(State.WITHDRAWN)


def _clock_started(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.clock_started(
        RunningClock(told["clock_id"], told["kind"], told["unit"], told["due_at"], told["provisional"])
    )
    take_reviewer(progress, told["kind"], told["unit"])


def _clock_moved(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.clock_moved(told["clock_id"], told["due_at"], told["provisional"])


def _clock_paused(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.clock_paused(told["clock_id"])


def _clock_stopped(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    progress.clock_stopped(told["clock_id"])


def _followed_up(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    """That somebody asked, not what was answered."""
    reached = str(told["reached"]).lower()
    progress.step(told["recorded_at"], StepKind.FOLLOWED_UP, told["officer_unit"], told["round"], reached=reached)
    progress.version += 1


def _rehandling_ordered(progress: Progress, told: Told, register: RegisterCopy, at: datetime) -> None:
    due_on = told["due_on"].isoformat()
    progress.step(at, StepKind.REHANDLING_ORDERED, told["unit"], told["round"], due_on=due_on)
    progress.version += 1


RULES: Mapping[tuple[str, str], Rule] = {
    ("assignment", "case_opened.v1"): _case_opened,
    ("assignment", "case_reported_for_decision.v1"): _case_reported,
    ("assignment", "reported_case_decided.v1"): _report_decided,
    ("assignment", "report_for_decision_withdrawn.v1"): _report_withdrawn,
    ("assignment", "case_routed.v1"): _case_routed,
    ("assignment", "case_signed_for.v1"): _case_signed_for,
    ("assignment", "objection_raised.v1"): _objection_raised,
    ("assignment", "objection_decided.v1"): _objection_decided,
    ("assignment", "case_accepted.v1"): _case_accepted,
    ("assignment", "case_declined.v1"): _case_declined,
    ("assignment", "responsibility_set.v1"): _responsibility_set,
    ("assignment", "case_extended.v1"): _case_extended,
    ("assignment", "agreement_recorded.v1"): _agreement_recorded,
    ("assignment", "opinion_issued.v1"): _opinion_issued,
    ("assignment", "opinion_delivered.v1"): _opinion_delivered,
    ("assignment", "answer_delivered.v1"): _answer_delivered,
    ("assignment", "suggestion_answered.v1"): _suggestion_answered,
    ("assignment", "case_succeeded.v1"): _case_succeeded,
    ("assignment", "case_completed.v1"): _case_completed,
    ("assignment", "case_confirmed.v1"): _case_confirmed,
    ("assignment", "case_returned.v1"): _case_returned,
    ("assignment", "round_opened.v1"): _round_opened,
    ("assignment", "case_closed_on_spot.v1"): _closed_on_spot,
    ("assignment", "case_closed_withdrawn.v1"): _closed_withdrawn,
    ("assignment", "clock_started.v1"): _clock_started,
    ("assignment", "clock_moved.v1"): _clock_moved,
    ("assignment", "clock_paused.v1"): _clock_paused,
    ("assignment", "clock_resumed.v1"): _clock_moved,
    ("assignment", "clock_stopped.v1"): _clock_stopped,
    **REVIEW_RULES,
    ("supervision", "follow_up_recorded.v1"): _followed_up,
    ("supervision", "rehandling_ordered.v1"): _rehandling_ordered,
}
"""Everything intake follows about a case; the register comes beside it."""
