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
    """One number as it was taken: for which unit, when. A repeated request finds its slip and takes no other."""

    serial: int
    taken_at: datetime
    unit: str


GAP_WORDING = {
    "not_completed": Wording(
        "号码已取用，但登记未完成（请求被拒绝、中断，或者系隔日重复提交），该号作废不再使用",
        "taken for a registration that was refused, interrupted or repeated on another day; void, never used again",
    ),
    "not_taken": Wording(
        "计数已前进但未发出号码（取号时进程中断），该号作废不再使用",
        "counted but never handed out: the process stopped in between; void, never used again",
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
    return [
        Gap(serial, "not_completed" if serial in taken else "not_taken", taken.get(serial))
        for serial in range(1, last + 1)
        if serial not in used
    ]
