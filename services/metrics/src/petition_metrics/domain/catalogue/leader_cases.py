"""Cases that a county leader took over (领导包案), and how many of them were closed (包案化解率).

Counted by the day the leader took the case over; the first two leaders' share shows whether they lead the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import both, equals, known

_LED = known("leader")
_CLOSED = both(_LED, known("leader_closed_on"))
_BY_TOP_LEADERS = both(_LED, equals("top_leader", True))


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """Leader-led cases, their resolution and the first two leaders' share."""
    common: dict[str, Any] = {"counted": Counted.CASES, "day": "leader_assigned_on"}
    yield Indicator(
        code="leader_cases",
        name_zh="领导包案件数",
        name_en="Leader-led cases",
        unit=Unit.MATTERS,
        definition_zh="当期由县级领导包案的信访事项",
        definition_en="cases that a county leader took over in the period",
        numerator=Measure(_LED),
        **common,
    )
    yield Indicator(
        code="leader_case_resolution_rate",
        name_zh="包案化解率",
        name_en="Resolution rate of leader-led cases",
        unit=Unit.PERCENT,
        definition_zh="当期由县级领导包案的信访事项中已销号的÷当期由县级领导包案的信访事项；销号须任务全部完成、案件办结并回访",
        definition_en="of the cases a county leader took over in the period, those taken off the leaders' list ÷ all "
        "of them; a case leaves the list when every task is done and it is finished and followed up",
        numerator=Measure(_CLOSED),
        denominator=Measure(_LED),
        **common,
    )
    yield Indicator(
        code="top_leader_case_share",
        name_zh="主要领导包案占比",
        name_en="Share of the first two leaders",
        unit=Unit.PERCENT,
        definition_zh="当期由县级领导包案的信访事项中现由县委、县政府主要领导包案的÷当期由县级领导包案的信访事项",
        definition_en="of the cases a county leader took over in the period, those that one of the county's two first "
        "leaders now answers for ÷ all of them",
        numerator=Measure(_BY_TOP_LEADERS),
        denominator=Measure(_LED),
        **common,
    )
