"""What the store gets sealed: what people wrote about a case or a meeting.

In clear stay numbers, days, units, states, grounds and codes, by which lists are made, and the texts about units and
villages that speak of no case.
"""

from __future__ import annotations

from petition_supervision.adapters.collections import (
    CASES,
    EXPORTS,
    INCIDENTS,
    INSPECTIONS,
    ITEMS,
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
}
