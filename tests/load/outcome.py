"""What a load did: how many calls, how long each took, what went wrong."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """How many were done, how many failed, how long each took, how long all (seconds)."""

    seconds: float = 0.0
    durations: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Done per second."""
        return len(self.durations) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """Seconds that this share of the calls stayed within."""
        return percentile(self.durations, share)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed, interpolated; 0 when there are none."""
    if len(values) < 2:
        return sum(values)
    return statistics.quantiles(values, n=1000, method="inclusive")[round(share * 1000) - 1]


def middle(outcomes: Sequence[Outcome]) -> Outcome:
    """Of several rounds the one with the median rate, with the errors of all."""
    ordered = sorted(outcomes, key=lambda outcome: outcome.rate)
    chosen = ordered[len(ordered) // 2]
    errors = [error for outcome in outcomes for error in outcome.errors]
    return Outcome(chosen.seconds, chosen.durations, errors)
