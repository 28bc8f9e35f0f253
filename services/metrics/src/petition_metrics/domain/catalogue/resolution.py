"""Resolved at once, and resolved near home (小事不出村、大事不出镇、矛盾不上交)."""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import (
    DaysBeforeAsOf,
    Fact,
    Is,
    before,
    both,
    either,
    equals,
    known,
    one_of,
    unknown,
)

_LEVELS = (
    ("grid", ("grid",), "网格", "grid"),
    ("village", ("grid", "village"), "村（网格）", "village or grid"),
    ("township", ("township",), "乡镇", "township"),
    ("county", ("county",), "县", "county"),
    ("above", ("above",), "县以上", "a higher"),
)
"""小事不出村: what was settled in a grid was settled in its village, too."""


def indicators(rules: CountyRules) -> Iterator[Indicator]:
    """First petitions resolved at once; shares by the level at which cases are closed."""
    yield _first_visit_one_time_resolution(rules.look_back_days)
    closed = known("rounds.closed_on")
    yield Indicator(
        code="closed_where_filed_share",
        name_zh="就地化解占比（不高于登记层级）",
        name_en="Share closed where filed",
        unit=Unit.PERCENT,
        counted=Counted.ROUNDS,
        day="rounds.closed_on",
        definition_zh="当期办结的办理轮次中，化解层级不高于登记层级的÷当期办结的办理轮次",
        definition_en="handling rounds closed in the period at the level where the filing was registered, or below ÷ "
        "handling rounds closed in the period",
        numerator=Measure(both(closed, equals("rounds.at_home", True))),
        denominator=Measure(closed),
    )
    for level, places, zh, en in _LEVELS:
        yield Indicator(
            code=f"closed_at_{level}_share",
            name_zh=f"{zh}级化解占比",
            name_en=f"Share closed at {en} level",
            unit=Unit.PERCENT,
            counted=Counted.ROUNDS,
            day="rounds.closed_on",
            definition_zh=f"当期办结的办理轮次中，在{zh}级化解的÷当期办结的办理轮次；经复核送达的计入县以上",
            definition_en=f"handling rounds closed in the period at {en} level ÷ handling rounds closed in the period; "
            "what was answered by a re-review counts as closed above the county",
            version=2,
            numerator=Measure(both(closed, one_of("rounds.level", *places))),
            denominator=Measure(closed),
        )


def _first_visit_one_time_resolution(window: int) -> Indicator:
    cohort = both(
        equals("first_or_repeat", "first"),
        before("answered_on", DaysBeforeAsOf(window)),
    )
    did_not_return = either(unknown("days_to_repeat"), Fact("days_to_repeat", Is.ABOVE, window))
    asked_no_review = either(unknown("days_to_review"), Fact("days_to_review", Is.ABOVE, window))
    return Indicator(
        code="first_visit_one_time_resolution",
        name_zh="初信初访一次性化解率",
        name_en="First petitions resolved at once",
        unit=Unit.PERCENT,
        counted=Counted.CASES,
        day="answered_on",
        definition_zh=f"初次信访、当期送达处理意见（或当场化解）且已满{window}日观察期的事项中，"
        "期内无重复信访、未请求复查复核、未因不满意重新办理的÷全部此类事项",
        definition_en="first petitions answered in the period (opinion delivered, or settled on the spot) whose "
        f"{window} days of looking back are over: those without a repeat filing and without a request for a "
        "review in that time, and without a new handling round ÷ all of them",
        numerator=Measure(both(cohort, did_not_return, asked_no_review, unknown("rehandled"))),
        denominator=Measure(cohort),
        version=2,
    )
