"""The indexes of this service, one for each way its collections are asked."""

from __future__ import annotations

from pymongo import IndexModel

from petition_metrics.adapters.mongo_names import (
    CASE_TIMELINES,
    EVENT_LOG,
    FOLDER_APPROVALS,
    FOLDER_NUMBERS,
    PUBLIC_EDITIONS,
    REGISTERS,
)
from petition_metrics.domain.occurrence import SUPERVISION

TIMELINE_INDEXES = (
    IndexModel([("received_on", 1), ("_id", 1)], name="received"),
    IndexModel([("channel", 1), ("received_on", 1), ("_id", 1)], name="channel_received"),
    IndexModel([("first_or_repeat", 1), ("received_on", 1), ("_id", 1)], name="repeat_received"),
    IndexModel([("first_or_repeat", 1), ("answered_on", 1), ("_id", 1)], name="repeat_answered"),
    IndexModel([("unit", 1), ("received_on", 1), ("_id", 1)], name="unit_received"),
    IndexModel([("hand_down_level", 1), ("received_on", 1), ("_id", 1)], name="hand_down", sparse=True),
    IndexModel([("old_since_on", 1), ("_id", 1)], name="old_since", sparse=True),
    IndexModel([("routed_on", 1), ("_id", 1)], name="routed", sparse=True),
    IndexModel([("leader_assigned_on", 1), ("_id", 1)], name="leader_assigned", sparse=True),
    IndexModel([("clocks.kind", 1), ("clocks.started_on", 1)], name="clock_started"),
    IndexModel([("clocks.kind", 1), ("clocks.due_on", 1)], name="clock_due"),
    IndexModel([("rounds.closed_on", 1)], name="round_closed"),
    IndexModel([("rounds.followed_up_on", 1)], name="round_followed_up"),
    IndexModel([("rounds.rated_on", 1)], name="round_rated"),
    IndexModel([("disputes.found_on", 1)], name="dispute_found", sparse=True),
    IndexModel([("disputes.checked_on", 1)], name="dispute_checked", sparse=True),
    IndexModel([("disputes.ended_on", 1)], name="dispute_ended", sparse=True),
    IndexModel([("visits.arrived_on", 1)], name="visit_arrived", sparse=True),
    IndexModel([("visits.finished_on", 1)], name="visit_finished", sparse=True),
    IndexModel([("visits.rated_on", 1)], name="visit_rated", sparse=True),
    IndexModel([("visits.reviewed_on", 1)], name="visit_reviewed", sparse=True),
    IndexModel([("incidents.occurred_on", 1)], name="incident_occurred", sparse=True),
    IndexModel([("urgings.issued_on", 1)], name="urging_issued", sparse=True),
    IndexModel([("urgent_reports.marked_on", 1)], name="urgent_marked", sparse=True),
    IndexModel([("online_receipts.received_on", 1)], name="online_receipt", sparse=True),
    IndexModel([("state", 1)], name="state"),
    IndexModel([("overdue", 1)], name="overdue", sparse=True),
    IndexModel([("follow_up_pending", 1)], name="follow_up_pending", sparse=True),
)

INDEXES = {
    CASE_TIMELINES: TIMELINE_INDEXES,
    EVENT_LOG: (
        IndexModel([("order", 1)], name="order"),
        IndexModel(
            [("source", 1), ("type", 1), ("time", 1)],
            name="acts_of_supervision",
            partialFilterExpression={"source": SUPERVISION},
        ),
    ),
    REGISTERS: (),
    FOLDER_APPROVALS: (),
    FOLDER_NUMBERS: (),
    PUBLIC_EDITIONS: (IndexModel([("year", 1), ("quarter", 1), ("edition", -1)], name="edition", unique=True),),
}
