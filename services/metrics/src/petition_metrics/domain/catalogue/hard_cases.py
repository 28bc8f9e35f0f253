"""At which level hard cases were settled (信访“骨头案、钉子案”解决在基层).

A hard case is one that a county leader took over with that mark. It is settled with its last handling round: a round
that was ordered to be handled again settled nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import both, equals, known, one_of, unknown

_LEVELS = (
    ("grid", "网格", "small grid"),
    ("village", "村（社区）", "village"),
    ("township", "乡镇", "township"),
    ("county", "县", "county"),
    ("above", "县以上", "a higher"),
)
_NEAR_HOME = ("grid", "village", "township")
_SETTLED = both(equals("leader_mark", "hard_case"), known("rounds.closed_on"), unknown("rounds.rehandled"))
_COMMON: dict[str, Any] = {"counted": Counted.ROUNDS, "day": "rounds.closed_on"}


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """How many hard cases were settled at each level, and the share of those settled at the township or below."""
    for level, zh, en in _LEVELS:
        yield Indicator(
            code=f"hard_cases_settled_at_{level}",
            name_zh=f"骨头案、钉子案在{zh}化解件数",
            name_en=f"Hard cases settled at {en} level",
            unit=Unit.MATTERS,
            definition_zh=f"当期办结、未责成重新办理的骨头案、钉子案（包案时标记）中，在{zh}化解的",
            definition_en="hard cases (marked so when a leader took them over) closed in the period and not ordered to "
            f"be handled again, settled at {en} level",
            numerator=Measure(both(_SETTLED, equals("rounds.level", level))),
            **_COMMON,
        )
    yield Indicator(
        code="hard_cases_settled_near_home_share",
        name_zh="骨头案、钉子案基层化解率",
        name_en="Share of hard cases settled at township level or below",
        unit=Unit.PERCENT,
        definition_zh="当期办结、未责成重新办理的骨头案、钉子案（包案时标记）中，在网格、村（社区）、乡镇化解的÷当期办结、未责成重新办理的骨头案、钉子案",
        definition_en="hard cases (marked so when a leader took them over) closed in the period and not ordered to be "
        "handled again, settled in a small grid, a village or a township ÷ all of them",
        numerator=Measure(both(_SETTLED, one_of("rounds.level", *_NEAR_HOME))),
        denominator=Measure(_SETTLED),
        **_COMMON,
    )
