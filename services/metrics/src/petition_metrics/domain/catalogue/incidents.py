"""Incidents that arose from petitions (因信访问题引发的恶性事件), for the yearly self-check of the “三无”."""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import unknown


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """How many were put on record and stand."""
    yield Indicator(
        code="vicious_incidents",
        name_zh="因信访问题引发的恶性事件",
        name_en="Vicious incidents over a petition",
        unit=Unit.MATTERS,
        counted=Counted.INCIDENTS,
        day="incidents.occurred_on",
        definition_zh="当期发生、经县信访局核实登记的因信访问题引发的恶性事件；撤销登记的不计；只计登记在册的",
        definition_en="incidents of the period that arose from a petition, verified and put on record by the petition "
        "bureau; withdrawn records are left out; only what is on record is counted",
        numerator=Measure(unknown("incidents.withdrawn_on")),
    )
