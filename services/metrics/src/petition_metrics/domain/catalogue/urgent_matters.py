"""Major and urgent matters, and whether they were reported in time (《信访工作条例》第二十五条).

The article says 及时 and gives no hours; a report is in time by the hours of the county register on the day of marking.
"""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import AsOf, Fact, Is, either, equals, known
from petition_metrics.domain.told_of_urgent_matters import OF_THE_UNIT


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """How many there were, and how many of their reports were in time."""
    yield Indicator(
        code="urgent_matters",
        name_zh="重大紧急信访事项",
        name_en="Major and urgent matters",
        unit=Unit.MATTERS,
        counted=Counted.URGENT_REPORTS,
        day="urgent_reports.marked_on",
        definition_zh="当期标记的重大、紧急信访事项，含不是信访件的，按发现单位归属",
        definition_en="major and urgent matters marked in the period, those that are no petition included; each stands "
        "with the unit that learnt of it",
        numerator=Measure(equals("urgent_reports.clock_id", OF_THE_UNIT)),
    )
    decided = either(known("urgent_reports.met"), Fact("urgent_reports.due_at", Is.AT_MOST, AsOf()))
    yield Indicator(
        code="urgent_reports_on_time",
        name_zh="重大紧急信访事项及时报告率",
        name_en="Urgent reports in time",
        unit=Unit.PERCENT,
        counted=Counted.URGENT_REPORTS,
        day="urgent_reports.marked_on",
        definition_zh="当期标记的重大、紧急事项应作的报告（发现单位报四方、信访局报上级各为一次）中，在县定时限内全部报到的÷"
        "其中已报完或时限已过的（时限 K12）",
        definition_en="of the reports called for by matters marked in the period (the unit's to the four addressees is "
        "one, the bureau's upwards another), those completed within the county's hours ÷ those completed or past "
        "their time (clock K12)",
        numerator=Measure(equals("urgent_reports.met", True)),
        denominator=Measure(decided),
    )
