"""The figures that a unit's yearly appraisal rests on (《信访工作条例》第三十九条), beside what is counted here.

Supervision tells what an officer entered, with the indicator and the version of its definition. Nothing here changes
the appraisal: a difference is shown, and the reason for it stands with the item.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_metrics.application.figures import figure
from petition_metrics.application.ports import Ledger
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.errors import AppraisalUnknown, IndicatorUnknown
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.period import year_of

GRADED = "yearly_appraisal_graded.v1"


@dataclass(frozen=True)
class AppraisedFigure:
    """One item as it was entered, and the figure of its indicator; None where no such indicator is defined here."""

    item: str
    indicator: str
    definition_version: int | None
    numerator: int | None
    denominator: int | None
    counted: Figure | None

    @property
    def equal(self) -> bool | None:
        """Whether both are the same; None where they cannot be compared.

        No such indicator, or another version of its definition => None.
        """
        counted = self.counted
        if counted is None or self.definition_version != counted.indicator.version:
            return None
        return (self.numerator, self.denominator) == (counted.numerator, counted.denominator)


def appraised_figures(
    unit: str, year: int, as_of: datetime, catalogue: Catalogue, ledger: Ledger
) -> list[AppraisedFigure]:
    """Each item of a unit's appraisal that names an indicator. None heard of => AppraisalUnknown."""
    graded = [one for one in ledger.heard(f"{unit}:{year}") if one.type == GRADED]
    if not graded:
        raise AppraisalUnknown("year", unit=unit, year=year)
    return [
        AppraisedFigure(
            one["item"],
            one["indicator"],
            one["definition_version"],
            one["numerator"],
            one["denominator"],
            _counted(one["indicator"], unit, year, as_of, catalogue, ledger),
        )
        for one in graded[-1].data.get("figures", ())
    ]


def _counted(code: str, unit: str, year: int, as_of: datetime, catalogue: Catalogue, ledger: Ledger) -> Figure | None:
    try:
        indicator = catalogue.find(code)
    except IndicatorUnknown:
        return None
    return figure(indicator, year_of(year), unit, as_of, ledger)
