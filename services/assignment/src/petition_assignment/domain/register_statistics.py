"""The register's settings of statistics: what the figures are counted by must be something they can be counted by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petition_assignment.domain.register_faults import Faults
from petition_assignment.domain.register_rows import COUNTY_FILE

WHOLE_NUMBERS = (
    "first_petition_look_back_days",
    "rating_window_days",
    "collective_visit_from_people",
    "large_visit_from_people",
    "public_small_cell",
    "public_figures_after_days",
    "window_wait_minutes",
    "urgent_report_hours",
    "county_routing_share_days",
)
PERIODS = {"statistical_quarter": "calendar_quarter", "statistical_year": "calendar_year"}


def check_statistical_settings(settings: Mapping[str, Any], faults: Faults) -> None:
    """Whole numbers from 1 on; calendar quarters and years, the only periods that are counted."""
    for name in WHOLE_NUMBERS:
        value = settings.get(name, 1)
        if type(value) is not int or value < 1:
            faults.add_to_file(
                COUNTY_FILE, f"settings.{name}", value, "应为正整数", "must be a whole number of at least 1"
            )
    for name, only in PERIODS.items():
        value = settings.get(name, only)
        if value != only:
            faults.add_to_file(COUNTY_FILE, f"settings.{name}", value, "只按自然季度、年度统计", f"must be {only}")
