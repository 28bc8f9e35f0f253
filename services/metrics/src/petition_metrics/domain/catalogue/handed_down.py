"""Matters handed down by the state and the region (国家和自治区交办), and whether they were resolved.

Resolved is what was reported up as resolved, which supervision allows only with the opinion delivered, the promise
kept and the follow-up done (《信访工作条例》第二十二条第三项：交办须反馈结果、提交办结报告).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import DaysBeforeAsOf, Fact, Is, both, either, equals, known, one_of, unknown

FROM_STATE_OR_REGION = one_of("hand_down_level", "state", "region")
_RESOLVED = both(FROM_STATE_OR_REGION, equals("report_result", "resolved"))


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """Matters handed down and their resolution."""
    common: dict[str, Any] = {"counted": Counted.CASES, "day": "received_on"}
    yield Indicator(
        code="handed_down",
        name_zh="国家和自治区交办件数",
        name_en="Matters handed down by state and region",
        unit=Unit.MATTERS,
        definition_zh="当期收到的国家、自治区交办信访事项",
        definition_en="matters received in the period that the state or the region handed down",
        numerator=Measure(FROM_STATE_OR_REGION),
        **common,
    )
    yield Indicator(
        code="handed_down_resolved",
        name_zh="国家和自治区交办化解件数",
        name_en="Handed-down matters resolved",
        unit=Unit.MATTERS,
        definition_zh="当期收到的国家、自治区交办信访事项中，已以“化解”上报办结报告的",
        definition_en="of these, those whose completion report was sent up with the result resolved",
        numerator=Measure(_RESOLVED),
        **common,
    )
    yield Indicator(
        code="handed_down_resolution_rate",
        name_zh="国家和自治区交办化解率",
        name_en="Resolution rate of handed-down matters",
        unit=Unit.PERCENT,
        definition_zh="国家和自治区交办化解件数÷国家和自治区交办件数",
        definition_en="handed-down matters resolved ÷ matters handed down",
        numerator=Measure(_RESOLVED),
        denominator=Measure(FROM_STATE_OR_REGION),
        **common,
    )
    yield Indicator(
        code="handed_down_all_levels",
        name_zh="上级交办件数",
        name_en="Matters handed down by any level",
        unit=Unit.MATTERS,
        definition_zh="当期收到的各上级（国家、自治区、市）交办信访事项",
        definition_en="matters received in the period that any superior level handed down",
        numerator=Measure(known("hand_down_level")),
        **common,
    )
    decided = either(
        known("routed_within_target"),
        both(unknown("withdrawn_on"), Fact("routing_target_on", Is.BELOW, DaysBeforeAsOf(0))),
    )
    yield Indicator(
        code="handed_down_routed_within_share",
        name_zh="上级交办县级分办达标率",
        name_en="Handed-down matters routed within the county's share",
        unit=Unit.PERCENT,
        definition_zh="当期收到的上级交办信访事项，在县级分办目标（15日中由县级使用的日数，县定，不是法定期限）内转送、交办或当场化解的÷"
        "其中已分办或目标日已过的；未达标不计为超期",
        definition_en="matters handed down that were received in the period and routed or settled within the county's "
        "own target (its share of the 15 days, no limit of the regulation) ÷ those routed, or past the target; missing "
        "it is no breach",
        numerator=Measure(both(known("hand_down_level"), equals("routed_within_target", True))),
        denominator=Measure(both(known("hand_down_level"), decided)),
        **common,
    )
