"""Notices that urge a unit (催办通知书) in MongoDB, and what the queries ask of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.refusal import Refusal
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import ITEM_NUMBERS, URGINGS
from petition_supervision.adapters.mongo_totals import count_in_year
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.urging import CriticismState, Urging, UrgingState
from workdays import local_day

MOST_OF_A_CASE = 200
_CONVERTER = document_converter(Urging)
_TEXTS = ("answer", "waiver")


class MongoUrgings:
    """`call`: whose expected version is checked; it is that of a notice only where the command is about one."""

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._uow = uow
        self._call = call
        self._kept = Repository(uow, URGINGS, Urging, key="urging_no", wire=("urging_no", "version"))

    def next_number(self, now: datetime) -> str:
        series = f"CB{local_day(now).year}"
        kept = self._uow.get(ITEM_NUMBERS, series)
        number = (kept["version"] if kept else 0) + 1
        self._uow.put(ITEM_NUMBERS, {"_id": series, "version": number})
        return f"{series}-{number:04}"

    def require(self, urging_no: str) -> Urging:
        return self._kept.require(urging_no, self._call)

    def get(self, urging_no: str) -> Urging | None:
        return self._kept.get(urging_no)

    def save(self, urging: Urging) -> None:
        count_in_year(self._uow, urging.unit, urging.pending)
        self._kept.save(urging)


def find_urging(reader: Reader, urging_no: str) -> Urging:
    """The notice, or NOT_FOUND."""
    document = reader[URGINGS].find_one({"_id": urging_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "urging_no", id=urging_no)
    return _urging(document)


def urgings_of_case(reader: Reader, case_no: str) -> list[Urging]:
    found = reader[URGINGS].find({"case_no": case_no}, sort=[("_id", 1)], limit=MOST_OF_A_CASE)
    return [_urging(document) for document in found]


def show_urging(urging: Urging) -> dict[str, Any]:
    """One notice in full."""
    shown = to_wire(urging)
    shown.pop("pending", None)
    return shown


def list_urgings(
    reader: Reader,
    state: UrgingState,
    criticism: CriticismState | None,
    unit: str | None,
    copied: bool,
    limit: int,
    cursor: str | None,
) -> Page:
    """Notices in this state, or, when it is named, those whose criticism stands so; the oldest first.

    `unit`: those to this unit, or, if `copied`, those of which it has the copy.
    """
    wanted: dict[str, Any] = {"criticism_state": criticism.value} if criticism else {"state": state.value}
    if unit is not None:
        wanted["copied_to" if copied else "unit"] = unit
    found = page(reader[URGINGS], wanted, sort=[("issued_at", 1), ("_id", 1)], limit=limit, cursor=cursor)
    return {"items": [_row(document) for document in found["items"]], "next": found["next"]}


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in show_urging(_urging(document)).items() if name not in _TEXTS}


def _urging(document: Mapping[str, Any]) -> Urging:
    urging: Urging = _CONVERTER.structure(document, Urging)
    return urging
