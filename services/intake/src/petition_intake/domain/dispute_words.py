"""Words of the contract for disputes (矛盾纠纷) found before anybody files a petition."""

from __future__ import annotations

from enum import StrEnum

from petition_intake.domain.wording import Wording


class FoundBy(StrEnum):
    """How it came to light."""

    GRID_PATROL = "grid_patrol"
    CAMPAIGN = "campaign"
    VISIT = "visit"
    PETITION = "petition"


class Verdict(StrEnum):
    """What somebody other than the finder saw: it is real, or it is not (排查准确率 counts these)."""

    REAL = "real"
    UNFOUNDED = "unfounded"


class DisputeLevel(StrEnum):
    """Where it was settled: 化解在基层、化解在萌芽状态."""

    GRID = "grid"
    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"


class DisputeState(StrEnum):
    """Found, looked at, and then settled, unfounded, or gone on as a petition."""

    FOUND = "found"
    CONFIRMED = "confirmed"
    UNFOUNDED = "unfounded"
    SETTLED = "settled"
    UPGRADED = "upgraded"


FOUND_BY_WORDING: dict[FoundBy, Wording] = {
    FoundBy.GRID_PATROL: Wording("网格巡查", "grid patrol"),
    FoundBy.CAMPAIGN: Wording("集中排查", "screening campaign"),
    FoundBy.VISIT: Wording("走访、下访", "officers' visit"),
    FoundBy.PETITION: Wording("信访事项中发现", "came to light in a petition"),
}
DISPUTE_LEVEL_WORDING: dict[DisputeLevel, Wording] = {
    DisputeLevel.GRID: Wording("网格", "grid"),
    DisputeLevel.VILLAGE: Wording("村（社区）", "village"),
    DisputeLevel.TOWNSHIP: Wording("乡镇", "township"),
    DisputeLevel.COUNTY: Wording("县", "county"),
}
DISPUTE_STATE_WORDING: dict[DisputeState, Wording] = {
    DisputeState.FOUND: Wording("已排查，待核实", "found, to be looked at"),
    DisputeState.CONFIRMED: Wording("已核实，正在化解", "real, being settled"),
    DisputeState.UNFOUNDED: Wording("经核实不属实", "looked at and not real"),
    DisputeState.SETTLED: Wording("已化解", "settled"),
    DisputeState.UPGRADED: Wording("已转为信访事项", "gone on as a petition"),
}

OPEN = frozenset({DisputeState.FOUND, DisputeState.CONFIRMED})
