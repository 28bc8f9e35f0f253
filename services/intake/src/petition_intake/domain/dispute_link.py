"""When a petition counts as found beforehand: the dispute stood on record before the petition came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_intake.domain.dispute import Dispute
from petition_intake.domain.dispute_errors import FoundAfterFiling, MatterAlreadyLinked


@dataclass(frozen=True)
class FoundAs:
    """Which dispute a petition goes back to, and who says so."""

    dispute_no: str
    linked_by: str
    linked_at: datetime


def check_found_beforehand(received_at: datetime, found_as: FoundAs | None, dispute: Dispute) -> None:
    """By the instant the dispute was put on record, which nobody states, so that none is found in hindsight.

    Linked already                                                  => MatterAlreadyLinked
    Put on record when the petition had come in, or found in one    => FoundAfterFiling
    """
    if found_as is not None:
        raise MatterAlreadyLinked("case_no", dispute_no=found_as.dispute_no)
    if dispute.reported_at >= received_at or not dispute.found_beforehand:
        raise FoundAfterFiling("dispute_no")
