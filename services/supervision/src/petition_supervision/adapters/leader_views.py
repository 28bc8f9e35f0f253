"""What the queries of leader-led cases read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from chassis.directory import COLLECTION as DIRECTORY
from chassis.documents import document_converter, to_wire
from chassis.pages import page
from petition_supervision.adapters.collections import CASES
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.leader_case import LeaderCase, is_in_office
from petition_supervision.domain.leader_terms import CaseMark, LeaderActKind, LeaderState, Piece
from petition_supervision.domain.reception import Leader
from petition_supervision.domain.supervised_case import SupervisedCase

_CONVERTER = document_converter(SupervisedCase)


def show(reader: Reader, case: SupervisedCase, led: LeaderCase) -> dict[str, Any]:
    """One leader-led case in full, with how many of the five are there and which are not."""
    return {
        "case_no": case.case_no,
        "case_version": case.version,
        "round": case.round,
        "responsible_unit": case.responsible_unit,
        **to_wire(led),
        **_pieces(led, _people(reader)),
        "former": [to_wire(one) for one in case.former_leader_cases],
    }


def list_led(
    reader: Reader,
    state: LeaderState,
    leader: str | None,
    top_leader: bool | None,
    mark: CaseMark | None,
    limit: int,
    cursor: str | None,
) -> Page:
    """Leader-led cases, the oldest first, without reasons and minutes."""
    wanted: dict[str, Any] = {"leader_case.state": state.value}
    named = (("leader", leader), ("top_leader", top_leader), ("mark", mark.value if mark else None))
    wanted |= {f"leader_case.{name}": value for name, value in named if value is not None}
    sort = [("leader_case.assigned_at", 1), ("_id", 1)]
    found = page(reader[CASES], wanted, sort=sort, limit=limit, cursor=cursor)
    people = _people(reader)
    return {"items": [_row(document, people) for document in found["items"]], "next": found["next"]}


def _row(document: Mapping[str, Any], people: Mapping[str, Any]) -> dict[str, Any]:
    case = _CONVERTER.structure(document, SupervisedCase)
    led = case.leader_case
    assert led is not None, "the list asks for leader-led cases only"
    shown = to_wire(led)
    names = ("leader", "first_leader", "top_leader", "mark", "mark_since", "state", "assigned_at")
    done = Counter(act.act for act in led.acts)
    return {
        "case_no": case.case_no,
        "responsible_unit": case.responsible_unit,
        **{name: shown[name] for name in names},
        "tasks": len(led.tasks),
        "open_tasks": led.open_tasks,
        "acts": {kind.value: done[kind] for kind in LeaderActKind},
        "closed_at": shown["closing"]["at"] if led.closing else None,
        **_pieces(led, people),
    }


def _pieces(led: LeaderCase, people: Mapping[str, Any]) -> dict[str, Any]:
    row = people.get(led.leader)
    known = Leader(led.leader, row["unit"], frozenset(row["roles"])) if row else None
    missing = led.missing(led.closing is not None or is_in_office(known))
    return {
        "pieces": len(Piece),
        "complete": len(Piece) - len(missing),
        "missing": [piece.value for piece in missing],
    }


def _people(reader: Reader) -> Mapping[str, Any]:
    directory = reader[DIRECTORY].find_one({"_id": DIRECTORY}, {"people": 1})
    return directory["people"] if directory else {}
