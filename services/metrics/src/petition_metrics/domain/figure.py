"""A figure: what was counted, out of what, when, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from petition_metrics.domain.indicator import Indicator, Unit
from petition_metrics.domain.period import Period

NOTHING_TO_DIVIDE = "—"
"""Printed where a rate has an empty denominator: neither 0 % nor 100 % would be true."""


@dataclass(frozen=True)
class Figure:
    """One indicator over one period, as of one instant. `unit` None = the whole county."""

    indicator: Indicator
    period: Period
    unit: str | None
    numerator: int
    denominator: int | None
    as_of: datetime

    @property
    def ratio(self) -> Fraction | None:
        """The exact value: the count itself, or numerator ÷ denominator; None when the denominator is empty."""
        if self.denominator is None:
            return Fraction(self.numerator)
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    @property
    def value(self) -> float | int | None:
        """The count, or the percentage to one decimal, half up; None when the denominator is empty."""
        if self.denominator is None:
            return self.numerator
        return None if self.ratio is None else tenths(self.ratio * 100) / 10

    @property
    def text(self) -> str:
        if self.value is None:
            return NOTHING_TO_DIVIDE
        return f"{self.value:.1f}%" if self.indicator.unit is Unit.PERCENT else str(self.value)


def tenths(value: Fraction) -> int:
    """Rounded to tenths, half away from zero, as an integer number of tenths."""
    size = (abs(value) * 20 + 1) // 2
    return int(size) if value >= 0 else -int(size)
