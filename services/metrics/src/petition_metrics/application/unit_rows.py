"""All units side by side. A number of petitions alone says nothing of a unit's work, so quality stands beside it.

Units are never ordered by how many petitions they draw, but for the one table the law asks for (被投诉较多的机关、单位,
《信访工作条例》第四十一条), and there too each row carries its quality.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_metrics.application.ports import Ledger
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.county_rules import PETITION_BUREAU
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.indicator import Indicator, Part
from petition_metrics.domain.period import Period
from petition_metrics.domain.selection import select

QUALITY = (
    "satisfaction_rate",
    "timely_notice",
    "on_time_completion",
    "first_visit_one_time_resolution",
    "rehandling_rate",
)
"""What is shown beside the number, satisfaction first."""

VOLUME = "routed_matters"
_HANDLING = frozenset({"township", "department"})


@dataclass(frozen=True)
class UnitRow:
    """One unit: the matters it was given, and how it handled them."""

    unit: str
    volume: Figure
    quality: tuple[Figure, ...]


def unit_rows(catalogue: Catalogue, period: Period, as_of: datetime, ledger: Ledger) -> tuple[UnitRow, ...]:
    """Every township and department of the register, and every other unit that was given something, by unit code."""
    volume = _by_unit(catalogue.find(VOLUME), period, as_of, ledger)
    quality = {code: _by_unit(catalogue.find(code), period, as_of, ledger) for code in QUALITY}
    register = ledger.register() or {}
    of_register = {one["code"] for one in register.get("units", ()) if one.get("kind") in _HANDLING}
    units = sorted(of_register | volume.keys() | {unit for figures in quality.values() for unit in figures})
    return tuple(
        UnitRow(
            unit,
            volume.get(unit) or _nothing(catalogue.find(VOLUME), period, unit, as_of),
            tuple(quality[code].get(unit) or _nothing(catalogue.find(code), period, unit, as_of) for code in QUALITY),
        )
        for unit in units
    )


def most_complained_of(rows: tuple[UnitRow, ...], number: int) -> tuple[UnitRow, ...]:
    """被投诉较多的机关、单位: the rows with the most matters, the bureau's own left out; equal numbers by unit code."""
    given = [row for row in rows if row.volume.numerator and row.unit != PETITION_BUREAU]
    return tuple(sorted(given, key=lambda row: (-row.volume.numerator, row.unit))[:number])


def _by_unit(indicator: Indicator, period: Period, as_of: datetime, ledger: Ledger) -> dict[str, Figure]:
    above = ledger.totals_by_unit(select(indicator, Part.NUMERATOR, period, None, as_of))
    if indicator.denominator is None:
        return {unit: Figure(indicator, period, unit, count, None, as_of) for unit, count in above.items()}
    below = ledger.totals_by_unit(select(indicator, Part.DENOMINATOR, period, None, as_of))
    return {unit: Figure(indicator, period, unit, above.get(unit, 0), count, as_of) for unit, count in below.items()}


def _nothing(indicator: Indicator, period: Period, unit: str, as_of: datetime) -> Figure:
    return Figure(indicator, period, unit, 0, None if indicator.denominator is None else 0, as_of)
