"""Old cases (信访积案): how many stand on a day, and how many were resolved.

Those handed down by the state and the region, and those the county listed itself; one on both lists counts once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.catalogue.handed_down import FROM_STATE_OR_REGION
from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Standing, Unit
from petition_metrics.domain.predicate import (
    Fact,
    Is,
    PeriodBegin,
    PeriodEnd,
    Predicate,
    at_least,
    before,
    both,
    either,
    equals,
    known,
    unknown,
)

_OPEN, _RESOLVED = equals("old_open", True), equals("old_resolved", True)
_COUNTED = both(known("old_since_on"), unknown("old_withdrawn"))
_ENDED_NOT_BEFORE = at_least("old_until_on", PeriodBegin())
_LISTED_OR_ADDED = both(_COUNTED, either(_OPEN, _ENDED_NOT_BEFORE))
_RESOLVED_WITHIN = both(_COUNTED, _RESOLVED, _ENDED_NOT_BEFORE, before("old_until_on", PeriodEnd()))
_OF_THE_COUNTY_ALONE: Predicate = both(
    *(Fact("hand_down_level", Is.NOT_EQUAL, level) for level in ("state", "region")),
)
_RECEIVED_WITHIN = both(FROM_STATE_OR_REGION, at_least("received_on", PeriodBegin()))


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """The stock, and two shares that differ in how matters handed down are placed in a period."""
    common: dict[str, Any] = {"counted": Counted.CASES, "day": "old_since_on"}
    yield Indicator(
        code="old_matters_standing",
        name_zh="信访积案存量",
        name_en="Old matters standing",
        unit=Unit.MATTERS,
        definition_zh="截至统计时段末（截止日之前）的信访积案：国家、自治区交办、尚未以“化解”上报办结报告的，"
        "以及县信访积案名册在册、尚未凭证据销号的；两者都在的计一件",
        definition_en="old matters before the end of the period: those handed down by the state or the region and not "
        "reported up as resolved by then, and those on the county's own list and not cleared with evidence; one on "
        "both lists counts once",
        numerator=Measure(known("old_since_on")),
        standing=Standing("old_until_on", _OPEN),
        version=2,
        **common,
    )
    yield Indicator(
        code="old_matters_resolution_rate",
        name_zh="信访积案化解率",
        name_en="Old matters resolved",
        unit=Unit.PERCENT,
        definition_zh="当期化解（交办的以“化解”上报，县名册的凭证据销号）的信访积案÷（期初在册+当期新增）；撤销列入的不计",
        definition_en="old matters resolved in the period (reported up as resolved, or cleared with evidence) ÷ those "
        "that stood at its start or were added in it; withdrawn listings are left out",
        numerator=Measure(_RESOLVED_WITHIN),
        denominator=Measure(_LISTED_OR_ADDED),
        from_the_beginning=True,
        **common,
    )
    yield Indicator(
        code="old_matters_overall_resolution_rate",
        name_zh="信访积案综合化解率",
        name_en="Old matters resolved, overall",
        unit=Unit.PERCENT,
        definition_zh="（当期收到的国家、自治区交办件中已化解的+当期销号的县名册积案）÷（当期收到的国家、自治区交办件+"
        "县名册期初在册和当期新增的积案）；交办件按收到的时段归集，两者都在的按交办件计一件",
        definition_en="(matters received in the period from the state or the region that are resolved + cases of the "
        "county's own list cleared in the period) ÷ (such matters received + cases of that list that stood at its "
        "start or were added); a matter handed down stands in the period in which it was received, one on both lists "
        "counts once, as handed down",
        numerator=Measure(
            either(both(_RECEIVED_WITHIN, _RESOLVED), both(_OF_THE_COUNTY_ALONE, _RESOLVED_WITHIN)),
        ),
        denominator=Measure(either(_RECEIVED_WITHIN, both(_OF_THE_COUNTY_ALONE, _LISTED_OR_ADDED))),
        from_the_beginning=True,
        **common,
    )
