"""Every way a command on a screening campaign is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class CampaignDaysReversed(Refused):
    code = "CAMPAIGN_DAYS_REVERSED"
    zh = "结束日期 {last_day} 早于开始日期 {first_day}。"
    en = "The last day, {last_day}, is before the first, {first_day}."


class CampaignInHindsight(Refused):
    code = "CAMPAIGN_IN_HINDSIGHT"
    zh = "排查活动应当事先部署，结束日期不能早于今天（{today}）。"
    en = "A campaign is planned ahead: its last day cannot be before today ({today})."


class NothingToCover(Refused):
    code = "NOTHING_TO_COVER"
    zh = "应当写明覆盖的乡镇或者村（社区）。"
    en = "A campaign names the townships or villages it covers."


class TerritoryUnknown(Refused):
    code = "TERRITORY_UNKNOWN"
    zh = "地域名册中没有 {place}。"
    en = "There is no place {place} on the register."


class OutsideYourTownship(Refused):
    code = "OUTSIDE_YOUR_TOWNSHIP"
    zh = "本单位（{unit}）只能在本乡镇部署和登记排查，{place} 不在本乡镇。"
    en = "Your unit ({unit}) screens its own township; {place} does not lie in it."


class VillageNotInCampaign(Refused):
    code = "VILLAGE_NOT_IN_CAMPAIGN"
    zh = "村（社区）{village} 不在本次排查范围内。"
    en = "Village {village} is not one this campaign covers."


class CoveredOutsideCampaign(Refused):
    code = "COVERED_OUTSIDE_CAMPAIGN"
    zh = "走访日期 {given} 应当在 {first_day} 至 {last_day} 之间，且不晚于今天。"
    en = "The day {given} is not between {first_day} and {last_day}, or not yet over."


class CoverageOnRecord(Refused):
    code = "COVERAGE_ON_RECORD"
    zh = "村（社区）{village} {given} 的走访已经登记，未重复登记。"
    en = "Village {village} is on record for {given} already."


class CampaignIsClosed(Refused):
    code = "CAMPAIGN_CLOSED"
    zh = "该排查活动已经结束。"
    en = "This campaign has been closed."


class NotYourCampaign(Refused):
    code = "NOT_YOUR_CAMPAIGN"
    zh = "排查活动由部署单位（{unit}）结束。"
    en = "A campaign is closed by the unit that opened it ({unit})."


class CampaignGapsUnexplained(Refused):
    code = "CAMPAIGN_GAPS_UNEXPLAINED"
    zh = "还有 {count} 个村（社区）没有走访，应当走访或者写明原因。"
    en = "{count} villages were not visited: visit them, or say why not."
