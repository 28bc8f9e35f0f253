"""Notices to the petitioner and their delivery, with a receipt (《信访工作条例》第二十三条、第三十四条).

受理告知书, 不予受理告知书 and 延期告知书 have to reach the petitioner; until that is recorded nobody can say they did.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import notice_events
from petition_assignment.domain.delivery import check_delivery_date
from petition_assignment.domain.errors import NobodyToDeliverTo
from petition_assignment.domain.notice_errors import NoticeAlreadyDelivered, NoticeNotDelivered, NoticeNotWritten
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.vocabulary import DeliveryMethod, NoticeKind
from workdays import local_day

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.notice_commands import RecordNoticeDelivery
    from petition_assignment.domain.occasion import Occasion


NOTICE_ZH: dict[NoticeKind, str] = {
    NoticeKind.ACCEPTANCE: "受理告知书",
    NoticeKind.DECLINE: "不予（不再）受理告知书",
    NoticeKind.EXTENSION: "延期告知书",
}

NEEDED: dict[str, tuple[NoticeKind, ...]] = {
    "issue_opinion": (NoticeKind.ACCEPTANCE, NoticeKind.EXTENSION),
    "complete_case": (NoticeKind.ACCEPTANCE, NoticeKind.EXTENSION),
}
"""Which notices, where they were written at all, must have reached the petitioner before a step."""


SHOWN_ONLINE: dict[str, NoticeKind] = {
    "accepted": NoticeKind.ACCEPTANCE,
    "declined": NoticeKind.DECLINE,
    "extended": NoticeKind.EXTENSION,
}
"""The notices of this service by the name under which the petitioner is shown them."""

PETITIONER = "petitioner"
"""Stands for whoever opened a notice online: no officer recorded that."""


@dataclass(frozen=True)
class NoticeDelivery:
    """A notice in the hands of the petitioner."""

    notice: NoticeKind
    method: DeliveryMethod
    delivered_on: date
    receipt_no: str
    recorded_by: str


def written_at(case: CaseRecord, notice: NoticeKind) -> datetime | None:
    """When the notice was written; None as long as it was not."""
    if notice is NoticeKind.ACCEPTANCE:
        return case.acceptance.accepted_at if case.acceptance else None
    if notice is NoticeKind.DECLINE:
        return case.declination.declined_at if case.declination else None
    return case.extension.granted_at if case.extension else None


def undelivered(case: CaseRecord) -> list[NoticeKind]:
    """The notices that were written and of which no delivery is recorded; none where there is nobody to tell."""
    if case.anonymous:
        return []
    delivered = {delivery.notice for delivery in case.notices}
    return [notice for notice in NoticeKind if notice not in delivered and written_at(case, notice) is not None]


def first_missing(case: CaseRecord, step: str) -> NoticeKind | None:
    """The notice that holds up this step, where the county lets notices go first and it is not delivered yet."""
    if case.acceptance is None or not case.acceptance.notices_go_first:
        return None
    return next((notice for notice in undelivered(case) if notice in NEEDED.get(step, ())), None)


def check_notices(case: CaseRecord, step: str) -> None:
    """第二十三条、第三十四条: the petitioner was told before the next paper is made => else NoticeNotDelivered.

    Holds for cases accepted while the county's setting `notices_delivered_before_opinion` was on.
    """
    missing = first_missing(case, step)
    if missing is not None:
        raise NoticeNotDelivered("case_no", notice=missing.value, notice_zh=NOTICE_ZH[missing])


def record_notice_delivery(case: CaseRecord, command: RecordNoticeDelivery, here: Occasion) -> Paper:
    """A notice reached the petitioner. No clock changes: telling the petitioner was due when it was written.

    Without name or address                    => NobodyToDeliverTo.
    Not written                                => NoticeNotWritten.
    Delivered before                           => NoticeAlreadyDelivered.
    Before it was written, or in the future    => DeliveryDateImpossible.
    """
    if case.anonymous:
        raise NobodyToDeliverTo("case_no")
    since = written_at(case, command.notice)
    names = {"notice": command.notice.value, "notice_zh": NOTICE_ZH[command.notice]}
    if since is None:
        raise NoticeNotWritten("notice", **names)
    if command.notice not in undelivered(case):
        raise NoticeAlreadyDelivered("notice", **names)
    check_delivery_date(command.delivered_on, since, here.now)
    receipt_no = required_text("receipt_no", command.receipt_no)
    delivery = NoticeDelivery(command.notice, command.method, command.delivered_on, receipt_no, here.officer.name)
    return _delivered(case, delivery, here.officer.unit, here.now)


def note_opened_online(case: CaseRecord, notice: NoticeKind, opened_at: datetime, receipt_no: str) -> Paper | None:
    """The petitioner opened a notice online, as agreed, which is its receipt. None: it was delivered before."""
    if notice not in undelivered(case):
        return None
    delivery = NoticeDelivery(notice, DeliveryMethod.ELECTRONIC, local_day(opened_at), receipt_no, PETITIONER)
    return _delivered(case, delivery, case.routed_unit, opened_at)


def _delivered(case: CaseRecord, delivery: NoticeDelivery, unit: str, at: datetime) -> Paper:
    case.notices.append(delivery)
    told = (delivery.notice, delivery.method, delivery.delivered_on, delivery.receipt_no)
    case.record(notice_events.NoticeDelivered(unit, *told, case.round))
    case.move_to(case.state)
    facts = {
        "notice": NOTICE_ZH[delivery.notice],
        "method": delivery.method.value,
        "delivered_on": delivery.delivered_on.isoformat(),
    }
    return Paper(PaperKind.NOTICE_RECEIPT, delivery.recorded_by, unit, at, case.round, delivery.receipt_no, {}, facts)
