"""The collections of this service's database and the index behind every question asked of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pymongo import IndexModel

CASES = "cases"
DUE = "due"
MISSED = "missed"
UNITS = "units"
MEETINGS = "meetings"
RECEPTIONS = "receptions"
FILINGS = "filings"
GRADES = "grades"
GRADING = "grading"
ITEMS = "supervision_items"
ITEM_NUMBERS = "numbers"
TOTALS = "supervision_totals"
CAMPAIGNS = "campaigns"
CAMPAIGN_TALLIES = "campaign_tallies"
VILLAGES = "villages"
WARDENS = "wardens"
KEY_VILLAGES = "key_villages"
ROLLS = "rolls"
PROBLEMS = "problems"
EXPORTS = "exports"
PROPOSALS = "proposals"
URGINGS = "urgings"
SUGGESTIONS = "suggestions"
INSPECTIONS = "inspections"
INSPECTORS = "inspectors"
APPRAISALS = "yearly_appraisals"
MEASURES = "measures"
STAFF_MOVES = "staff_moves"
HONOURS = "honours"
JOINT_OFFICES = "joint_offices"
JOINT_MEETINGS = "joint_meetings"
APPRAISAL_YEARS = "appraisal_years"
CAMPAIGN_TERRITORY = "campaign_territory"
COUNTY = "county_settings"
URGENT = "urgent_matters"
INCIDENTS = "incidents"


def _of_leaders(name: str, *by: str) -> IndexModel:
    keys = ("leader_case.state", *by, "leader_case.assigned_at", "_id")
    partial = {"leader_case.state": {"$exists": True}}
    return IndexModel([(key, 1) for key in keys], name=name, partialFilterExpression=partial)


def _of_old_cases(name: str, *by: str) -> IndexModel:
    keys = ("old_case.state", *by, "old_case.listed_at", "_id")
    partial = {"old_case.state": {"$exists": True}}
    return IndexModel([(key, 1) for key in keys], name=name, partialFilterExpression=partial)


INDEXES: Mapping[str, Sequence[IndexModel]] = {
    CASES: [
        # The ledger: only matters handed down are in this index.
        IndexModel(
            [("hand_down.state", 1), ("hand_down.issued.feedback_due_on", 1), ("_id", 1)],
            name="ledger",
            partialFilterExpression={"hand_down.state": {"$exists": True}},
        ),
        # Leader-led cases: no other case is in these.
        _of_leaders("leader_cases"),
        _of_leaders("leader_cases_by_leader", "leader_case.leader"),
        _of_leaders("leader_cases_by_top", "leader_case.top_leader"),
        _of_leaders("leader_cases_by_mark", "leader_case.mark"),
        # The county's list of old cases: a list by ground reads those of one state.
        _of_old_cases("old_cases"),
        _of_old_cases("old_cases_by_unit", "old_case.unit"),
        _of_old_cases("old_cases_by_leader", "old_case.leader"),
    ],
    DUE: [
        # Sparse: an entry with nothing more to come has no `next_at` and costs the sweep nothing.
        IndexModel([("next_at", 1)], name="next", sparse=True),
        IndexModel([("what", 1), ("due_at", 1), ("_id", 1)], name="by_due"),
        IndexModel([("what", 1), ("unit", 1), ("due_at", 1), ("_id", 1)], name="by_unit"),
        IndexModel([("what", 1), ("kind", 1), ("due_at", 1), ("_id", 1)], name="by_kind"),
    ],
    MISSED: [
        IndexModel([("missed_at", -1), ("_id", -1)], name="by_time"),
        IndexModel([("unit", 1), ("missed_at", -1), ("_id", -1)], name="by_unit"),
        IndexModel([("kind", 1), ("missed_at", -1), ("_id", -1)], name="by_kind"),
        IndexModel([("stopped_at", 1), ("missed_at", -1), ("_id", -1)], name="not_done"),
        IndexModel([("stopped_at", 1), ("unit", 1), ("missed_at", -1), ("_id", -1)], name="not_done_by_unit"),
    ],
    UNITS: [],
    MEETINGS: [
        IndexModel([("kind", 1), ("held_on", -1), ("_id", 1)], name="by_day"),
        IndexModel([("kind", 1), ("unit", 1), ("held_on", -1), ("_id", 1)], name="of_unit"),
    ],
    FILINGS: [
        IndexModel([("quarter", 1), ("unit", 1)], name="of_quarter"),
        IndexModel([("unit", 1), ("quarter", 1), ("received_on", 1), ("_id", 1)], name="of_unit"),
        IndexModel([("village_code", 1), ("received_on", -1), ("_id", 1)], name="of_village"),
    ],
    GRADES: [IndexModel([("quarter", 1), ("_id", 1)], name="of_quarter")],
    GRADING: [],
    RECEPTIONS: [
        IndexModel([("on", -1), ("_id", 1)], name="by_day"),
        IndexModel([("unit", 1), ("on", -1), ("_id", 1)], name="of_unit"),
    ],
    ITEMS: [
        IndexModel([("state", 1), ("opened_at", 1), ("_id", 1)], name="ledger"),
        IndexModel([("state", 1), ("unit", 1), ("opened_at", 1), ("_id", 1)], name="by_unit"),
        IndexModel([("state", 1), ("step", 1), ("opened_at", 1), ("_id", 1)], name="by_step"),
        IndexModel([("state", 1), ("case_no", 1), ("opened_at", 1), ("_id", 1)], name="by_case"),
        IndexModel([("feedback", 1), ("feedback_missed_at", 1), ("signature.feedback_due_on", 1)], name="unanswered"),
        IndexModel([("feedback", 1), ("signature.feedback_due_on", 1), ("_id", 1)], name="awaited"),
        IndexModel(
            [("feedback", 1), ("unit", 1), ("signature.feedback_due_on", 1), ("_id", 1)], name="awaited_of_unit"
        ),
    ],
    ITEM_NUMBERS: [],
    TOTALS: [],
    CAMPAIGNS: [
        IndexModel([("first_day", -1), ("_id", 1)], name="by_day"),
        IndexModel([("kind", 1), ("first_day", -1), ("_id", 1)], name="of_kind"),
    ],
    CAMPAIGN_TERRITORY: [],
    CAMPAIGN_TALLIES: [IndexModel([("campaign_no", 1), ("_id", 1)], name="of_campaign")],
    VILLAGES: [],
    WARDENS: [IndexModel([("wardens", 1), ("_id", 1)], name="of_warden")],
    KEY_VILLAGES: [IndexModel([("state", 1), ("named_at", 1), ("_id", 1)], name="board")],
    ROLLS: [],
    EXPORTS: [],
    PROBLEMS: [
        IndexModel([("next_at", 1)], name="next"),
        *(
            IndexModel([*((of, 1) for of in whose), (entered, 1), ("_id", 1)], name=f"{name}{suffix}")
            for name, entered in (
                ("problems", "found_on"),
                ("responsibilities", "responsibility.set_on"),
                ("appraisals", "appraisal.done_on"),
            )
            for suffix, whose in (("", ()), ("_of_unit", ("unit",)))
        ),
    ],
    SUGGESTIONS: [
        IndexModel([("state", 1), *((of, 1) for of in whose), ("suggested_at", 1), ("_id", 1)], name=name)
        for name, whose in (("by_time", ()), ("of_unit", ("unit",)), ("by_trigger", ("trigger",)))
    ],
    URGINGS: [
        *(
            IndexModel([(first, 1), *((of, 1) for of in whose), ("issued_at", 1), ("_id", 1)], name=f"{first}{suffix}")
            for first in ("state", "criticism_state")
            for suffix, whose in (("", ()), ("_of_unit", ("unit",)), ("_copied_to", ("copied_to",)))
        ),
        IndexModel([("case_no", 1), ("_id", 1)], name="of_case"),
    ],
    COUNTY: [],
    INCIDENTS: [IndexModel([("occurred_on", -1), ("_id", -1)], name="by_day")],
    URGENT: [
        IndexModel([("state", 1), ("marked_at", -1), ("_id", -1)], name="by_time"),
        IndexModel([("state", 1), ("unit", 1), ("marked_at", -1), ("_id", -1)], name="of_unit"),
        IndexModel([("case_no", 1), ("state", 1)], name="of_case", sparse=True),
    ],
    PROPOSALS: [
        IndexModel([("answered", 1), ("feedback_due_on", 1), ("_id", 1)], name="by_due"),
        IndexModel([("answered", 1), ("addressee", 1), ("feedback_due_on", 1), ("_id", 1)], name="of_unit"),
        IndexModel([("case_no", 1), ("_id", 1)], name="of_case"),
    ],
    INSPECTIONS: [
        IndexModel([("is_open", 1), ("opened_at", -1), ("_id", 1)], name="by_time"),
        IndexModel([("plan.units", 1), ("is_open", 1), ("opened_at", -1), ("_id", 1)], name="of_unit"),
    ],
    INSPECTORS: [],
    STAFF_MOVES: [
        IndexModel([("kind", 1), ("group", 1), ("moved_on", 1), ("_id", 1)], name="counted"),
        # Promotions in rank are counted whatever the group.
        IndexModel([("kind", 1), ("moved_on", 1), ("_id", 1)], name="counted_of_all"),
    ],
    HONOURS: [IndexModel([("year", 1), ("_id", 1)], name="by_year")],
    JOINT_OFFICES: [IndexModel([("vacancy_told", 1), ("vacant_since", 1)], name="vacant")],
    JOINT_MEETINGS: [],
    APPRAISAL_YEARS: [IndexModel([("over", 1), ("due_on", 1)], name="due")],
    APPRAISALS: [IndexModel([("year", 1), ("unit", 1), ("_id", 1)], name="of_year")],
    MEASURES: [
        IndexModel([("kind", 1), ("in_force", 1), ("imposed_on", -1), ("_id", 1)], name="by_day"),
        IndexModel([("kind", 1), ("in_force", 1), ("unit", 1), ("imposed_on", -1), ("_id", 1)], name="of_unit"),
    ],
}
