"""评价: what the petitioner thinks of the bureau and of the unit, once a round, within the county's window.

The rating is the petitioner's alone: no officer gives, sees beforehand or changes one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from petition_intake.domain.errors import AlreadyRated, AnonymousPetitioner, RatingNotOpen, RatingWindowClosed
from petition_intake.domain.states import RATED, STATE_WORDING, State
from petition_intake.domain.wording import Wording
from workdays import local_day


class RatingLevel(StrEnum):
    """满意、基本满意、不满意."""

    SATISFIED = "satisfied"
    BASICALLY_SATISFIED = "basically_satisfied"
    DISSATISFIED = "dissatisfied"


RATING_WORDING: dict[RatingLevel, Wording] = {
    RatingLevel.SATISFIED: Wording("满意", "satisfied"),
    RatingLevel.BASICALLY_SATISFIED: Wording("基本满意", "basically satisfied"),
    RatingLevel.DISSATISFIED: Wording("不满意", "dissatisfied"),
}


@dataclass(frozen=True)
class Rating:
    """What the petitioner gave for one round; nobody changes it."""

    round: int
    bureau: RatingLevel
    unit: RatingLevel
    rated_at: datetime


def last_day_to_rate(closed_at: datetime, window_days: int) -> date:
    """The last day of the window: the day of closing is not counted (《民法典》第二百零一条)."""
    return local_day(closed_at) + timedelta(days=window_days)


def check_can_be_rated(
    anonymous: bool,
    rated_rounds: Collection[int],
    round: int,
    closed_at: datetime | None,
    state: State,
    window_days: int,
    now: datetime,
) -> None:
    """Refuse a rating that may not be given.

    Anonymous                                         => AnonymousPetitioner
    This round rated                                  => AlreadyRated
    Not confirmed as finished or settled on the spot  => RatingNotOpen
    After the last day of the window                  => RatingWindowClosed
    """
    if anonymous:
        raise AnonymousPetitioner("case_no")
    if round in rated_rounds:
        raise AlreadyRated("case_no", round=round)
    if state not in RATED or closed_at is None:
        shown = STATE_WORDING[state]
        raise RatingNotOpen("case_no", state=shown.en, state_zh=shown.zh)
    last = last_day_to_rate(closed_at, window_days)
    if local_day(now) > last:
        raise RatingWindowClosed("case_no", days=window_days, until=last)
