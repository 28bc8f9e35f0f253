"""What stands in the county register now: townships, joint offices, big grids (村、社区), small grids. No period."""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import known

_ROWS = (
    ("townships", Counted.TOWNSHIPS, "乡镇数", "Townships", "现行名册中的乡镇", "townships in the current register"),
    (
        "joint_offices",
        Counted.OFFICES,
        "合署办公乡镇数",
        "Townships with a joint office",
        "信访联席会议办公室与综治中心合署办公的乡镇（现行名册）",
        "townships whose joint-meeting office and governance centre are one office, in the current register",
    ),
    (
        "big_grids",
        Counted.VILLAGES,
        "大网格数",
        "Big grids",
        "现行名册中的大网格（每村、社区一个）",
        "big grids in the current register (one a village or community)",
    ),
    (
        "small_grids",
        Counted.GRIDS,
        "小网格数",
        "Small grids",
        "现行名册中的小网格",
        "small grids in the current register",
    ),
)


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """Counts of the current register."""
    for code, counted, name_zh, name_en, zh, en in _ROWS:
        yield Indicator(
            code=code,
            name_zh=name_zh,
            name_en=name_en,
            unit=Unit.PLACES,
            counted=counted,
            day=None,
            definition_zh=zh,
            definition_en=en,
            numerator=Measure(known(counted.field("code"))),
        )
