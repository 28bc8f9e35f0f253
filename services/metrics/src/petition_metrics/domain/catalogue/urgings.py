"""Notices that urge a unit whose limit passed (催办), and how many of them were followed (《信访工作条例》第四十条)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import Fact, Is, both, equals, known

_STANDS = both(known("urgings.issued_on"), Fact("urgings.end", Is.NOT_EQUAL, "withdrawn"))
_DONE = both(_STANDS, equals("urgings.end", "done_late"))


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """How many were issued and not taken back; the share after which the duty was done."""
    common: dict[str, Any] = {"counted": Counted.URGINGS, "day": "urgings.issued_on"}
    yield Indicator(
        code="urgings",
        name_zh="催办件数",
        name_en="Notices that urge a unit",
        unit=Unit.MATTERS,
        definition_zh="当期发出的催办通知书，按被催办单位归属；撤回的不计",
        definition_en="notices issued in the period that urge a unit, each with that unit; without those taken back",
        numerator=Measure(_STANDS),
        **common,
    )
    yield Indicator(
        code="urgings_done_rate",
        name_zh="催办后办理率",
        name_en="Share of urged duties that were done",
        unit=Unit.PERCENT,
        definition_zh="当期发出的催办通知书中，所催事项已办理的÷当期发出的催办通知书；撤回的不计",
        definition_en="of the notices issued in the period, those whose duty was done since ÷ all of them; those taken "
        "back are left out",
        numerator=Measure(_DONE),
        denominator=Measure(_STANDS),
        **common,
    )
