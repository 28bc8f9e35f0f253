"""Use cases of screening campaigns (大走访、大摸排、大起底)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.campaign import Campaign, Coverage
from petition_supervision.domain.campaign_errors import TerritoryUnknown
from petition_supervision.domain.campaign_events import CampaignKind


@dataclass(frozen=True)
class OpenCampaign:
    """部署排查: whole townships, single villages, or both."""

    unit: str
    opened_by: str
    kind: CampaignKind
    first_day: date
    last_day: date
    townships: Sequence[str]
    villages: Sequence[str]


def open_campaign(work: Work, asked: OpenCampaign) -> Campaign:
    """A place the register does not have => TerritoryUnknown; other refusals as in `Campaign.open`."""
    villages = _villages(work.campaigns.territory(), asked.townships, asked.villages)
    campaign = Campaign.open(
        work.campaigns.next_number(work.now),
        asked.kind,
        asked.unit,
        work.units.get().township_of(asked.unit),
        asked.opened_by,
        asked.first_day,
        asked.last_day,
        villages,
        work.now,
    )
    work.campaigns.save(campaign)
    return campaign


def record_campaign_coverage(work: Work, unit: str, campaign_no: str, coverage: Coverage) -> Campaign:
    """走访登记; refusals as in `Campaign.cover`."""
    campaign = work.campaigns.require(campaign_no)
    campaign.cover(coverage, unit, work.units.get().township_of(unit), work.now)
    work.campaigns.save(campaign)
    return campaign


def close_campaign(work: Work, unit: str, campaign_no: str, report: str, gap_reason: str | None) -> Campaign:
    """结束排查; refusals as in `Campaign.close`."""
    campaign = work.campaigns.require(campaign_no)
    campaign.close(report, gap_reason, unit, work.now)
    work.campaigns.save(campaign)
    return campaign


def dispute_found(work: Work, campaign_no: str | None, village_code: str | None) -> None:
    """Intake put a dispute on record; the campaign that found it, known here or not, is credited with it."""
    if campaign_no is not None:
        work.campaigns.count_dispute(campaign_no, village_code or "")


def register_published(work: Work, villages: Mapping[str, str]) -> None:
    """The county register came; its villages, each with its township, replace those kept for campaigns."""
    work.campaigns.keep_territory(villages)


def _villages(territory: Mapping[str, str], townships: Sequence[str], villages: Sequence[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for township in townships:
        inside = {village: township for village, lies_in in territory.items() if lies_in == township}
        if not inside:
            raise TerritoryUnknown("townships", place=township)
        chosen |= inside
    for village in villages:
        if village not in territory:
            raise TerritoryUnknown("villages", place=village)
        chosen[village] = territory[village]
    return chosen
