"""A screening campaign (大走访、大摸排、大起底): so many villages, between two days, each covered or accounted for.

What it finds are disputes, which intake keeps; here stands where officers have been and where they have not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from petition_supervision.domain.campaign_errors import (
    CampaignDaysReversed,
    CampaignGapsUnexplained,
    CampaignInHindsight,
    CampaignIsClosed,
    CoverageOnRecord,
    CoveredOutsideCampaign,
    NothingToCover,
    NotYourCampaign,
    OutsideYourTownship,
    VillageNotInCampaign,
)
from petition_supervision.domain.campaign_events import (
    CampaignClosed,
    CampaignCoverageRecorded,
    CampaignKind,
    CampaignOpened,
)
from workdays import local_day


@dataclass(frozen=True)
class Coverage:
    """One round of visits in a village: how many households and how many matters, nobody by name."""

    village_code: str
    covered_on: date
    households: int
    items_found: int
    recorded_by: str


@dataclass
class Campaign:
    """`villages` names the township of each village that is to be covered."""

    campaign_no: str
    kind: CampaignKind
    unit: str
    opened_by: str
    opened_at: datetime
    first_day: date
    last_day: date
    villages: dict[str, str]
    coverage: list[Coverage] = field(default_factory=list)
    is_open: bool = True
    report: str | None = None
    gap_reason: str | None = None
    closed_at: datetime | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def open(
        cls,
        campaign_no: str,
        kind: CampaignKind,
        unit: str,
        township: str | None,
        opened_by: str,
        first_day: date,
        last_day: date,
        villages: Mapping[str, str],
        now: datetime,
    ) -> Campaign:
        """部署. `township`: the only one in which the unit may screen; None for a county unit.

        Days the wrong way round => CampaignDaysReversed. Over already => CampaignInHindsight. No village =>
        NothingToCover. A village of another township => OutsideYourTownship.
        """
        if last_day < first_day:
            raise CampaignDaysReversed("last_day", first_day=first_day, last_day=last_day)
        if last_day < local_day(now):
            raise CampaignInHindsight("last_day", today=local_day(now))
        if not villages:
            raise NothingToCover("villages")
        for village, lies_in in sorted(villages.items()):
            _check_township(township, lies_in, village, unit)
        ordered = dict(sorted(villages.items()))
        campaign = cls(campaign_no, kind, unit, opened_by, now, first_day, last_day, ordered)
        campaign._record(CampaignOpened(kind, unit, first_day, last_day, list(ordered)))
        return campaign

    @property
    def gaps(self) -> list[str]:
        """The villages nobody has been to."""
        covered = {one.village_code for one in self.coverage}
        return [village for village in self.villages if village not in covered]

    @property
    def households(self) -> int:
        return sum(one.households for one in self.coverage)

    @property
    def items_found(self) -> int:
        return sum(one.items_found for one in self.coverage)

    def cover(self, coverage: Coverage, unit: str, township: str | None, now: datetime) -> None:
        """走访登记 by the village's township or the county.

        Closed => CampaignIsClosed. Another village => VillageNotInCampaign. A unit of another township =>
        OutsideYourTownship. Before, after, or to come => CoveredOutsideCampaign. Same village and day twice =>
        CoverageOnRecord.
        """
        if not self.is_open:
            raise CampaignIsClosed("campaign_no")
        village, on = coverage.village_code, coverage.covered_on
        if village not in self.villages:
            raise VillageNotInCampaign("village_code", village=village)
        _check_township(township, self.villages[village], village, unit)
        if not self.first_day <= on <= min(self.last_day, local_day(now)):
            raise CoveredOutsideCampaign("covered_on", given=on, first_day=self.first_day, last_day=self.last_day)
        if any((one.village_code, one.covered_on) == (village, on) for one in self.coverage):
            raise CoverageOnRecord("village_code", village=village, given=on)
        self.coverage.append(coverage)
        self._record(CampaignCoverageRecorded(village, on, coverage.households, coverage.items_found, unit))

    def close(self, report: str, gap_reason: str | None, unit: str, now: datetime) -> None:
        """结束, by the unit that opened it.

        Closed => CampaignIsClosed. Another unit => NotYourCampaign. Villages left out and no reason given =>
        CampaignGapsUnexplained.
        """
        if not self.is_open:
            raise CampaignIsClosed("campaign_no")
        if unit != self.unit:
            raise NotYourCampaign("campaign_no", unit=self.unit)
        if self.gaps and not (gap_reason or "").strip():
            raise CampaignGapsUnexplained("gap_reason", count=len(self.gaps))
        self.is_open, self.report, self.gap_reason, self.closed_at = False, report, gap_reason, now
        covered = len(self.villages) - len(self.gaps)
        self._record(CampaignClosed(len(self.villages), covered, self.households, self.items_found))

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def _check_township(township: str | None, lies_in: str, village: str, unit: str) -> None:
    if township not in (None, lies_in):
        raise OutsideYourTownship("village_code", unit=unit, place=village)


def campaign_number(year: int, serial: int) -> str:
    """`PC2026-0001`: 排查, year, serial."""
    return f"PC{year}-{serial:04}"
