"""数据多跑路、群众少跑腿: the ways a petitioner did not have to make."""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import known


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """One way for each notice that was received by opening it online."""
    yield Indicator(
        code="visits_spared",
        name_zh="群众少跑腿次数",
        name_en="Ways petitioners were spared",
        unit=Unit.WAYS,
        definition_zh="当期由信访人网上打开即为签收的告知书、意见书份数，每份免跑一趟；已经用其他方式送达的不计",
        definition_en="notices and opinions received in the period by being opened online, each of which spares a way; "
        "what had been delivered otherwise is left out",
        counted=Counted.ONLINE_RECEIPTS,
        day="online_receipts.received_on",
        numerator=Measure(known("online_receipts.received_on")),
    )
