"""What stands in the database, read back without the code under test."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from pymongo.database import Database

from petition_supervision.domain.agenda import DueEntry, MissedRow


def stored_due(database: Database[dict[str, Any]]) -> dict[str, DueEntry]:
    return {row["_id"]: _read(DueEntry, row) for row in database.due.find()}


def stored_missed(database: Database[dict[str, Any]]) -> dict[str, MissedRow]:
    return {row["_id"]: _read(MissedRow, row) for row in database.missed.find()}


def _read(kind: type, row: dict[str, Any]) -> Any:
    values = {field.name: row.get(field.name) for field in fields(kind)}
    return kind(**{**values, "id": row["_id"]})
