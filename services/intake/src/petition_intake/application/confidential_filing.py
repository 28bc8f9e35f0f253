"""Opening an accusation: named people only, with a reason, and never in sight of the accused unit (第三十条)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from petition_intake.application.ports import Accusations, Registers
from petition_intake.domain.accusation import Accusation
from petition_intake.domain.accusation_transfer import Transfer
from petition_intake.domain.errors import CaseUnknown, ReasonRequired
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import unit_wording


def note_reading(accusations: Accusations, officer: Officer, case_no: str, reason: str, now: datetime) -> Accusation:
    """Note who opens it and why, before it is shown.

    Unknown, or not for this officer => CaseUnknown: to everybody else it does not exist.
    """
    accusation = accusations.get(case_no)
    if accusation is None or not accusation.may_be_read_by(officer):
        raise CaseUnknown("case_no", case_no=case_no)
    if not reason.strip():
        raise ReasonRequired("reason")
    accusation.read_by(officer, reason.strip(), now)
    accusations.save(accusation)
    return accusation


def pass_on(
    accusations: Accusations, registers: Registers, officer: Officer, case_no: str, transfer: Transfer
) -> Accusation:
    """Record the transfer to the discipline body (第三十条). Who may not open it learns of nothing => CaseUnknown."""
    accusation = accusations.get(case_no)
    if accusation is None or not accusation.may_be_read_by(officer):
        raise CaseUnknown("case_no", case_no=case_no)
    if transfer.unit is not None:
        registers.current().check_unit(transfer.unit, "unit")
    accusation.pass_on(transfer)
    accusations.save(accusation)
    return accusation


def show(accusation: Accusation, registers: Registers) -> dict[str, Any]:
    """Everything about it, unmasked: whoever may open it is the one who investigates."""
    accused = accusation.accused
    return {
        "case_no": accusation.case_no,
        "channel": accusation.channel.value,
        "category": accusation.category,
        "place": vars(accusation.place),
        "received_at": accusation.received_at,
        "registered_at": accusation.registered_at,
        "registered_by_unit": accusation.registered_by_unit,
        "anonymous": accusation.anonymous,
        "headcount": accusation.headcount,
        "request": accusation.request,
        "facts": accusation.facts,
        "reasons": accusation.reasons,
        "accused": {
            "unit": unit_wording(registers.current(), accused.unit),
            "name": accused.name,
            "post": accused.post,
            "person": accused.person,
        },
        "transfer": _transfer(accusation.transfer),
        "petitioners": [{**vars(person), "role": person.role.value} for person in accusation.petitioners],
        "readings": [vars(reading) for reading in accusation.readings],
    }


def _transfer(transfer: Transfer | None) -> dict[str, Any] | None:
    return None if transfer is None else {**vars(transfer), "informed": [who.value for who in transfer.informed]}
