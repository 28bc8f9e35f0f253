"""Case numbers: county code, day and serial, for ever unique and never used again; and what a missing one means.

`640425` + `20260301` + `0001`. The serial counts the registrations of that day in Asia/Shanghai and grows past four
digits when it must.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from petition_intake.domain.wording import Wording

CASE_NO = re.compile(r"^\d{6}\d{8}\d{4,12}$")
SERIAL_DIGITS = 4
CONFIDENTIAL_SERIALS = range(10_000_000, 100_000_000)
"""An accusation gets a random serial of eight digits instead of the day's next one: a number left out between two
others, or a count too high by one, would tell that there is an accusation (《信访工作条例》第三十条)."""


def case_number(county: str, day: date, serial: int) -> str:
    """The number of the `serial`-th registration of that day."""
    return f"{county}{day:%Y%m%d}{serial:0{SERIAL_DIGITS}d}"


@dataclass(frozen=True)
class NumberSlip:
    """One number as it was taken: for which request (a digest of its key), for which unit, when."""

    serial: int
    request: str
    unit: str
    taken_at: datetime


GAP_WORDING = {
    "repeated": Wording(
        "同一请求重复提交时取用，该请求已以另一号码登记，该号作废不再使用",
        "taken when a request was sent again that is registered under another number; void, never used again",
    ),
    "not_completed": Wording(
        "号码已取用，但登记未完成（请求被拒绝或者中断），该号作废不再使用",
        "taken for a registration that was refused or interrupted; void, never used again",
    ),
    "not_taken": Wording(
        "计数已前进但未留下取号记录（取号时进程中断），该号作废不再使用",
        "counted but without a slip: the process stopped while it was taken; void, never used again",
    ),
}


@dataclass(frozen=True)
class Gap:
    """A serial without a petition, and why."""

    serial: int
    reason: str
    slip: NumberSlip | None


def gaps(last: int, used: Collection[int], slips: Iterable[NumberSlip]) -> list[Gap]:
    """Every serial from 1 to `last` under which nothing was registered, explained."""
    taken = {slip.serial: slip for slip in slips}
    registered = {slip.request for slip in taken.values() if slip.serial in used}

    def reason(serial: int) -> str:
        slip = taken.get(serial)
        if slip is None:
            return "not_taken"
        return "repeated" if slip.request in registered else "not_completed"

    return [Gap(serial, reason(serial), taken.get(serial)) for serial in range(1, last + 1) if serial not in used]
