"""Every indicator, by subject. Adding one here is all it takes: queries, drill-down and README follow."""

from __future__ import annotations

from functools import lru_cache

from petition_metrics.domain.catalogue import (
    filings,
    handed_down,
    handing_on,
    hard_cases,
    incidents,
    leader_cases,
    old_cases,
    online_receipts,
    prevention,
    resolution,
    satisfaction,
    shares_of_all,
    territory,
    timeliness,
    urgent_matters,
    urgings,
    visits,
    windows,
)
from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.errors import IndicatorUnknown
from petition_metrics.domain.indicator import Indicator

SUBJECTS = (
    visits,
    handed_down,
    old_cases,
    satisfaction,
    timeliness,
    resolution,
    shares_of_all,
    prevention,
    filings,
    handing_on,
    windows,
    online_receipts,
    territory,
    leader_cases,
    hard_cases,
    urgent_matters,
    urgings,
    incidents,
)


@lru_cache(maxsize=8)
def catalogue_under(rules: CountyRules) -> Catalogue:
    """The catalogue under a county's rules, made once for each set of rules."""
    return Catalogue(rules)


class Catalogue:
    """The indicators of a county, under its rules."""

    def __init__(self, rules: CountyRules) -> None:
        self.indicators: tuple[Indicator, ...] = tuple(
            indicator for subject in SUBJECTS for indicator in subject.indicators(rules)
        )
        self._by_code = {indicator.code: indicator for indicator in self.indicators}

    def find(self, code: str) -> Indicator:
        """The indicator with this code, or IndicatorUnknown."""
        if code not in self._by_code:
            raise IndicatorUnknown("indicator", indicator=code)
        return self._by_code[code]
