"""The yearly report of 《信访工作条例》第四十一条: its four parts, every number counted at one instant.

(一) 数据统计、涉及领域、被投诉较多的机关单位; (二) 转送、交办、督办; (三) 建议及采纳; (四) 其他.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from petition_metrics.application.figures import comparison, figure
from petition_metrics.application.ports import Ledger
from petition_metrics.application.self_check import CheckRow, self_check
from petition_metrics.application.unit_rows import UnitRow, most_complained_of, unit_rows
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.comparison import Against, Comparison
from petition_metrics.domain.days import COUNTY_ZONE
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.period import Period, year_of
from petition_metrics.domain.supervision_acts import (
    ACTS,
    ANSWERS,
    PROPOSALS,
    Proposal,
    SupervisionActs,
    acts_counted,
    proposals_of,
)

STATISTICS = (
    "satisfaction_rate",
    "participation",
    "filings_total",
    "filings_persons",
    "filings_letter",
    "filings_visit",
    "filings_call",
    "filings_web",
    "all_visit_persons",
    "group_visit_batches",
    "skip_level_visit_batches",
    "repeat_rate",
    "web_share",
    "first_visit_one_time_resolution",
    "old_matters_standing",
)
HANDING_ON = (
    "routed_matters",
    "transferred",
    "assigned",
    "own_matters",
    "timely_routing_of_all",
    "timely_notice_of_all",
    "on_time_reply",
    "on_time_completion",
    "reply_overdue",
    "urgings",
    "urgings_done_rate",
    "handed_down",
    "handed_down_resolution_rate",
)
OTHER = (
    "follow_up_coverage",
    "follow_up_satisfaction_rate",
    "rehandling_rate",
    "closed_at_grid_share",
    "closed_at_village_share",
    "closed_at_township_share",
    "closed_at_county_share",
    "closed_at_above_share",
)
UNITS_SHOWN = 10
_LEVEL_1 = 2


@dataclass(frozen=True)
class YearlyReport:
    """The four parts of a year. `over` False: the year still runs, so the report is a draft."""

    year: int
    as_of: datetime
    over: bool
    statistics: tuple[Comparison, ...]
    fields: tuple[tuple[str, int], ...]
    units: tuple[UnitRow, ...]
    handing_on: tuple[Comparison, ...]
    acts: SupervisionActs
    proposals: tuple[Proposal, ...]
    other: tuple[Figure, ...]
    self_check: tuple[CheckRow, ...]
    names: Mapping[str, str]
    """The names of units by code, as the register has them."""


def yearly_report(catalogue: Catalogue, year: int, as_of: datetime, ledger: Ledger) -> YearlyReport:
    """The report of a calendar year as it can be counted now."""
    period = year_of(year)

    def beside_the_year_before(codes: tuple[str, ...]) -> tuple[Comparison, ...]:
        return tuple(
            comparison(catalogue.find(code), period, Against.YEAR_BEFORE, None, as_of, ledger) for code in codes
        )

    today = as_of.astimezone(COUNTY_ZONE).date()
    return YearlyReport(
        year=year,
        as_of=as_of,
        over=today >= period.end,
        statistics=beside_the_year_before(STATISTICS),
        fields=_fields(period, ledger),
        units=most_complained_of(unit_rows(catalogue, period, as_of, ledger), UNITS_SHOWN),
        handing_on=beside_the_year_before(HANDING_ON),
        acts=acts_counted(ledger.acts(ACTS, period)),
        proposals=proposals_of(ledger.acts(PROPOSALS, period), ledger.acts(ANSWERS, _until(period, today))),
        other=tuple(figure(catalogue.find(code), period, None, as_of, ledger) for code in OTHER),
        self_check=self_check(catalogue, period, as_of, ledger),
        names={one["code"]: one["name"] for one in (ledger.register() or {}).get("units", ()) if one.get("name")},
    )


def _fields(period: Period, ledger: Ledger) -> tuple[tuple[str, int], ...]:
    """Level-1 categories with their filings, the largest first; equal numbers by code."""
    merged: dict[str, int] = {}
    for code, count in ledger.tally("category", period).items():
        merged[code[:_LEVEL_1]] = merged.get(code[:_LEVEL_1], 0) + count
    return tuple(sorted(merged.items(), key=lambda row: (-row[1], row[0])))


def _until(period: Period, today: date) -> Period:
    """From the beginning of the year until now: a proposal of December is answered in January."""
    return Period(period.begin, max(period.end, today + timedelta(days=1)))
