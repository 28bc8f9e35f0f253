"""The closed lists of the county's own list of old cases (信访积案)."""

from __future__ import annotations

from enum import StrEnum


class OldCaseGround(StrEnum):
    """Why a case is on the list: not resolved after its limit, filed again after 复查复核, on a list from above."""

    UNRESOLVED_AFTER_LIMIT = "unresolved_after_limit"
    REPEATED_AFTER_REVIEW = "repeated_after_review"
    ON_HAND_DOWN_LIST = "on_hand_down_list"


class OldCaseState(StrEnum):
    """在册, 销号, or the listing was withdrawn."""

    OPEN = "open"
    CLEARED = "cleared"
    WITHDRAWN = "withdrawn"
