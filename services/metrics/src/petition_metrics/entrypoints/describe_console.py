"""`python -m petition_metrics describe`: the table of indicators for the README."""

from __future__ import annotations

from chassis.settings import Settings
from petition_metrics.application.definitions import indicator_table
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.county_rules import CountyRules


def describe(_settings: Settings, _arguments: list[str]) -> int:
    """Print the table under the default county rules."""
    print(indicator_table(Catalogue(CountyRules())))
    return 0
