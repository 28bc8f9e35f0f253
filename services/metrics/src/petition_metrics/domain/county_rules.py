"""What a county may set about its statistics, and the default of each."""

from __future__ import annotations

from dataclasses import dataclass

PETITION_BUREAU = "petition_bureau"
"""The code of the county petition bureau (县信访局) in every county register."""


@dataclass(frozen=True)
class CountyRules:
    """`group_visit_persons`: a visit of so many people or more is a group visit (集体访).

    `look_back_days`: a first petition counts as resolved once when the same matter has not come back so long after
    the answer. `rating_window_days`: the petitioner's time to rate a closed case. `small_cell`: a public
    count below it is hidden. `window_wait_minutes`: who is received within so many has not waited long.
    """

    group_visit_persons: int = 5
    look_back_days: int = 90
    rating_window_days: int = 30
    small_cell: int = 5
    window_wait_minutes: int = 20
