"""Screening campaigns in MongoDB, with the disputes counted to each of their villages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.refusal import Refusal
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import (
    CAMPAIGN_TALLIES,
    CAMPAIGN_TERRITORY,
    CAMPAIGNS,
    ITEM_NUMBERS,
)
from petition_supervision.domain.campaign import Campaign, campaign_number
from workdays import local_day

Reader = Database[dict[str, Any]]
_CAMPAIGN = document_converter(Campaign)
_NOT_LISTED = ("pending", "villages", "coverage", "report", "gap_reason")


class MongoCampaigns:
    """`call`: whose expected version is checked."""

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._uow, self._call = uow, call
        self._kept = Repository(uow, CAMPAIGNS, Campaign, key="campaign_no", wire=("campaign_no", "version"))

    def next_number(self, now: datetime) -> str:
        year = local_day(now).year
        key = f"{CAMPAIGNS}:{year}"
        kept = self._uow.get(ITEM_NUMBERS, key)
        serial = (kept["version"] if kept else 0) + 1
        self._uow.put(ITEM_NUMBERS, {"_id": key, "version": serial})
        return campaign_number(year, serial)

    def require(self, campaign_no: str) -> Campaign:
        return self._kept.require(campaign_no, self._call)

    def save(self, campaign: Campaign) -> None:
        self._kept.save(campaign)

    def territory(self) -> Mapping[str, str]:
        kept = self._uow.get(CAMPAIGN_TERRITORY, CAMPAIGN_TERRITORY)
        return kept["villages"] if kept else {}

    def keep_territory(self, villages: Mapping[str, str]) -> None:
        kept = self._uow.get(CAMPAIGN_TERRITORY, CAMPAIGN_TERRITORY)
        version = (kept["version"] if kept else 0) + 1
        self._uow.put(CAMPAIGN_TERRITORY, {"_id": CAMPAIGN_TERRITORY, "version": version, "villages": dict(villages)})

    def count_dispute(self, campaign_no: str, village_code: str) -> None:
        change = {"$inc": {"found": 1}, "$set": {"campaign_no": campaign_no, "village_code": village_code}}
        self._uow.update(CAMPAIGN_TALLIES, f"{campaign_no}:{village_code}", change, upsert=True)


def show_campaign(reader: Reader, campaign_no: str) -> dict[str, Any]:
    """One campaign with its coverage, the villages left out, and the disputes found by village; or NOT_FOUND."""
    document = reader[CAMPAIGNS].find_one({"_id": campaign_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "campaign_no", id=campaign_no)
    campaign = _CAMPAIGN.structure(document, Campaign)
    rows = reader[CAMPAIGN_TALLIES].find({"campaign_no": campaign_no}, sort=[("_id", 1)])
    shown = {name: value for name, value in to_wire(campaign).items() if name != "pending"}
    return {**shown, **_counts(campaign), "disputes_found": {row["village_code"]: row["found"] for row in rows}}


def list_campaigns(reader: Reader, kind: str | None, limit: int, cursor: str | None) -> dict[str, Any]:
    """Campaigns, the latest first, without texts and single visits."""
    found = page(reader[CAMPAIGNS], {"kind": kind} if kind else {}, [("first_day", -1), ("_id", 1)], limit, cursor)
    campaigns = (_CAMPAIGN.structure(document, Campaign) for document in found["items"])
    return {"items": [_row(campaign) for campaign in campaigns], "next": found["next"]}


def _row(campaign: Campaign) -> dict[str, Any]:
    shown = to_wire(campaign)
    return {name: value for name, value in shown.items() if name not in _NOT_LISTED} | _counts(campaign)


def _counts(campaign: Campaign) -> dict[str, Any]:
    gaps = campaign.gaps
    return {
        "villages_to_cover": len(campaign.villages),
        "villages_covered": len(campaign.villages) - len(gaps),
        "gaps": gaps,
        "households": campaign.households,
        "items_found": campaign.items_found,
    }
