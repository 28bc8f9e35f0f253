"""Use cases of the supervision ledger and its ladder."""

from __future__ import annotations

from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.ladder import Adoption, Trigger, Verdict
from petition_supervision.domain.ladder_errors import OwnUnitSupervised, SignOffRequired, SupervisionAlreadyOpen
from petition_supervision.domain.meetings import MeetingKind
from petition_supervision.domain.supervision_item import Officer, SupervisionItem


def open_supervision(
    work: Work,
    officer: Officer,
    trigger: Trigger,
    unit: str,
    case_no: str | None,
    owner: str | None,
    due_on: date,
    reason: str | None = None,
) -> SupervisionItem:
    """A person puts a unit, or a case of it, on the ledger (《信访工作条例》第四十条).

    Refusals: UnitUnknown, OwnUnitSupervised, SupervisionAlreadyOpen, SupervisionReasonRequired, DueDateNotAhead; an
    unknown case as the wire says.
    """
    if unit not in work.units.get().units:
        raise UnitUnknown("unit", unit=unit)
    if officer.unit == unit:
        raise OwnUnitSupervised("unit", unit=unit)
    if case_no is not None:
        work.cases.require(case_no)
    owner = owner or officer.person
    return open_item(work, trigger, unit, case_no, officer.unit, owner, officer.person, due_on, reason)


def open_item(
    work: Work,
    trigger: Trigger,
    unit: str,
    case_no: str | None,
    owner_unit: str,
    owner: str | None,
    opened_by: str | None,
    due_on: date,
    reason: str | None = None,
) -> SupervisionItem:
    """Put an item on the ledger; the same trigger open for the same unit and case => SupervisionAlreadyOpen.

    The number is taken first: two who open at once meet there, so one of them sees what the other opened.
    """
    number = work.items.next_number(work.now)
    if (there := work.items.open_of(unit, case_no, trigger)) is not None:
        raise SupervisionAlreadyOpen(supervision_no=there)
    item = SupervisionItem.open(number, trigger, unit, case_no, owner_unit, owner, opened_by, due_on, work.now, reason)
    work.items.save(item)
    return item


def reply_to_supervision(work: Work, officer: Officer, supervision_no: str, text: str) -> SupervisionItem:
    """Refusals: SupervisionIsCleared, NotTheSupervisedUnit."""
    item = work.items.require(supervision_no)
    item.reply(officer, text, work.now)
    work.items.save(item)
    return item


def check_supervision(
    work: Work,
    officer: Officer,
    supervision_no: str,
    verdict: Verdict,
    evidence: str,
    due_on: date | None,
    sign_off: str | None,
) -> SupervisionItem:
    """Refusals: SupervisionIsCleared, OwnUnitSupervised, LadderAtItsEnd, LastStepAwaited, StepDueDateRequired,
    DueDateNotAhead, SignOffRequired, NotOfThisStep.

    《信访工作条例》第三十九条: 通报 is the joint meeting's; `sign_off` names one of the county's that is on record, any
    other => SignOffRequired.
    """
    item = work.items.require(supervision_no)
    if sign_off is not None and not is_a_joint_meeting(work, sign_off):
        raise SignOffRequired("sign_off")
    item.check(officer, verdict, evidence, due_on, sign_off, work.now)
    work.items.save(item)
    return item


def sign_accountability_proposal(
    work: Work, officer: Officer, supervision_no: str, document_no: str, addressee: str, consequence: str
) -> SupervisionItem:
    """Refusals: SupervisionIsCleared, OwnUnitSupervised, NoProposalToSign, DrafterMayNotSign."""
    item = work.items.require(supervision_no)
    answer_by = work.county.get().last_day(work.now, work.settings.proposal_feedback_days)
    item.sign(officer, document_no, addressee, consequence, answer_by, work.now)
    work.items.save(item)
    return item


def record_proposal_feedback(
    work: Work, officer: Officer, supervision_no: str, adoption: Adoption, reason: str | None
) -> SupervisionItem:
    """Refusals: OwnUnitSupervised, NoProposalToAnswer, AdoptionReasonRequired."""
    item = work.items.require(supervision_no)
    item.answer_proposal(officer, adoption, reason, work.now)
    work.items.save(item)
    return item


def clear_supervision(work: Work, officer: Officer, supervision_no: str, proof: str) -> SupervisionItem:
    """Refusals: SupervisionIsCleared, OwnUnitSupervised, CheckMissing."""
    item = work.items.require(supervision_no)
    item.clear(officer, proof, work.now)
    work.items.save(item)
    return item


def is_a_joint_meeting(work: Work, meeting_no: str) -> bool:
    """Whether this is the number of a joint meeting of the county that is on record."""
    meeting = work.meetings.get(meeting_no)
    return meeting is not None and meeting.kind is MeetingKind.COUNTY_JOINT
