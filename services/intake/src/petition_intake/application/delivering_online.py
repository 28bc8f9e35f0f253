"""Choosing how notices come, and opening one: the petitioner's own acts, by number and query code."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from petition_intake.application.petitioner_access import check_code, open_at_window_or_by_code
from petition_intake.application.ports import Files, Office
from petition_intake.domain.delivery_errors import DeliveryAsChosen, NoticeUnknown, OpenedByOfficer
from petition_intake.domain.officer import Officer
from petition_intake.domain.online_delivery import find_notice, opening_of
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import PORTAL


def choose_delivery(
    files: Files,
    office: Office,
    caller: Officer,
    case_no: str,
    online: bool,
    query_code: str | None,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """同意或者不再同意网上送达, at the window or online. Refusals as in `open_at_window_or_by_code`."""
    found = open_at_window_or_by_code(files, office, caller, case_no, query_code, expected_version, now)
    if found is None:
        raise DeliveryAsChosen("online")
    petition, _ = found
    petition.choose_delivery(online, caller, now)
    files.petitions.save(petition)
    return petition


def open_notice(
    files: Files, office: Office, caller: Officer, case_no: str, query_code: str, notice_number: str, now: datetime
) -> dict[str, Any]:
    """The notice, and the day it was opened for the first time; again, it is shown and nothing is recorded.

    An officer, or an agency => OpenedByOfficer.
    """
    if caller.person is not None or office.registers.current().kind_of(caller.unit) != PORTAL:
        raise OpenedByOfficer("actor")
    check_code(office, case_no, query_code, now)
    petition, progress = files.petitions.get(case_no), files.progress.get(case_no)
    if petition is None or progress is None:
        raise NoticeUnknown("notice_number", number=notice_number)
    notice = find_notice(progress.notices, notice_number)
    first_time = opening_of(petition.openings, notice_number) is None
    if first_time:
        petition.open_notice(notice, now)
        files.petitions.save(petition)
    opening = opening_of(petition.openings, notice_number)
    assert opening is not None, "it was opened just now, if not before"
    return {
        "case_no": case_no,
        "case_version": petition.version,
        "notice_number": notice_number,
        "zh": notice.zh,
        "en": notice.en,
        "opened_at": opening.opened_at,
        "receipt": opening.receipt,
        "first_time": first_time,
    }
