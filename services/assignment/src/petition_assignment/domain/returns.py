"""退回重办: what was sent back, and that the unit confirmed it again (再次确认受理) before it went on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.occasion import Occasion


@dataclass(frozen=True)
class Return:
    """Sent back by whom, when, to be finished again by when; confirmed by the unit with its first step afterwards."""

    round: int
    returned_by: str
    returned_at: datetime
    due_on: date
    confirmed_by: str | None = None
    confirmed_at: datetime | None = None


def confirm_again(case: CaseRecord, here: Occasion) -> None:
    """The first step of the unit's handler or head after a return says who took the case on again, and when.

    Nobody of another unit and no signer confirms it; what was confirmed stays as it is.
    """
    if not case.returns or case.returns[-1].confirmed_at is not None:
        return
    if here.officer.unit == case.unit and here.officer.holds("handler", "unit_head"):
        case.returns[-1] = replace(case.returns[-1], confirmed_by=here.officer.name, confirmed_at=here.now)
