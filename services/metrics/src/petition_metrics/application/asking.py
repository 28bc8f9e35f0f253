"""Who asks, and of which unit they may see figures and cases.

The bureau, county leaders and auditors see the county; every other unit sees its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from petition_metrics.domain.county_rules import PETITION_BUREAU
from petition_metrics.domain.errors import NotYourCase, OutsideScope
from petition_metrics.domain.timeline import Timeline

_SEE_THE_COUNTY = frozenset({"auditor", "county_leader"})


@dataclass(frozen=True)
class Asker:
    """The asking unit, and the roles of the officer who asks."""

    unit: str
    roles: frozenset[str] = frozenset()

    @property
    def sees_the_county(self) -> bool:
        return self.unit == PETITION_BUREAU or bool(_SEE_THE_COUNTY & self.roles)

    def unit_to_read(self, wanted: str | None) -> str | None:
        """The unit whose figures are read: None = the county. Another unit than one's own => OutsideScope."""
        if self.sees_the_county:
            return wanted
        if wanted not in (None, self.unit):
            raise OutsideScope("unit")
        return self.unit

    def check_county(self) -> None:
        """What is about the county as a whole is not for every unit => OutsideScope."""
        if not self.sees_the_county:
            raise OutsideScope()

    def check_case(self, timeline: Timeline) -> None:
        """A case which the unit neither registered nor was ever in charge of => NotYourCase."""
        involved = {timeline.get("unit"), timeline.get("registered_by_unit"), *timeline.get("units", ())}
        if not self.sees_the_county and self.unit not in involved:
            raise NotYourCase("case_no")
