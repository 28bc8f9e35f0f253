"""One unit's card: every rate for which a unit is answerable, over one period, counted at one instant."""

from __future__ import annotations

from datetime import datetime

from petition_metrics.application.figures import figure
from petition_metrics.application.ports import Ledger
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.indicator import Indicator
from petition_metrics.domain.period import Period

FIRST = "satisfaction_rate"
"""What petitioners say comes before everything else (群众满意不满意是第一标准)."""


def rates(catalogue: Catalogue) -> tuple[Indicator, ...]:
    """The rates of a card, satisfaction first. Rates alone: how many petitions a unit draws is not its quality."""
    answerable = (one for one in catalogue.indicators if one.denominator is not None and one.unit_field is not None)
    return tuple(sorted(answerable, key=lambda one: one.code != FIRST))


def scorecard(
    catalogue: Catalogue, period: Period, unit: str | None, as_of: datetime, ledger: Ledger
) -> tuple[Figure, ...]:
    """The card of a unit, or of the whole county for None; each rate with numerator and denominator."""
    return tuple(figure(one, period, unit, as_of, ledger) for one in rates(catalogue))
