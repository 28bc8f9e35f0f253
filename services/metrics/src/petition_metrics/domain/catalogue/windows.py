"""Service at the windows (人民满意窗口): waiting, courtesy, things done, promises, and what petitioners say of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import Fact, Is, both, equals, known, one_of


def indicators(rules: CountyRules) -> Iterator[Indicator]:
    """Everything about visits to windows."""
    minutes = rules.window_wait_minutes
    rates: dict[str, Any] = {"unit": Unit.PERCENT, "counted": Counted.VISITS}
    rated, finished = known("visits.rating"), known("visits.finished_on")
    yield Indicator(
        code="window_satisfaction_rate",
        name_zh="窗口满意率",
        name_en="Satisfaction with the windows",
        day="visits.rated_on",
        definition_zh="当期对窗口的评价中，满意和基本满意的÷当期对窗口的全部评价（由信访人本人作出）",
        definition_en="petitioners' ratings of windows in the period that were satisfied or basically satisfied ÷ all "
        "of them",
        numerator=Measure(both(rated, one_of("visits.rating", "satisfied", "basically_satisfied"))),
        denominator=Measure(rated),
        **rates,
    )
    waited = known("visits.waited_minutes")
    yield Indicator(
        code="window_prompt_rate",
        name_zh="窗口及时接待率",
        name_en="Share received without long waiting",
        day="visits.arrived_on",
        definition_zh=f"当期来访中，等候不超过{minutes}分钟即受到接待的÷当期受到接待的来访",
        definition_en=f"visitors of the period who were received within {minutes} minutes ÷ visitors who were received",
        numerator=Measure(both(waited, Fact("visits.waited_minutes", Is.AT_MOST, minutes))),
        denominator=Measure(waited),
        **rates,
    )
    yield Indicator(
        code="six_courtesies_rate",
        name_zh="“六个一”落实率",
        name_en="Visits with all six courtesies",
        day="visits.finished_on",
        definition_zh="当期结束的窗口接待中，“六个一”全部做到的÷当期结束的窗口接待",
        definition_en="visits ended in the period with all six courtesies ÷ visits ended in the period",
        numerator=Measure(both(finished, equals("visits.all_six", True))),
        denominator=Measure(finished),
        **rates,
    )
    yield Indicator(
        code="practical_deeds",
        name_zh="为民实事",
        name_en="Practical things done",
        unit=Unit.MATTERS,
        counted=Counted.VISITS,
        day="visits.finished_on",
        definition_zh="当期窗口接待中为来访人办的实事",
        definition_en="practical things done for visitors in the period",
        numerator=Measure(both(finished, equals("visits.deed", True))),
    )
    confirmed = known("visits.deed_confirmed")
    yield Indicator(
        code="practical_deeds_confirmed_rate",
        name_zh="实事确认率",
        name_en="Practical things confirmed",
        day="visits.rated_on",
        definition_zh="当期经信访人答复的实事中，信访人确认属实的÷当期经信访人答复的实事",
        definition_en="practical things of which petitioners said in the period that they are true ÷ those of which "
        "they said whether they are",
        numerator=Measure(both(confirmed, equals("visits.deed_confirmed", True))),
        denominator=Measure(confirmed),
        **rates,
    )
    reviewed = known("visits.kept")
    yield Indicator(
        code="window_promises_kept_rate",
        name_zh="窗口承诺兑现率",
        name_en="Promises kept at the windows",
        day="visits.reviewed_on",
        definition_zh="当期核对的窗口承诺中，已兑现的÷当期核对的窗口承诺（由承诺人以外的人员核对）",
        definition_en="promises looked at in the period by somebody else that were kept ÷ all of them",
        numerator=Measure(both(reviewed, equals("visits.kept", True))),
        denominator=Measure(reviewed),
        **rates,
    )
