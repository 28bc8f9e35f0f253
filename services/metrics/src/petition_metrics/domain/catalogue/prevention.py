"""Disputes found before anybody files (主动预防): how well, how early, and how near home they are settled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Standing, Unit
from petition_metrics.domain.predicate import Fact, Is, both, either, equals, known, one_of, unknown

_LEVELS = (
    ("grid", "网格", "small grid"),
    ("village", "村（社区）", "village"),
    ("township", "乡镇", "township"),
    ("county", "县", "county"),
)
_BEFOREHAND = Fact("disputes.found_by", Is.NOT_EQUAL, "petition")
_ABOVE_COUNTY = ("city", "region", "state")


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """Both readings of 排查准确率, and what became of what was found."""
    yield from _accuracy()
    yield from _of_disputes()
    yield from _levels()


def _accuracy() -> Iterator[Indicator]:
    checked: dict[str, Any] = {"unit": Unit.PERCENT, "counted": Counted.DISPUTES, "day": "disputes.checked_on"}
    yield Indicator(
        code="dispute_screening_accuracy",
        name_zh="矛盾纠纷排查准确率（核实）",
        name_en="Accuracy of dispute screening, as checked",
        definition_zh="当期核实的排查结果中，核实为真实的÷当期核实的排查结果（由排查人以外的人员核实）",
        definition_en="finds that were real ÷ finds that somebody other than the finder looked at in the period",
        numerator=Measure(both(known("disputes.verdict"), equals("disputes.verdict", "real"))),
        denominator=Measure(known("disputes.verdict")),
        **checked,
    )
    first_appeals = both(equals("first_or_repeat", "first"), equals("purpose", "appeal"))
    received: dict[str, Any] = {"counted": Counted.CASES, "day": "received_on"}
    yield Indicator(
        code="dispute_screening_recall",
        name_zh="矛盾纠纷排查准确率（事先掌握）",
        name_en="Accuracy of dispute screening, as later petitions show",
        unit=Unit.PERCENT,
        definition_zh="当期收到的初次申诉求决类信访事项中，提出之前已经排查登记的÷全部此类事项；核实为不属实的不算已排查",
        definition_en="first appeals received in the period whose matter had been found before they were filed ÷ all "
        "of them; what was held to be unfounded was not found",
        numerator=Measure(both(first_appeals, equals("found_beforehand", True))),
        denominator=Measure(first_appeals),
        **received,
    )
    yield Indicator(
        code="missed_finds",
        name_zh="漏排事项",
        name_en="Missed finds",
        unit=Unit.MATTERS,
        definition_zh="当期收到的初次申诉求决类信访事项中，提出之前没有排查到的",
        definition_en="first appeals received in the period whose matter nobody had found before",
        numerator=Measure(both(first_appeals, unknown("found_beforehand"))),
        **received,
    )
    filed = known("channel")
    yield Indicator(
        code="filed_above_county_share",
        name_zh="矛盾上交占比",
        name_en="Share that went above the county",
        unit=Unit.PERCENT,
        definition_zh="当期收到的信访事项中，在市级以上登记或者由市级以上转送、交办的÷当期收到的信访事项",
        definition_en="filings received in the period that were registered at, or came down from, the city or above ÷ "
        "filings received in the period",
        numerator=Measure(
            both(
                filed,
                either(one_of("registered_level", *_ABOVE_COUNTY), one_of("hand_down_level", *_ABOVE_COUNTY)),
            )
        ),
        denominator=Measure(filed),
        **received,
    )


def _of_disputes() -> Iterator[Indicator]:
    of_disputes: dict[str, Any] = {"counted": Counted.DISPUTES}
    found = both(known("disputes.found_on"), _BEFOREHAND)
    yield Indicator(
        code="disputes_found",
        name_zh="排查发现矛盾纠纷",
        name_en="Disputes found beforehand",
        unit=Unit.MATTERS,
        day="disputes.found_on",
        definition_zh="当期排查发现并登记的矛盾纠纷，信访事项中发现的不计",
        definition_en="disputes found in the period, without those that came to light in a petition",
        numerator=Measure(found),
        **of_disputes,
    )
    yield Indicator(
        code="disputes_standing",
        name_zh="矛盾纠纷存量",
        name_en="Disputes still open",
        unit=Unit.MATTERS,
        day="disputes.found_on",
        definition_zh="截至期末排查登记而尚未化解、未转为信访事项、未核实为不属实的矛盾纠纷",
        definition_en="disputes found before the end of the period and by then neither settled, nor gone on as a "
        "petition, nor seen to be unfounded",
        numerator=Measure(known("disputes.found_on")),
        standing=Standing("disputes.ended_on", unknown("disputes.ended_on")),
        **of_disputes,
    )
    settled = known("disputes.level")
    yield Indicator(
        code="prevention_share",
        name_zh="未成访化解率",
        name_en="Share settled before anybody filed",
        unit=Unit.PERCENT,
        day="disputes.ended_on",
        definition_zh="当期办结的真实矛盾纠纷中，未成为信访事项即化解的÷当期化解的和转为信访事项的",
        definition_en="disputes settled in the period ÷ those settled and those that went on as a petition in it",
        numerator=Measure(both(settled, _BEFOREHAND)),
        denominator=Measure(both(either(settled, known("disputes.petition_no")), _BEFOREHAND)),
        **of_disputes,
    )


def _levels() -> Iterator[Indicator]:
    settled = known("disputes.level")
    for level, zh, en in _LEVELS:
        yield Indicator(
            code=f"disputes_settled_at_{level}_share",
            name_zh=f"矛盾纠纷{zh}级化解占比" if level == "county" else f"矛盾纠纷在{zh}化解占比",
            name_en=f"Share of disputes settled at {en} level",
            unit=Unit.PERCENT,
            counted=Counted.DISPUTES,
            day="disputes.ended_on",
            definition_zh=f"当期化解的矛盾纠纷中，在{zh}化解的÷当期化解的矛盾纠纷",
            definition_en=f"disputes settled in the period at {en} level ÷ disputes settled in the period",
            numerator=Measure(both(settled, equals("disputes.level", level))),
            denominator=Measure(settled),
        )
