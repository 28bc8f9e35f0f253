"""网上送达: notices that the petitioner agreed to get online, and the day each was opened (数据多跑路、群众少跑腿).

Opening a notice with number and query code is the receipt of its delivery where online delivery was agreed to;
otherwise it is put on record and a paper one is still owed. Nobody but the petitioner opens one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from petition_intake.domain.delivery_errors import NoticeUnknown
from petition_intake.domain.notices import Notice, NoticeKind


@dataclass(frozen=True)
class NoticeOpening:
    """The first time a notice was opened. `receipt`: it was delivered by that, as the petitioner had agreed."""

    number: str
    kind: NoticeKind
    round: int
    opened_at: datetime
    receipt: bool


def opening_of(openings: Sequence[NoticeOpening], number: str) -> NoticeOpening | None:
    """The opening of that notice, if it was opened."""
    return next((opening for opening in openings if opening.number == number), None)


def find_notice(notices: Sequence[Notice], number: str) -> Notice:
    """The notice of that number; none => NoticeUnknown."""
    found = next((notice for notice in notices if notice.number == number), None)
    if found is None:
        raise NoticeUnknown("notice_number", number=number)
    return found
