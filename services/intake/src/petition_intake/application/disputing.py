"""Use cases of disputes (矛盾纠纷): found, looked at, settled, gone on as a petition, linked to one that came later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from petition_intake.application.access import open_case, open_own_registration
from petition_intake.application.dispute_ports import DisputeArchive, Disputes
from petition_intake.application.ports import Files, Office, Registers
from petition_intake.application.registration import register_petition
from petition_intake.domain.dispute import Dispute, Find
from petition_intake.domain.dispute_errors import DisputeStillOpen, DisputeUnknown, NotYourDispute, RegistrarOnly
from petition_intake.domain.dispute_link import check_found_beforehand
from petition_intake.domain.dispute_words import (
    DISPUTE_LEVEL_WORDING,
    DISPUTE_STATE_WORDING,
    FOUND_BY_WORDING,
    DisputeLevel,
    Verdict,
)
from petition_intake.domain.errors import AccusationNeedsOwnFiling, StaleVersion
from petition_intake.domain.filing import Filing, Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import RegisterCopy, unit_wording
from workdays import local_day

REGISTRAR = "registrar"


class DisputeView(StrEnum):
    """open: still open. old: open for longer than the county allows. mine: what one's own unit found, ended or not."""

    OPEN = "open"
    OLD = "old"
    MINE = "mine"


def report_dispute(
    disputes: Disputes, files: Files, registers: Registers, officer: Officer, find: Find, now: datetime
) -> Dispute:
    """排查登记; refusals as in `Dispute.report`, and of place, category and the petition it came to light in."""
    register = registers.current()
    register.check_category(find.category)
    placed = replace(find, place=register.check_place(find.place), matter=find.matter.strip())
    if placed.case_no is not None:
        open_case(files, register, officer, placed.case_no)
    overdue_days = register.settings.dispute_overdue_days
    dispute = Dispute.report(disputes.next_number(now), placed, officer, overdue_days, now)
    disputes.save(dispute)
    return dispute


def check_dispute(
    disputes: Disputes,
    registers: Registers,
    officer: Officer,
    dispute_no: str,
    verdict: Verdict,
    basis: str,
    expected: int | None,
    now: datetime,
) -> Dispute:
    """核实. Refusals: DisputeUnknown, NotYourDispute, and as in `Dispute.check_find`."""
    dispute = open_dispute(disputes, registers.current(), officer, dispute_no, expected)
    dispute.check_find(verdict, basis, officer, now)
    disputes.save(dispute)
    return dispute


def settle_dispute(
    disputes: Disputes,
    registers: Registers,
    officer: Officer,
    dispute_no: str,
    level: DisputeLevel,
    settled_on: date | None,
    result: str,
    evidence: str,
    agreement_no: str | None,
    expected: int | None,
    now: datetime,
) -> Dispute:
    """化解. `settled_on` None means today. Refusals: DisputeUnknown, NotYourDispute, and as in `Dispute.settle`."""
    dispute = open_dispute(disputes, registers.current(), officer, dispute_no, expected)
    dispute.settle(level, settled_on or local_day(now), result, evidence, agreement_no, officer, now)
    disputes.save(dispute)
    return dispute


def upgrade_dispute(
    disputes: Disputes,
    files: Files,
    registers: Registers,
    officer: Officer,
    dispute_no: str,
    case_no: str,
    expected: int | None,
    now: datetime,
) -> tuple[Dispute, Petition]:
    """转为信访事项: the dispute goes on as a registered petition, which says from now on where it was found."""
    register = registers.current()
    dispute = open_dispute(disputes, register, officer, dispute_no, expected)
    petition, _ = open_own_registration(files, register, officer, case_no)
    petition.link_dispute(dispute, officer, now)
    dispute.upgrade(case_no, officer, now)
    disputes.save(dispute)
    files.petitions.save(petition)
    return dispute, petition


def upgrade_by_registering(
    disputes: Disputes,
    files: Files,
    office: Office,
    officer: Officer,
    dispute_no: str,
    filing: Filing,
    request_id: str,
    expected: int | None,
    now: datetime,
) -> tuple[Dispute, Petition]:
    """转为信访事项: the petition is registered with it. Everything is looked at before a number is taken.

    No registrar => RegistrarOnly. An accusation is filed as one => AccusationNeedsOwnFiling.
    """
    if REGISTRAR not in officer.roles:
        raise RegistrarOnly("actor")
    if filing.purpose is Purpose.ACCUSATION:
        raise AccusationNeedsOwnFiling("petition.purpose")
    dispute = open_dispute(disputes, office.registers.current(), officer, dispute_no, expected)
    dispute.check_may_go_on()
    check_found_beforehand(filing.received_at or now, None, dispute)
    receipt = register_petition(files, office, officer, filing, request_id, now)
    petition = files.petitions.get(receipt.case_no)
    assert petition is not None, "it was registered a moment ago"
    petition.link_dispute(dispute, officer, now)
    dispute.upgrade(petition.case_no, officer, now)
    disputes.save(dispute)
    files.petitions.save(petition)
    return dispute, petition


