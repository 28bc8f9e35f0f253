"""How much comes in, by which channel, and how much of it comes again.

One letter, call or web filing is one 件; a visit counts as one batch. The total mixes the two, as the field does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import equals, known

_CHANNELS = (
    ("letter", "来信", "Letters"),
    ("visit", "来访", "Visits"),
    ("call", "来电", "Calls"),
    ("web", "网上信访", "Web filings"),
    ("fax", "传真", "Faxes"),
    ("handed_down", "上级交办登记", "Filings handed down"),
    ("hotline", "12345转办", "Hotline transfers"),
)


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """All filings, by channel, and the repeats among them."""
    everything = known("channel")
    common: dict[str, Any] = {"counted": Counted.CASES, "day": "received_on"}
    yield Indicator(
        code="filings_total",
        name_zh="信访总量",
        name_en="All filings",
        unit=Unit.MATTERS,
        definition_zh="当期收到的全部信访事项，来访每批计1件",
        definition_en="all filings received in the period; a visit of one group counts 1",
        numerator=Measure(everything),
        **common,
    )
    yield Indicator(
        code="filings_persons",
        name_zh="信访总人次",
        name_en="All filings (person-times)",
        unit=Unit.PERSON_TIMES,
        definition_zh="当期收到的全部信访事项的信访人数之和，含来信、来电、网上，同一人两次计2人次",
        definition_en="the sum of the petitioners of all filings received in the period, letters, calls and web "
        "filings included; the same person twice counts 2",
        numerator=Measure(everything, "headcount"),
        **common,
    )
    for channel, zh, en in _CHANNELS:
        yield Indicator(
            code=f"filings_{channel}",
            name_zh=f"{zh}件数",
            name_en=en,
            unit=Unit.MATTERS,
            definition_zh=f"当期收到的{zh}" + ("，每批计1件" if channel == "visit" else ""),
            definition_en=f"filings received in the period by the channel {channel}",
            numerator=Measure(equals("channel", channel)),
            **common,
        )
    yield Indicator(
        code="web_share",
        name_zh="网信占比",
        name_en="Share of web filings",
        unit=Unit.PERCENT,
        definition_zh="网上信访件数÷信访总量",
        definition_en="web filings ÷ all filings",
        numerator=Measure(equals("channel", "web")),
        denominator=Measure(everything),
        **common,
    )
    yield Indicator(
        code="repeat_rate",
        name_zh="重复信访率",
        name_en="Repeat rate",
        unit=Unit.PERCENT,
        definition_zh="当期收到、经人工认定为重复信访（同人同事）的件数÷信访总量",
        definition_en="filings received in the period that a person decided to be repeats (same person, same matter) ÷ "
        "all filings",
        numerator=Measure(equals("first_or_repeat", "repeat")),
        denominator=Measure(everything),
        **common,
    )
