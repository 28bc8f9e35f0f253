"""Joint receptions in MongoDB."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database

from chassis.documents import document_converter
from chassis.pages import page
from chassis.repository import Repository
from petition_intake.adapters.mongo_files import Source, writable
from petition_intake.adapters.yearly_numbers import next_serial
from petition_intake.domain.joint_reception import JointReception, joint_reception_number

JOINT_RECEPTIONS = "joint_receptions"

_RECEPTION = document_converter(JointReception)
_LATEST = [("held_at", -1), ("_id", -1)]

JOINT_RECEPTION_INDEXES: dict[str, list[IndexModel]] = {
    JOINT_RECEPTIONS: [
        IndexModel(_LATEST, name="latest"),
        IndexModel([("units", 1), *_LATEST], name="of_unit"),
    ],
}


class MongoJointReceptions:
    """Receptions; saving one publishes what happened at it, in the same transaction."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def next_number(self, now: datetime) -> str:
        return joint_reception_number(*next_serial(writable(self._source), JOINT_RECEPTIONS, now))

    def get(self, joint_reception_no: str) -> JointReception | None:
        document = self._source.get(JOINT_RECEPTIONS, joint_reception_no)
        return None if document is None else _RECEPTION.structure(document, JointReception)

    def save(self, reception: JointReception) -> None:
        wire = ("joint_reception_no", "version")
        Repository(writable(self._source), JOINT_RECEPTIONS, JointReception, key="joint_reception_no", wire=wire).save(
            reception
        )


class MongoJointReceptionPages:
    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._receptions = database[JOINT_RECEPTIONS]

    def page(self, unit: str | None, limit: int, cursor: str | None) -> tuple[list[JointReception], str | None]:
        found = page(self._receptions, {} if unit is None else {"units": unit}, _LATEST, limit, cursor)
        return [_RECEPTION.structure(row, JointReception) for row in found["items"]], found["next"]
