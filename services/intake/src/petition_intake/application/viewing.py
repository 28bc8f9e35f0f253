"""What officers see of petitions: one, or a page of many. Names and numbers are masked; accusations are not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from petition_intake.application.access import open_case
from petition_intake.application.ports import Archive, Files, Registers
from petition_intake.application.veiling import Veil, veil_of
from petition_intake.domain.channels import CHANNEL_WORDING, Channel
from petition_intake.domain.filing import PURPOSE_WORDING
from petition_intake.domain.forms import FORM_WORDING, Form, plain_form
from petition_intake.domain.marks import MARK_WORDING, Mark
from petition_intake.domain.officer import Officer
from petition_intake.domain.people import masked
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress
from petition_intake.domain.register import RegisterCopy, unit_wording
from petition_intake.domain.states import STATE_WORDING, State


def get_petition(files: Files, registers: Registers, officer: Officer, case_no: str) -> dict[str, Any]:
    """One petition as registered, with how it fares; refusals as in `open_case`."""
    register = registers.current()
    petition, progress = open_case(files, register, officer, case_no)
    people = files.people.get(case_no)
    veil = veil_of(people, petition.secrecy_asked)
    return {
        **row_of(progress, register),
        "case_version": petition.version,
        "registered_by": petition.registered_by,
        "registered_level": petition.registered_level.value,
        "headcount": petition.headcount,
        "representatives": petition.representatives,
        "joint": petition.joint,
        "anonymous": petition.anonymous,
        "identity_unclear": petition.identity_unclear,
        "skip_level": petition.skip_level,
        "consent_public": petition.consent_public,
        "secrecy_asked": petition.secrecy_asked,
        "in_writing": petition.in_writing,
        "postmarked_on": petition.postmarked_on,
        "hand_down": None if petition.hand_down is None else vars(petition.hand_down),
        "ticket_no": petition.ticket_no,
        "petitioners": [masked(person, petition.secrecy_asked) for person in people],
        "request": veil(petition.request),
        "facts": veil(petition.facts),
        "reasons": veil(petition.reasons),
        "link": None if petition.link is None else vars(petition.link),
        "settlement": _settlement(petition, veil),
        "withdrawn_at": petition.withdrawn_at,
        "dispositions": [
            {
                **vars(decided),
                "reason": veil(decided.reason),
                "comparison": decided.comparison and veil(decided.comparison),
                "withdrawn_why": decided.withdrawn_why and veil(decided.withdrawn_why),
            }
            for decided in petition.dispositions
        ],
        "category_decisions": [vars(decision) for decision in petition.category_decisions],
        "markings": [
            {
                **vars(marking),
                "reason": veil(marking.reason),
                "withdrawn_why": marking.withdrawn_why and veil(marking.withdrawn_why),
            }
            for marking in petition.marks
        ],
        "codes": petition.codes.worded(register.code_tables),
        "classified": [
            {**vars(one), "codes": one.codes.worded(register.code_tables)} for one in petition.classifications
        ],
        "reclassified": [{**vars(change), "place": vars(change.place)} for change in petition.reclassified],
        "review_requests": [
            {
                **vars(asked),
                "reasons": veil(asked.reasons),
                "good_reason": asked.good_reason and veil(asked.good_reason),
            }
            for asked in petition.review_requests
        ],
        "found_as": None if petition.found_as is None else vars(petition.found_as),
        "online_delivery": petition.online_delivery,
        "openings": [vars(opening) for opening in petition.openings],
        "rounds_rated": [rating.round for rating in petition.ratings],
        "notices": [
            {"number": notice.number, "kind": notice.kind.value, "at": notice.at, "zh": notice.zh, "owed": notice.owed}
            for notice in progress.notices
        ],
    }


def _settlement(petition: Petition, veil: Veil) -> dict[str, Any] | None:
    if petition.settlement is None:
        return None
    settled = petition.settlement
    return {**vars(settled), "result": veil(settled.result)}


@dataclass(frozen=True)
class ListFilter:
    """What a list is narrowed to; None leaves a side open.

    `received_to` itself is left out; `marks` is one mark that stands.
    """

    state: State | None = None
    channel: Channel | None = None
    registered_by_unit: str | None = None
    received_from: datetime | None = None
    received_to: datetime | None = None
    marks: Mark | None = None
    joined_to: str | None = None


def list_petitions(
    archive: Archive, registers: Registers, officer: Officer, wanted: ListFilter, limit: int, cursor: str | None
) -> dict[str, Any]:
    """A page of what the officer's unit may see: the bureau everything, a unit what it registered or has."""
    register = registers.current()
    narrowed: dict[str, Any] = {name: value for name, value in vars(wanted).items() if value is not None}
    if not register.is_bureau(officer.unit):
        narrowed["seen_by"] = officer.unit
    found, following = archive.page(narrowed, limit, cursor)
    return {"items": [row_of(progress, register) for progress in found], "next": following}


def row_of(progress: Progress, register: RegisterCopy) -> dict[str, Any]:
    """One petition as lists show it."""
    due = progress.next_due
    channel = Channel(progress.channel)
    form = Form(progress.form) if progress.form else plain_form(channel)
    return {
        "case_no": progress.case_no,
        "state": STATE_WORDING[progress.state].to_wire(progress.state.value),
        "channel": CHANNEL_WORDING[channel].to_wire(channel.value),
        "form": FORM_WORDING[form].to_wire(form.value),
        "purpose": PURPOSE_WORDING[progress.purpose].to_wire(progress.purpose.value),
        "category": progress.category,
        "place": vars(progress.place),
        "received_at": progress.received_at,
        "registered_at": progress.registered_at,
        "registered_by_unit": unit_wording(register, progress.registered_by_unit),
        "held_by": unit_wording(register, progress.unit),
        "round": progress.round,
        "joined_to": progress.joined_to,
        "marks": [MARK_WORDING[Mark(mark)].to_wire(mark) for mark in progress.marks],
        "next_due_on": due and due.last_day,
    }
