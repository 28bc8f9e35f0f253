"""The indexes of this service, one for each way its collections are asked."""

from __future__ import annotations

from pymongo import IndexModel

from petition_metrics.adapters.element_days import FIELD
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
    IndexModel([(FIELD, 1)], name="element_days"),
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
