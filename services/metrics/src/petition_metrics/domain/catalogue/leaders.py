"""Cases that a county leader took charge of (领导包案): 包案化解率 = closed ÷ taken charge of."""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import both, equals, known


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """The rate, over the cases of the period in which a leader took charge."""
    led = known("led_since")
    yield Indicator(
        code="led_resolution_rate",
        name_zh="包案化解率",
        name_en="Resolution rate of leader-led cases",
        unit=Unit.PERCENT,
        counted=Counted.CASES,
        day="led_since",
        definition_zh="当期由领导包案的信访事项中，已以“化解”办结包案的÷当期由领导包案的信访事项；以“解释疏导”办结的不计入分子",
        definition_en="cases a leader took charge of in the period and closed as resolved ÷ cases a leader took charge "
        "of in the period; those closed as explained are not counted above the line",
        numerator=Measure(both(led, equals("led_result", "resolved"))),
        denominator=Measure(led),
    )
