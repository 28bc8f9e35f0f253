"""What petitioners say: call-backs, ratings, and cases handled again. Counted by handling round, so that a later
round never rewrites what was said of an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import (
    DaysBeforeAsOf,
    Fact,
    Is,
    Predicate,
    at_least,
    before,
    both,
    either,
    equals,
    known,
    one_of,
    unknown,
)

_HAS_A_NAME = Fact("anonymous", Is.NOT_EQUAL, True)
"""Who files without a name can be neither called back nor asked for a rating (《信访工作条例》第二十三条)."""

_CONTENT = ("satisfied", "basically_satisfied")
_ROUND: dict[str, Any] = {"unit": Unit.PERCENT, "counted": Counted.ROUNDS}


def indicators(rules: CountyRules) -> Iterator[Indicator]:
    """Follow-up, satisfaction, participation, handling again."""
    yield _follow_up_coverage()
    yield from _satisfaction()
    yield _participation(rules.rating_window_days)
    yield _unrated(rules.rating_window_days)
    yield _rehandling()


def _follow_up_coverage() -> Indicator:
    closed = both(known("rounds.closed_on"), _HAS_A_NAME)
    return Indicator(
        code="follow_up_coverage",
        name_zh="回访率",
        name_en="Follow-up coverage",
        day="rounds.closed_on",
        definition_zh="当期办结（县信访局确认办结或当场化解）的办理轮次中已回访到本人的÷当期办结的办理轮次；匿名件无从回访，不计",
        definition_en="handling rounds closed in the period (confirmed by the bureau, or settled on the spot) whose "
        "petitioner was reached by a follow-up ÷ handling rounds closed in the period; anonymous filings, where there "
        "is nobody to call back, are left out",
        numerator=Measure(both(closed, known("rounds.followed_up_on"))),
        denominator=Measure(closed),
        **_ROUND,
    )


def _satisfaction() -> Iterator[Indicator]:
    rows = (
        ("satisfaction_rate", "群众满意率", "Satisfaction rate", "责任单位", "the unit in charge", "unit_rating"),
        (
            "bureau_satisfaction_rate",
            "群众满意率（对信访部门）",
            "Satisfaction rate with the bureau",
            "信访部门",
            "the petition bureau",
            "bureau_rating",
        ),
    )
    for code, name_zh, name_en, whom_zh, whom_en, score in rows:
        yield Indicator(
            code=code,
            name_zh=name_zh,
            name_en=name_en,
            day="rounds.rated_on",
            definition_zh=f"当期信访人对{whom_zh}的评价中（满意+基本满意）÷已评价",
            definition_en=f"petitioners' ratings of {whom_en} given in the period: (satisfied + basically satisfied) ÷ "
            "rated",
            numerator=Measure(one_of(f"rounds.{score}", *_CONTENT)),
            denominator=Measure(known(f"rounds.{score}")),
            **_ROUND,
        )
    yield Indicator(
        code="follow_up_satisfaction_rate",
        name_zh="回访满意率",
        name_en="Satisfaction rate at follow-up",
        day="rounds.followed_up_on",
        definition_zh="当期回访中（满意+基本满意）÷已表态的回访",
        definition_en="follow-ups of the period in which the petitioner gave a score: (satisfied + basically "
        "satisfied) ÷ all of them",
        numerator=Measure(one_of("rounds.follow_up_score", *_CONTENT)),
        denominator=Measure(known("rounds.follow_up_score")),
        **_ROUND,
    )


def _participation(window: int) -> Indicator:
    rated = known("rounds.rated_on")
    may_rate: Predicate = both(known("rounds.closed_on"), _HAS_A_NAME)
    over = before("rounds.closed_on", DaysBeforeAsOf(window))
    return Indicator(
        code="participation",
        name_zh="参评率",
        name_en="Participation",
        day="rounds.closed_on",
        definition_zh=f"当期办结的办理轮次中，已评价÷（已评价+超期未评价）；评价期{window}日，期内尚未评价的不计，匿名件不计",
        definition_en=f"handling rounds closed in the period: rated ÷ (rated + not rated within {window} days); those "
        "still inside the window and anonymous filings are left out",
        numerator=Measure(both(may_rate, rated)),
        denominator=Measure(both(may_rate, either(rated, over))),
        **_ROUND,
    )


def _unrated(window: int) -> Indicator:
    closed = both(known("rounds.closed_on"), _HAS_A_NAME, unknown("rounds.rated_on"))
    return Indicator(
        code="unrated",
        name_zh="待评价件数",
        name_en="Still to be rated",
        unit=Unit.MATTERS,
        counted=Counted.ROUNDS,
        day="rounds.closed_on",
        definition_zh=f"当期办结的办理轮次中，尚未评价且仍在{window}日评价期内的，匿名件不计",
        definition_en=f"handling rounds closed in the period, not rated yet and still inside the {window} days; "
        "anonymous filings are left out",
        numerator=Measure(both(closed, at_least("rounds.closed_on", DaysBeforeAsOf(window)))),
    )


def _rehandling() -> Indicator:
    followed_up = known("rounds.followed_up_on")
    return Indicator(
        code="rehandling_rate",
        name_zh="重新办理率",
        name_en="Re-handling rate",
        day="rounds.followed_up_on",
        definition_zh="当期完成回访的办理轮次中，责成承办单位重新办理的÷当期完成回访的办理轮次",
        definition_en="handling rounds followed up in the period that were ordered to be handled again ÷ handling "
        "rounds followed up in the period",
        numerator=Measure(both(followed_up, equals("rounds.rehandled", True))),
        denominator=Measure(followed_up),
        **_ROUND,
    )
