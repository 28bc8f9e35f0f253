"""Indexes, each for one question that is asked often."""

from __future__ import annotations

from pymongo import IndexModel

from petition_intake.adapters.mongo_accesses import ACCESS_INDEXES, ACCESSES
from petition_intake.adapters.mongo_disputes import DISPUTE_INDEXES
from petition_intake.adapters.mongo_files import ACCUSATIONS, PETITIONERS, PETITIONS, PROGRESS, REFERENCES
from petition_intake.adapters.mongo_grid import GRID_INDEXES
from petition_intake.adapters.mongo_grid_posts import GRID_POST_INDEXES
from petition_intake.adapters.mongo_joint_receptions import JOINT_RECEPTION_INDEXES
from petition_intake.adapters.mongo_materials import MATERIAL_INDEXES
from petition_intake.adapters.mongo_numbers import COUNTERS, SLIPS, TRIES
from petition_intake.adapters.mongo_register import REGISTER
from petition_intake.adapters.mongo_window import WINDOW_INDEXES
from petition_intake.adapters.mongo_words import WORD_INDEXES
from petition_intake.adapters.yearly_numbers import NUMBERS

_NEWEST = [("received_at", -1), ("_id", -1)]
TWO_DAYS = 2 * 24 * 3600

INDEXES: dict[str, list[IndexModel]] = {
    PETITIONS: [
        IndexModel([("place.township_code", 1), ("category", 1), ("received_at", -1)], name="nearby"),
    ],
    PETITIONERS: [IndexModel([("keys", 1)], name="same_person")],
    PROGRESS: [
        IndexModel(_NEWEST, name="newest"),
        IndexModel([("seen_by", 1), *_NEWEST], name="of_unit"),
        IndexModel([("state", 1), *_NEWEST], name="in_state"),
        IndexModel([("channel", 1), *_NEWEST], name="by_channel"),
        IndexModel([("registered_by_unit", 1), *_NEWEST], name="by_registrar"),
        IndexModel([("marks", 1), *_NEWEST], name="marked"),
        IndexModel([("joined_to", 1), *_NEWEST], name="joined", partialFilterExpression={"joined_to": {"$gt": ""}}),
    ],
    ACCUSATIONS: [IndexModel([("reference", 1)], name="reference", unique=True, sparse=True)],
    TRIES: [IndexModel([("written_at", 1)], name="forgotten", expireAfterSeconds=TWO_DAYS)],
    ACCESSES: ACCESS_INDEXES,
    REFERENCES: [],
    COUNTERS: [],
    SLIPS: [],
    REGISTER: [],
    NUMBERS: [],
    **DISPUTE_INDEXES,
    **GRID_INDEXES,
    **GRID_POST_INDEXES,
    **WINDOW_INDEXES,
    **JOINT_RECEPTION_INDEXES,
    **MATERIAL_INDEXES,
    **WORD_INDEXES,
}
"""Every collection of the service is named, so that the migration makes them all."""
