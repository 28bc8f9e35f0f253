"""What happened to a notice, as this service tells it. Wire name: the class name in snake case, `.v1`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_assignment.domain.vocabulary import DeliveryMethod, NoticeKind


@dataclass(frozen=True)
class NoticeDelivered:
    """A notice reached the petitioner."""

    unit: str
    notice: NoticeKind
    method: DeliveryMethod
    delivered_on: date
    receipt_no: str
    round: int
