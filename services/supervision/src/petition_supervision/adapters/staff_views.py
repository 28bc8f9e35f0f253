"""What the queries ask of the staff record: lists, counts from the same filter, offices without a head."""

from __future__ import annotations

from datetime import date
from typing import Any

from chassis.pages import page
from petition_supervision.adapters.collections import HONOURS, JOINT_OFFICES, STAFF_MOVES
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.staff_terms import COUNTED, StaffFigure
from petition_supervision.domain.unit_tree import UnitTree

_NOT_SHOWN = ("_id", "recorded_by")


def moves_counted(figure: StaffFigure, since: int) -> dict[str, Any]:
    """The filter behind a figure: the count and the list are of the same moves."""
    counts = COUNTED[figure]
    wanted: dict[str, Any] = {"kind": {"$in": [kind.value for kind in counts.kinds]}}
    if counts.group is not None:
        wanted["group"] = counts.group.value
    return wanted | {"moved_on": {"$gte": date(since, 1, 1).isoformat()}}


def list_staff_moves(reader: Reader, figure: StaffFigure, since: int, limit: int, cursor: str | None) -> Page:
    """The moves one figure counts, the earliest first."""
    found = page(reader[STAFF_MOVES], moves_counted(figure, since), [("moved_on", 1), ("_id", 1)], limit, cursor)
    return {"items": [_shown(row) for row in found["items"]], "next": found["next"]}


def list_honours(reader: Reader, since: int, limit: int, cursor: str | None) -> Page:
    """Honours from a year on, the earliest first."""
    found = page(reader[HONOURS], {"year": {"$gte": since}}, [("year", 1), ("_id", 1)], limit, cursor)
    return {"items": [_shown(row) for row in found["items"]], "next": found["next"]}


def staff_figures(reader: Reader, moves_since: int, honours_since: int) -> dict[str, Any]:
    """Each figure with the year from which it is counted; the lists behind have the same filter."""
    moves = {
        figure.value: reader[STAFF_MOVES].count_documents(moves_counted(figure, moves_since)) for figure in StaffFigure
    }
    honours = reader[HONOURS].count_documents({"year": {"$gte": honours_since}})
    return {"moves_since": moves_since, "moves": moves, "honours_since": honours_since, "honours": honours}


def vacant_offices(reader: Reader, units: UnitTree, limit: int, cursor: str | None) -> dict[str, Any]:
    """The joint offices of the register without a head, by code, and when the last one left; the counts are of all."""
    kept = {row["_id"]: row for row in reader[JOINT_OFFICES].find({})}
    offices = units.of_kinds("joint_office")
    vacant = [office for office in offices if not kept.get(office, {}).get("headed")]
    left = [office for office in vacant if office > (cursor or "")]
    shown = left[:limit]
    rows = []
    for office in shown:
        since = kept.get(office, {}).get("vacant_since")
        rows.append({"unit": office, "unit_name": units.name_of(office), "vacant_since": since})
    following = shown[-1] if len(left) > len(shown) else None
    return {"offices": len(offices), "headed": len(offices) - len(vacant), "items": rows, "next": following}


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _NOT_SHOWN}
