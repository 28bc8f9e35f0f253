"""The statutory clocks of a case with what became of each: met, missed, running, overdue.

A duty that runs out is a breach. A right that runs out is only over, so it is never overdue: the petitioner's own
limits (K7, K9 《信访工作条例》第三十五、三十六条) and a unit's right to object (K4 第二十三条).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.days import day_of, last_day_before, without_unknown
from petition_metrics.domain.told_by_intake import Told

RIGHT = "right"
WITHDRAWN = "withdrawn"
"""Why a clock stopped, in assignment's word."""

DUTY_KINDS = ("K1", "K2", "K3", "K5", "K8", "K10", "K11", "K12", "K13", "K14", "REHANDLING")


def statutory_clocks(assignment: Told) -> list[dict[str, Any]]:
    """One element a clock that was started, by clock id; `due_on` is the last day of the limit.

    A clock that stands still (a hearing, 第三十六条) has no end until it runs again: neither due nor past its limit.
    """
    clocks: Mapping[str, Any] = assignment.get("clocks", {})
    return [
        without_unknown(
            {
                "clock_id": name,
                "kind": clock["kind"],
                "unit": clock.get("unit"),
                "round": clock.get("round"),
                "started_on": day_of(clock["started_at"]),
                "due_at": _due_at(clock),
                "due_on": last_day_before(_due_at(clock)),
                "stopped_on": day_of(clock.get("stopped_at")),
                "met": None if _released(clock) else clock.get("met"),
                "released": True if _released(clock) else None,
            }
        )
        for name, clock in sorted(clocks.items())
        if "started_at" in clock
    ]


def _released(clock: Mapping[str, Any]) -> bool:
    """Ended in time because the petitioner took the petition back: nothing was done, so it is neither met nor missed.

    A limit that had run out before stays missed.
    """
    return bool(clock.get("met")) and clock.get("stop_reason") == WITHDRAWN


def _due_at(clock: Mapping[str, Any]) -> datetime | None:
    stands_still = clock.get("paused") and "stopped_at" not in clock
    return None if stands_still else clock.get("due_at")


def overdue_kinds(assignment: Told, supervision: Told) -> list[str]:
    """The kind of each clock that still runs past its limit, as far as supervision has told.

    A limit that was moved after it was missed counts again only when the new limit is missed too.
    """
    missed: Mapping[str, Any] = supervision.get("missed", {})
    clocks: Mapping[str, Any] = assignment.get("clocks", {})
    return sorted(
        clock["kind"]
        for name, clock in clocks.items()
        if "kind" in clock
        and clock.get("nature") != RIGHT
        and "stopped_at" not in clock
        and name in missed
        and clock.get("due_at") is not None
        and missed[name] >= clock["due_at"]
    )
