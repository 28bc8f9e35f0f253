"""The words of the yearly appraisal (年度考核, 《信访工作条例》第三十九条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

WHOLE = 100
"""The weights of all items together."""


class Scoring(StrEnum):
    """How an item's points follow: its share of the weight, one point less a unit counted, or judged with a basis."""

    RATE = "rate"
    DEDUCTION = "deduction"
    JUDGED = "judged"


class Grade(StrEnum):
    """优秀、良好、合格、不合格."""

    EXCELLENT = "excellent"
    GOOD = "good"
    UP_TO_STANDARD = "up_to_standard"
    BELOW_STANDARD = "below_standard"


class AppraisalState(StrEnum):
    """Told to the unit, appealed against, published."""

    TOLD = "told"
    APPEALED = "appealed"
    PUBLISHED = "published"


@dataclass(frozen=True)
class AppraisalItem:
    """One item of the sheet: its code, its points at most, and how they are given."""

    item: str
    weight: int
    scoring: Scoring


DACHUAN_EXAMPLE = (
    AppraisalItem("timely_acceptance", 5, Scoring.RATE),
    AppraisalItem("on_time_reply", 10, Scoring.RATE),
    AppraisalItem("repeat_reduction", 10, Scoring.DEDUCTION),
    AppraisalItem("satisfaction", 10, Scoring.RATE),
    AppraisalItem("participation", 5, Scoring.RATE),
    AppraisalItem("yearly_work", 60, Scoring.JUDGED),
)
"""The weights of 达川区, an example: a county sets its own."""


@dataclass(frozen=True)
class ItemFigure:
    """What an officer enters for an item: the figure as metrics gives it, or points with what they rest on.

    A rate has numerator and denominator, a deduction the number counted as numerator, a judged item points. A rate
    names the indicator of metrics and the version of its definition, so that what was entered can be compared.
    """

    item: str
    numerator: int | None
    denominator: int | None
    points: float | None
    basis: str
    indicator: str | None = None
    definition_version: int | None = None


@dataclass(frozen=True)
class ScoredItem:
    """`points` None: nothing to divide from, so the item has no part in the total."""

    item: str
    weight: int
    scoring: Scoring
    numerator: int | None
    denominator: int | None
    points: float | None
    basis: str
    indicator: str | None = None
    definition_version: int | None = None


@dataclass(frozen=True)
class AppraisedFigure:
    """What was entered for an item that names its indicator."""

    item: str
    indicator: str
    definition_version: int | None
    numerator: int | None
    denominator: int | None


@dataclass
class Appeal:
    """申诉 of the unit, and who decided it how."""

    reason: str
    appealed_by: str
    appealed_at: datetime
    upheld: bool | None = None
    decision: str | None = None
    decided_by: str | None = None
    decided_on: date | None = None
