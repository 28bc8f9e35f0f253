"""The county's statistical rules from the environment."""

from __future__ import annotations

from collections.abc import Mapping

from chassis.settings import SettingError
from petition_metrics.domain.county_rules import CountyRules


def county_rules(environment: Mapping[str, str]) -> CountyRules:
    """Read the settings of the statistics; one that is not a positive number => SettingError."""
    defaults = CountyRules()

    def number(name: str, default: int) -> int:
        text = environment.get(name) or str(default)
        if not text.isdecimal() or int(text) < 1:
            raise SettingError(f"{name} must be a whole number of at least 1, not {text!r}")
        return int(text)

    return CountyRules(
        group_visit_persons=number("GROUP_VISIT_PERSONS", defaults.group_visit_persons),
        look_back_days=number("LOOK_BACK_DAYS", defaults.look_back_days),
        rating_window_days=number("RATING_WINDOW_DAYS", defaults.rating_window_days),
        small_cell=number("SMALL_CELL", defaults.small_cell),
        window_wait_minutes=number("WINDOW_WAIT_MINUTES", defaults.window_wait_minutes),
    )
