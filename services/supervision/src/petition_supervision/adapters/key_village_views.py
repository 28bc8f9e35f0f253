"""What the queries of key villages read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.refusal import Refusal
from petition_supervision.adapters.collections import CASES, FILINGS, KEY_VILLAGES, ROLLS
from petition_supervision.adapters.mongo_villages import count_open, read_village
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.key_village import KeyVillage, VillageState
from petition_supervision.domain.supervised_case import SupervisedCase
from workdays import local_day

_VILLAGE = document_converter(KeyVillage)
_CASE = document_converter(SupervisedCase)


def find_village(reader: Reader, village_code: str) -> KeyVillage:
    """The village that is or was on the list, or NOT_FOUND."""
    document = reader[KEY_VILLAGES].find_one({"_id": village_code})
    if document is None:
        raise Refusal.of("NOT_FOUND", "village_code", id=village_code)
    return _VILLAGE.structure(document, KeyVillage)


def show_village(reader: Reader, village: KeyVillage, now: datetime) -> dict[str, Any]:
    """One village in full: every tenure with its task force and reviews, and its cases counted."""
    shown = to_wire(village)
    shown.pop("pending", None)
    return {**shown, **_standing(reader, village, now)}


def show_board(
    reader: Reader, state: VillageState, most: int, now: datetime, limit: int, cursor: str | None
) -> dict[str, Any]:
    """The board: how many of how many places are taken, and a page of the villages, the longest named first."""
    roll = reader[ROLLS].find_one({"_id": KEY_VILLAGES})
    sort = [("named_at", 1), ("_id", 1)]
    found = page(reader[KEY_VILLAGES], {"state": state.value}, sort=sort, limit=limit, cursor=cursor)
    return {
        "most": most,
        "named": len(roll["named"]) if roll else 0,
        "items": [_row(reader, document, now) for document in found["items"]],
        "next": found["next"],
    }


def list_cases(reader: Reader, village_code: str, limit: int, cursor: str | None) -> Page:
    """The cases of a village, the latest first, each with where it stands."""
    sort = [("received_on", -1), ("_id", 1)]
    found = page(reader[FILINGS], {"village_code": village_code}, sort=sort, limit=limit, cursor=cursor)
    numbers = [row["_id"] for row in found["items"]]
    cases = {row["_id"]: _CASE.structure(row, SupervisedCase) for row in reader[CASES].find({"_id": {"$in": numbers}})}

    def show(row: Mapping[str, Any]) -> dict[str, Any]:
        case = cases.get(row["_id"])
        led = case.leader_case if case else None
        return {
            "case_no": row["_id"],
            "received_on": row.get("received_on"),
            "unit": row.get("unit"),
            "round": case.round if case else 1,
            "finished": case.is_finished if case else False,
            "leader": led.leader if led else None,
        }

    return {"items": [show(row) for row in found["items"]], "next": found["next"]}


def _row(reader: Reader, document: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    village = _VILLAGE.structure(document, KeyVillage)
    tenure = village.tenures[-1]
    shown = to_wire(tenure)
    return {
        "village_code": village.village_code,
        "township_code": village.township_code,
        "state": village.state.value,
        **{name: shown[name] for name in ("entry_reason", "head", "named_at", "review_on")},
        "members": len(tenure.members),
        "units": sorted(tenure.units),
        "reviews": len(tenure.reviews),
        "released_at": shown["release"]["at"] if tenure.release else None,
        **_standing(reader, village, now),
    }


def _standing(reader: Reader, village: KeyVillage, now: datetime) -> dict[str, Any]:
    known = read_village(reader, village.village_code)
    filed = [row["_id"] for row in reader[FILINGS].find({"village_code": village.village_code}, {"_id": 1})]
    counted = count_open(len(filed), list(reader[CASES].find({"_id": {"$in": filed}})))
    is_named = village.state is VillageState.NAMED
    return {
        "village": known.name if known else None,
        "cases": counted.cases,
        "open_cases": counted.open_cases,
        "review_overdue": is_named and local_day(now) > village.tenures[-1].review_on,
    }
