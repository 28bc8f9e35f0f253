"""Commands and queries of screening campaigns, and the finds that are counted to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import mongo_campaigns as kept
from petition_supervision.application import campaigning
from petition_supervision.application.ports import Work
from petition_supervision.domain.campaign import Campaign, Coverage
from petition_supervision.entrypoints import campaign_requests as requests

Data = dict[str, Any]
OPENERS = frozenset({"dispatcher", "bureau_head", "county_leader", "unit_head", "township_leader"})
VISITORS = OPENERS | {"registrar", "signer", "handler"}


def open_campaign(work: Work, call: Call, data: Data) -> Data:
    asked = campaigning.OpenCampaign(unit=call.unit, opened_by=call.actor or "", **data)
    return _standing(campaigning.open_campaign(work, asked))


def record_campaign_coverage(work: Work, call: Call, data: Data) -> Data:
    campaign_no = data.pop("campaign_no")
    coverage = Coverage(recorded_by=call.actor or "", **data)
    return _standing(campaigning.record_campaign_coverage(work, call.unit, campaign_no, coverage))


def close_campaign(work: Work, call: Call, data: Data) -> Data:
    return _standing(campaigning.close_campaign(work, call.unit, **data))


def _standing(campaign: Campaign) -> Data:
    left = len(campaign.gaps)
    return {"campaign_no": campaign.campaign_no, "version": campaign.version, "villages_left": left}


def get_campaign(reader: kept.Reader, call: Call, data: Data) -> Data:
    return kept.show_campaign(reader, data["campaign_no"])


def list_campaigns(reader: kept.Reader, call: Call, data: Data) -> Data:
    return kept.list_campaigns(reader, **data)


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("open_campaign", requests.OpenCampaign, open_campaign, OPENERS),
    ("record_campaign_coverage", requests.RecordCampaignCoverage, record_campaign_coverage, VISITORS),
    ("close_campaign", requests.CloseCampaign, close_campaign, OPENERS),
)

QUERIES: tuple[Query, ...] = (
    Query("get_campaign", requests.GetCampaign, get_campaign, ANYONE),
    Query("list_campaigns", requests.ListCampaigns, list_campaigns, ANYONE),
)
