"""What a county may set about its statistics, and the default of each. The county register carries the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PETITION_BUREAU = "petition_bureau"
"""The code of the county petition bureau (县信访局) in every county register."""

_SETTINGS = {
    "group_visit_persons": "collective_visit_from_people",
    "large_visit_persons": "large_visit_from_people",
    "look_back_days": "first_petition_look_back_days",
    "rating_window_days": "rating_window_days",
    "small_cell": "public_small_cell",
    "publish_after_days": "public_figures_after_days",
    "window_wait_minutes": "window_wait_minutes",
}
"""Each rule under the name the register has for it."""


@dataclass(frozen=True)
class CountyRules:
    """`group_visit_persons`: a visit of so many people or more is a group visit (集体访); `large_visit_persons`: a
    large one (大规模集体访).

    `look_back_days`: a first petition counts as resolved once when the same matter has not come back so long after
    the answer. `rating_window_days`: the petitioner's time to rate a closed case. `small_cell`: a public
    count below it is hidden. `publish_after_days`: so long after a quarter its public figures are fixed.
    `window_wait_minutes`: who is received within so many has not waited long.
    """

    group_visit_persons: int = 5
    large_visit_persons: int = 50
    look_back_days: int = 90
    rating_window_days: int = 30
    small_cell: int = 5
    publish_after_days: int = 15
    window_wait_minutes: int = 20

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> CountyRules:
        """The rules as the register sets them; the default of each that is not set, or is no whole number above 0.

        Assignment refuses a register with such a value, so a default stands in only for what was never decided.
        """
        found = {rule: settings.get(name) for rule, name in _SETTINGS.items()}
        return cls(**{rule: value for rule, value in found.items() if type(value) is int and value > 0})


def statistical_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Of all settings of the register, those of the statistics."""
    return {name: settings[name] for name in _SETTINGS.values() if name in settings}
