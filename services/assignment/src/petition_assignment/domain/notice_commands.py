"""What an officer can ask for about the notices to the petitioner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_assignment.domain.commands import Command
from petition_assignment.domain.vocabulary import DeliveryMethod, NoticeKind


@dataclass(frozen=True)
class RecordNoticeDelivery(Command):
    """登记告知书送达: which notice, how, when, and by which receipt."""

    name = "record_notice_delivery"
    notice: NoticeKind
    method: DeliveryMethod
    delivered_on: date
    receipt_no: str
