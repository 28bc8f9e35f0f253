"""What the queries show of the county's list of old cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chassis.documents import to_wire
from chassis.pages import page
from petition_supervision.adapters.collections import CASES
from petition_supervision.adapters.views import Page, Reader, structured
from petition_supervision.domain.supervised_case import SupervisedCase


def list_old_cases(
    reader: Reader,
    state: str,
    unit: str | None,
    leader: str | None,
    ground: str | None,
    limit: int,
    cursor: str | None,
) -> Page:
    """Old cases in this state, those listed first first."""
    wanted: dict[str, Any] = {"old_case.state": state}
    for name, value in (("unit", unit), ("leader", leader), ("ground", ground)):
        if value is not None:
            wanted[f"old_case.{name}"] = value
    sort = [("old_case.listed_at", 1), ("_id", 1)]
    found = page(reader[CASES], wanted, sort=sort, limit=limit, cursor=cursor)
    return {"items": [_row(document) for document in found["items"]], "next": found["next"]}


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    case: SupervisedCase = structured(document)
    return {"case_no": case.case_no, "handed_down": case.hand_down is not None, **to_wire(case.old_case)}
