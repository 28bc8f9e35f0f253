"""What the store gets sealed: whatever people wrote.

In clear stay numbers, days, units, states, grounds and codes, by which lists are made, and the yearly appraisal, which
is made public.
"""

from __future__ import annotations

from petition_supervision.adapters.collections import (
    CAMPAIGNS,
    CASES,
    EXPORTS,
    INCIDENTS,
    INSPECTIONS,
    ITEMS,
    KEY_VILLAGES,
    MEASURES,
    MEETINGS,
    PROBLEMS,
    PROPOSALS,
    RECEPTIONS,
    SUGGESTIONS,
    URGENT,
    URGINGS,
)

SEALED: dict[str, tuple[str, ...]] = {
    CASES: (
        "follow_ups",
        "letter_readings",
        "hand_down.verdicts",
        "hand_down.reopenings",
        "leader_case.reason",
        "leader_case.tasks",
        "leader_case.hand_overs",
        "leader_case.acts",
        "leader_case.closing",
        "former_leader_cases",
        "old_case.basis",
        "old_case.ending",
        "former_old_cases",
    ),
    ITEMS: ("replies", "checks", "signature.consequence", "feedback.reason", "clearing", "reason"),
    URGINGS: ("answer", "waiver"),
    SUGGESTIONS: ("reason",),
    PROPOSALS: ("text", "answer"),
    PROBLEMS: ("matter", "responsibility.measures", "appraisal.target", "appraisal.actual"),
    URGENT: ("text", "measures", "ending"),
    RECEPTIONS: ("results",),
    INCIDENTS: ("text", "withdrawal"),
    INSPECTIONS: ("plan.text", "acts", "findings", "report"),
    MEETINGS: ("minutes", "decisions"),
    EXPORTS: ("reason",),
    CAMPAIGNS: ("report", "gap_reason"),
    KEY_VILLAGES: ("tenures",),
    MEASURES: ("cause", "answer", "proof"),
}