def link_dispute(
    disputes: Disputes,
    files: Files,
    registers: Registers,
    officer: Officer,
    case_no: str,
    dispute_no: str,
    expected: int | None,
    now: datetime,
) -> Petition:
    """A petition came although its matter had been found and dealt with; a dispute still open => DisputeStillOpen."""
    register = registers.current()
    petition, _ = open_own_registration(files, register, officer, case_no, expected)
    dispute = open_dispute(disputes, register, officer, dispute_no)
    if dispute.is_open:
        raise DisputeStillOpen("dispute_no")
    petition.link_dispute(dispute, officer, now)
    files.petitions.save(petition)
    return petition


def open_dispute(
    disputes: Disputes, register: RegisterCopy, officer: Officer, dispute_no: str, expected: int | None = None
) -> Dispute:
    """The dispute.

    Not on record                                                       => DisputeUnknown
    Neither the bureau, nor who found it, nor a unit of its township    => NotYourDispute
    Another version than the caller looked at                           => StaleVersion
    """
    dispute = disputes.get(dispute_no)
    if dispute is None:
        raise DisputeUnknown("dispute_no", dispute_no=dispute_no)
    near = register.township_of(officer.unit) == dispute.find.place.township_code
    if not (register.is_bureau(officer.unit) or officer.unit == dispute.unit or near):
        raise NotYourDispute("dispute_no", unit=officer.unit)
    if expected not in (None, dispute.version):
        raise StaleVersion("expected_version", actual=dispute.version, expected=expected)
    return dispute


def get_dispute(disputes: Disputes, registers: Registers, officer: Officer, dispute_no: str, now: datetime) -> Any:
    """One dispute in full, for those who may act on it."""
    register = registers.current()
    dispute = open_dispute(disputes, register, officer, dispute_no)
    return {
        **_row(dispute, register, now),
        "version": dispute.version,
        "matter": dispute.find.matter,
        "found_in_case": dispute.find.case_no,
        "check": None if dispute.check is None else vars(dispute.check),
        "settlement": _settlement(dispute),
    }


def list_disputes(
    archive: DisputeArchive,
    registers: Registers,
    officer: Officer,
    view: DisputeView,
    limit: int,
    cursor: str | None,
    now: datetime,
) -> dict[str, Any]:
    """A page, the earliest find first: the bureau sees the county, a township's units their township, others their own.

    `old`: open on more days than the county allows.
    """
    register = registers.current()
    township = register.township_of(officer.unit)
    all_of_it = register.is_bureau(officer.unit) and view is not DisputeView.MINE
    unit = officer.unit if view is DisputeView.MINE or (township is None and not all_of_it) else None
    before = local_day(now) - timedelta(days=register.settings.dispute_overdue_days + 1)
    found, following = archive.page(
        unit=unit,
        township=None if unit is not None or all_of_it else township,
        is_open=None if view is DisputeView.MINE else True,
        found_until=before if view is DisputeView.OLD else None,
        limit=limit,
        cursor=cursor,
    )
    return {"items": [_row(dispute, register, now) for dispute in found], "next": following}


def _row(dispute: Dispute, register: RegisterCopy, now: datetime) -> dict[str, Any]:
    find = dispute.find
    return {
        "dispute_no": dispute.dispute_no,
        "state": DISPUTE_STATE_WORDING[dispute.state].to_wire(dispute.state.value),
        "found_by": FOUND_BY_WORDING[find.found_by].to_wire(find.found_by.value),
        "place": vars(find.place),
        "category": find.category,
        "people": find.people,
        "found_on": find.found_on,
        "days_open": (local_day(now) - find.found_on).days if dispute.is_open else None,
        "overdue": dispute.overdue_told,
        "unit": unit_wording(register, dispute.unit),
        "reported_by": dispute.reported_by,
        "campaign_no": find.campaign_no,
        "petition_no": dispute.petition_no,
    }


def _settlement(dispute: Dispute) -> dict[str, Any] | None:
    if dispute.settlement is None:
        return None
    level = dispute.settlement.level
    return {**vars(dispute.settlement), "level": DISPUTE_LEVEL_WORDING[level].to_wire(level.value)}
