"""同比 and 环比: (now − then) ÷ then."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from petition_metrics.domain.figure import NOTHING_TO_DIVIDE, Figure, tenths
from petition_metrics.domain.period import Period


class Against(Enum):
    """With what a figure is compared."""

    YEAR_BEFORE = "year_before"
    PREVIOUS_PERIOD = "previous_period"

    @property
    def name_zh(self) -> str:
        return "同比" if self is Against.YEAR_BEFORE else "环比"

    def period(self, now: Period) -> Period:
        return now.year_before if self is Against.YEAR_BEFORE else now.previous


@dataclass(frozen=True)
class Comparison:
    """A figure now and then."""

    against: Against
    now: Figure
    then: Figure

    @property
    def change(self) -> Fraction | None:
        """The relative change; None when there is nothing to compare with, or then was 0."""
        now, then = self.now.ratio, self.then.ratio
        return None if now is None or not then else (now - then) / then

    @property
    def percent(self) -> float | None:
        return None if self.change is None else tenths(self.change * 100) / 10

    @property
    def text(self) -> str:
        return NOTHING_TO_DIVIDE if self.percent is None else f"{self.percent:+.1f}%"
