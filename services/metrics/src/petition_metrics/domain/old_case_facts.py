"""Whether and since when a case is an old case (信访积案), from both lists on which it may stand.

Matters handed down by the state and the region are on the list from the day they were received until they are reported
up as resolved; cases the county listed itself, until they are cleared with evidence. A case on both is one case: old
since the earlier day, and until both have ended. A listing that was withdrawn was a mistake and resolves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petition_metrics.domain.days import day_of
from petition_metrics.domain.told_by_intake import Told

HANDED_DOWN_BY = ("state", "region")
RESOLVED = "resolved"


def old_case_facts(filing: Told, hand_down: Mapping[str, Any], supervision: Told) -> dict[str, Any]:
    """`old_since_on` while or since it is one; `old_until_on` and `old_resolved` once it is none any more."""
    spans = [*_handed_down(filing, hand_down), *_listed(supervision)]
    counted = [span for span in spans if not span[2]] or spans
    if not counted:
        return {}
    open_still = any(until is None for _, until, _ in counted)
    withdrawn = all(was_withdrawn for _, _, was_withdrawn in counted)
    since_on = min((since for since, _, _ in counted if since), default=None)
    return {
        "old_since_on": since_on,
        "old_until_on": None if open_still else max(day for _, until, _ in counted for day in (until, since_on) if day),
        "old_open": open_still or None,
        "old_resolved": None if open_still or withdrawn else True,
        "old_withdrawn": withdrawn or None,
    }


def _handed_down(filing: Told, hand_down: Mapping[str, Any]) -> list[tuple[str | None, str | None, bool]]:
    if hand_down.get("hand_down_level") not in HANDED_DOWN_BY:
        return []
    reported_on = hand_down.get("reported_on") if hand_down.get("report_result") == RESOLVED else None
    return [(day_of(filing.get("received_at")), reported_on, False)]


def _listed(supervision: Told) -> list[tuple[str | None, str | None, bool]]:
    listing = supervision.get("old_case")
    if not listing:
        return []
    withdrawn_on = day_of(listing.get("withdrawn_at"))
    ended_on = withdrawn_on or day_of(listing.get("cleared_at"))
    return [(day_of(listing.get("listed_at")), ended_on, withdrawn_on is not None)]
