"""The lists that can be taken out of the system."""

from __future__ import annotations

from enum import StrEnum


class Ledger(StrEnum):
    """问题清单、责任清单、考核清单、督查任务清单、交办台账、包案台账、重点村台账."""

    PROBLEMS = "problems"
    RESPONSIBILITIES = "responsibilities"
    APPRAISALS = "appraisals"
    SUPERVISIONS = "supervisions"
    HAND_DOWNS = "hand_downs"
    LEADER_CASES = "leader_cases"
    KEY_VILLAGES = "key_villages"


COUNTY_WIDE = frozenset({Ledger.LEADER_CASES, Ledger.KEY_VILLAGES})
"""Lists that belong to no unit: the whole county's, or nothing."""
