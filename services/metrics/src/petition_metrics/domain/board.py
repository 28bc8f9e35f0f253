"""The county's board: five falls (五个下降) and four rises (四个提升), what petitioners say first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from petition_metrics.domain.comparison import Comparison


class Wanted(Enum):
    """The direction in which a figure should go."""

    RISE = "rise"
    FALL = "fall"


class Trend(Enum):
    """How a figure moved, and whether that was wanted. Nothing to compare with => unknown."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class BoardRow:
    """One line of the board, and the indicator it shows."""

    label_zh: str
    label_en: str
    wanted: Wanted
    code: str


ROWS = (
    BoardRow("信访事项群众满意率", "Satisfaction rate", Wanted.RISE, "satisfaction_rate"),
    BoardRow("信访总量", "All filings", Wanted.FALL, "filings_total"),
    BoardRow("越级走访", "Skip-level visits", Wanted.FALL, "skip_level_visit_batches"),
    BoardRow("集体访", "Group visits", Wanted.FALL, "group_visit_batches"),
    BoardRow("重复信访率", "Repeat rate", Wanted.FALL, "repeat_rate"),
    BoardRow("信访积案存量", "Old matters standing", Wanted.FALL, "old_matters_standing"),
    BoardRow("矛盾纠纷排查准确率", "Accuracy of dispute screening", Wanted.RISE, "dispute_screening_accuracy"),
    BoardRow(
        "初信初访一次性化解率", "First petitions resolved at once", Wanted.RISE, "first_visit_one_time_resolution"
    ),
    BoardRow(
        "信访积案综合化解率",
        "Resolution rate of old matters",
        Wanted.RISE,
        "old_matters_overall_resolution_rate",
    ),
)

_SIGNS = {1: "↑", 0: "→", -1: "↓"}


def arrow(compared: Comparison) -> str:
    """Which way the figure moved; — when either side is empty."""
    sign = _sign(compared)
    return "—" if sign is None else _SIGNS[sign]


def trend(compared: Comparison, wanted: Wanted) -> Trend:
    """Whether the movement is the one that is wanted."""
    sign = _sign(compared)
    if sign is None:
        return Trend.UNKNOWN
    if sign == 0:
        return Trend.SAME
    return Trend.BETTER if (sign > 0) == (wanted is Wanted.RISE) else Trend.WORSE


def _sign(compared: Comparison) -> int | None:
    now, then = compared.now.ratio, compared.then.ratio
    if now is None or then is None:
        return None
    difference: Fraction = now - then
    return (difference > 0) - (difference < 0)
