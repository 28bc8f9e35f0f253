"""Approvals of the folder of evidence in the store: inserted, never changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pymongo.database import Database

from chassis.unit_of_work import UnitOfWork
from petition_metrics.adapters.mongo_names import FOLDER_APPROVALS, FOLDER_NUMBERS
from petition_metrics.domain.days import COUNTY_ZONE
from petition_metrics.domain.folder_approval import FolderApproval

Document = dict[str, Any]


class MongoApprovals:
    """The approvals as they are read."""

    def __init__(self, database: Database[Document]) -> None:
        self._approvals = database[FOLDER_APPROVALS]

    def get(self, export_no: str) -> FolderApproval | None:
        found = self._approvals.find_one({"_id": export_no})
        if found is None:
            return None
        return FolderApproval(
            export_no,
            found["year"],
            found["for_person"],
            date.fromisoformat(found["until_on"]),
            found["reason"],
            found["approved_by"],
            found["approved_at"],
        )


class ApprovalsInWork:
    """The approvals inside one unit of work."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def next_number(self, now: datetime) -> str:
        """`TZ2026-0001`: 台账, year, serial."""
        series = f"TZ{now.astimezone(COUNTY_ZONE).year}"
        kept = self._uow.get(FOLDER_NUMBERS, series)
        number = (kept["version"] if kept else 0) + 1
        self._uow.put(FOLDER_NUMBERS, {"_id": series, "version": number})
        return f"{series}-{number:04}"

    def add(self, approval: FolderApproval) -> None:
        document = {**vars(approval), "_id": approval.export_no, "until_on": approval.until_on.isoformat()}
        self._uow.insert(FOLDER_APPROVALS, document)
