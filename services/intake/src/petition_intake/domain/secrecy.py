"""请求保密: the petitioner's wish that nobody learns who files (《信访工作条例》第十八条第四款).

The wish is the petitioner's alone: whoever takes it down, only the petitioner takes it back. While it stands, names are
masked whole, the result is not published, and every reading of the case is listed for the auditor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from petition_intake.domain.officer import Officer
from petition_intake.domain.secrecy_errors import NoSecrecyAsked, SecrecyStands


@dataclass(frozen=True)
class SecrecyWish:
    """One wish: when it was expressed and who took it down, and when it was taken back."""

    asked_at: datetime
    recorded_by: str
    lifted_at: datetime | None = None


def stands(wishes: Sequence[SecrecyWish]) -> bool:
    """Whether the last wish was not taken back."""
    return bool(wishes) and wishes[-1].lifted_at is None


def with_wish(wishes: Sequence[SecrecyWish], recorder: Officer, now: datetime) -> list[SecrecyWish]:
    """The wishes with one more; one that stands already => SecrecyStands."""
    if stands(wishes):
        raise SecrecyStands("case_no")
    return [*wishes, SecrecyWish(now, recorder.name)]


def without_wish(wishes: Sequence[SecrecyWish], now: datetime) -> list[SecrecyWish]:
    """The wishes with the last taken back; none that stands => NoSecrecyAsked."""
    if not stands(wishes):
        raise NoSecrecyAsked("case_no")
    return [*wishes[:-1], replace(wishes[-1], lifted_at=now)]
