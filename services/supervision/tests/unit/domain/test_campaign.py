"""A screening campaign covers every village it named, or accounts for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta

import pytest
from supervision_builders import BUREAU, START, TOWNSHIP, UNITS
from supervision_fakes import FakeWork

from petition_supervision.application import campaigning
from petition_supervision.domain import campaign_errors as errors
from petition_supervision.domain.campaign import Campaign, Coverage
from petition_supervision.domain.campaign_events import CampaignClosed, CampaignKind, CampaignOpened
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.unit_tree import UnitTree
from workdays import local_day

CAOMIAO, OTHER = "640425208", "640425100"
VILLAGES = {"640425208200": CAOMIAO, "640425208201": CAOMIAO, "640425100001": OTHER}
FIRST, SECOND, ELSEWHERE = VILLAGES
TODAY = local_day(START)
TREE = UNITS


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def a_county() -> FakeWork:
    work = FakeWork(units=TREE)
    campaigning.register_published(work, VILLAGES)
    return work


def opened(
    villages: dict[str, str] | None = None, first: int = 0, last: int = 9, township: str | None = None
) -> Campaign:
    chosen = {FIRST: CAOMIAO, SECOND: CAOMIAO} if villages is None else villages
    return Campaign.open(
        "PC2026-0001",
        CampaignKind.GRAND_VISIT,
        BUREAU,
        township,
        "P0018",
        day(first),
        day(last),
        chosen,
        START,
    )


def cover(campaign: Campaign, village: str = FIRST, on: int = 0, unit: str = TOWNSHIP, late: int = 5) -> None:
    coverage = Coverage(village, day(on), 40, 3, "P0201")
    campaign.cover(coverage, unit, TREE.township_of(unit), START + timedelta(days=late))


def close(campaign: Campaign, reason: str | None = "大雪封路", unit: str = BUREAU) -> None:
    campaign.close("走访报告", reason, unit, START + timedelta(days=9))


def closed() -> Campaign:
    campaign = opened()
    close(campaign)
    return campaign


def covered() -> Campaign:
    campaign = opened()
    cover(campaign)
    return campaign


STATES: dict[str, Callable[[], Campaign]] = {"open": opened, "covered": covered, "closed": closed}
COMMANDS: dict[str, Callable[[Campaign], None]] = {
    "record_campaign_coverage": lambda campaign: cover(campaign, SECOND),
    "close_campaign": close,
}


@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize("state", list(STATES))
def test_a_command_is_carried_out_until_the_campaign_is_closed(state: str, command: str) -> None:
    campaign = STATES[state]()
    version = campaign.version
    if state == "closed":
        with pytest.raises(errors.CampaignIsClosed):
            COMMANDS[command](campaign)
        assert campaign.version == version
    else:
        COMMANDS[command](campaign)
        assert campaign.version == version + 1


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"first": 9, "last": 8}, errors.CampaignDaysReversed),
        ({"first": -9, "last": -1}, errors.CampaignInHindsight),
        ({"villages": {}}, errors.NothingToCover),
        ({"villages": VILLAGES, "township": CAOMIAO}, errors.OutsideYourTownship),
    ],
)
def test_a_campaign_is_planned_ahead_for_villages_one_may_screen(
    given: dict[str, object], refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        opened(**given)


@pytest.mark.parametrize("given", [{"last": 0}, {"first": 9, "last": 9}, {"township": CAOMIAO}])
def test_it_may_end_on_the_day_it_begins(given: dict[str, object]) -> None:
    campaign = opened(**given)
    assert isinstance(campaign.pending[0], CampaignOpened)
    assert campaign.gaps == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"village": ELSEWHERE}, errors.VillageNotInCampaign),
        ({"on": -1}, errors.CoveredOutsideCampaign),
        ({"on": 6}, errors.CoveredOutsideCampaign),
        ({"on": 10, "late": 20}, errors.CoveredOutsideCampaign),
        ({"unit": "township_elsewhere"}, errors.OutsideYourTownship),
    ],
)
def test_coverage_that_cannot_be_is_refused(given: dict[str, object], refusal: type[Refused]) -> None:
    tree = {**TREE.units, "township_elsewhere": type(TREE.units[TOWNSHIP])("township", None, OTHER)}
    campaign = opened()
    with pytest.raises(refusal):
        coverage = Coverage(given.get("village", FIRST), day(given.get("on", 0)), 1, 0, "P0201")
        township = UnitTree(tree).township_of(given.get("unit", TOWNSHIP))
        late = START + timedelta(days=given.get("late", 5))
        campaign.cover(coverage, given.get("unit", TOWNSHIP), township, late)
    assert campaign.coverage == []


@pytest.mark.parametrize(("on", "late"), [(0, 0), (5, 5), (9, 20)])
def test_a_village_is_visited_from_the_first_day_to_the_last(on: int, late: int) -> None:
    campaign = opened()
    cover(campaign, on=on, late=late)
    assert (campaign.gaps, campaign.households, campaign.items_found) == ([SECOND], 40, 3)


def test_a_village_may_be_visited_again_on_another_day_but_not_twice_on_one() -> None:
    campaign = covered()
    with pytest.raises(errors.CoverageOnRecord):
        cover(campaign)
    cover(campaign, on=1)
    assert campaign.households == 80


@pytest.mark.parametrize("reason", [None, " "])
def test_villages_nobody_visited_are_accounted_for(reason: str | None) -> None:
    campaign = covered()
    with pytest.raises(errors.CampaignGapsUnexplained):
        close(campaign, reason)
    cover(campaign, SECOND)
    close(campaign, reason)
    assert campaign.pending[-1] == CampaignClosed(2, 2, 80, 6)


def test_only_the_unit_that_opened_it_closes_it() -> None:
    with pytest.raises(errors.NotYourCampaign):
        close(opened(), unit=TOWNSHIP)


def test_no_field_of_a_visit_holds_a_household_or_a_person() -> None:
    assert {one.name for one in fields(Coverage)} == {
        "village_code",
        "covered_on",
        "households",
        "items_found",
        "recorded_by",
    }


@pytest.mark.parametrize(
    ("townships", "villages", "chosen"),
    [
        ([CAOMIAO], [], [FIRST, SECOND]),
        ([], [ELSEWHERE], [ELSEWHERE]),
        ([CAOMIAO], [ELSEWHERE, FIRST], [ELSEWHERE, FIRST, SECOND]),
    ],
)
def test_townships_stand_for_their_villages(townships: list[str], villages: list[str], chosen: list[str]) -> None:
    work = a_county()
    asked = campaigning.OpenCampaign(BUREAU, "P0018", CampaignKind.GRAND_SCREENING, TODAY, TODAY, townships, villages)
    campaign = campaigning.open_campaign(work, asked)
    assert list(campaign.villages) == sorted(chosen)
    assert campaign.campaign_no == f"PC{TODAY.year}-0001"


@pytest.mark.parametrize(("townships", "villages"), [(["640425999"], []), ([], ["640425999001"])])
def test_a_place_that_is_not_on_the_register_is_refused(townships: list[str], villages: list[str]) -> None:
    work = a_county()
    asked = campaigning.OpenCampaign(BUREAU, "P0018", CampaignKind.GRAND_CLEARING, TODAY, TODAY, townships, villages)
    with pytest.raises(errors.TerritoryUnknown):
        campaigning.open_campaign(work, asked)


def test_a_dispute_is_counted_to_the_campaign_that_found_it_and_to_no_other() -> None:
    work = FakeWork(units=TREE)
    campaigning.dispute_found(work, "PC2026-0001", FIRST)
    campaigning.dispute_found(work, "PC2026-0001", FIRST)
    campaigning.dispute_found(work, None, FIRST)
    assert work.campaigns.found == {("PC2026-0001", FIRST): 2}
