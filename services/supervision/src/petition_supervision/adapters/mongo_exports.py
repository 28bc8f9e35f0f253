"""Approvals of exports in MongoDB."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.documents import document_converter
from chassis.refusal import Refusal
from chassis.repository import Repository
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import EXPORTS, ITEM_NUMBERS
from petition_supervision.domain.ledger_export import LedgerExport
from workdays import local_day

_EXPORT = document_converter(LedgerExport)


class MongoExports:
    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._kept = Repository(uow, EXPORTS, LedgerExport, key="export_no", wire=("export_no", "version"))

    def next_number(self, now: datetime) -> str:
        series = f"DC{local_day(now).year}"
        kept = self._uow.get(ITEM_NUMBERS, series)
        number = (kept["version"] if kept else 0) + 1
        self._uow.put(ITEM_NUMBERS, {"_id": series, "version": number})
        return f"{series}-{number:04}"

    def save(self, export: LedgerExport) -> None:
        self._kept.save(export)


def find_export(reader: Database[dict[str, Any]], export_no: str) -> LedgerExport:
    """The approval, or NOT_FOUND."""
    document = reader[EXPORTS].find_one({"_id": export_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "export_no", id=export_no)
    return _EXPORT.structure(document, LedgerExport)
